"""What is seen of ResidualBowl: one rehearsal, looked at frame by frame."""

from types import SimpleNamespace

from core.fits.line import fit_line
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA
from scenes.visuals.writing.numerals import DIGIT_BLANK
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import Watched

DATA = read_dataset(HEADER_DATA)
FIT = fit_line(DATA.x, DATA.y)


def middle(mobject, part=slice(None)):
    points = mobject.points[part]
    if not len(points):
        return None
    return (points.min(axis=0) + points.max(axis=0)) / 2


def look(film):
    """For each frame: the line on screen, the surface, and what shows either of them."""
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
        values=tuple(float(value.number.text) for value in s.values),
        ball=middle(s.ball),
        bar=s.bar.points.copy(),
        stick=[part.points.copy() for part in s.stick],
        square=float(s.squares.submobjects[0].get_fill_opacity()),
        discs=len(s.discs.points),
        risen=float(s.risen.get_value()),
        added=float(s.added.get_value()),
        shown_points=float(s.shown.get_value()),
        squared=float(s.squared.get_value()),
        level=s.rim(),
        view=s.view(),
        rim=s.far.edge.points.copy(),
        lines=s.first_lines.points.copy(),
        lit=s.lit.points[[0, -1]] if len(s.lit.points) else None,
        lifted=float(s.lifted.get_value()),
        away=float(s.away.get_value()),
        heading=float(s.heading.get_value()),
        profile=[part.points.copy() for part in (s.profile.former, s.profile.path)],
        base=s.profile.base.points.copy(),
        bars=[part.points.copy() for part in (s.profile.low, s.profile.high)],
        old_floor=s.old_floor.points.copy(),
        turned=s.turned.points.copy(),
        own=float(s.own.get_value()),
        followed=float(s.followed.get_value()),
        pair=s.profile.pair.points.copy(),
        third=s.profile.third.points.copy(),
        painted=float(s.far.shades[0].get_fill_opacity()),
        small_pair=s.profile.small_pair.points.copy(),
        chord=s.profile.chord.points.copy(),
        named=(float(s.height_scale.number.text), s.height_scale.number.anchor[1]),
        scale=s.height_scale.axis.points.copy(),
        marks=s.height_scale.marks.points.copy(),
        point=middle(s.discs, slice(32, 64)),
        many=s.many.dots.points.copy(),
        error=float(s.error.number.text.replace(DIGIT_BLANK, "")),
        stacks=[part.points.copy() for part in s.stacks],
        legs=[part.points.copy() for part in (s.step_down.down, s.step_down.right)],
        fall=s.step_down.fall.text.replace(DIGIT_BLANK, "") or "0",
        ticks=s.step_down.down_ticks.points.copy(),
        reach=s.reach.axis.points.copy(),
        runners=s.runners.balls.points.copy(),
        miss=s.miss.points.copy(),
        on_top=s.on_top.points.copy(),
        dots=s.fan.dots.points.copy(),
    )


WATCHED = Watched("ResidualBowl", look)


def frames(*steps):
    return [frame for frame in WATCHED.frames if frame.step in steps]


def shown(frame, part):
    return id(part) in frame.shown


def in_space(frame, stage, a, b, height):
    """Return the place on screen of a line at a height of space."""
    return frame.view.project(stage.space.points(a, b, height))


def first_points(stage, count, own=1.0):
    """Return (x, y) of the first points while the second is ``own`` of its way to its own x."""
    first = stage.troughs.order[:count]
    x, y = DATA.x[first], DATA.y[first]
    if count > 1:
        x[1] += (1 - own) * (x[0] - x[1])
        y[1] += (1 - own) * (y[0] + stage.troughs.apart - y[1])
    return x, y


def total(stage, a, b, count, own=1.0):
    """Return the sum of the first ``count`` squares of the line."""
    x, y = first_points(stage, count, own)
    return float(((y - a * x - b) ** 2).sum())


def height(frame, stage, a, b, own=None):
    """Return how high in space a line stands in a frame.

    On the surface, or as high as it will be where the second point is ``own`` of its way.
    """
    own = frame.followed if own is None else own
    before = int(frame.added)
    sums = [total(stage, a, b, k, own) for k in (before, before + 1)]
    share = frame.added - before
    return ((1 - share) * sums[0] + share * sums[1]) * stage.space.top / frame.level
