"""What surrounds the flats: axes, what is written beside them, a crowd of points behind."""
