"""What a shift does to one square below the line and to one above it, shown large."""

from collections.abc import Iterable

from manim import Animation, FadeIn, FadeOut, VMobject, linear

from scenes.film import Film
from scenes.visuals.normal_equations.squares.pair import Pair
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.together import together


def show_one_of_each(film: Film, stage: Stage, leaving: Iterable[VMobject]) -> Pair:
    """Two arms and a corner are gained; two arms are lost once a corner completes the second."""
    pair = Pair(film.pen, stage.squares)
    lost, gained = pair.terms
    film.remove(*stage.squares)
    film.add(*pair.squares)
    gone = *leaving, stage.chart, stage.line, *stage.everyone
    film.play(*map(FadeOut, gone), *_set(pair, "come", *pair.squares), run_time=1.0)
    film.watch(*pair.squares, *pair.terms, pair.names)
    terms = (one.select("square") for one in pair.terms)
    film.play(*map(FadeIn, (pair.names, pair.before, *terms)), run_time=0.4)
    film.add(pair.line)
    film.say('Shift it up: below, two $intercept("arms")$ and a $res("corner")$ are gained.')
    film.play(*_set(pair, "moved", pair.line), run_time=0.8)
    for part, term in zip(pair.gained, ("one", "two", "corner"), strict=True):
        film.play(FadeIn(part), FadeIn(gained.select(term)), run_time=0.5)
    film.wait(0.6)
    film.say('Above, two $intercept("arms")$ go; a $res("corner")$ completes the second.')
    lying, upright, corner = pair.lost
    film.add(lying)
    film.play(*_away(pair, 0), FadeIn(lost.select("one")), run_time=1.1)
    film.play(FadeIn(corner), FadeIn(lost.select("corner")), run_time=0.6)
    film.wait(0.3)
    film.add(upright, corner)
    film.play(*_away(pair, 1), FadeIn(lost.select("two")), run_time=1.1)
    film.wait(0.8)
    return pair


def _set(pair: Pair, name: str, *parts: VMobject) -> list[Animation]:
    def go(_: object, share: float) -> None:
        pair.set(**{name: share})

    return together(go, parts)


def _away(pair: Pair, arm: int) -> list[Animation]:
    def go(_: object, share: float) -> None:
        pair.set_away(arm, share)

    return together(go, (pair.squares[0], *pair.lost), linear)
