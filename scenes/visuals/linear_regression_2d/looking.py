"""How one looks at the sheet of all lines: from above, from near, and from all sides."""

import numpy as np
from manim import Animation, FadeIn, FadeOut, VMobject, linear, smooth, squish_rate_func
from manim.utils.rate_functions import ease_in_out_sine

from scenes.visuals.linear_regression_2d import layout
from scenes.visuals.linear_regression_2d.moves import AT_ONCE, FIRST, LAST, move
from scenes.visuals.linear_regression_2d.stage import Stage
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import Box

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


def lay_diagonal(stage: Stage) -> list[Animation]:
    """Lay the way along which both numbers change, in place of their values."""
    cross = stage.crosswise
    arriving = FadeIn(cross.diagonal), FadeIn(cross.diagonal.letters)
    return [*arriving, *map(FadeOut, cross.sheet.numbers)]


def frame(stage: Stage) -> list[Animation]:
    """Frame what is to be seen from near; the line and its squares leave."""
    cross = stage.crosswise
    leaving = *stage.of_the_line, cross.wall.stack, cross.diagonal, cross.diagonal.letters
    return [FadeIn(cross.sheet.frame), *map(FadeOut, leaving)]


def go_near(stage: Stage) -> list[Animation]:
    """Go near the place where the parabolas touch the sheet, until the frame is all one sees."""
    sheet = stage.crosswise.sheet

    def go(_: object, share: float) -> None:
        _set_near(stage, share)
        sheet.frame.set_stroke(opacity=1 - LAST(share))

    return together(go, (*_seen_from_near(stage), sheet.frame))


def go_back(stage: Stage) -> list[Animation]:
    """Go back to where the whole sheet is seen, and the line beside it."""
    cross = stage.crosswise

    def go(_: object, share: float) -> None:
        _set_near(stage, 1 - share)
        cross.plate.set_seen(1 - FIRST(share))
        cross.sheet.set_curves_seen(share)

    return [
        *together(go, (*_seen_from_near(stage), *cross.plate.parts)),
        *(FadeIn(part, rate_func=LAST) for part in (*stage.of_the_line, cross.wall.stack)),
    ]


def _seen_from_near(stage: Stage) -> tuple[VMobject, ...]:
    return *stage.crosswise.standing, stage.hero.tank, stage.level_axis, stage.stack.layers


def _set_near(stage: Stage, share: float) -> None:
    """Show the sheet and the tank beside it after a ``share`` of the way nearer."""
    tank, axis = stage.hero.tank, stage.level_axis
    box, levels = _tank(stage, share)
    tank.set_levels(levels).set_box(box)
    axis.set_levels(levels).set_box(box)
    stage.stack.draw_layers(tank, *stage.best)
    stage.crosswise.set_near(share)


def _tank(stage: Stage, share: float) -> tuple[Box, Scale]:
    """Return where the tank stands then, and its levels: the best one is where the sheet is."""
    afar, cross = stage.others[0].tank.levels, stage.crosswise
    box = stage.inset_tank.towards(stage.near_tank, share)
    least, height = stage.shown.rss, box.height / afar.span
    height *= (cross.near.up / cross.plate.afar.up) ** share
    start = box.bottom + box.height * float(afar.share(least))
    foot = start + share * (float(cross.near.middle[1]) - start)
    # It begins at 0, or where there is no more room for it.
    bottom = max(box.bottom, foot - least * height)
    levels = Scale(least - (foot - bottom) / height, least + (box.top - foot) / height)
    return Box(box.left, bottom, box.width, box.top - bottom), levels


def lay(stage: Stage, which: int) -> list[Animation]:
    """Lay a stick on the sheet, or the plate between them (see ``Plate.set_share``)."""
    plate, sheet = stage.crosswise.plate, stage.crosswise.sheet
    laid = together(lambda _, share: plate.set_share(which, share), plate.parts)
    numbers = sheet.near_numbers
    if which == 0:
        return [*laid, *map(FadeIn, numbers)]
    if which == 2:
        # What else there is along the two leaves.
        fading = together(lambda _, share: sheet.set_curves_seen(1 - FIRST(share)), sheet.curves)
        return [*laid, *fading, *(FadeOut(each, rate_func=AT_ONCE) for each in numbers)]
    return laid


def turn_stick(stage: Stage) -> list[Animation]:
    """Turn the stick in the plate by half a turn, and the parabola over it."""
    cross = stage.crosswise
    moving = cross.wall.curve, *cross.plate.parts
    return together(lambda _, share: cross.turn_stick(share), moving, ease_in_out_sine)


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
