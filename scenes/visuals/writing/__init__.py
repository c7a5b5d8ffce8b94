"""Formulas, words and numbers on the screen."""
