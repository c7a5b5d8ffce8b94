"""A page to play with: drag points and lines, and see what becomes of the sum."""
