"""Points, lines and curves in a coordinate box."""
