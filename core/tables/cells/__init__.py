"""What a cell of text says: a number, a date, a missing value."""
