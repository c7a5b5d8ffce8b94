"""From bar to bar: one laid on the next, the stairs between them, a ruler over the first two."""
