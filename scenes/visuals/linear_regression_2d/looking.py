"""How one looks at the sheet of all lines: from above, from near, and from all sides."""

import numpy as np
from manim import Animation, FadeIn, FadeOut, VMobject, linear, smooth, squish_rate_func
from manim.utils.rate_functions import ease_in_out_sine

from scenes.film import exchange
from scenes.visuals.linear_regression_2d import layout
from scenes.visuals.linear_regression_2d.moves import AT_ONCE, FIRST, LAST, move
from scenes.visuals.linear_regression_2d.stage import Stage
from scenes.visuals.linear_regression_2d.surface.space import NEAR
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Tank
from scenes.visuals.plot.together import together
from scenes.visuals.space.polylines import polylines

WALK = np.radians(-10.0)  # how far one walks about the bowl: to where the sheet is narrower
LEAVING = squish_rate_func(smooth, 0.0, 0.16)
SLACK = 1e-6


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
    """Lay the way along which both numbers change, in place of their values."""
    cross = stage.crosswise
    arriving = FadeIn(cross.diagonal), FadeIn(cross.diagonal.letters)
    return [*arriving, *map(FadeOut, cross.sheet.numbers)]


def frame(stage: Stage) -> list[Animation]:
    """Frame what is to be seen from near, once the stack and the name of its way have left."""
    cross = stage.crosswise
    leaving = cross.wall.stack, cross.diagonal, cross.diagonal.letters
    return exchange(leaving, (cross.sheet.frame,))


def go_near(stage: Stage) -> list[Animation]:
    """Go near the place where the parabolas touch the sheet, until the frame is all one sees."""
    sheet = stage.crosswise.sheet

    def go(_: object, share: float) -> None:
        _set_near(stage, share)
        sheet.frame.set_stroke(opacity=1 - LAST(share))

    return together(go, (*_seen_from_near(stage), sheet.frame))


def go_back(stage: Stage) -> list[Animation]:
    """Go back to where the whole sheet is seen."""
    cross = stage.crosswise

    def go(_: object, share: float) -> None:
        _set_near(stage, 1 - share)
        cross.plate.set_seen(1 - FIRST(share))

    return [
        *together(go, (*_seen_from_near(stage), *cross.plate.parts)),
        FadeIn(cross.wall.stack, rate_func=LAST),
    ]


def _seen_from_near(stage: Stage) -> tuple[VMobject, ...]:
    return *stage.crosswise.standing, stage.hero.tank, stage.level_axis, stage.stack.layers


def _set_near(stage: Stage, share: float) -> None:
    """Show the sheet and the tank beside it after a ``share`` of the way nearer."""
    tank, afar, mark = stage.hero.tank, stage.others[0].tank.levels, stage.shown.rss
    nearer = NEAR**share
    levels = Scale(mark - (mark - afar.low) / nearer, mark + (afar.high - mark) / nearer)
    tank.set_levels(levels)
    stage.level_axis.set_levels(levels)
    _open_bottom(tank)
    stage.stack.draw_layers(tank, *stage.best)
    stage.crosswise.set_near(share)
    leave_out_below(stage)


def _open_bottom(tank: Tank) -> None:
    """Leave out the floor of ``tank`` where it does not begin at 0: it goes on below."""
    box, start = tank.box, tank.levels.low
    if start > SLACK * tank.levels.high:
        walls = [[(u, v, 0.0) for v in (box.top, box.bottom)] for u in (box.left, box.right)]
        tank.walls.points = polylines(np.array(walls))
    else:
        tank.set_box(box)


def leave_out_below(stage: Stage) -> None:
    """Leave out the layers in the tank that lie below where it begins."""
    lines = stage.stack.layers.points.reshape(-1, 4, 3)
    inside = lines[:, 0, 1] > stage.hero.tank.box.bottom + SLACK
    stage.stack.layers.points = lines[inside].reshape(-1, 3)


def lay(stage: Stage, which: int) -> list[Animation]:
    """Lay a stick on the sheet, or the plate between them (see ``Plate.set_share``)."""
    plate, sheet = stage.crosswise.plate, stage.crosswise.sheet
    laid = together(lambda _, share: plate.set_share(which, share), plate.parts)
    if which == 2:
        # What else there is along the two leaves.
        fading = together(lambda _, share: sheet.set_curves_seen(1 - FIRST(share)), sheet.curves)
        return [*laid, *fading]
    return laid


def turn_stick(stage: Stage) -> list[Animation]:
    """Turn the stick in the plate by half a turn, and the parabola over it; the line rocks."""
    cross, line = stage.crosswise, (stage.pivot, stage.stem, *stage.values.numbers[:2])
    moving = *stage.hero.moving, *line, stage.stack.layers, cross.wall.curve, *cross.plate.parts

    def go(_: object, share: float) -> None:
        stage.show(*cross.turn_stick(share))
        leave_out_below(stage)

    return together(go, (*moving, *cross.ball.parts), ease_in_out_sine)


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
