"""How what is beside the flats moves, as animations that set it from the share of their time."""

from collections.abc import Callable, Collection

from manim import Mobject, UpdateFromAlphaFunc, linear, smooth

from scenes.visuals.multiple_regression.groups.centres import Centres
from scenes.visuals.multiple_regression.plane.misses import OldLine
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.stage import Stage
from scenes.visuals.multiple_regression.two_flats.account import Account
from scenes.visuals.multiple_regression.two_flats.more_area import MoreArea
from scenes.visuals.multiple_regression.two_flats.solid_arrow import SolidArrow
from scenes.visuals.multiple_regression.two_flats.twins import Worth
from scenes.visuals.multiple_regression.two_flats.two_ways import TwoWays
from scenes.visuals.multiple_regression.two_flats.waterfall import Waterfall
from scenes.visuals.plot.tank import Pouring

Rate = Callable[[float], float]


def go(
    stage: Stage,
    start: Shot,
    to: Shot,
    there: Collection[Mobject],
    rate_func: Rate,
) -> list[UpdateFromAlphaFunc]:
    """Go from one shot to another; what of the stage is ``there`` is drawn anew."""
    first, *others = [part for part in stage.shown if part in there]

    def show(_: Mobject, share: float) -> None:
        stage.show(start.towards(to, share))

    return [
        UpdateFromAlphaFunc(first, show, rate_func=rate_func),
        *(UpdateFromAlphaFunc(part, lambda *_: None, rate_func=linear) for part in others),
    ]


def pour(squares: Pouring) -> UpdateFromAlphaFunc:
    """Pour squares into their tank."""
    return UpdateFromAlphaFunc(squares, lambda m, s: m.set_share(s), rate_func=linear)


def draw(line: OldLine) -> UpdateFromAlphaFunc:
    """Draw the line of area alone from left to right."""
    return UpdateFromAlphaFunc(line, lambda m, s: m.set_moved(0.0, drawn=s), rate_func=smooth)


def rise(worth: Worth) -> UpdateFromAlphaFunc:
    """Go up as the line of area alone does, from the area of the smaller flat to the larger."""
    return UpdateFromAlphaFunc(worth, lambda m, s: m.set_moved(0.0, risen=s), rate_func=smooth)


def gather(centres: Centres, group: int) -> UpdateFromAlphaFunc:
    """Gather the flats of one size into their mean: the ``group`` 0 or 1, smallest or largest."""
    return UpdateFromAlphaFunc(centres, lambda m, s: m.set_share((group + s) / 2), rate_func=linear)


def go_on(ways: TwoWays, gone: float) -> UpdateFromAlphaFunc:
    """Go one of the two ways, from where one has ``gone``."""
    return UpdateFromAlphaFunc(ways, lambda m, s: m.set_gone(gone + s / 2), rate_func=smooth)


def lead(told: Account | Waterfall, part: int) -> UpdateFromAlphaFunc:
    """Draw one ``part`` of an account, or of its sum: 0 is up, 1 is down, 2 is what is left."""
    return UpdateFromAlphaFunc(told, lambda m, s: m.set_gone(part + s), rate_func=smooth)


def thin(way: SolidArrow) -> UpdateFromAlphaFunc:
    """Let the shaft of an arrow become thin; its head stays."""
    return UpdateFromAlphaFunc(way, lambda m, s: m.set_thin(s), rate_func=smooth)


def span(more: MoreArea) -> UpdateFromAlphaFunc:
    """Draw down from both flats, and then from the area of the one to that of the other."""
    return UpdateFromAlphaFunc(more, lambda m, s: m.set_drawn(s), rate_func=smooth)
