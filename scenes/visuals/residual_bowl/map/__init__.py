"""All lines as places on a level map: its axes, and what is drawn on it."""
