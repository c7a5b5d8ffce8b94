"""What the balances and the front do."""

import numpy as np
from manim import (
    Animation,
    Create,
    FadeIn,
    Scene,
    UpdateFromAlphaFunc,
    linear,
    smooth,
    there_and_back,
)

from scenes.visuals.normal_equations.balance import Balance
from scenes.visuals.normal_equations.summing import Summing
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import Box


def gather(scene: Scene, balance: Balance) -> None:
    """Let the residuals fly into the columns of a balance, and lay the beam across."""

    def go(_: object, share: float) -> None:
        balance.set_gathered(share)

    flying = together(go, [balance.pieces], linear)
    written = (FadeIn(part) for part in (balance.base, balance.title, balance.sides))
    scene.play(*flying, *written, run_time=1.6)
    scene.play(Create(balance.beam), run_time=0.4)
    # From now on it is one thing.
    scene.remove(*balance)
    scene.add(balance)


def move_balance(balance: Balance, area: Box) -> list[Animation]:
    """Return the animation that takes a balance to ``area``."""
    start = balance.area

    def go(_: object, share: float) -> None:
        balance.set_area(start.towards(area, share))

    return together(go, [balance])


def slide(marker: Marker, end: tuple[float, float]) -> Animation:
    """Return the animation of a dot that goes straight to the value ``end``."""
    start = np.array([marker.x, marker.y])

    def go(_: object, share: float) -> None:
        marker.set_place(*map(float, start + share * (np.array(end) - start)))

    return UpdateFromAlphaFunc(marker, go)


def pass_over(summing: Summing) -> list[Animation]:
    """Return the animation of the front that once more goes over the points."""
    scale = summing.chart.x_scale

    def go(_: object, share: float) -> None:
        summing.set_front(scale.low + share * scale.span)

    return together(go, [summing.front])


def gently(share: float) -> float:
    """Ease in and out, so that every point gets its time."""
    return float(smooth(share, 3.0))


def out_and_back(share: float) -> float:
    """Go there, stay for a moment to be looked at, and come back."""
    return float(min(1.0, 1.6 * there_and_back(share)))
