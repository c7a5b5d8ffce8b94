"""How far the sheet is turned for its three fits: what shows most, of what stays in the picture."""

from itertools import pairwise

import numpy as np

from scenes.visuals.geometric_fit.sheet.cloud import Cloud
from scenes.visuals.geometric_fit.sheet.page import RADIUS, rotated

Turns = tuple[float, float, float]

# Level first; then one way and the other, or further the same way.
DEGREES = (
    *((25, -15), (-25, 15)),
    *((25, -30), (-25, 30), (16, -20), (-16, 20), (16, -30), (-16, 30), (-20, -45), (20, 45)),
    *((10, -20), (-10, 20), (-30, -55), (30, 55), (-15, -30), (15, 30)),
)
AMPLE = np.deg2rad(7.0)  # between two lines: what comes first is turned both ways
SEEN = np.deg2rad(15.0)  # turn of the sheet
APART = np.deg2rad(40.0)  # are both lines at last
SPEEDING, SLOWING = 0.15, 0.6  # of the time of an even turn: until then, and from then on
EVENLY = SLOWING - SPEEDING / 2 + (1 - SLOWING) * 2 / np.pi  # as far it goes of top speed all along
LEAST = np.deg2rad(1.8)  # between any two of the lines, to be seen as two


def turns_for(cloud: Cloud) -> Turns | None:
    """Return three turns whose upright fits differ amply, or most; None where none can be seen."""
    choices = [(0.0, float(np.deg2rad(a)), float(np.deg2rad(b))) for a, b in DEGREES]
    shown = [turns for turns in choices if _stay_in_the_picture(cloud, turns)]
    for turns in shown:
        if _spread(cloud, turns) >= AMPLE:
            return turns
    best = max(shown, key=lambda turns: _spread(cloud, turns), default=None)
    return best if best is not None and _spread(cloud, best) >= LEAST else None


def nearest(line: float, angle: float) -> float:
    """Return that angle of a ``line`` that is nearest to ``angle``: it has one every pi."""
    return line + np.pi * round((angle - line) / np.pi)


def to_upright(line: float) -> float:
    """Return the turn of the sheet that sets a ``line`` upright: the shortest that is seen."""
    turns = np.pi / 2 - line % np.pi + np.array([-np.pi, 0.0, np.pi])
    seen = turns[np.abs(turns) >= SEEN]
    return float(seen[np.abs(seen).argmin()])


def quarter_after(turn: float) -> float:
    """Return the turn a right angle farther: what stood upright lies level, for both fits."""
    return turn + float(np.copysign(np.pi / 2, turn))


def apart_after(cloud: Cloud, turn: float) -> float:
    """Return the next turn, at most a right angle farther, where both lines lie well apart."""
    turns = turn + np.copysign(np.linspace(0, np.pi / 2, 91), turn)
    between = (_closest([cloud.best_angle, cloud.upright_angle(one)]) for one in turns)
    return next(float(one) for one, gap in zip(turns, between, strict=True) if gap >= APART)


def evenly(share: float) -> float:
    """Return the way after a ``share`` of the time: soon at one speed, slowing down for long."""
    early, late = min(share, SPEEDING), max(share - SLOWING, 0.0) / (1 - SLOWING)
    even = min(share, SLOWING) - early
    slower = (1 - SLOWING) * 2 / np.pi * np.sin(late * np.pi / 2)
    return float((early * early / (2 * SPEEDING) + even + slower) / EVENLY)


def _spread(cloud: Cloud, turns: Turns) -> float:
    """Return the smallest angle between two of the lines that are fitted at ``turns``."""
    return _closest([cloud.upright_angle(turn) for turn in turns])


def _closest(lines: list[float]) -> float:
    angles = np.sort(np.mod(lines, np.pi))
    return float(np.diff(angles, append=angles[0] + np.pi).min())


def _stay_in_the_picture(cloud: Cloud, turns: Turns) -> bool:
    """Tell whether no upright way leaves the picture while the line is fitted at every turn."""
    for before, after in pairwise(turns):
        for turn in np.linspace(before, after, 5):
            slope = np.tan(cloud.upright_angle(turn) + turn)
            x = rotated(cloud.hull, turn)[:, 0]
            if np.abs(slope * x).max() > RADIUS:
                return False
    return True
