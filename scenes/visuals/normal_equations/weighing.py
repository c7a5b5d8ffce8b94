"""The two moments in which squares are looked at closely: when the line is shifted, and turned."""

from manim import FadeIn, FadeOut

from scenes.film import Film
from scenes.visuals.normal_equations.leaning import BEYOND, NEARER_YET, TURNED
from scenes.visuals.normal_equations.moves import backwards, gather
from scenes.visuals.normal_equations.rows import whole, written
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.strips import named


def weigh_shift(film: Film, stage: Stage) -> None:
    """Shift by a little more, see what a few squares gain or lose, and stack the misses."""
    strips, (first, _) = stage.strips, stage.misses
    film.say("Squares above the line lose a strip, those below gain one.")
    others = [part for part, kept in zip(stage.squares, stage.few, strict=True) if not kept]
    film.play(*map(FadeOut, others), run_time=0.5)
    film.remove(stage.squares, *stage.squares)
    strips.squares.draw()
    strips.set_start()
    film.add(strips.squares, strips)
    seen = (*stage.shifting, strips.squares, strips)
    film.play(*stage.leaning.to(TURNED, NEARER_YET, seen), run_time=1.2)
    names, areas = named(film.pen, strips)
    film.play(FadeIn(names), run_time=0.5)
    film.say("A strip is about 2 · miss · shift: so the misses count.")
    film.play(FadeIn(areas), run_time=0.5)
    film.say("So stack the misses: above on one side, below on the other.")
    film.play(*map(FadeOut, (names, areas, strips, strips.squares)), run_time=0.4)
    gather(film, first)
    film.say("$res(epsilon)$ falls until the beam is level, and rises beyond.")
    for place, time in ((BEYOND, 1.8), (0.0, 1.2)):
        film.play(*stage.leaning.to(TURNED, place, (*stage.shifting, first)), run_time=time)
    film.say("The best line has this beam level: its misses balance.")
    film.play(written(stage.rows.by_intercept), run_time=1.0)
    whole(film, stage.rows.by_intercept)


def weigh_turn(film: Film, stage: Stage) -> None:
    """Turn the line a little, compare two points, and stack the misses with their levers."""
    turning, (first, second), rows = stage.turning, stage.misses, stage.rows
    strips = turning.strips
    film.say("Now hold $intercept(b)$, and turn a little: watch two points.")
    film.play(
        *map(FadeOut, (stage.residuals, first, rows.by_intercept, stage.epsilon)), run_time=0.4
    )
    for part in (turning.residuals, strips.squares, turning.levers):
        part.draw()
    strips.set_start()
    turning.compared.set_start(*stage.leaning.now)
    film.play(*map(FadeIn, (turning.residuals, strips.squares)), run_time=0.5)
    film.play(FadeIn(turning.levers), FadeIn(turning.compared), run_time=0.5)
    film.add(strips)
    seen = (stage.line, turning.residuals, strips.squares, strips, turning.compared.bars)
    film.say("At $slope(x)$, the miss changes by $slope(x)$ · turn: far out, by more.")
    film.play(*stage.leaning.steeper(turning.by, seen), run_time=2.0)
    film.wait(1.6)
    film.say("So for a turn, each miss counts $slope(x)$ times.")
    film.play(*map(FadeOut, (strips, turning.compared, turning.levers)), run_time=0.3)
    back = stage.line, turning.residuals, strips.squares
    film.play(*stage.leaning.steeper(turning.by, back, backwards), run_time=0.8)
    film.play(*map(FadeOut, (strips.squares, turning.residuals)), FadeIn(first), run_time=0.4)
    stage.residuals.draw()
    film.play(
        *map(FadeIn, (stage.residuals, rows.by_intercept, stage.epsilon)),
        written(rows.by_slope),
        run_time=0.9,
    )
    whole(film, rows.by_slope)
    gather(film, second)
