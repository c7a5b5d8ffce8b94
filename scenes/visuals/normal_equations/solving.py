"""Two equations of sums: one unknown is taken out, and what is left is divided."""

from manim import Create, FadeIn, FadeOut

from scenes.film import Film
from scenes.visuals.normal_equations.rows import (
    Way,
    arrivals,
    multiply,
    struck,
    whole,
    write,
)
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.written import Rows

# Which block is which part of its row.
PARTS = {"slope": "left", "intercept": "middle", "points": "right"}


def solve(film: Film, stage: Stage) -> None:
    """Write down that both beams are level, and find the a and b for which they are."""
    rows = stage.rows
    film.say("The best line has both beams level: two equations.")
    film.watch(stage.chart, rows.marks, rows.shift, rows.turn)
    _read_off(film, stage)
    film.wait(1.0)
    film.say("Multiply each, and the terms with $intercept(b)$ are the same.")
    multiply(film, rows.multiplied)
    film.wait(0.8)
    film.say("Subtract, and only $slope(a)$ is left.")
    _subtract(film, rows)
    film.wait(1.0)
    film.say("So $slope(a)$ is made of sums alone, and $intercept(b)$ in the same way.")
    film.play(
        *(FadeOut(glyph) for row in rows.multiplied for glyph in row.new),
        *(FadeOut(part) for part in (*rows.free, *rows.struck, rows.rule, *rows.marks)),
        run_time=0.3,
    )
    film.remove(rows.free, *(row.new for row in rows.multiplied))
    film.watch(stage.chart, rows.slope, rows.intercept)
    write(film, rows.slope)
    write(film, rows.intercept)
    film.wait(1.0)


def _read_off(film: Film, stage: Stage) -> None:
    """The names of the blocks go into the rows; without blocks the rows are written."""
    rows, pair = stage.rows, (stage.rows.shift, stage.rows.turn)
    if not stage.heights:
        film.play(*map(FadeOut, stage.misses), run_time=0.3)
        for mark, row in zip(rows.marks, pair, strict=True):
            film.play(FadeIn(mark), run_time=0.2)
            write(film, row)
        return
    flying = []
    for columns, row in zip(stage.heights, pair, strict=True):
        ways = [Way(columns.names[kind][0], part) for kind, part in PARTS.items()]
        flying += arrivals(row, ways)
    film.play(*map(FadeOut, stage.heights), run_time=0.4)
    film.play(*flying, *map(FadeIn, rows.marks), run_time=1.0)
    for row in pair:
        whole(film, row)


def _subtract(film: Film, rows: Rows) -> None:
    for row, stroke in zip(rows.multiplied, rows.struck, strict=True):
        stroke.points = struck(row.new.select("same"))
    film.play(*map(Create, rows.struck), run_time=0.6)
    film.play(FadeIn(rows.rule), run_time=0.3)
    write(film, rows.free)
