"""What is seen of ResidualBowl: one rehearsal, looked at frame by frame."""

from types import SimpleNamespace

from core.fits.line import fit_line
from core.landscape.residual import residual
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import Watched

DATA = read_dataset(HEADER_DATA)
FIT = fit_line(DATA.x, DATA.y)


def middle(mobject):
    points = mobject.points
    return (points.min(axis=0) + points.max(axis=0)) / 2


def share_of(tank, mobject):
    """Return how high ``mobject`` reaches in the tank, as a share of it."""
    return float((mobject.points[:, 1].max() - tank.box.bottom) / tank.box.height)


def look(film):
    """For each frame: the line on screen, its level wherever it is shown, and the read-outs."""
    s = film.stage
    (x0, x1), (y0, y1) = values(s.chart, s.line.points[[0, -1]])
    a = (y1 - y0) / (x1 - x0)
    return SimpleNamespace(
        step=film.steps[-1][0],
        time=film.renderer.time,
        still=film.renderer.still,
        shown={id(part) for top in film.mobjects for part in top.get_family()},
        pivot=tuple(float(v[0]) for v in values(s.chart, middle(s.pivot)[None])),
        zeros=[
            tuple(float(v[0]) for v in values(s.chart, label.anchor[None]))
            for label in (*s.chart.x_labels, *s.chart.y_labels)
        ],
        line=(float(a), float(y0 - a * x0)),
        level=share_of(s.tank, s.tank.content),
        in_tank=float(s.tank.top_of(s.level()) - s.tank.box.bottom),
        mark=share_of(s.tank, s.tank.mark) if len(s.tank.mark.points) else None,
        poured=share_of(s.tank, s.pouring.submobjects[-1]),
        values=tuple(float(value.number.text) for value in s.values),
        ball=middle(s.ball),
        bar=s.bar.points.copy(),
        risen=float(s.risen.get_value()),
        view=s.view(),
        tangents=[part.points[-1] - part.points[0] for part in (s.sheet.along_a, s.sheet.along_b)],
        cuts=[cut.points.copy() for cut in s.cuts],
        curves=[panel.curve.points.copy() for panel in s.panels],
        levels=[panel.level.points.copy() for panel in s.panels],
        tank_top=float(s.tank.content.points[:, 1].max()),
        markers=[middle(panel.marker) for panel in s.panels],
        plane_tangents=[panel.tangent.points[[0, -1]] for panel in s.panels],
    )


WATCHED = Watched("ResidualBowl", look)


def frames(*steps):
    return [frame for frame in WATCHED.frames if frame.step in steps]


def shown(frame, part):
    return id(part) in frame.shown


def in_space(frame, stage, a, b, height):
    """Return the place on screen of a line at a height in units of the least sum."""
    return frame.view.project(stage.space.points(a, b, height))


def sums(a, b):
    """Return the sum of squares of lines in units of the least one."""
    return residual(DATA.x, DATA.y, a, b) / FIT.rss
