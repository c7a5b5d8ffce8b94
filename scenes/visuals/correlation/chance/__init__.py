"""Bricks of deals over their r, the hill of the formula over them, and what is counted."""
