"""The two moments in which squares are looked at closely: when the line is shifted, and turned."""

from manim import FadeIn, FadeOut

from scenes.film import Film
from scenes.visuals.normal_equations.leaning import BEYOND, NEARER_YET, TURNED
from scenes.visuals.normal_equations.moves import backwards, gather
from scenes.visuals.normal_equations.rows import write
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
    film.say('A strip is about $2 dot res("miss") dot intercept("shift")$: so stack the misses.')
    film.play(FadeIn(areas), run_time=0.5)
    film.wait(1.2)
    film.play(*map(FadeOut, (names, areas, strips, strips.squares)), run_time=0.4)
    gather(film, first)
    film.say("$res(epsilon)$ falls while more is lost than gained: until the beam is level.")
    for place, time in ((BEYOND, 1.8), (0.0, 1.2)):
        film.play(*stage.leaning.to(TURNED, place, (*stage.shifting, first)), run_time=time)
    film.say("The best line has this beam level: above equals below.")
    write(film, stage.rows.of_shift)


def weigh_turn(film: Film, stage: Stage) -> None:
    """Turn the line a little, compare two points, and stack the misses x times as high."""
    turning, (first, second), rows = stage.turning, stage.misses, stage.rows
    strips, compared = turning.strips, turning.compared
    film.say("Now hold $intercept(b)$, and turn a little: watch two points.")
    film.play(*map(FadeOut, (stage.residuals, first, rows.of_shift)), run_time=0.4)
    for part in (turning.residuals, strips.squares, turning.levers):
        part.draw()
    strips.set_start()
    compared.set_start(*stage.leaning.now)
    film.play(*map(FadeIn, (turning.residuals, strips.squares)), run_time=0.5)
    film.play(*map(FadeIn, (turning.levers, compared, rows.change)), run_time=0.5)
    film.add(strips)
    number = stage.epsilon.number
    moving = stage.line, turning.residuals, strips.squares, strips, compared.bars, number
    film.say('A miss at $x$ changes by $x dot slope("turn")$: far out, by more.')
    film.play(*stage.leaning.steeper(turning.by, moving), run_time=1.8)
    film.say('So a strip is about $2 dot res("miss") dot x dot slope("turn")$.')
    film.play(*map(FadeOut, (rows.change, compared)), run_time=0.3)
    film.play(FadeIn(rows.strip), run_time=0.4)
    film.wait(1.0)
    film.say('So for a turn, each $res("miss")$ counts $x$ times.')
    film.play(*map(FadeOut, (strips, turning.levers, rows.strip)), run_time=0.3)
    back = stage.line, turning.residuals, strips.squares, number
    film.play(*stage.leaning.steeper(turning.by, back, backwards), run_time=0.7)
    stage.residuals.draw()
    film.play(
        *map(FadeOut, (strips.squares, turning.residuals)),
        *map(FadeIn, (first, stage.residuals, rows.of_shift)),
        run_time=0.4,
    )
    gather(film, second)
    film.say("This beam is not level. The best line has both level.")
    write(film, rows.of_turn)
