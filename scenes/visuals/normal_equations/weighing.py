"""The two moments in which squares are looked at closely: when the line is shifted, and turned."""

from manim import FadeIn, FadeOut

from scenes.film import Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.leaning import BEYOND, NEARER_YET, TURNED
from scenes.visuals.normal_equations.moves import backwards, gather
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.together import together


def weigh_shift(film: Film, stage: Stage) -> None:
    """Enlarge one square, see what a shift does to it, and stack the misses."""
    strips, square, (first, _) = stage.strips, stage.enlarged, stage.misses
    film.say("Look at one square: a small shift " + _does(square.gains) + " two arms.")
    strips.squares.draw()
    strips.set_start()
    alone = strips.squares[square.k], strips[square.k]
    others = [
        part
        for group in (strips.squares, strips)
        for part in group
        if not any(part is one for one in alone)
    ]
    film.add(alone[0])
    film.play(*map(FadeOut, stage.squares), run_time=0.4)
    film.remove(stage.squares, *stage.squares)

    def come(_: object, share: float) -> None:
        square.set_come(share)

    film.play(*together(come, [square.base]), run_time=1.0)
    film.add(square, *alone)
    seen = (*stage.shifting, *alone, square)
    film.play(*stage.leaning.to(TURNED, NEARER_YET, seen), run_time=1.4)
    film.say('Each arm is the $res("miss")$ times the $intercept("shift")$.')
    film.play(FadeIn(square.names), run_time=0.5)
    film.wait(1.4)
    film.say(_so_stack(square.gains, outside=bool(stage.marks)))
    film.play(*map(FadeIn, others), run_time=0.6)
    film.wait(0.9)
    leaving = (square, square.names, *strips, *strips.squares)
    film.play(*map(FadeOut, leaving), run_time=0.4)
    gather(film, first)
    film.say("$res(epsilon)$ is least where this beam is level.")
    moving = (*stage.shifting, first)
    for place, time in ((0.0, 1.2), (BEYOND, 0.9), (0.0, 0.9)):
        film.play(*stage.leaning.to(TURNED, place, moving), run_time=time)
    film.wait(1.0)


def weigh_turn(film: Film, stage: Stage) -> None:
    """Turn the line a little, compare two points, and stack the misses x times as high."""
    turning, (first, second) = stage.turning, stage.misses
    strips, compared = turning.strips, turning.compared
    film.say("Now turn it about $intercept(b)$, and watch two points.")
    film.play(*map(FadeOut, (stage.residuals, first)), run_time=0.4)
    for part in (turning.residuals, strips.squares, turning.levers):
        part.draw()
    strips.set_start()
    compared.set_start(*stage.leaning.now)
    film.play(
        *map(
            FadeIn, (turning.residuals, strips.squares, turning.levers, compared, stage.rows.change)
        ),
        run_time=0.6,
    )
    film.add(strips)
    number = stage.epsilon.number
    moving = stage.line, turning.residuals, strips.squares, strips, compared.bars, number
    film.say('A miss at $x$ changes by $x dot slope("turn")$: far out, by more.')
    film.play(*stage.leaning.steeper(turning.by, moving), run_time=1.8)
    film.wait(1.2)
    film.say('Turn back. For a turn, each $res("miss")$ counts $x$ times.')
    film.play(*map(FadeOut, (strips, turning.levers, stage.rows.change, compared)), run_time=0.3)
    back = stage.line, turning.residuals, strips.squares, number
    film.play(*stage.leaning.steeper(turning.by, back, backwards), run_time=0.7)
    stage.residuals.draw()
    first.set_area(layout.FIRST)
    film.play(
        *map(FadeOut, (strips.squares, turning.residuals)),
        *map(FadeIn, (first, stage.residuals)),
        run_time=0.4,
    )
    gather(film, second)
    film.say("And this beam is not level.")


def _so_stack(gains: bool, *, outside: bool) -> str:
    above = "Squares above the line lose such arms. " if gains else ""
    if not outside:
        return f'{above}So stack the $res("misses")$.'
    # Whoever has only a mark at the edge weighs in with the whole miss.
    return f'{above}Stack all $res("misses")$, also outside.'


def _does(gains: bool) -> str:
    return "adds" if gains else "takes off"
