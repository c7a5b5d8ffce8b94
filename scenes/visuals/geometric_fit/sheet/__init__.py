"""The round sheet, how it lies, and what lies on it: points, lines, ways and squares."""
