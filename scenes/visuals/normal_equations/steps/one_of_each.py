"""What a shift does to one square below the line and to one above it, shown large."""

from collections.abc import Iterable

from manim import Animation, FadeIn, FadeOut, VMobject, linear

from scenes.film import Film
from scenes.visuals.normal_equations.squares.pair import Pair
from scenes.visuals.plot.regression import Squares
from scenes.visuals.plot.together import together


def show_one_of_each(film: Film, squares: Squares, leaving: Iterable[VMobject]) -> list[VMobject]:
    """Two arms and a corner are gained; two arms are lost once a corner completes the second.

    Return what is on screen then.
    """
    pair = Pair(film.pen, squares)
    film.say("Shift the line up a little.")
    film.remove(*squares)
    film.add(*pair.squares)
    film.play(*map(FadeOut, leaving), *_set(pair, "come", *pair.squares), run_time=1.0)
    film.watch(*pair.squares, *pair.terms, pair.sides)
    terms = (one.select("square") for one in pair.terms)
    film.play(*map(FadeIn, (pair.sides, pair.before, *terms)), run_time=0.4)
    film.add(pair.line)
    film.play(*_set(pair, "moved", pair.line), run_time=0.8)
    _gain(film, pair)
    _lose(film, pair)
    film.wait(1.2)
    return [*pair.parts, pair.sides, pair.names, *(glyph for one in pair.terms for glyph in one)]


def _gain(film: Film, pair: Pair) -> None:
    """The square below the line gets one part after the other."""
    film.say('Below it, a square gains two $intercept("arms")$ and a $res("corner")$.')
    names = ("one", "two", "corner")
    for part, name, term in zip(pair.gained, pair.names, names, strict=True):
        film.play(*map(FadeIn, (part, name, pair.terms[1].select(term))), run_time=0.6)
        film.wait(0.2)
    film.wait(0.4)


def _lose(film: Film, pair: Pair) -> None:
    """From the square above the line one arm goes, and once a corner completes it the other."""
    film.say('Above, two $intercept("arms")$ go; a $res("corner")$ completes the second.')
    lost = pair.terms[0]
    lying, upright, corner = pair.lost
    film.add(lying)
    film.play(*_away(pair, 0, lying), FadeIn(lost.select("one")), run_time=1.2)
    film.wait(0.2)
    film.play(FadeIn(corner), FadeIn(lost.select("corner")), run_time=0.6)
    film.wait(0.2)
    film.add(upright, corner)
    film.play(*_away(pair, 1, upright, corner), FadeIn(lost.select("two")), run_time=1.2)


def _set(pair: Pair, name: str, *parts: VMobject) -> list[Animation]:
    def go(_: object, share: float) -> None:
        pair.set(**{name: share})

    return together(go, parts)


def _away(pair: Pair, arm: int, *parts: VMobject) -> list[Animation]:
    def go(_: object, share: float) -> None:
        pair.set_away(arm, share)

    return together(go, (pair.squares[0], *parts), linear)
