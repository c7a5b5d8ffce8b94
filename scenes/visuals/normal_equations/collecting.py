"""From points to sums: each point's bar is cut, the pieces are piled up, and become blocks."""

from manim import Create, FadeIn, FadeOut, smooth

from scenes.film import Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.heights import Heights, Shares
from scenes.visuals.normal_equations.moves import fly, merge, move_columns, rise
from scenes.visuals.normal_equations.one_point import OnePoint
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.together import together


def cut_one(film: Film, one: OnePoint) -> None:
    """The bar of one point, large: its height is b, a x, and the miss."""
    film.play(FadeIn(one.bars), run_time=0.4)

    def come(_: object, share: float) -> None:
        one.set_come(share)

    film.play(*together(come, one.bars, smooth), run_time=1.0)
    for name in one.names:
        film.play(FadeIn(name), run_time=0.25)
    film.wait(0.4)


def pile_up(film: Film, stage: Stage, first: Heights, second: Heights) -> None:
    """The bars of all points fly onto two columns, and once more x times as high."""
    film.say('Cut all. Below the line, a $res("miss")$ is negative.')
    for part in (first, second):
        part.set_line(*stage.leaning.now)
        for kind in part.bars:
            part.set_shares(kind, Shares())
    for kind in ("intercept", "slope"):
        film.play(*rise(first, kind), run_time=0.6)
    film.say(
        "All $intercept(b)$ pile up to $N intercept(b)$, and all $slope(a) x$ to $B slope(a)$."
    )
    film.play(*map(FadeOut, stage.one_point or ()), run_time=0.3)
    around = first.base, first.sides, first.title
    film.play(*fly(first, "intercept"), *map(FadeIn, around), run_time=1.0)
    film.play(*merge(first, "intercept"), FadeIn(stage.defined["N"]), run_time=0.3)
    film.play(*fly(first, "slope"), run_time=1.0)
    film.play(*merge(first, "slope"), FadeIn(stage.defined["B"]), run_time=0.3)
    film.say('All $y$ pile up to $D$: level, as the $res("misses")$ cancel.')
    film.play(*rise(first, "points"), run_time=0.6)
    film.play(*fly(first, "points"), run_time=1.1)
    film.play(*merge(first, "points"), FadeIn(stage.defined["D"]), run_time=0.4)
    film.play(Create(first.beam), run_time=0.4)
    film.wait(0.5)
    film.say("The same, all $x$ times: three more blocks.")
    _whole(film, first)
    film.play(*move_columns(first, layout.FIRST_TALL), run_time=0.5)
    around = second.base, second.sides, second.title
    for kind in second.bars:
        second.set_shares(kind, Shares(1.0))
    film.play(*fly(second, "slope"), *fly(second, "intercept"), *map(FadeIn, around), run_time=1.0)
    film.play(*fly(second, "points"), run_time=0.8)
    film.play(
        *(one for kind in second.bars for one in merge(second, kind)),
        *(FadeIn(stage.defined[letter]) for letter in "AC"),
        Create(second.beam),
        run_time=0.6,
    )
    _whole(film, second)


def _whole(film: Film, heights: Heights) -> None:
    """Make one thing of the columns whose parts have come one by one."""
    film.remove(*heights.get_family())
    film.add(heights)
