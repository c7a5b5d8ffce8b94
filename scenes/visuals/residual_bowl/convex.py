"""Convex polygons on the map: cut by straight lines, with corners close enough to bend."""

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


def common(polygon: Polygon, other: Polygon) -> Polygon:
    """Return what lies in both of two convex polygons, ``other`` against the clock."""
    edges = np.roll(other, -1, axis=0) - other
    outwards = np.column_stack([edges[:, 1], -edges[:, 0]])
    most = np.sum(outwards * other, axis=1)
    # Most edges leave a small polygon as it is.
    for k in np.flatnonzero((polygon @ outwards.T > most).any(axis=0)):
        polygon = cut(polygon, outwards[k], float(most[k]))
    return polygon


def rectangle(polygon: Polygon, width: float, height: float) -> Polygon:
    """Return what of ``polygon`` lies in a rectangle about the origin."""
    for normal, most in (((1, 0), width), ((-1, 0), width), ((0, 1), height), ((0, -1), height)):
        polygon = cut(polygon, normal, most / 2)
    return polygon


def bendable(polygon: Polygon, step: float) -> Polygon:
    """Return the closed outline of ``polygon`` with no edge longer than ``step``."""
    if not len(polygon):
        return EMPTY
    edges = np.roll(polygon, -1, axis=0) - polygon
    pieces = np.maximum(1, np.ceil(np.linalg.norm(edges, axis=1) / step)).astype(int)
    start = np.repeat(np.arange(len(polygon)), pieces)
    share = np.arange(pieces.sum()) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    fine = polygon[start] + (share / pieces[start])[:, None] * edges[start]
    closed: Polygon = np.concatenate([fine, fine[:1]])
    return closed
