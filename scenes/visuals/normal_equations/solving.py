"""Two equations of sums: both beams level, one unknown taken out, and what is left divided."""

from manim import Create, FadeIn, FadeOut, VMobject

from scenes.film import Film, exchange
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.heights import Heights, Rests
from scenes.visuals.normal_equations.rows import Way, arrivals, whole, write
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.together import together


def solve(film: Film, stage: Stage) -> list[VMobject]:
    """Find the a and b for which both beams are level; return what is left beside the results."""
    rows = stage.rows
    film.say("Suppose both are level: two equations.")
    if stage.heights:
        _level(film, stage, stage.heights)
    else:
        film.play(*map(FadeOut, stage.misses), run_time=0.3)
        film.watch(stage.chart, rows.shift, rows.turn)
        write(film, rows.shift)
        write(film, rows.turn)
    film.wait(0.5)
    same = 'the $intercept("orange")$ parts' if stage.heights else "the terms with $intercept(b)$"
    film.say(f"Times $B$, times $N$: now {same} are equal.")
    _multiply(film, stage)
    film.wait(0.5)
    left: list[VMobject] = [stage.line, *stage.defined.values()]
    film.say(
        'Subtract: $intercept("orange")$ is gone. $slope("Blue")$ alone equals $point("grey")$.'
        if stage.heights
        else "Subtract, and only $slope(a)$ is left."
    )
    film.play(*map(Create, rows.struck), run_time=0.5)
    if stage.heights:
        rests = _lay_on(film, stage.heights)
        film.play(FadeIn(rows.rule), FadeIn(rests.names), run_time=0.4)
        ways = [Way(*way) for way in zip(rests.names, ("points", "line"), strict=True)]
        film.play(*arrivals(rows.free, ways), run_time=1.0)
        whole(film, rows.free)
        first, second = stage.heights
        left = [rests, rests.names, first.sides, first.base, second.base]
    else:
        film.play(FadeIn(rows.rule), run_time=0.3)
        write(film, rows.free)
    film.wait(0.9)
    film.say("Divide, both signs turned: $slope(a)$ is sums alone, like $intercept(b)$.")
    gone = [glyph for row in (*rows.multiplied, rows.free) for glyph in row]
    film.play(*map(FadeOut, (*gone, *rows.struck, rows.rule)), run_time=0.3)
    film.remove(rows.free, *rows.multiplied)
    film.watch(*(left if stage.heights else [stage.chart]), rows.slope, rows.intercept)
    write(film, rows.slope)
    write(film, rows.intercept)
    film.wait(0.8)
    return left


def _level(film: Film, stage: Stage, pair: tuple[Heights, Heights]) -> None:
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
    flying = [
        move
        for one, row in zip(pair, (rows.shift, rows.turn), strict=True)
        for move in arrivals(row, [Way(name[0], kind) for kind, name in one.names.items()])
    ]
    film.play(*flying, run_time=1.0)
    whole(film, rows.shift)
    whole(film, rows.turn)


def _multiply(film: Film, stage: Stage) -> None:
    """Each row gets a factor: their blocks grow until those with b are equally high."""
    rows, old = stage.rows, (stage.rows.shift, stage.rows.turn)
    film.play(*map(FadeIn, rows.factors), run_time=0.4)
    film.wait(0.2)
    gone = [glyph for row in (*old, *rows.factors) for glyph in row]
    film.play(*exchange(gone, [glyph for row in rows.multiplied for glyph in row]), run_time=0.7)
    film.remove(*old, *rows.factors)
    for row in rows.multiplied:
        whole(film, row)
    if not stage.heights:
        return
    pair, sums = stage.heights, stage.sums.total
    ends = sums.B * sums.D / (sums.C * sums.N), 1.0

    def grow(_: object, share: float) -> None:
        for one, end in zip(pair, ends, strict=True):
            one.set_multiplied(share, layout.FILLED + share * (end - layout.FILLED))

    film.play(*together(grow, _parts(pair)), run_time=1.4)


def _lay_on(film: Film, pair: tuple[Heights, Heights]) -> Rests:
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
    film.wait(0.2)
    gone = [part for one in pair for part in (*one.bars.values(), *one.blocks.values(), one.beam)]
    film.play(*map(FadeOut, gone), run_time=0.4)

    def drop(_: object, share: float) -> None:
        rests.set_dropped(share)

    film.play(*together(drop, rests), run_time=0.6)
    return rests


def _parts(pair: tuple[Heights, Heights]) -> list[VMobject]:
    return [part for one in pair for part in one.submobjects if part is not one.title]
