"""Several parts that one thing moves: a function of the share of the time sets them all."""

from collections.abc import Callable, Iterable

from manim import Animation, UpdateFromAlphaFunc, VMobject, smooth


def together(
    change: Callable[[object, float], object],
    parts: Iterable[VMobject],
    rate: Callable[[float], float] = smooth,
) -> list[Animation]:
    """Return animations during which ``change`` sets all ``parts`` at once.

    ``change`` is called with the first part and the share of the time, eased by ``rate``.
    """
    first, *others = parts
    return [
        UpdateFromAlphaFunc(first, change, rate_func=rate),
        *(UpdateFromAlphaFunc(part, lambda *_: None) for part in others),
    ]
