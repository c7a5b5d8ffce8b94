"""What a shift does to one square below the line and to one above it, shown large."""

from manim import Animation, FadeIn, VMobject, linear

from scenes.film import Film, exchange
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.formulas.epsilon import Epsilon
from scenes.visuals.normal_equations.leaning import Line
from scenes.visuals.normal_equations.squares.pair import Pair
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import SMALLEST


def show_one_of_each(film: Film, stage: Stage, shifted: Line) -> tuple[list[VMobject], Epsilon]:
    """Two arms and a corner are gained; two arms are lost once a corner completes the second.

    The chart stays in sight, and its line is ``shifted``. Return what is on screen beside it then,
    and epsilon above it.
    """
    pair, leaning = Pair(film.pen, stage.squares), stage.leaning
    epsilon = Epsilon(
        film.pen,
        leaning.landscape,
        leaning.now,
        layout.ROWS_EPSILON,
        SMALLEST,
        label="res(epsilon)",
    )
    film.add(*pair.squares)
    film.watch(stage.chart, epsilon, *pair.squares, *pair.terms, pair.sides, pair.before)
    film.play(
        *stage.chart.move(layout.SMALL, (*stage.drawn, stage.squares)),
        *_set(pair, "come", *pair.squares),
        *exchange([stage.epsilon], [epsilon, pair.sides]),
        run_time=0.9,
    )
    film.play(*map(FadeIn, (pair.before, pair.line, pair.dots)), run_time=0.4)
    film.say('Shift it up: a square below gains two $intercept("arms")$ and a $res("corner")$.')
    growing = pair.squares[0], pair.lost[0], pair.gained[0], pair.line
    film.add(*growing, pair.dots)
    leaning.parts.append(epsilon)
    film.play(
        *leaning.to(shifted, (stage.residuals, stage.line, stage.squares, epsilon.number)),
        *_set(pair, "moved", *growing),
        run_time=1.1,
    )
    film.wait(0.2)
    leaning.parts.remove(epsilon)
    _gain(film, pair)
    _lose(film, pair)
    film.wait(0.2)
    words = pair.sides, pair.names, *(glyph for one in pair.terms for glyph in one)
    return [*pair.parts, *words], epsilon


def _gain(film: Film, pair: Pair) -> None:
    """The square below the line gets one part after the other."""
    names = ("one", "two", "corner")
    for k, (name, term) in enumerate(zip(pair.names, names, strict=True)):
        # The first one has come with the line.
        part = pair.gained[k : k + 1] if k else []
        film.play(*map(FadeIn, (*part, name, pair.terms[1].select(term))), run_time=0.5)
        film.wait(0.2)
    film.wait(0.2)


def _lose(film: Film, pair: Pair) -> None:
    """From the square above the line one arm goes, and once a corner completes it the other."""
    film.say('Above, two $intercept("arms")$ go; a $res("corner")$ completes the second.')
    lost = pair.terms[0]
    lying, upright, corner = pair.lost
    film.play(*_away(pair, 0, lying), FadeIn(lost.select("one")), run_time=0.9)
    film.play(FadeIn(corner), FadeIn(lost.select("corner")), run_time=0.5)
    film.wait(0.3)
    film.add(upright, corner)
    film.play(*_away(pair, 1, upright, corner), FadeIn(lost.select("two")), run_time=1.1)


def _set(pair: Pair, name: str, *parts: VMobject) -> list[Animation]:
    def go(_: object, share: float) -> None:
        pair.set(**{name: share})

    return together(go, parts)


def _away(pair: Pair, arm: int, *parts: VMobject) -> list[Animation]:
    def go(_: object, share: float) -> None:
        pair.set_away(arm, share)

    return together(go, (pair.squares[0], *parts), linear)
