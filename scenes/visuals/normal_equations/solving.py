"""Two equations of sums: both beams level, one unknown taken out, and what is left divided."""

from manim import Create, FadeIn, FadeOut, VMobject

from scenes.film import Film, exchange
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.heights import Heights, Rests
from scenes.visuals.normal_equations.rows import whole, write
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.written import Rows
from scenes.visuals.plot.together import together
from scenes.visuals.writing.formula_parts import Formula

Pair = tuple[Heights, Heights]


def solve(film: Film, stage: Stage) -> list[VMobject]:
    """Find the a and b for which both beams are level; return what is left beside the results."""
    film.say("Both beams level: two equations.")
    if stage.heights:
        return _weigh(film, stage, stage.heights)
    return _calculate(film, stage)


def _weigh(film: Film, stage: Stage, pair: Pair) -> list[VMobject]:
    """One pair of columns is laid on the other; then the first one tells b."""
    rows, (first, second) = stage.rows, pair
    _level(film, stage, pair)
    film.wait(0.6)
    film.say('Times $B$, times $N$: equally much $intercept("orange")$.')
    _multiply(film, stage, pair)
    film.wait(0.3)
    film.say('Subtract: $slope("blue")$ alone equals $point("grey")$.')
    film.play(*map(FadeOut, (*rows.multiplied[0], *rows.multiplied[1])), run_time=0.3)
    film.remove(*rows.multiplied)
    rests = _lay_on(film, pair)
    film.play(FadeIn(rests.names), run_time=0.4)
    film.wait(0.8)
    film.say("Divide: $slope(a)$ is sums alone.")
    left = [rests, rests.names, first.sides, first.base, second.base]
    film.watch(*left, rows.slope)
    write(film, rows.slope)
    film.wait(0.3)
    film.say("The first beam tells $intercept(b)$.")
    first.set_multiplied(0.0, layout.FILLED_ALONE)
    back = [*first.blocks.values(), *first.names.values(), first.beam]
    film.watch(first, rows.slope, rows.intercept)
    film.play(*exchange((rests, rests.names, second.base), back), run_time=0.7)
    write(film, rows.intercept)
    film.wait(0.6)
    return [*back, first.base, first.sides]


def _calculate(film: Film, stage: Stage) -> list[VMobject]:
    """The same in rows, where there are no columns."""
    rows = stage.rows
    film.play(*map(FadeOut, stage.misses), run_time=0.3)
    film.watch(stage.chart, rows.shift, rows.turn)
    write(film, rows.shift)
    write(film, rows.turn)
    film.say("Times $B$, times $N$: now the terms with $intercept(b)$ are equal.")
    _rewrite(film, rows)
    film.wait(0.5)
    film.say("Subtract, and only $slope(a)$ is left.")
    film.play(*map(Create, rows.struck), FadeIn(rows.rule), run_time=0.5)
    write(film, rows.free)
    film.wait(0.9)
    film.say("Divide: $slope(a)$ is sums alone, and with it $intercept(b)$.")
    gone = [glyph for row in (*rows.multiplied, rows.free) for glyph in row]
    film.play(*map(FadeOut, (*gone, *rows.struck, rows.rule)), run_time=0.3)
    film.remove(rows.free, *rows.multiplied)
    film.watch(stage.chart, rows.slope, rows.intercept)
    write(film, rows.slope)
    write(film, rows.intercept)
    film.wait(0.8)
    return [stage.line, *stage.defined.values()]


def _level(film: Film, stage: Stage, pair: Pair) -> None:
    """The line goes; the columns become those of a line for which both beams are level."""
    rows = stage.rows
    for one in pair:
        film.remove(one)
        film.add(*one.submobjects)
    leaving = stage.chart, stage.line, *stage.defined.values(), *(one.title for one in pair)
    film.play(*map(FadeOut, leaving), run_time=0.4)
    best = stage.best.slope, stage.best.intercept
    starts = [(one.area, one.filled, one.a, one.b) for one in pair]
    areas = layout.FIRST_SOLVED, layout.SECOND_SOLVED

    def go(_: object, share: float) -> None:
        for one, (area, filled, a, b), end in zip(pair, starts, areas, strict=True):
            one.filled = filled + share * (layout.FILLED - filled)
            one.area = area.towards(end, share)
            one.set_line(a + share * (best[0] - a), b + share * (best[1] - b))

    film.watch(*pair, rows.shift, rows.turn)
    film.play(*together(go, _parts(pair)), run_time=1.2)
    for row, two, area in zip((rows.shift, rows.turn), rows.multiplied, areas, strict=True):
        for formula in (row, two):
            _below(formula, area.middle[0])
    film.play(*(FadeIn(glyph) for row in (rows.shift, rows.turn) for glyph in row), run_time=0.5)
    whole(film, rows.shift)
    whole(film, rows.turn)


def _below(row: Formula, across: float) -> None:
    """Put an equation below its columns."""
    row.shift((across - row.get_center()[0], layout.BELOW - row.get_center()[1], 0.0))


def _rewrite(film: Film, rows: Rows) -> None:
    """Both rows as they are with their factors."""
    old = rows.shift, rows.turn
    gone, coming = ([glyph for row in two for glyph in row] for two in (old, rows.multiplied))
    film.play(*exchange(gone, coming), run_time=0.8)
    film.remove(*old)
    for row in rows.multiplied:
        whole(film, row)


def _multiply(film: Film, stage: Stage, pair: Pair) -> None:
    """Each pair times its factor: the blocks grow until those with b are equally high."""
    sums = stage.sums.total
    ends = sums.B * sums.D / (sums.C * sums.N), 1.0

    def grow(_: object, share: float) -> None:
        for one, end in zip(pair, ends, strict=True):
            one.set_multiplied(share, layout.FILLED + share * (end - layout.FILLED))

    _rewrite(film, stage.rows)
    film.play(*together(grow, _parts(pair)), run_time=1.4)


def _lay_on(film: Film, pair: Pair) -> Rests:
    """One pair is laid on the other: what is left between the beams sinks to the ground."""
    first, second = pair
    gone: list[VMobject] = [name for one in pair for name in one.products.values()]
    gone.append(second.sides)
    film.play(*map(FadeOut, gone), run_time=0.3)
    starts = first.area, second.area

    def go(_: object, share: float) -> None:
        for one, start in zip(pair, starts, strict=True):
            one.set_area(start.towards(layout.LAID, share))

    film.play(*together(go, [part for part in _parts(pair) if part not in gone]), run_time=1.0)
    rests = Rests(film.pen, pair)
    film.play(FadeIn(rests), run_time=0.4)
    gone = [part for one in pair for part in (*one.bars.values(), *one.blocks.values(), one.beam)]
    film.play(*map(FadeOut, gone), run_time=0.4)

    def drop(_: object, share: float) -> None:
        rests.set_dropped(share)

    film.play(*together(drop, rests), run_time=0.6)
    return rests


def _parts(pair: Pair) -> list[VMobject]:
    return [part for one in pair for part in one.submobjects if part is not one.title]
