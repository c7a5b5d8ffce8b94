"""What is seen of SquaredVersusAbsolute: one rehearsal, looked at frame by frame."""

from types import SimpleNamespace

import numpy as np
import pytest

from core.fits.least_absolute import fit_least_absolute
from core.fits.line import fit_line
from core.tables.dataset import read_dataset
from scenes.visuals.squared_versus_absolute.stray import stray_of
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import Watched

MANY = read_dataset("data/stray.csv")
HEIGHTS = stray_of(MANY.x, MANY.y)[1]
BEST = (fit_line, fit_least_absolute)


def look(film):
    """For each frame: both lines of the drag, the one on trial, levels, and both charts."""
    drag, trial = film.drag, film.trial
    seen = {id(part) for top in film.mobjects for part in top.get_family()}
    markers = (drag.chart, drag.marker), *((one.chart, one.marker) for one in drag.balances)
    lengths = drag.balances[1].chart
    chart, marker = next(both for both in markers if id(both[1]) in seen)
    _, (pulled,) = values(chart, marker.get_center()[None])
    return SimpleNamespace(
        step=film.steps[-1][0],
        shown=seen,
        pulled=float(pulled),
        squared=equation(drag.chart, drag.squared),
        absolute=equation(drag.chart, drag.absolute),
        points=discs(drag.points),
        tried=equation(drag.chart, trial.line),
        levels=[level(one) for one in (trial.squared, trial.absolute)],
        balances=[balance_of(one) for one in drag.balances],
        ringed=drag.ringed.about,
        weighed=level(drag.weighed.total),
        stacked=stacked(drag.tally),
        gathered=drag.tally.gathered * (id(drag.tally) in seen),
        dimmed=float(drag.columns.arrows.get_stroke_opacity()),
        bright=[float(one.get_stroke_opacity()) for one in (drag.tally.stacks, drag.beside.arrows)],
        far=arrows(drag.balances[0].chart, drag.far_pull),
        end=arrows(lengths, drag.end_pull),
        before=float(values(lengths, drag.before.dot.get_center()[None])[1][0]),
        levered=drag.ringed.levered,
        marked=arrows(lengths, drag.ringed.pull),
        pin=tuple(float(one[0]) for one in values(lengths, drag.pin.get_center()[None])),
        in_ink=np.count_nonzero(len(drag.tally.marked.points)),
        least=float(drag.weighed.total.tank.mark.points[:, 1].max(initial=-9)),
        marks=[
            one.tank.mark.points[:, 1].max(initial=-9) for one in (trial.squared, trial.absolute)
        ],
        time=film.time,
        own=arrows(drag.chart, drag.own_pull),
        columns=heights_of(drag.columns),
        beside=heights_of(drag.beside),
    )


def discs(points):
    """Return how many points can be seen."""
    widths = np.ptp(points.points.reshape(points.x.size, -1, 3)[:, :, 0], axis=1)
    return np.count_nonzero(widths > 0.1)


def balance_of(balance):
    """Return what one of the two charts with pulls shows."""
    _, (height,) = values(balance.chart, balance.marker.get_center()[None])
    return SimpleNamespace(
        height=float(height),
        line=equation(balance.chart, balance.line),
        grown=np.min(balance.pulls.grown),
        pulls=arrows(balance.chart, balance.pulls),
    )


def arrows(chart, pulls):
    """Return x of their points, the foot and the reach (n,) of the arrows on screen."""
    shafts = pulls.points[: len(pulls.points) // 3].reshape(-1, 4, 3)
    x, foot = values(chart, shafts[:, 0])
    return x, foot, values(chart, shafts[:, 3])[1] - foot


def stacked(tally):
    """Return how many arrows of a tally point up, and how many down."""
    ends = [
        part.points[: len(part.points) // 3] for part in (tally.stacks, tally.own, tally.marked)
    ]
    shafts = np.concatenate(ends).reshape(-1, 4, 3)
    ways = np.sign(shafts[:, 3, 1] - shafts[:, 0, 1])
    return np.count_nonzero(ways > 0), np.count_nonzero(ways < 0)


def heights_of(columns):
    """Return how long, on the screen, all is that pulls up, and all that pulls down."""
    ends = [part.points[: len(part.points) // 3] for part in (columns.arrows, columns.own)]
    shafts = np.concatenate(ends).reshape(-1, 4, 3)
    reach = shafts[:, 3, 1] - shafts[:, 0, 1]
    return reach.clip(0.0).sum(), (-reach).clip(0.0).sum()


def level(total):
    """Return how high a tank is filled, on the screen."""
    return float(total.layers[-1].points[:, 1].max())


def equation(chart, line):
    """Return (a, b) of a straight line on screen, nan while it is not drawn yet."""
    (x0, x1), (y0, y1) = values(chart, line.points[[0, -1]])
    if x0 == x1:
        return np.nan, np.nan
    a = (y1 - y0) / (x1 - x0)
    return float(a), float(y0 - a * x0)


def dragged(height):
    """Return the points with the stray one at ``height``."""
    y = MANY.y.copy()
    y[np.argmax(np.abs(MANY.x - MANY.x.mean()))] = height
    return MANY.x, y


def best(fit, height):
    """Return (a, b) of core's line with the stray point at ``height``."""
    found = fit(*dragged(height))
    return pytest.approx((found.slope, found.intercept), abs=1e-6)


WATCHED = Watched("SquaredVersusAbsolute", look)


def frames(*steps):
    """Return the looks at the frames of some steps."""
    return [frame for frame in WATCHED.frames if frame.step in steps]


def shown(frame, part):
    """Tell whether a mobject was on screen in a frame."""
    return id(part) in frame.shown
