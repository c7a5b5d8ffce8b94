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
from scenes.visuals.correlation.chance.hill import Hill
from scenes.visuals.correlation.chance.lens import Lens
from scenes.visuals.correlation.chance.pile import FALLING, ROOM_ABOVE, Pile
from scenes.visuals.correlation.chance.tails import Tails
from scenes.visuals.correlation.chance.tally import Tally
from scenes.visuals.correlation.moves import EARLY, LATE, SOON, follow, together
from scenes.visuals.correlation.points.card import BELOW as UNDER
from scenes.visuals.correlation.points.card import A, R
from scenes.visuals.correlation.points.cell import WHOLE, Cell
from scenes.visuals.correlation.stage import BELOW, CHANCE, PRESSED, Stage

SUNK = 60.0  # times as low as before
COUNTED = R + 2.5 * UNDER  # beside points that leave room for it
DOWNWARDS, ASIDE = squish_rate_func(smooth, 0.0, 0.5), squish_rate_func(smooth, 0.3, 0.8)
ASKED = squish_rate_func(smooth, 0.3, 1.0)  # once the question has gone


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


def enlarge(lens: Lens, run_time: float) -> UpdateFromAlphaFunc:
    """Let a window rise from either end of a pile."""
    return follow(lens, lambda m, s: m.open(smooth(s)), run_time)


def sink(stage: Stage, here: Collection[Mobject]) -> list[Animation]:
    """Return the animations in which the thousand bricks sink to their axis, and points come."""
    pile, cell = stage.chance.pile, stage.cell
    before = pile.chart.y_scale.high
    staying = (stage.chance.chart, pile, stage.hill)
    gone = (p for p in (*stage.chance.parts, *stage.tails) if p in here and p not in staying)
    return [
        FadeOut(*gone, rate_func=EARLY),
        follow(pile, lambda m, s: m.set_room(before * SUNK ** smooth(s)), 1.0),
        follow(stage.hill, lambda m, _: m.lie_over(pile), 1.0),
        FadeIn(cell.line, cell.points, rate_func=SOON),
    ]


def hatch(gaps: Gaps, pile: Pile, run_time: float) -> UpdateFromAlphaFunc:
    """Hatch what lies under the hill where no brick of a pile can lie, from the left."""
    return follow(gaps, lambda m, s: m.lie_under(pile, smooth(s)), run_time)


def count(tally: Tally, run_time: float) -> list[Animation]:
    """Return the animations in which bricks as far out as ours are found and stand before a number.

    It says how many they are; those that have been found before stay so.
    """
    before = tally.pile.found
    find = follow(tally.pile, lambda m, s: m.set_found(max(before, ASKED(s))), run_time)
    seen = [] if tally.source is tally.pile else [follow(tally.source, _redrawn, run_time)]
    fly = follow(tally.bricks, lambda _, s: tally.set_flown(ASKED(s)), run_time)
    return [find, *seen, fly, FadeIn(tally.words, run_time=run_time, rate_func=SOON)]


def _redrawn(lens: Lens, _: float) -> None:
    lens.draw()


def uncover(hill: Hill, pile: Pile, run_time: float) -> UpdateFromAlphaFunc:
    """Draw the hill that the formula expects over a pile."""
    return follow(hill, lambda m, s: m.lie_over(pile, smooth(s)), run_time)


def shade(tails: Tails, lens: Lens, run_time: float) -> list[UpdateFromAlphaFunc]:
    """Let both tails of the hill fill from their foot where bricks were, of which edges stay."""
    fill = follow(tails.shade, lambda _, s: tails.lie_in(lens, smooth(s)), run_time)
    return [follow(lens, lambda m, s: m.outline(smooth(s)), run_time), fill]


def take_share(tails: Tails, run_time: float) -> list[Animation]:
    """Return the animations in which copies of both tails stand before their number."""
    fly = follow(tails.swatches, lambda _, s: tails.set_flown(smooth(s)), run_time)
    return [fly, FadeIn(tails.words, run_time=run_time, rate_func=SOON)]


def make_room(stage: Stage) -> list[Animation]:
    """Return the animations in which the bricks of the last set lie low, its points over them.

    What is said of the bricks goes to the side of the points.
    """
    lone, chart, cell = stage.lone, stage.lone.chart, stage.cell
    cell.put_back(PRESSED)
    points = FadeIn(*cell.picture, *stage.card.of_the_line, rate_func=LATE)
    gone = FadeOut(stage.gaps, *lone.mirror, rate_func=EARLY)
    start, before, room = chart.area, chart.y_scale.high, stage.press.room

    def go(_: Mobject, share: float) -> None:
        way = smooth(share)
        chart.set_area(start.towards(BELOW, way))
        lone.pile.set_room(before + way * (room - before))
        lone.ours.draw()
        stage.hill.lie_over(lone.pile)
        # Down first: on their right stands the formula's p.
        gone = np.array([ASIDE(share), DOWNWARDS(share), 0.0])
        place = A + gone * (COUNTED - A)
        lone.tally.put(place)
        lone.p.put(place + UNDER)

    following = *lone.ours, stage.hill, *lone.tally, lone.p
    return [points, gone, *together((chart, lone.pile, *following), go)]


def press(stage: Stage, start: float, end: float) -> list[UpdateFromAlphaFunc]:
    """Press the column from one share of its spread to another; all that follows from it follows.

    The line stays where it is; r and the formula's p run, and each brick goes to its new r.
    """
    cell, lone = stage.cell, stage.lone

    def go(_: Mobject, share: float) -> None:
        spread = start + smooth(share) * (end - start)
        stage.card.show(cell.move_points(*stage.press.places(spread)))
        stage.press.lay(spread)
        stage.press.jaws.draw()

    parts = (cell.points, cell.line, cell.start, stage.press.jaws, *stage.card.all)
    return together((*parts, *lone.pile, *lone.ours), go)


def give_room_back(stage: Stage, here: Collection[Mobject]) -> list[Animation]:
    """Return the animations in which the points fill the picture again and all bricks leave."""
    leaving = (p for p in (*stage.lone.parts, stage.hill, stage.press.jaws) if p in here)
    return [FadeOut(*leaving, rate_func=EARLY), *stage.cell.move(WHOLE)]
