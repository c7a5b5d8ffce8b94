"""Everything that is said of a table, and every number that the article quotes."""
