"""What makes the beams: a shift, a turn, and that each of them undoes the other."""

import numpy as np
from manim import UP, FadeIn, FadeOut, VMobject, linear, squish_rate_func

from scenes.film import Film, exchange
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.leaning import BEYOND, NEARER_YET, TURNED
from scenes.visuals.normal_equations.moves import gather, lay_beams
from scenes.visuals.normal_equations.squares.pair import one_of_each
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.steps.one_of_each import show_one_of_each
from scenes.visuals.plot.together import together
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import SMALLEST, THIN

LEVEL = 0.0
NAMED = 0.45  # above the middle of a beam
MEASURED, TICK = 0.2, 0.1  # above a pile, its width


def weigh_shift(film: Film, stage: Stage) -> None:
    """See large what a shift does to two squares, and pile up what it does to all."""
    arms, (first, _), leaning, squares = stage.arms, stage.misses, stage.leaning, stage.squares
    shifted = leaning.line(TURNED, NEARER_YET)
    if one_of_each(squares):
        seen, epsilon = show_one_of_each(film, stage, shifted)
        film.say('Leave $res("corners")$ for later; pile up $intercept("arms")$.')
        film.play(
            *(FadeOut(part, rate_func=squish_rate_func(linear, 0.0, 0.4)) for part in seen),
            *stage.chart.move(layout.HALF, (*stage.drawn, squares)),
            *exchange([epsilon], [stage.epsilon]),
            run_time=0.9,
        )
    else:
        film.say('Shift up: squares below gain two $intercept("arms")$, others lose two.')
        film.play(*leaning.to(shifted, (*stage.shifting, *squares)), run_time=1.0)
    around = first.base, first.sides, stage.arms_name
    film.play(
        *map(FadeOut, squares),
        *map(FadeIn, (arms.set_gathered(0.0), arms.corners, *around)),
        run_time=0.5,
    )
    film.watch(stage.chart, stage.epsilon)

    def fly(_: object, share: float) -> None:
        arms.set_gathered(share)

    film.play(*together(fly, arms, linear), FadeOut(arms.corners), run_time=1.3)
    film.say('$intercept("Arms")$ are equally wide: only $res("misses")$ count.')
    wide = [mark for part in arms for mark in _width(film, part)]
    film.play(*map(FadeIn, wide), run_time=0.4)
    film.wait(0.6)
    film.play(
        *map(FadeOut, (arms, *wide)),
        FadeIn(first.pieces),
        *exchange([stage.arms_name], [first.title]),
        run_time=0.8,
    )
    name = film.pen.words("beam", film.theme.intercept, SMALLEST)
    name.move_to(first.beam.get_center() + NAMED * UP)
    lay_beams(film, first)
    film.play(FadeIn(name), run_time=0.3)
    film.wait(0.3)
    film.say("$res(epsilon)$ falls, rises, and is least where the beam is level.")
    film.play(FadeOut(name), run_time=0.2)
    moving, level = (*stage.shifting, first), leaning.line(TURNED, LEVEL)
    film.play(*leaning.to(level, moving), run_time=0.9)
    film.play(FadeIn(stage.least), run_time=0.3)
    film.play(*leaning.to(leaning.line(TURNED, BEYOND), moving), run_time=0.8)
    film.wait(0.1)
    film.play(*leaning.to(level, moving), run_time=0.7)
    film.wait(0.4)


def weigh_turn(film: Film, stage: Stage) -> None:
    """The line is a lever: far out its arms are wider, so a miss counts x times."""
    lever, leaning, chart, (first, second) = stage.lever, stage.leaning, stage.chart, stage.misses
    film.say('Turn it about $intercept(b)$: at $x$, it moves by $x dot slope("turn")$.')
    gone = stage.residuals, stage.epsilon, stage.least, first
    film.play(*map(FadeOut, gone), run_time=0.3)
    film.play(*chart.move(layout.WIDE, [stage.line, *stage.everyone]), run_time=0.7)
    film.watch(chart)
    lever.draw()
    frame = lever.before, lever.arrows, lever.pivot, lever.label
    film.play(*map(FadeIn, (*frame, lever.squares)), run_time=0.4)
    parts = lever.arms, lever.arms.corners
    film.add(*parts)
    back = leaning.now
    tipped = back[0] + stage.tipping, back[1]
    film.play(*leaning.to(tipped, (stage.line, *parts)), run_time=1.5)
    film.say('So $slope("arms")$ at $x$ are $x dot slope("turn")$ wide.')
    film.wait(1.7)
    film.play(*map(FadeOut, (*frame, *parts, lever.squares)), run_time=0.3)
    film.watch(chart, stage.epsilon)
    leaning.set_line(*back)
    film.hush()
    film.play(*chart.move(layout.HALF, [stage.line, *stage.everyone]), run_time=0.6)
    stage.residuals.draw()
    first.set_area(layout.FIRST)
    film.watch(chart, first, second)
    film.say('Each $res("miss")$ counts $x$ times, rescaled.')
    film.play(*map(FadeIn, (first, stage.residuals, stage.epsilon)), run_time=0.4)
    gather(film, second, time=1.0)


def undo(film: Film, stage: Stage) -> None:
    """Level one beam, and the other tips: both are wanted at once."""
    leaning, rounds = stage.leaning, stage.rounds
    moving = (*stage.shifting, *stage.misses)
    if not rounds:
        film.say("The first beam is level, and this one is not. Can both be?")
        film.wait(1.0)
        return
    film.say('Turn until $slope("blue")$ is level.')
    film.play(*leaning.to(rounds[0], moving), run_time=1.2)
    film.wait(0.3)
    film.say('Shift until $intercept("orange")$ is level.')
    film.play(*leaning.to(rounds[1], moving), run_time=1.2)
    film.wait(0.3)
    film.say("Can both be level at once?")
    film.wait(1.5)


def _width(film: Film, arms: VMobject) -> list[VMobject]:
    """Return what measures how wide the arms of a pile are: all of them stand two abreast."""
    if not arms.has_points():
        return []
    colour = film.theme.intercept
    left, top = float(arms.get_left()[0]), float(arms.get_top()[1]) + MEASURED
    right = left + arms.width / 2
    ends = [[(x, top - TICK, 0.0), (x, top + TICK, 0.0)] for x in (left, right)]
    strokes = np.array([[(left, top, 0.0), (right, top, 0.0)], *ends])
    mark = VMobject(stroke_color=colour, stroke_width=THIN)
    mark.points = polylines(strokes)
    return [mark, film.pen.words("shift", colour, SMALLEST).next_to(mark, UP, buff=TICK)]
