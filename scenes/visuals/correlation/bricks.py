"""How bricks are moved on stage, and the formula's hill over them."""

from collections.abc import Collection

import numpy as np
from manim import (
    Animation,
    Create,
    FadeIn,
    FadeOut,
    Mobject,
    UpdateFromAlphaFunc,
    smooth,
    squish_rate_func,
)

from scenes.visuals.correlation.chance.chance import FEW_BRICKS, Chance
from scenes.visuals.correlation.chance.hill import Hill
from scenes.visuals.correlation.chance.lens import Lens
from scenes.visuals.correlation.chance.pile import FALLING, ROOM_ABOVE, Pile
from scenes.visuals.correlation.chance.press import Jaws
from scenes.visuals.correlation.chance.tails import Tails
from scenes.visuals.correlation.chance.tally import Tally
from scenes.visuals.correlation.moves import EARLY, LATE, SOON, follow, together
from scenes.visuals.correlation.points.card import BELOW as UNDER
from scenes.visuals.correlation.points.card import A, R
from scenes.visuals.correlation.points.cell import WHOLE, Cell
from scenes.visuals.correlation.stage import CHANCE, PRESSED, UNDER_PRESS, Stage
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.value import Value

SUNK = 20.0  # times as low as before

Written = tuple[Place, float]  # where, and how many times as large as on the card

CARD_P, CARD_COUNTED = (R + UNDER, 1.0), (A + UNDER, 1.0)
# Below each other beside points that are pressed.
LARGE_R, LARGE_P, LARGE_COUNTED = (
    (np.array([0.25, R[1] - down, 0.0]), 1.15) for down in (0.0, 1.0, 1.9)
)
DOWNWARDS, ASIDE = squish_rate_func(smooth, 0.1, 0.6), squish_rate_func(smooth, 0.2, 0.65)
CLOSER = squish_rate_func(smooth, 0.0, 0.7)  # then LATE has its turn
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
    """Return the animation in which a set and its levels leave its bricks alone."""
    parts = (*stage.cell.picture, stage.cell.rods, stage.bell, stage.level)
    return FadeOut(*(part for part in parts if part in here), run_time=0.4)


def assume(stage: Stage) -> list[Animation]:
    """Return the animations in which a bell of heights comes beside the levels of those there are.

    All lines of the set leave.
    """
    lines = FadeOut(*stage.fan[:-1], stage.cell.line, stage.cell.start, rate_func=EARLY)
    return [lines, FadeIn(stage.cell.draw_rods(), rate_func=EARLY), Create(stage.bell)]


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
    """Return the animations in which the thousand bricks sink to their axis."""
    pile = stage.chance.pile
    before = pile.chart.y_scale.high
    staying = (stage.chance.chart, pile, stage.hill)
    gone = (p for p in (*stage.chance.parts, *stage.tails) if p in here and p not in staying)
    return [
        FadeOut(*gone, rate_func=EARLY),
        follow(pile, lambda m, s: m.set_room(before * SUNK ** smooth(s)), 1.0),
        follow(stage.hill, lambda m, _: m.lie_over(pile), 1.0),
    ]


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
    fly = follow(tails.swatches, lambda _, s: tails.set_flown(s), run_time)
    return [fly, FadeIn(tails.words, run_time=run_time, rate_func=SOON)]


def come_closer(stage: Stage) -> list[UpdateFromAlphaFunc]:
    """Return the animations that enlarge the foot of the hill over the bricks of the last set.

    Once they are large enough its tails fill.
    """
    pile, ours, room = stage.lone.pile, stage.lone.ours.r, stage.press.room
    before = pile.chart.y_scale.high

    def go(_: Mobject, share: float) -> None:
        pile.set_room(before * (room / before) ** CLOSER(share))
        stage.hill.lie_over(pile)
        stage.tails.lie_over(pile, ours, LATE(share))

    return together((pile, stage.hill, stage.tails.shade), go)


def make_room(stage: Stage) -> list[Animation]:
    """Return the animations in which our brick of the last set lies low, and its points over it.

    What is said of them, and no other number, stands large beside the points.
    """
    lone, chart, cell, card = stage.lone, stage.lone.chart, stage.cell, stage.card
    cell.put_back(PRESSED)
    card.r.put(*LARGE_R)
    come = FadeIn(*cell.picture, card.r, rate_func=SOON)
    tails = stage.tails
    gone = FadeOut(*lone.mirror, *lone.tally, tails.swatches, tails.words, rate_func=EARLY)
    start = chart.area

    def go(_: Mobject, share: float) -> None:
        chart.set_area(start.towards(UNDER_PRESS, smooth(share)))
        lone.pile.draw().near.set_fill(opacity=1 - EARLY(share))
        lone.ours.draw()
        stage.hill.lie_over(lone.pile)
        tails.lie_over(lone.pile, lone.ours.r)
        _carry(card.p, CARD_P, LARGE_P, share)
        _carry(lone.p, CARD_COUNTED, LARGE_COUNTED, share)

    following = lone.pile, *lone.ours, stage.hill, tails.shade, lone.p, card.p
    return [come, gone, *together((chart, *following), go)]


def _carry(number: Value | Placed, start: Written, end: Written, share: float) -> None:
    """Put a number after a share of its way: first up or down, then aside."""
    (place, size), (to, then) = start, end
    aside = ASIDE(share)
    way = np.array([aside, DOWNWARDS(share), 0.0])
    number.put(place + way * (to - place), size + aside * (then - size))


def close(jaws: Jaws, run_time: float) -> UpdateFromAlphaFunc:
    """Let the jaws of a press come until they touch what they will press."""
    return follow(
        jaws, lambda m, s: m.draw(smooth(s)).set_stroke(opacity=min(1.0, 3 * s)), run_time
    )


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
        stage.tails.lie_over(lone.pile, lone.ours.r)

    parts = (cell.points, cell.line, cell.start, stage.press.jaws, stage.card.r, stage.card.p)
    return together((*parts, *lone.pile, *lone.ours, stage.tails.shade), go)


def give_room_back(stage: Stage, here: Collection[Mobject]) -> list[Animation]:
    """Return the animations in which the points fill the picture again and all bricks leave."""
    lone, card = stage.lone, stage.card
    others = (lone.chart, lone.pile, *lone.ours, stage.hill, stage.tails.shade, stage.press.jaws)
    gone = FadeOut(*(part for part in others if part in here), rate_func=EARLY)

    def go(_: Mobject, share: float) -> None:
        _carry(card.r, LARGE_R, (R, 1.0), share)
        _carry(card.p, LARGE_P, CARD_P, share)
        # On its way it would cross the line.
        lone.p.put(*(LARGE_COUNTED if share < 0.5 else CARD_COUNTED))
        lone.p.set_opacity(1 - EARLY(share) + LATE(share))

    written = together((card.r, card.p, lone.p), go)
    return [gone, *stage.cell.move(WHOLE), *written, FadeIn(card.a, card.b, rate_func=LATE)]
