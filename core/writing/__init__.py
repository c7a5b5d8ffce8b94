"""Numbers and labels as text."""
