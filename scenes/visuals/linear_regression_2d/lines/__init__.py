"""A line through the points: its squares, its tank, its numbers, and the search for the best."""
