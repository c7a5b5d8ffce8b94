"""How the two flats move, as animations that set them from the share of their time."""

from manim import UpdateFromAlphaFunc, smooth

from scenes.visuals.multiple_regression.pair import Pair


def walk_on(pair: Pair, gone: float) -> UpdateFromAlphaFunc:
    """Walk half of the way from the one flat to the other, from where one has ``gone``."""

    def go(_: object, share: float) -> None:
        pair.walk.set_gone(gone + share / 2)

    return UpdateFromAlphaFunc(pair.walk, go, rate_func=smooth)


def rise(pair: Pair) -> UpdateFromAlphaFunc:
    """Rise from the rent of the smaller flat to that of the larger one."""
    return UpdateFromAlphaFunc(pair.apart, lambda m, share: m.set_risen(share), rate_func=smooth)
