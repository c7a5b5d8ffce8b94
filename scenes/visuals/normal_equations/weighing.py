"""The two moments in which the squares are weighed: strip by strip, and by both beams at last."""

from manim import FadeIn, FadeOut

from scenes.film import Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.board import lifted, written
from scenes.visuals.normal_equations.leaning import BEYOND, NEARER_YET, TURNED
from scenes.visuals.normal_equations.moves import gather, move_balance
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.strips import named
from scenes.visuals.normal_equations.travel import late

SHIFT_ROW = "d2", "e2", "n2", "k2", "S2", "in2"


def weigh_strips(film: Film, stage: Stage) -> None:
    """Shift the line by a little more, see what a few squares gain or lose, and add all up."""
    strips = stage.strips
    film.say("A little more, for a few squares:")
    others = [part for part, kept in zip(stage.squares, stage.few, strict=True) if not kept]
    film.play(*map(FadeOut, others), run_time=0.5)
    film.remove(stage.squares, *stage.squares)
    strips.squares.draw()
    strips.set_start()
    film.add(strips.squares, strips)
    seen = (*stage.shifting, strips.squares, strips)
    film.play(*stage.leaning.to(TURNED, NEARER_YET, seen), run_time=1.2)
    film.say("each changes by about 2 · miss · shift.")
    names = named(film.pen, strips)
    film.play(FadeIn(names), run_time=0.6)
    film.say("Above they lose: minus. Below they gain.")
    film.say("All together, per shift:")
    film.play(written(stage.gradient, SHIFT_ROW), FadeOut(names), run_time=1.2)
    gather(film, stage.first)
    film.play(FadeOut(strips), FadeOut(strips.squares), run_time=0.4)


def level_the_turn(film: Film, stage: Stage) -> None:
    """Make the picture large, and turn the line to the slope: both beams are level."""
    slope = stage.slope
    aside = (stage.letters, *stage.marks, stage.times, stage.free)
    film.play(*map(FadeOut, aside), run_time=0.3)
    film.say("The blue beam is level where $res(epsilon)$ is least.")
    # The balances make room before the chart grows.
    film.play(
        *move_balance(stage.first, layout.FIRST),
        *move_balance(stage.second, layout.SECOND),
        slope.animate.shift(lifted(slope, layout.SLOPE_LEVEL)),
        run_time=0.7,
    )
    film.play(
        *stage.chart.move(layout.HALF, stage.drawn, run_time=0.8),
        FadeIn(stage.epsilon, rate_func=late, run_time=0.8),
    )
    film.watch(stage.chart, stage.first, stage.second)
    swinging = (*stage.swinging, stage.epsilon.number)
    for place, time in ((BEYOND, 1.8), (0.0, 1.2)):
        film.play(*stage.leaning.to(place, 0.0, swinging), run_time=time)
    film.wait(0.5)
