"""How one looks at the sheet of all lines: from above, from near, and from all sides."""

import numpy as np
from manim import Animation, FadeIn, FadeOut, linear, smooth, squish_rate_func

from scenes.visuals.linear_regression_2d import layout
from scenes.visuals.linear_regression_2d.moves import AT_ONCE, FIRST, LAST, move
from scenes.visuals.linear_regression_2d.stage import Stage
from scenes.visuals.plot.together import together

NEAR = 2.2  # times as large as from afar
WALK = np.radians(-10.0)  # how far one walks about the bowl: to where the sheet is narrower
LEAVING = squish_rate_func(smooth, 0.0, 0.16)


def open_sheet(stage: Stage) -> list[Animation]:
    """Look at both parabolas from above: the mark becomes a level sheet; it takes the room."""
    sheet, axis = stage.crosswise.sheet, stage.level_axis
    start, end = layout.TANK, stage.inset_tank

    def go(_: object, share: float) -> None:
        sheet.set_open(share)
        axis.set_box(start.towards(end, share))
        stage.values.put(layout.values_below(stage.beside.towards(stage.inset, share)))

    return [
        *together(go, (*sheet.moving, axis, stage.values.a, stage.values.b)),
        *move(stage.hero, stage.inset, stage.inset_tank, [stage.pivot, stage.stem]),
        *(FadeIn(part, rate_func=LAST) for part in (*sheet.flat, *stage.crosswise.ball.parts)),
    ]


def go_near(stage: Stage) -> list[Animation]:
    """Go near the place where the parabolas touch the sheet; the squares over it make room."""
    cross = stage.crosswise

    def go(_: object, share: float) -> None:
        cross.set_near(NEAR**share)
        cross.diagonal.set_stroke(opacity=1 - LAST(share))

    return [
        *together(go, (*cross.standing, cross.diagonal)),
        FadeOut(cross.wall.stack, rate_func=AT_ONCE),
    ]


def go_back(stage: Stage) -> list[Animation]:
    """Go back to where the whole sheet is seen."""
    cross = stage.crosswise

    def go(_: object, share: float) -> None:
        cross.set_near(NEAR ** (1 - share))
        cross.plate.set_seen(1 - FIRST(share))

    return [
        *together(go, (*cross.standing, *cross.plate.parts)),
        FadeIn(cross.wall.stack, rate_func=LAST),
    ]


def lay(stage: Stage, which: int) -> list[Animation]:
    """Lay a stick on the sheet, or the plate between them (see ``Plate.set_share``)."""
    plate = stage.crosswise.plate
    return together(lambda _, share: plate.set_share(which, share), plate.parts)


def walk_about(stage: Stage) -> list[Animation]:
    """Walk about the bowl, while a loop of lines is shown."""
    cross = stage.crosswise
    start = cross.sheet.space

    def go(_: object, share: float) -> None:
        cross.bowl.set_tinted(LEAVING(share))
        cross.set_space(start.turned(smooth(share) * WALK))
        stage.show(*cross.led_round(smooth(share)))

    line = stage.pivot, stage.stem, stage.values.a.number, stage.values.b.number
    moving = *cross.parts, *stage.hero.moving, *line, stage.stack.layers
    return [
        *together(go, moving, linear),
        FadeOut(cross.wall.stack, rate_func=LEAVING),
    ]
