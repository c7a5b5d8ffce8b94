"""How bricks are moved on stage, and the formula's hill over them."""

from collections.abc import Collection

import numpy as np
from manim import (
    Animation,
    FadeIn,
    FadeOut,
    Mobject,
    UpdateFromAlphaFunc,
    smooth,
    squish_rate_func,
)

from scenes.visuals.correlation.chance.chance import FEW_BRICKS, Chance
from scenes.visuals.correlation.chance.gaps import Gaps
from scenes.visuals.correlation.chance.hill import Hill, heights
from scenes.visuals.correlation.chance.pile import FALLING, ROOM_ABOVE, Pile
from scenes.visuals.correlation.chance.tails import Tails
from scenes.visuals.correlation.chance.tally import Tally
from scenes.visuals.correlation.moves import EARLY, SOON, follow, together
from scenes.visuals.correlation.points.cell import Cell
from scenes.visuals.correlation.stage import CHANCE, Stage

ASKED = squish_rate_func(smooth, 0.3, 1.0)  # once the question has gone
TAIL_HIGH = 0.42  # of the chart


def deal_the_rest(
    stage: Stage, cell: Cell, chance: Chance, here: Collection[Mobject]
) -> list[Animation]:
    """Return the animations in which all other bricks fall and their chart grows; the set leaves.

    What is not ``here`` would flash up before it leaves.
    """
    parts = (*cell.picture, cell.rods, *stage.card.of_the_line)
    leave = FadeOut(*(part for part in parts if part in here), run_time=0.6, rate_func=EARLY)
    return [leave, *chance.chart.move(CHANCE, [chance.ours]), pour(chance.pile, 1.8)]


def clear(stage: Stage, here: Collection[Mobject]) -> Animation:
    """Return the animation in which a set and its lines leave its bricks alone."""
    parts = (*stage.cell.picture, *stage.fan)
    return FadeOut(*(part for part in parts if part in here), run_time=0.4)


def riffle(stage: Stage, cell: Cell, chance: Chance, count: int) -> list[UpdateFromAlphaFunc]:
    """Return the animations of the next ``count`` deals, so fast that they are hardly told apart.

    The points are dealt, and the brick of each deal falls meanwhile.
    """
    pile, before = chance.pile, int(chance.pile.shown)

    def go(_: Mobject, share: float) -> None:
        dealt = before + share * count
        last = min(int(dealt), before + count - 1)
        way = smooth(dealt - last)
        x = (1 - way) * chance.deals.places(last - 1) + way * chance.deals.places(last)
        stage.card.show(cell.move_points(x, cell.data.y))
        pile.set_room(max(FEW_BRICKS, ROOM_ABOVE * pile.height_of(dealt)))
        pile.set_shown(dealt)

    parts = (cell.points, cell.line, cell.start, *stage.card.of_the_line, pile)
    return together(parts, go)


def drop(pile: Pile, before: int, run_time: float) -> UpdateFromAlphaFunc:
    """Let one brick fall onto those ``before`` it."""
    return follow(pile, lambda m, s: m.set_shown(before + s), run_time)


def pour(pile: Pile, run_time: float) -> UpdateFromAlphaFunc:
    """Let ever more bricks fall onto the first ones, until all have gone; there is room for all."""
    few, many = FEW_BRICKS, pile.room_for_all
    landed = int(pile.shown)
    rest = pile.x.size + FALLING - landed

    def go(_: Mobject, share: float) -> None:
        shown = landed + share**1.5 * rest
        scheduled = few * (many / few) ** smooth(min(1.0, 2 * share))
        pile.set_room(max(scheduled, ROOM_ABOVE * pile.height_of(shown)))
        pile.set_shown(shown, 1 + min(1.0, 5 * share) * FALLING, landed)

    return follow(pile, go, run_time)


def zoom(stage: Stage, pile: Pile, room: float, run_time: float) -> list[UpdateFromAlphaFunc]:
    """Let the chart get room for so many bricks; they, the hill and what is under it follow."""
    before = pile.chart.y_scale.high
    return [
        follow(pile, lambda m, s: m.set_room(before * (room / before) ** smooth(s)), run_time),
        follow(stage.hill, lambda m, _: m.lie_over(pile), run_time),
        follow(stage.tails.shade, lambda *_: stage.tails.lie_over(pile), run_time),
        follow(stage.gaps, lambda m, _: m.lie_under(pile), run_time),
    ]


def room_close_by(pile: Pile) -> float:
    """Return how many bricks high a chart is in which the tails of the hill are seen as areas."""
    return float(heights(pile, np.array([pile.deals.ours]))[0]) / TAIL_HIGH


def hatch(gaps: Gaps, pile: Pile, run_time: float) -> UpdateFromAlphaFunc:
    """Hatch what lies under the hill where no brick of a pile can lie, from the left."""
    return follow(gaps, lambda m, s: m.lie_under(pile, smooth(s)), run_time)


def hop(pile: Pile, run_time: float) -> UpdateFromAlphaFunc:
    """Let all bricks be counted: one after the other hops."""
    return follow(pile, lambda m, s: m.hop(s), run_time)


def count(tally: Tally, run_time: float) -> list[Animation]:
    """Return the animations in which bricks as far out as ours are found and stand before a number.

    It says how many they are; those that have been found before stay so.
    """
    before = tally.pile.found
    find = follow(tally.pile, lambda m, s: m.set_found(max(before, ASKED(s))), run_time)
    fly = follow(tally.bricks, lambda _, s: tally.set_flown(ASKED(s)), run_time)
    return [find, fly, FadeIn(tally.words, run_time=run_time, rate_func=SOON)]


def uncover(hill: Hill, pile: Pile, run_time: float) -> UpdateFromAlphaFunc:
    """Draw the hill that the formula expects over a pile."""
    return follow(hill, lambda m, s: m.lie_over(pile, smooth(s)), run_time)


def shade(tails: Tails, pile: Pile, run_time: float) -> UpdateFromAlphaFunc:
    """Let both tails of the hill over a pile fill from their foot."""
    return follow(tails.shade, lambda _, s: tails.lie_over(pile, smooth(s)), run_time)


def take_share(tails: Tails, run_time: float) -> list[Animation]:
    """Return the animations in which copies of both tails stand before their number."""
    fly = follow(tails.swatches, lambda _, s: tails.set_flown(smooth(s)), run_time)
    return [fly, FadeIn(tails.words, run_time=run_time, rate_func=SOON)]
