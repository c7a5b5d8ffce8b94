"""The line of the logarithms: points that it leaves out, what it misses, where one half is."""
