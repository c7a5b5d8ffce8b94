"""Reasons to doubt that a straight line describes the points."""
