"""From points to sums: each point's bar is cut, the pieces are piled up, and become blocks."""

from collections.abc import Callable, Iterable

import numpy as np
from manim import (
    Animation,
    Create,
    FadeIn,
    FadeOut,
    Indicate,
    linear,
    smooth,
    squish_rate_func,
)

from scenes.film import FIRST_HALF, Film, exchange
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.heights import Heights, Shares
from scenes.visuals.normal_equations.beams.misses import Misses
from scenes.visuals.normal_equations.beams.topping import Topping
from scenes.visuals.normal_equations.beams.two_heights import TwoHeights
from scenes.visuals.normal_equations.moves import fly, merge, move_columns, rise, scale_to
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.together import together

LINE, POINTS = ("intercept", "slope"), ("points",)
LATE = squish_rate_func(smooth, 0.7, 1.0)
GOING, COMING = (squish_rate_func(smooth, *share) for share in ((0.0, 0.7), (0.3, 1.0)))
LIT = 1.15  # by how much a sum is larger when it is met again


def pile_up(film: Film, stage: Stage, first: Heights, second: Heights) -> None:
    """The bars of all points fly onto two columns, and once more x times as high."""
    for part in (first, second):
        part.set_line(*stage.leaning.now)
        for kind in part.bars:
            part.set_shares(kind, Shares())
    misses = stage.misses[0]
    topping = Topping(first, misses, film.theme.residual).make_room()
    topping.set_z_index(1)
    two = _show_two(film, stage, first)
    film.say(
        "All $intercept(b)$ pile up to $N intercept(b)$, "
        "all $slope(a) x$ to $B slope(a)$, all $y$ to $D$."
    )
    _make_way(film, two, first, misses)
    for kinds, letters in ((LINE, "NB"), (POINTS, "D")):
        if kinds == POINTS:
            film.play(*rise(first, "points"), run_time=0.4)
        film.play(*_of_each(fly, first, kinds), run_time=0.8)
        named = [FadeIn(stage.defined[letter]) for letter in letters]
        film.play(*_of_each(merge, first, kinds), *named, run_time=0.4)
    _even(film, first, misses, topping)
    _count_x_times(film, stage, first, second)


def _show_two(film: Film, stage: Stage, first: Heights) -> TwoHeights:
    """What is missing beside one point that is above the line, and beside one below it."""
    two = TwoHeights(film.pen, first)
    two.set_z_index(1)
    two.misses.set_z_index(2)
    two.miss_names.set_z_index(3)
    rising = _of_each(rise, first, LINE)
    film.say("The points must go; only sums may stay.")
    # Words are gone before others come; shapes need not be, so there is always one to look at.
    written = [part for one in stage.misses for part in (one.title, one.sides, one.note)]
    drawn = [part for one in stage.misses for part in (one.base, one.pieces, one.beam)]
    film.remove(*stage.misses)
    film.play(
        *stage.chart.move(layout.LOW, stage.drawn, run_time=0.9),
        *rising,
        *exchange((stage.epsilon, *written), [two.names]),
        *(FadeOut(part, rate_func=GOING) for part in drawn),
        *(FadeIn(part, rate_func=COMING) for part in two.parts[:3]),
        run_time=0.9,
    )
    _fill(film, two, 0, first_seen=True)
    film.wait(0.7)
    film.say('A $res("miss")$ makes each pair equal.')
    _fill(film, two, 1)
    film.wait(0.9)
    return two


def _make_way(film: Film, two: TwoHeights, first: Heights, misses: Misses) -> None:
    """The two points make way for the piles of all; what has been seen level comes back."""
    misses.set_area(layout.IN_SIGHT)
    written = misses.title, misses.sides, first.sides, first.title
    drawn = misses.base, misses.pieces, misses.beam, first.base
    film.play(
        *exchange((two.names, *two.miss_names), written),
        *(FadeOut(part, rate_func=GOING) for part in (*two.parts[:3], two.misses)),
        *(FadeIn(part, rate_func=COMING) for part in drawn),
        run_time=0.8,
    )
    film.remove(*misses.get_family())
    film.add(misses)


def _fill(film: Film, two: TwoHeights, side: int, *, first_seen: bool = False) -> None:
    """Let one of the two misses fly to where it is missing, and name it there."""

    def come(_: object, share: float) -> None:
        two.set_flown(*((share, 0.0), (1.0, share))[side])

    if first_seen:
        film.add(two.misses)
    film.play(*together(come, [two.misses], linear), run_time=0.7)
    name = two.miss_names[side]
    film.play(*map(FadeIn, name), run_time=0.3) if len(name) else film.wait(0.3)


def _even(film: Film, heights: Heights, misses: Misses, topping: Topping) -> None:
    """With the misses both columns are equally high; these are equal, so they go back."""
    film.say('$res("Misses")$ above go onto the line, below onto $D$: level.')
    misses.note_scale(film.pen, misses.unit, heights.unit)
    film.play(*scale_to(misses, heights), FadeIn(misses.note), run_time=0.6)
    _put_on(film, topping)
    film.wait(1.5)
    film.say('Equal $res("piles")$ can be left off: still level.')
    _take_off(film, topping)
    film.wait(0.6)


def _put_on(film: Film, topping: Topping) -> None:
    """The misses go on top of both columns, those above the line first, and a beam on them."""
    misses = topping.source
    topping.set_flown(0.0, 0.0)
    # Where they were is still seen.
    topping.trace.points = np.concatenate([piece.points for piece in misses.pieces])
    film.remove(misses)
    film.add(topping.trace, *(part for part in misses if part is not misses.pieces), *topping)
    for k in range(2):

        def come(_: object, share: float, k: int = k) -> None:
            topping.set_flown(*((share, 0.0), (1.0, share))[k])

        film.play(*together(come, topping, linear), run_time=0.8)
    film.play(Create(topping.heights.beam), run_time=0.4)


def _take_off(film: Film, topping: Topping) -> None:
    """They go back to where they were, and the beam comes down onto the columns."""

    def go(_: object, share: float) -> None:
        topping.set_gone(share)

    misses = topping.source
    film.play(*together(go, (*topping, topping.heights.beam)), run_time=1.2)
    film.remove(topping.trace, *topping, *misses.get_family())
    film.add(misses)


def _count_x_times(film: Film, stage: Stage, first: Heights, second: Heights) -> None:
    """Each bar counts x times: three more blocks; x times the misses go on top, and back."""
    misses = stage.misses[1]
    topping = Topping(second, misses, film.theme.residual).make_room()
    topping.set_z_index(1)
    misses.set_area(layout.FIRST).set_unit(second.unit)
    second.note_scale(film.pen, first.unit, second.unit)
    film.say("Each bar counts $x$ times, too.")
    _whole(film, first)
    around = second.base, second.sides, second.title, second.note
    film.play(
        FadeOut(stage.misses[0], rate_func=FIRST_HALF),
        *move_columns(first, layout.FIRST_TALL),
        *(FadeIn(one, rate_func=LATE) for one in around),
        run_time=0.6,
    )
    again = Indicate(stage.defined["B"], LIT, film.theme.slope)
    for kinds, named in (
        (POINTS, [FadeIn(stage.defined["C"])]),
        (LINE, [FadeIn(stage.defined["A"]), again]),
    ):
        for kind in kinds:
            second.set_shares(kind, Shares(1.0))
        film.play(*_of_each(fly, second, kinds), run_time=0.7)
        film.play(*_of_each(merge, second, kinds), *named, run_time=0.4)
    film.say('With $x dot res("misses")$ both are equally high.')
    # Beside these columns as the misses were beside the first ones.
    film.play(*exchange([first], [misses]), run_time=0.6)
    _put_on(film, topping)
    film.wait(0.7)
    film.say('These are unequal: without them $slope("blue")$ tips.')
    _take_off(film, topping)
    _whole(film, second)
    film.wait(1.4)


def _of_each(
    move: Callable[[Heights, str], list[Animation]], heights: Heights, kinds: Iterable[str]
) -> list[Animation]:
    """Return the animations in which bars of several kinds make one move."""
    return [one for kind in kinds for one in move(heights, kind)]


def _whole(film: Film, heights: Heights) -> None:
    """Make one thing of the columns whose parts have come one by one."""
    film.remove(*heights.get_family())
    film.add(heights)
