"""All that SquaredVersusAbsolute ever puts on the screen."""

from dataclasses import dataclass

from core.tables.dataset import Dataset
from scenes.visuals.squared_versus_absolute.dragged_point import DraggedPoint, dragged_point
from scenes.visuals.squared_versus_absolute.lifted_line import LiftedLine, lifted_line
from scenes.visuals.writing.pen import Pen

START_BELOW = 1.5


@dataclass(frozen=True)
class Stage:
    """The drag that opens and closes, and the line that is lifted."""

    drag: DraggedPoint
    line: LiftedLine


def stage(pen: Pen, pairs: Dataset, many: Dataset) -> Stage:
    """Build everything: ``pairs`` are the six points, ``many`` those of which one is dragged."""
    return Stage(dragged_point(pen, many), lifted_line(pen, pairs, START_BELOW))
