"""Lengths and squares of misses, and the tanks in which they add up."""
