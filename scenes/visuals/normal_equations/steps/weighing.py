"""What makes the beams: a shift, a turn, and that each of them undoes the other."""

import numpy as np
from manim import UP, FadeIn, FadeOut, VMobject, linear, smooth, squish_rate_func

from scenes.film import SECOND_HALF, Film, exchange
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.misses import Misses
from scenes.visuals.normal_equations.leaning import BEYOND, NEARER_YET, TURNED
from scenes.visuals.normal_equations.moves import gather, lay_beams
from scenes.visuals.normal_equations.squares.pair import one_of_each
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.steps.one_of_each import show_one_of_each
from scenes.visuals.plot.together import together
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import RIGHT_EDGE, SMALLEST, THIN

LEVEL = 0.0
NAMED = 0.15  # above a beam
MEASURED, TICK = 0.2, 0.1  # above a pile, its width
UNDONE = (
    'Turn until $slope("blue")$ is level: $res(epsilon)$ falls.',
    'Shift until $intercept("orange")$ is: $res(epsilon)$ falls, $slope("blue")$ tips.',
)
WAIT = '$res("Corners")$ wait; $intercept("arms")$, equally wide, pile up.'
GOING = squish_rate_func(linear, 0.0, 0.4)
# Where epsilon stands comes what is written above a wide chart: until then it is gone.
AT_ONCE, LAST = squish_rate_func(linear, 0.0, 0.15), squish_rate_func(smooth, 0.85, 1.0)


def weigh_shift(film: Film, stage: Stage) -> None:
    """See large what a shift does to two squares, and pile up what it does to all."""
    arms, (first, _), leaning, squares = stage.arms, stage.misses, stage.leaning, stage.squares
    shifted = leaning.line(TURNED, NEARER_YET)
    around = first.base, first.sides, stage.arms_name
    if one_of_each(squares):
        seen, epsilon = show_one_of_each(film, stage, shifted)
        film.say(WAIT)
        film.play(
            *(FadeOut(part, rate_func=GOING) for part in seen),
            *stage.chart.move(layout.HALF, (*stage.drawn, squares)),
            *exchange([epsilon], [stage.epsilon, *around]),
            run_time=0.8,
        )
    else:
        film.say('Shift up: squares below gain two $intercept("arms")$, others lose two.')
        film.play(*leaning.to(shifted, (*stage.shifting, *squares)), run_time=1.0)
        film.say(WAIT)
        film.play(*map(FadeIn, around), run_time=0.3)
    film.play(
        *map(FadeOut, squares),
        *map(FadeIn, (arms.set_gathered(0.0), arms.corners)),
        run_time=0.3,
    )
    film.watch(stage.chart, stage.epsilon)

    def fly(_: object, share: float) -> None:
        arms.set_gathered(share)

    film.play(*together(fly, arms, linear), FadeOut(arms.corners), run_time=1.1)
    wide = [mark for part in arms for mark in _width(film, part)]
    film.play(*map(FadeIn, wide), run_time=0.4)
    film.wait(0.2)
    film.say("Taller above: up takes more than it adds.")
    film.play(
        *map(FadeOut, (arms, *wide)),
        FadeIn(first.pieces),
        *exchange([stage.arms_name], [first.title]),
        run_time=0.6,
    )
    lay_beams(film, first)
    _name_beam(film, first, "shift's beam", film.theme.intercept)
    film.say('$res(epsilon)$ falls, rises, and is least where $intercept("orange")$ is level.')
    moving, level = (*stage.shifting, first), leaning.line(TURNED, LEVEL)
    film.play(*leaning.to(level, moving), run_time=0.8)
    film.play(FadeIn(stage.least), run_time=0.3)
    film.play(*leaning.to(leaning.line(TURNED, BEYOND), moving), run_time=0.8)
    film.wait(0.1)
    film.play(*leaning.to(level, moving), run_time=0.7)
    film.wait(0.3)


def weigh_turn(film: Film, stage: Stage) -> None:
    """The line is a lever: far out its arms are wider, so a miss counts x times."""
    lever, leaning, chart, (first, second) = stage.lever, stage.leaning, stage.chart, stage.misses
    film.say('Turn it about $intercept(b)$: at $x$, it moves by $x dot slope("turn")$.')
    film.play(
        FadeOut(first, rate_func=GOING),
        *(FadeOut(part, rate_func=AT_ONCE) for part in (stage.epsilon, stage.least)),
        *chart.move(layout.WIDE, [stage.residuals, stage.line, *stage.everyone], run_time=0.9),
        run_time=0.9,
    )
    film.watch(chart)
    lever.draw()
    frame = lever.before, lever.arrows, lever.pivot, lever.label
    film.play(FadeOut(stage.residuals), *map(FadeIn, (*frame, lever.squares)), run_time=0.4)
    parts = lever.arms, lever.arms.corners
    film.add(*parts)
    back = leaning.now
    tipped = back[0] + stage.tipping, back[1]
    film.play(*leaning.to(tipped, (stage.line, *parts)), run_time=1.4)
    film.say(
        'So $slope("arms")$ are $x dot slope("turn")$ wide: each $res("miss")$ counts $x$ times.'
    )
    film.wait(1.5)
    # The line goes back, and there its misses are what was counted before.
    film.play(*leaning.to(back, (stage.line, *parts)), run_time=0.5)
    film.play(FadeIn(stage.residuals), *map(FadeOut, (*frame, *parts, lever.squares)), run_time=0.4)
    first.set_area(layout.FIRST)
    second.note_scale(film.pen, first.unit, second.unit)
    film.watch(chart, first, second)
    film.play(
        *chart.move(layout.HALF, [stage.residuals, stage.line, *stage.everyone], run_time=0.8),
        FadeIn(first, rate_func=SECOND_HALF),
        FadeIn(stage.epsilon, rate_func=LAST),
        run_time=0.8,
    )
    gather(film, second, time=0.9)
    lay_beams(film, second)
    _name_beam(film, second, "turn's beam", film.theme.slope)


def undo(film: Film, stage: Stage) -> None:
    """Level one beam, and the other tips: both are wanted at once."""
    leaning, rounds = stage.leaning, stage.rounds
    moving = (*stage.shifting, *stage.misses)
    if not rounds:
        film.say("The first beam is level, and this one is not. Can both be?")
        film.wait(1.0)
        return
    for line, sentence in zip(rounds, UNDONE, strict=True):
        film.say(sentence)
        film.play(*leaning.to(line, moving), run_time=1.2)
        film.wait(1.1)
    film.say("Least needs both. Can both be level?")
    film.wait(2.3)


def _name_beam(film: Film, misses: Misses, name: str, colour: str) -> None:
    """Tell whose beam it is while it rests: above its lower half, where there is room."""
    beam = misses.beam
    word = film.pen.words(name, colour, SMALLEST)
    left = min(float(beam.get_center()[0]), RIGHT_EDGE - float(word.width))
    across = np.array([left, left + word.width])
    (x, y), (end, low) = beam.points[0, :2], beam.points[-1, :2]
    foot = float(np.interp(across, [x, end], [y, low]).max()) + NAMED
    film.play(FadeIn(word.move_to((across.mean(), foot + word.height / 2, 0.0))), run_time=0.3)
    film.wait(0.7)
    film.play(FadeOut(word), run_time=0.2)


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
