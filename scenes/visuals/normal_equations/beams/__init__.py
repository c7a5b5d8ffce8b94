"""Two columns and a beam on them: the misses, or the whole heights, of all points."""
