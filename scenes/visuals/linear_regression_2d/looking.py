"""How one looks at the sheet of all lines: from above, from the side, and from all around."""

from collections.abc import Callable

from manim import Animation, FadeIn, FadeOut, smooth, squish_rate_func

from scenes.film import exchange
from scenes.visuals.linear_regression_2d import layout
from scenes.visuals.linear_regression_2d.moves import AT_ONCE, FIRST, LAST, move
from scenes.visuals.linear_regression_2d.stage import Stage
from scenes.visuals.linear_regression_2d.surface.space import REACH, Space
from scenes.visuals.linear_regression_2d.surface.wall import GAP, LEFT_END
from scenes.visuals.plot.together import together

# What stands leaves, then one looks from elsewhere, then something else comes: one at a time.
BETWEEN = squish_rate_func(smooth, 0.25, 0.8)
LATER = squish_rate_func(smooth, 0.5, 1.0)
TILT = 1.0


def open_sheet(stage: Stage) -> list[Animation]:
    """Look at both parabolas from above: the mark becomes a level sheet; it takes the room."""
    sheet, axis = stage.crosswise.sheet, stage.level_axis
    named = *stage.names, *stage.named_at_mark
    start, end = layout.TANK, stage.inset_tank

    def go(_: object, share: float) -> None:
        sheet.set_open(share)
        axis.set_box(start.towards(end, share))
        stage.values.put(layout.values_below(stage.beside.towards(stage.inset, share)))

    return [
        *together(go, (*sheet.moving, axis, stage.values.a, stage.values.b)),
        *move(stage.hero, stage.inset, stage.inset_tank, [stage.pivot, stage.stem]),
        *(FadeOut(part, rate_func=AT_ONCE) for part in named),
        *(FadeIn(part, rate_func=LAST) for part in (*sheet.flat, *stage.crosswise.ball.parts)),
    ]


def lay_diagonal(stage: Stage) -> list[Animation]:
    """Lay the way along which both numbers change."""
    cross = stage.crosswise
    return [*map(FadeIn, (cross.diagonal, cross.diagonal.letters))]


def ask(stage: Stage) -> list[Animation]:
    """Leave the two wings of the parabola alone, and ask what is between them."""
    cross, sheet = stage.crosswise, stage.crosswise.sheet
    leaving = cross.wall.stack, cross.diagonal, cross.diagonal.letters
    fading = together(
        lambda _, share: sheet.set_curves_seen(*(2 * [1 - FIRST(share)])), sheet.curves
    )
    return [*fading, *exchange(leaving, (stage.unknown_middle,))]


def look_sideways(stage: Stage) -> list[Animation]:
    """Lower the eye to the sheet, until it is a level line; the parabola of a lies across."""
    cross, sheet = stage.crosswise, stage.crosswise.sheet

    def fade(share: float) -> None:
        rest = 1 - AT_ONCE(share)
        sheet.set_curves_seen(LATER(share), 0.0).set_ways_seen(1.0, rest)
        cross.wall.curve.set_stroke(opacity=rest)

    leaving = *stage.beside_sheet, stage.unknown_middle
    return [
        *_look(stage, cross.sideways(sheet.angles[0]), fade, BETWEEN),
        *(FadeOut(part, rate_func=AT_ONCE) for part in leaving),
    ]


def turn_to_second(stage: Stage) -> list[Animation]:
    """Turn the sheet until the parabola of b lies across."""
    sheet = stage.crosswise.sheet

    def fade(share: float) -> None:
        shares = 1 - FIRST(share), LATER(share)
        sheet.set_curves_seen(*shares).set_ways_seen(*shares)

    return _look(stage, stage.crosswise.sideways(sheet.angles[1]), fade)


def turn_to_both(stage: Stage) -> list[Animation]:
    """Turn the sheet until the way of both lies across, and look at it from a little above."""
    cross, sheet = stage.crosswise, stage.crosswise.sheet

    def fade(share: float) -> None:
        sheet.set_curves_seen(LATER(share), 1.0).set_ways_seen(LATER(share), 1.0)
        cross.wall.curve.set_stroke(opacity=LATER(share))

    return _look(stage, cross.low, fade)


def come_near(stage: Stage) -> list[Animation]:
    """Come so near to our line that the parabolas look straight: they lie along their sticks."""
    return _look(stage, stage.crosswise.near)


def go_back(stage: Stage) -> list[Animation]:
    """Go back, from near as well, to where the data and the tank are seen beside the sheet."""
    cross = stage.crosswise
    cross.wall.stand(cross.afar, -REACH, REACH)

    def fade(share: float) -> None:
        rest = 1 - FIRST(share)
        cross.plate.set_seen(rest)
        cross.sheet.set_curves_seen(rest, rest)

    return [
        *_look(stage, cross.afar, fade),
        *(FadeIn(part, rate_func=LATER) for part in stage.beside_sheet),
        FadeIn(cross.wall.stack, rate_func=LAST),
    ]


def _look(
    stage: Stage,
    end: Space,
    fade: Callable[[float], object] = float,
    going: Callable[[float], float] = float,
) -> list[Animation]:
    cross = stage.crosswise
    start = cross.sheet.space

    def go(_: object, share: float) -> None:
        cross.look_from(start.towards(end, going(share)))
        fade(share)

    return together(go, (*cross.standing, *cross.plate.parts))


def lay(stage: Stage, which: int) -> list[Animation]:
    """Lay the stick of a (0) or that of b (1) on the sheet."""
    plate = stage.crosswise.plate
    return together(lambda _, share: plate.set_share(which, share), plate.parts)


def lay_plate(stage: Stage) -> list[Animation]:
    """Lay the plate on both sticks, then the third stick on it."""
    plate = stage.crosswise.plate

    def go(_: object, share: float) -> None:
        plate.set_share(2, FIRST(share)).set_share(3, LATER(share))

    return together(go, plate.parts)


def tilt(stage: Stage, since: float, until: float) -> list[Animation]:
    """Tilt the plate along its stick, and with it the parabola that it touches."""
    cross = stage.crosswise

    def go(_: object, share: float) -> None:
        tilted = since + share * (until - since)
        now = cross.plate.aside * TILT * tilted
        cross.plate.set_tilt(now)
        cross.wall.set_tilt(now)
        # The sticks alone: curves over the plate would look as if they still touched it.
        cross.sheet.set_curves_seen(*(2 * [1 - AT_ONCE(tilted)]))

    return together(go, (*cross.plate.parts, cross.wall.curve, *cross.sheet.curves))


def complete(stage: Stage) -> list[Animation]:
    """Draw the parabola where it was not yet told."""
    wall = stage.crosswise.wall
    left, right = GAP

    def go(_: object, share: float) -> None:
        wall.set_gap((1 - share) * left, (1 - share) * right)
        wall.set_edge(-LEFT_END - share * (REACH - LEFT_END), REACH)

    return together(go, (wall.curve,))


def fill_bowl(stage: Stage) -> list[Animation]:
    """Leave the bowl alone, without the stack that drew it."""
    cross = stage.crosswise
    return [FadeOut(cross.wall.stack), FadeIn(cross.bowl.body)]
