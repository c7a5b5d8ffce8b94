"""Where a few words have the most room beside a frame: clear of all that comes near it."""

import numpy as np
from numpy.typing import NDArray

from scenes.visuals.writing.screen import Box

Places = NDArray[np.float64]

# Between a frame and its words, in units of the screen.
GAP = 0.16
SAMPLES = 24


def along(starts: Places, ends: Places) -> Places:
    """Return places (n * SAMPLES, 3) all along the ways from ``starts`` (n, 3) to ``ends``."""
    shares = np.linspace(0.0, 1.0, SAMPLES)[:, None, None]
    return ((1 - shares) * starts + shares * ends).reshape(-1, 3)


def roomiest(frames: list[Box], width: float, height: float, taken: Places, within: Box) -> Box:
    """Return the box beside the first of ``frames`` with room, farthest from ``taken`` places.

    Where none has any, it is the one that is hidden least.
    """
    outlines = np.concatenate([_outline(frame) for frame in frames])
    best = []
    for frame in frames:
        boxes = [_inside(box, within) for box in _neighbours(frame, width, height)]
        # Its own frame is always near: all that is asked of it is not to lie on any.
        free = [box for box in boxes if clearance(box, outlines) >= GAP / 2]
        best.append(max(free or boxes, key=lambda box: clearance(box, taken)))
    roomy = [box for box in best if clearance(box, taken) >= GAP]
    return roomy[0] if roomy else max(best, key=lambda box: clearance(box, taken))


def clearance(box: Box, taken: Places) -> float:
    """Return how far the nearest of the ``taken`` places (n, 3) is from a box, below 0 inside."""
    u, v = box.middle
    across, up = np.abs(taken[:, 0] - u) - box.width / 2, np.abs(taken[:, 1] - v) - box.height / 2
    return float(np.maximum(across, up).min())


def _neighbours(frame: Box, width: float, height: float) -> list[Box]:
    """Return boxes above, below and beside a frame, flush with its edges or with its middle."""
    shares = np.array([0.0, 0.5, 1.0])
    lefts = frame.left + shares * (frame.width - width)
    bottoms = frame.bottom + shares * (frame.height - height)
    corners = [(u, v) for v in (frame.top + GAP, frame.bottom - GAP - height) for u in lefts]
    corners += [(u, v) for u in (frame.right + GAP, frame.left - GAP - width) for v in bottoms]
    return [Box(float(u), float(v), width, height) for u, v in corners]


def _inside(box: Box, within: Box) -> Box:
    left = min(max(box.left, within.left + GAP), within.right - box.width)
    bottom = min(max(box.bottom, within.bottom + GAP), within.top - box.height)
    return Box(left, bottom, box.width, box.height)


def _outline(frame: Box) -> Places:
    ring = np.array(
        [
            (frame.left, frame.bottom, 0.0),
            (frame.right, frame.bottom, 0.0),
            (frame.right, frame.top, 0.0),
            (frame.left, frame.top, 0.0),
        ]
    )
    return along(ring, np.roll(ring, -1, axis=0))
