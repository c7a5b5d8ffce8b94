"""A user's own points beside Anscombe's sets: their picture, and what chance does with them."""

from dataclasses import dataclass, replace
from typing import Self

from manim import VMobject

from core.tables.dataset import Dataset
from scenes.settings import FilmSettings
from scenes.visuals.correlation.chance import Chance
from scenes.visuals.correlation.deals import Deals
from scenes.visuals.correlation.quartet import WHOLE, Cell
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.shown_points import ShownPoints
from scenes.visuals.writing.fitted import fitted
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box

SURE = 0.05  # a larger share is ordinary
TITLE = 5.0


@dataclass(frozen=True)
class Own:
    """The points, or a sample of many; their deals; what is said of them."""

    cell: Cell
    chance: Chance
    opening: str
    verdict: str
    closing: str

    @classmethod
    def of(cls, settings: FilmSettings, beside: Box, pen: Pen) -> Self | None:
        """Return the points of a user's own table, if there is one."""
        if settings.shows_the_article:
            return None
        data = settings.dataset()
        shown = ShownPoints.of(data)
        seen = replace(data, x=shown.x, y=shown.y)
        cell = Cell(WHOLE, seen, pen, _scales(shown), _titles(data, pen))
        chance = Chance.of(Deals.at_random(seen.x, seen.y), beside, pen)
        rare = chance.deals.beyond.mean() <= SURE
        n, total = seen.x.size, shown.total
        return cls(
            cell,
            chance,
            opening=f"{n} points." if n == total else f"{n} of {total} points, taken at random.",
            verdict="Chance rarely does this." if rare else "Chance alone does as much.",
            closing="But $r$ and $p$ never look. See four other sets.",
        )


def _scales(shown: ShownPoints) -> tuple[Scale, Scale]:
    across, up = Scale.around(shown.x, 0.06), Scale.around(shown.y, 0.08)
    return replace(across, origin=shown.origin), up


def _titles(data: Dataset, pen: Pen) -> tuple[VMobject, VMobject]:
    x, y = (fitted(pen, label, TITLE, pen.theme.muted) for label in (data.x_label, data.y_label))
    return x, y
