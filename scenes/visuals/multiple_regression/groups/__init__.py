"""Flats of about one size taken together: their means, and how far out they lie."""
