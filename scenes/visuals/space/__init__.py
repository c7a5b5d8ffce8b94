"""Points, strokes and sheets in space, seen from a camera."""
