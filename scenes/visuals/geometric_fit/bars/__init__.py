"""Squares that share bars: of one point, of a second one, of all; and the shadows they measure."""
