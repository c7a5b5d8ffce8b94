"""What the balances and the front do."""

from manim import Animation, Create, FadeIn, Scene, linear

from scenes.visuals.normal_equations.balance import Balance
from scenes.visuals.normal_equations.summing import Summing
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import Box


def gather(scene: Scene, balance: Balance) -> None:
    """Let the residuals fly into the columns of a balance, and lay the beam across."""

    def go(_: object, share: float) -> None:
        balance.set_gathered(share)

    flying = together(go, [balance.pieces], linear)
    scene.play(*flying, FadeIn(balance.base), FadeIn(balance.title), run_time=1.6)
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


def pass_over(summing: Summing) -> list[Animation]:
    """Return the animation of the front that once more goes over the points."""
    scale = summing.chart.x_scale

    def go(_: object, share: float) -> None:
        summing.set_front(scale.low + share * scale.span)

    return together(go, [summing.front])
