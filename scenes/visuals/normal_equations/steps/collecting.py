"""From points to sums: each point's bar is cut, the pieces are piled up, and become blocks."""

from manim import Create, FadeIn, FadeOut, linear

from scenes.film import Film, exchange
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.heights import Heights, Shares
from scenes.visuals.normal_equations.beams.misses import Misses
from scenes.visuals.normal_equations.beams.topping import Topping
from scenes.visuals.normal_equations.beams.two_heights import TwoHeights
from scenes.visuals.normal_equations.moves import fly, merge, move_columns, rise, scale_to
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.together import together

TRACE = 0.2


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
    around = first.base, first.sides, first.title
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
        if kind == "intercept":
            film.play(*map(FadeIn, around), run_time=0.3)
        if kind == "points":
            film.play(*rise(first, kind), run_time=0.4)
        film.play(*fly(first, kind), run_time=0.9)
        film.play(*merge(first, kind), FadeIn(stage.defined[letter]), run_time=0.4)
    _even(film, first, misses, topping)
    film.say("Each $x$ times, rescaled: three more blocks.")
    _whole(film, first)
    film.play(FadeOut(misses), run_time=0.2)
    film.play(*move_columns(first, layout.FIRST_TALL), run_time=0.5)
    around = second.base, second.sides, second.title
    for kind in second.bars:
        second.set_shares(kind, Shares(1.0))
    flying = [one for kind in second.bars for one in fly(second, kind)]
    film.play(*flying, *map(FadeIn, around), run_time=1.3)
    film.play(
        *(one for kind in second.bars for one in merge(second, kind)),
        *(FadeIn(stage.defined[letter]) for letter in "AC"),
        Create(second.beam),
        run_time=0.6,
    )
    _whole(film, second)


def _show_two(film: Film, first: Heights, misses: Misses) -> None:
    """What is missing beside one point that is above the line, and beside one below it."""
    two = TwoHeights(film.pen, first)
    two.set_z_index(1)
    two.misses.set_z_index(2)
    rising = [one for kind in ("intercept", "slope") for one in rise(first, kind)]
    film.play(*rising, FadeIn(two), run_time=0.6)

    def come(_: object, share: float) -> None:
        two.set_flown(share)

    film.add(two.misses)
    film.play(*together(come, [two.misses], linear), run_time=1.1)
    film.wait(0.3)
    film.play(*exchange([two, two.misses], [misses]), run_time=0.6)


def _even(film: Film, heights: Heights, misses: Misses, topping: Topping) -> None:
    """With the misses both columns are equally high; these are equal, so they go back."""
    film.say('To scale, the $res("misses")$ make both equally high.')
    film.play(*scale_to(misses, heights), run_time=0.6)
    topping.set_flown(0.0)
    # Where they were is still seen.
    trace = misses.pieces.copy().set_stroke(width=0).set_fill(opacity=TRACE)
    film.remove(misses)
    film.add(trace, misses.base, misses.beam, misses.title, misses.sides)

    def come(_: object, share: float) -> None:
        topping.set_flown(share)

    def go(_: object, share: float) -> None:
        topping.set_gone(share)

    film.play(*together(come, topping, linear), run_time=1.3)
    film.play(Create(heights.beam), run_time=0.3)
    film.wait(0.4)
    film.say('Equal $res("piles")$: without them the beam stays level.')
    film.wait(0.3)
    film.play(*together(go, (*topping, heights.beam)), run_time=1.3)
    film.remove(trace, *topping, *misses.get_family())
    film.add(misses)


def _whole(film: Film, heights: Heights) -> None:
    """Make one thing of the columns whose parts have come one by one."""
    film.remove(*heights.get_family())
    film.add(heights)
