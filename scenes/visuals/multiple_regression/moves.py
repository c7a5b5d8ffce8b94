"""How what is beside the flats moves, as animations that set it from the share of their time."""

from manim import UpdateFromAlphaFunc, linear, smooth

from scenes.visuals.multiple_regression.groups.centres import Centres
from scenes.visuals.multiple_regression.plane.misses import OldLine
from scenes.visuals.multiple_regression.two_flats.twins import OneRent, Worth
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


def level(one_rent: OneRent) -> UpdateFromAlphaFunc:
    """Draw the stroke of one rent from the smaller flat to the larger."""
    return UpdateFromAlphaFunc(one_rent.level, lambda _, s: one_rent.set_drawn(s), rate_func=smooth)
