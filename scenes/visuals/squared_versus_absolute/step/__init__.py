"""One small step of a line: what it adds for a far and a near point becomes their arrows."""
