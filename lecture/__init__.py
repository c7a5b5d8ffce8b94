"""Material for a lecture, made from what core computes: pages that need no network."""
