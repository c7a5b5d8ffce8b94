"""How one looks at the sheet of all lines: from above, from very near, and from afar again."""

from collections.abc import Callable

from manim import Animation, FadeIn, FadeOut, smooth, squish_rate_func

from scenes.film import exchange
from scenes.visuals.linear_regression_2d import layout
from scenes.visuals.linear_regression_2d.moves import AT_ONCE, FIRST, LAST, move
from scenes.visuals.linear_regression_2d.stage import Stage
from scenes.visuals.linear_regression_2d.surface.space import Space
from scenes.visuals.plot.together import together

LATER = squish_rate_func(smooth, 0.5, 1.0)
SOON, LOWERED = squish_rate_func(smooth, 0.0, 0.7), squish_rate_func(smooth, 0.2, 0.7)
TILT = 1.1  # of the board at most


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
    """Leave the parabolas of all mixes alone, and ask what is between their ends."""
    cross = stage.crosswise
    cross.wall.set_angle(cross.diagonal.angle)
    cross.open(1.0)
    leaving = cross.wall.stack, cross.diagonal, cross.diagonal.letters
    return exchange(leaving, (stage.unknown_middle,))


def come_near(stage: Stage) -> list[Animation]:
    """Come so near to our line that all parabolas look straight; two of them become rails."""
    cross = stage.crosswise

    def fade(share: float) -> None:
        cross.plate.set_rails(LAST(share))

    leaving = *stage.beside_sheet, stage.unknown_middle
    return [
        *_look(stage, cross.near, fade),
        *(FadeOut(part, rate_func=AT_ONCE) for part in leaving),
    ]


def tilt_board(stage: Stage) -> list[Animation]:
    """Fill what is between the mixes, which is one board; tilt it, as seen from the side."""
    cross = stage.crosswise

    def fade(share: float) -> None:
        cross.plate.set_laid(FIRST(share))
        cross.sheet.set_curves_seen(*(2 * [1 - FIRST(share)]))
        cross.tilt(TILT * cross.plate.aside * LATER(share))

    return _look(stage, cross.sideways, fade, LOWERED)


def level_board(stage: Stage) -> list[Animation]:
    """Let the board come down on both rails; then look at it from a little above again."""
    cross = stage.crosswise

    def fade(share: float) -> None:
        cross.tilt(TILT * cross.plate.aside * (1 - SOON(share)))

    return _look(stage, cross.near, fade, LATER)


def complete(stage: Stage) -> list[Animation]:
    """Draw the parabolas of mixes where they were not yet told."""
    cross = stage.crosswise
    return together(lambda _, share: cross.open(1 - share), (cross.mixes, cross.wall.curve))


def go_back(stage: Stage) -> list[Animation]:
    """Go back to where the data and the tank are seen beside the sheet: all mixes bend upward."""
    cross = stage.crosswise

    def fade(share: float) -> None:
        cross.plate.set_laid(1 - AT_ONCE(share)).set_rails(1 - FIRST(share))
        cross.sheet.set_curves_seen(AT_ONCE(share), AT_ONCE(share))

    return [
        *_look(stage, cross.afar, fade),
        *(FadeIn(part, rate_func=LAST) for part in (*stage.beside_sheet, *cross.bowl.parts)),
    ]


def _look(
    stage: Stage,
    end: Space,
    fade: Callable[[float], object],
    going: Callable[[float], float] = float,
) -> list[Animation]:
    cross = stage.crosswise
    start = cross.sheet.space

    def go(_: object, share: float) -> None:
        cross.look_from(start.towards(end, going(share)))
        fade(share)

    return together(go, (*cross.standing, *cross.plate.parts))
