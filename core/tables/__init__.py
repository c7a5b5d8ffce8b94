"""One reader for tables, from bytes to columns of numbers."""
