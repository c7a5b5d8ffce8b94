"""Convex polygons on the map: cut by straight lines, with edges in pieces that can bend."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Polygon = NDArray[np.float64]
EMPTY: Polygon = np.zeros((0, 2))


def cut(polygon: Polygon, normal: ArrayLike, most: float) -> Polygon:
    """Return what of ``polygon`` (n, 2) has p . ``normal`` at ``most``."""
    if not len(polygon):
        return EMPTY
    beyond = polygon @ np.asarray(normal, dtype=float) - most
    inside = beyond <= 0
    if inside.all():
        return polygon
    if not inside.any():
        return EMPTY
    following, after = np.roll(polygon, -1, axis=0), np.roll(beyond, -1)
    crossed = inside != np.roll(inside, -1)
    share = np.where(crossed, beyond / np.where(crossed, beyond - after, 1.0), 0.0)
    met = polygon + share[:, None] * (following - polygon)
    # Each corner that stays, and behind it where its edge leaves or enters.
    both = np.stack([polygon, met], axis=1).reshape(-1, 2)
    kept: Polygon = both[np.stack([inside, crossed], axis=1).ravel()]
    return kept


def rectangle(polygon: Polygon, width: float, height: float) -> Polygon:
    """Return what of ``polygon`` lies in a rectangle about the origin."""
    for normal, most in (((1, 0), width), ((-1, 0), width), ((0, 1), height), ((0, -1), height)):
        polygon = cut(polygon, normal, most / 2)
    return polygon


def divided(polygon: Polygon, pieces: NDArray[np.intp]) -> Polygon:
    """Return the closed outline of ``polygon`` (n, 2), each edge in so many of ``pieces`` (n,)."""
    if not len(polygon):
        return EMPTY
    edges = np.roll(polygon, -1, axis=0) - polygon
    start = np.repeat(np.arange(len(polygon)), pieces)
    share = np.arange(pieces.sum()) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    fine = polygon[start] + (share / pieces[start])[:, None] * edges[start]
    closed: Polygon = np.concatenate([fine, fine[:1]])
    return closed
