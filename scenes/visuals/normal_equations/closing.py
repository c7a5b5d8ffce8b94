"""The end: the five sums go into the formulas, and the line of the sums meets its points again."""

from collections.abc import Iterable

from manim import LEFT, RIGHT, UP, Animation, Create, FadeIn, FadeOut, VGroup, linear

from scenes.film import Film
from scenes.visuals.normal_equations import derivation, layout
from scenes.visuals.normal_equations.board import whole
from scenes.visuals.normal_equations.leaning import SHIFTED, TURNED
from scenes.visuals.normal_equations.rows import axis
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.substitution import numbers_in
from scenes.visuals.normal_equations.travel import Way, arrivals, late
from scenes.visuals.plot.appearing import appear, grow
from scenes.visuals.writing.formula_parts import Formula


def put_in(film: Film, stage: Stage) -> None:
    """The five sums of the beginning go into the two formulas."""
    summing, results = stage.summing, (stage.slope, stage.intercept)
    left = summing.left(layout.NUMBERS_LEFT)
    film.say("Now the five numbers of the beginning.")
    film.play(*map(FadeOut, (*stage.drawn, *stage.cut)), run_time=0.3)
    film.play(
        *stage.chart.move(layout.NARROW, [], run_time=0.7),
        *(
            result.animate.move_to((left, height, 0.0), aligned_edge=LEFT)
            for result, height in zip(results, layout.RESULTS_CLOSE, strict=True)
        ),
        run_time=0.7,
    )
    summing.put((left, layout.CLOSE_TOP), layout.CLOSE_PITCH)
    film.watch(stage.chart, *results, *summing.values.values())
    film.play(*map(FadeIn, summing.values.values()), run_time=0.5)
    values = stage.slope_value, stage.intercept_value
    for result, value in zip(results, values, strict=True):
        value.next_to(result, RIGHT, buff=0.15)
        # The second equals sign stands as high as the first.
        value.shift((axis(result) - float(value[0].get_center()[1])) * UP)
    numbers = {letter: one.number for letter, one in summing.values.items()}
    rows = [
        _with_numbers(film, stage, *pair)
        for pair in zip(results, (derivation.SLOPE, derivation.INTERCEPT), strict=True)
    ]
    film.play(*_each(FadeOut, results), run_time=0.3)
    film.remove(*results)
    flying = (
        flight
        for row, names in rows
        for flight in arrivals(row, [Way(numbers[name[0]], name) for name in names])
    )
    film.play(*flying, run_time=1.3)
    film.wait(0.9)
    film.play(*_each(FadeOut, [row for row, _ in rows]), run_time=0.3)
    film.play(*_each(FadeIn, (*results, *values)), run_time=0.4)
    for formula in (*results, *values):
        whole(film, formula)


def draw_line(film: Film, stage: Stage) -> None:
    """The line of the sums; the points come back, and it is theirs."""
    sums, summing = stage.summing.values.values(), stage.summing
    across = (summing.left(layout.SUMS_LEFT) - summing.left(layout.NUMBERS_LEFT)) * RIGHT
    beside = (*sums, stage.slope, stage.slope_value, stage.intercept, stage.intercept_value)
    film.say("This line has seen no point.")
    film.play(
        *stage.chart.move(layout.LARGE, []),
        *(part.animate.shift(across) for part in beside),
        run_time=0.8,
    )
    film.watch(stage.chart)
    closing = _closing(film, stage)
    stage.leaning.set_place(0.0, 0.0)
    stage.points.draw()
    stage.mean.draw()
    film.play(Create(stage.line), run_time=1.2)
    film.say("The points come back: it is theirs.")
    film.play(appear(stage.points), run_time=1.4, rate_func=linear)
    film.say("Its $res(epsilon)$ is the least there is.")
    film.play(FadeIn(stage.residuals), run_time=0.5)
    film.play(grow(stage.squares), FadeIn(closing, rate_func=late), run_time=1.2)
    film.say("Five sums know the best line.")
    film.play(FadeIn(stage.mean, scale=3), run_time=0.7)
    film.wait(1.0)


def _each(kind: type[FadeIn | FadeOut], formulas: Iterable[Formula]) -> list[Animation]:
    """Return the animations of all glyphs: a whole formula would forget how bold its bars are."""
    return [kind(glyph) for formula in formulas for glyph in formula]


def _with_numbers(
    film: Film, stage: Stage, result: Formula, source: str
) -> tuple[Formula, list[str]]:
    """Return a result with numbers for its letters, where it stands, and the numbers' names."""
    row, names = numbers_in(film.pen, stage.sums, source)
    if row.width > layout.NUMBERS_WIDTH:
        # As a group: a formula that is scaled forgets how bold its bars are.
        VGroup(*row).scale_to_fit_width(layout.NUMBERS_WIDTH)
    row.shift(result.select("e").get_center() - row.select("e").get_center())
    return row.align_to(result, LEFT), names


def _closing(film: Film, stage: Stage) -> VGroup:
    """Return epsilon of the best line and of the guess, in the corner that the line leaves free."""
    least, guess = (
        stage.epsilon.written(*stage.leaning.line(*place))
        for place in ((0.0, 0.0), (TURNED, SHIFTED))
    )
    lines = VGroup(
        film.pen.formula(f"res(epsilon) = res({least})"),
        film.pen.formula(f'muted("guess:" {guess})', size=layout.GUESS_SIZE),
    ).arrange(-UP, aligned_edge=LEFT, buff=0.25)
    box, side = stage.chart.box, LEFT if stage.best.slope > 0 else RIGHT
    edge = box.left + 0.3 if stage.best.slope > 0 else box.right - 0.3
    return lines.move_to((edge, box.top - 0.1, 0.0), aligned_edge=side + UP)
