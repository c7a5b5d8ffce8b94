"""From points to sums: each point's bar is cut, the pieces are piled up, and become blocks."""

from manim import Create, FadeIn, FadeOut, Indicate, linear, smooth, squish_rate_func

from scenes.film import FIRST_HALF, Film, exchange
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.heights import Heights, Shares
from scenes.visuals.normal_equations.beams.misses import Misses
from scenes.visuals.normal_equations.beams.topping import Topping
from scenes.visuals.normal_equations.beams.two_heights import TwoHeights
from scenes.visuals.normal_equations.moves import fly, merge, move_columns, rise, scale_to
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.together import together

TRACE = 0.2
LATE = squish_rate_func(smooth, 0.7, 1.0)
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
    misses.set_area(layout.IN_SIGHT)
    _show_two(film, first, misses)
    for kind, letter, sentence in (
        (
            "intercept",
            "N",
            "All $intercept(b)$ pile up to $N intercept(b)$, all $slope(a) x$ to $B slope(a)$.",
        ),
        ("slope", "B", ""),
        ("points", "D", "All $y$ pile up to $D$."),
    ):
        if sentence:
            film.say(sentence)
        if kind == "points":
            film.play(*rise(first, kind), run_time=0.4)
        film.play(*fly(first, kind), run_time=0.8)
        film.play(*merge(first, kind), FadeIn(stage.defined[letter]), run_time=0.4)
    film.wait(0.6)
    _even(film, first, misses, topping)
    _count_x_times(film, stage, first, second)


def _show_two(film: Film, first: Heights, misses: Misses) -> None:
    """What is missing beside one point that is above the line, and beside one below it."""
    two = TwoHeights(film.pen, first)
    two.set_z_index(1)
    two.misses.set_z_index(2)
    two.miss_names.set_z_index(3)
    rising = [one for kind in ("intercept", "slope") for one in rise(first, kind)]
    film.play(*rising, FadeIn(two), run_time=0.6)
    film.say('Above: point = line + $res("miss")$.')
    _fill(film, two, 0, first_seen=True)
    film.wait(0.7)
    film.say('Below: point + $res("miss")$ = line.')
    _fill(film, two, 1)
    film.wait(1.2)
    film.hush()
    leaving = two, two.misses, *two.miss_names
    around = first.base, first.sides, first.title
    film.play(*exchange(leaving, (misses, *around)), run_time=0.5)


def _fill(film: Film, two: TwoHeights, side: int, *, first_seen: bool = False) -> None:
    """Let one of the two misses fly to where it is missing, and name it there."""

    def come(_: object, share: float) -> None:
        two.set_flown(*((share, 0.0), (1.0, share))[side])

    if first_seen:
        film.add(two.misses)
    film.play(*together(come, [two.misses], linear), run_time=0.8)
    name = two.miss_names[side]
    film.play(*map(FadeIn, name), run_time=0.3) if len(name) else film.wait(0.3)


def _even(film: Film, heights: Heights, misses: Misses, topping: Topping) -> None:
    """With the misses both columns are equally high; these are equal, so they go back."""
    film.say('To scale: $res("misses")$ above onto the line, those below onto $D$.')
    film.play(*scale_to(misses, heights), run_time=0.9)
    topping.set_flown(0.0, 0.0)
    # Where they were is still seen.
    trace = misses.pieces.copy().set_stroke(width=0).set_fill(opacity=TRACE)
    film.remove(misses)
    film.add(trace, misses.base, misses.beam, misses.title, misses.sides)

    def go(_: object, share: float) -> None:
        topping.set_gone(share)

    film.add(*topping)
    for k in range(2):

        def come(_: object, share: float, k: int = k) -> None:
            topping.set_flown(*((share, 0.0), (1.0, share))[k])

        film.play(*together(come, topping, linear), run_time=1.0)
        film.wait(0.1)
    film.say("Now both are equally high.")
    film.play(Create(heights.beam), run_time=0.4)
    film.wait(1.4)
    film.say('Equal $res("piles")$ can be left off: still level.')
    film.play(*together(go, (*topping, heights.beam)), run_time=1.3)
    film.remove(trace, *topping, *misses.get_family())
    film.add(misses)
    film.wait(0.5)


def _count_x_times(film: Film, stage: Stage, first: Heights, second: Heights) -> None:
    """Each bar counts x times: three more blocks; what x times the misses lack tips the beam."""
    topping = Topping(second, stage.misses[1], film.theme.residual).make_room()
    topping.set_z_index(1)
    film.say("Each bar counts $x$ times, too, at a new scale.")
    _whole(film, first)
    around = (FadeIn(one, rate_func=LATE) for one in (second.base, second.sides, second.title))
    aside = move_columns(first, layout.FIRST_TALL)
    film.play(FadeOut(stage.misses[0], rate_func=FIRST_HALF), *aside, *around, run_time=0.6)
    for kind, letter in (("points", "C"), ("intercept", "B"), ("slope", "A")):
        second.set_shares(kind, Shares(1.0))
        film.play(*fly(second, kind), run_time=0.6)
        one = stage.defined[letter]
        lit = Indicate(one, LIT, film.theme.slope) if letter == "B" else FadeIn(one)
        film.play(*merge(second, kind), lit, run_time=0.3)
    film.say('$x dot res("misses")$ go onto them, too.')

    def come(_: object, share: float) -> None:
        topping.set_come(share)

    film.add(*topping)
    film.play(*together(come, topping, linear), run_time=1.0)
    film.play(Create(second.beam), run_time=0.3)
    film.wait(0.2)
    film.say('Unequal $res("piles")$: without them $slope("blue")$ tips.')
    film.play(*together(come, (*topping, second.beam), backwards), run_time=1.0)
    film.remove(*topping)
    _whole(film, second)
    film.wait(0.8)


def _whole(film: Film, heights: Heights) -> None:
    """Make one thing of the columns whose parts have come one by one."""
    film.remove(*heights.get_family())
    film.add(heights)


def backwards(share: float) -> float:
    """Ease from 1 to 0."""
    return 1 - float(smooth(share))
