"""How one looks at the sheet of all lines: from above, from very near, and from afar again."""

from manim import Animation, FadeIn, FadeOut

from scenes.film import exchange
from scenes.visuals.linear_regression_2d import layout
from scenes.visuals.linear_regression_2d.moves import AT_ONCE, LAST, move
from scenes.visuals.linear_regression_2d.stage import Stage
from scenes.visuals.linear_regression_2d.surface.space import Space
from scenes.visuals.plot.together import together


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
    """Lay the way along which both numbers change, in place of our line."""
    cross = stage.crosswise
    return [*map(FadeIn, (cross.diagonal, cross.diagonal.letters)), *leave_line(stage)]


def leave_line(stage: Stage) -> list[Animation]:
    """Let a line leave with all that tells of it."""
    return [*map(FadeOut, stage.of_line)]


def ask(stage: Stage) -> list[Animation]:
    """Leave the parabolas of all mixes alone, and ask what is between their ends."""
    leaving = *stage.crosswise.wall.parts, *stage.of_line
    return exchange(leaving, (stage.unknown_middle,))


def come_near(stage: Stage) -> list[Animation]:
    """Come so near to our line that both parabolas lie on the sheet, and a net with them."""
    leaving = *stage.beside_sheet, stage.unknown_middle
    return [
        *_look(stage, stage.crosswise.near),
        *(FadeOut(part, rate_func=AT_ONCE) for part in leaving),
    ]


def walk(stage: Stage, steps: int) -> list[Animation]:
    """Walk along a and along b in turn, by so many steps of either."""
    stairs = stage.crosswise.stairs
    return together(lambda _, share: stairs.set_walked(steps, share), stairs.parts)


def complete(stage: Stage) -> list[Animation]:
    """Draw all mixes from our line outward, in place of the steps."""
    cross = stage.crosswise
    return [
        *together(lambda _, share: cross.mixes.set_told(share), (cross.mixes,)),
        *(FadeOut(part, rate_func=LAST) for part in cross.stairs.parts),
    ]


def go_back(stage: Stage) -> list[Animation]:
    """Go back to where the data and the tank are seen beside the sheet: all mixes bend upward."""
    cross = stage.crosswise
    arriving = *stage.beside_sheet, *cross.bowl.parts, cross.ours
    return [
        *_look(stage, cross.afar),
        *(FadeIn(part, rate_func=LAST) for part in arriving),
    ]


def _look(stage: Stage, end: Space) -> list[Animation]:
    cross = stage.crosswise
    start = cross.sheet.space

    def go(_: object, share: float) -> None:
        cross.look_from(start.towards(end, share))

    return together(go, (*cross.standing, cross.net))
