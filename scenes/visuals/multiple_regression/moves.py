"""How what is beside the flats moves, as animations that set it from the share of their time."""

from manim import UpdateFromAlphaFunc, linear, smooth

from scenes.visuals.multiple_regression.groups.centres import Centres
from scenes.visuals.multiple_regression.plane.misses import OldLine
from scenes.visuals.multiple_regression.two_flats.account import Account
from scenes.visuals.multiple_regression.two_flats.lens import Lens
from scenes.visuals.multiple_regression.two_flats.twins import Worth
from scenes.visuals.multiple_regression.two_flats.two_ways import TwoWays


def draw(line: OldLine) -> UpdateFromAlphaFunc:
    """Draw the line of area alone from left to right."""
    return UpdateFromAlphaFunc(line, lambda m, s: m.set_moved(0.0, s), rate_func=smooth)


def rise(worth: Worth) -> UpdateFromAlphaFunc:
    """Go up as the line of area alone does, from the area of the smaller flat to the larger."""
    return UpdateFromAlphaFunc(worth, lambda m, s: m.set_moved(0.0, s), rate_func=smooth)


def gather(centres: Centres) -> UpdateFromAlphaFunc:
    """Gather the flats of about one size into their means, one group after the other."""
    return UpdateFromAlphaFunc(centres, lambda m, s: m.set_share(s), rate_func=linear)


def go_on(ways: TwoWays, gone: float) -> UpdateFromAlphaFunc:
    """Go one of the two ways, from where one has ``gone``."""
    return UpdateFromAlphaFunc(ways, lambda m, s: m.set_gone(gone + s / 2), rate_func=smooth)


def lead(account: Account, part: int) -> UpdateFromAlphaFunc:
    """Lead across, up or down: the ``part`` 0, 1 or 2 of an account."""
    return UpdateFromAlphaFunc(account, lambda m, s: m.set_gone(part + s), rate_func=smooth)


def cover(account: Account, lens: Lens) -> tuple[UpdateFromAlphaFunc, ...]:
    """Lay what leads down over what leads up, in the lens, too."""
    return (
        UpdateFromAlphaFunc(account, lambda m, s: m.set_gone(3.0, s), rate_func=smooth),
        UpdateFromAlphaFunc(lens, lambda m, s: m.set_grown(1.0, s), rate_func=smooth),
        UpdateFromAlphaFunc(lens.amount, lambda m, s: m.set_color(lens.hue(s)), rate_func=smooth),
    )


def grow(lens: Lens) -> UpdateFromAlphaFunc:
    """Let the lens grow out of the ring that it enlarges."""
    return UpdateFromAlphaFunc(lens, lambda m, s: m.set_grown(s), rate_func=smooth)
