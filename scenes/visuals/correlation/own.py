"""A user's own points beside Anscombe's sets: their picture, and what chance does with them."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from manim import VMobject

from core.fits.correlation import pearson_test
from core.tables.dataset import Dataset
from scenes.settings import FilmSettings
from scenes.visuals.correlation.chance.chance import Chance
from scenes.visuals.correlation.chance.deals import Deals
from scenes.visuals.correlation.points.cell import Cell
from scenes.visuals.plot.beyond import Beyond, beyond
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.density import Density
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.shown_points import ShownPoints, sample
from scenes.visuals.writing.fitted import fitted
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box

SURE = 0.05  # a larger share is ordinary
TITLE = 5.0
MOST_DEALT = 400  # points: more on their way at once cannot be followed


@dataclass(frozen=True)
class Own:
    """The points, or a sample of many with all behind; their deals; what is said of them."""

    cell: Cell
    behind: tuple[Density | Beyond, ...]
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
        chosen = sample(np.arange(shown.total), MOST_DEALT)
        seen = replace(data, x=shown.x[chosen], y=shown.y[chosen])
        cell = Cell(seen, pen, _scales(seen, shown), _titles(data, pen))
        chance = Chance.of(Deals.at_random(seen.x, seen.y), beside, pen)
        rare = chance.deals.beyond.mean() <= SURE
        n, total = seen.x.size, shown.total
        return cls(
            cell,
            _behind(cell.chart, shown, pen) if seen.x.size < shown.total else (),
            chance,
            opening=f"{n} points." if n == total else _sampled(n, shown),
            verdict="Chance rarely does this." if rare else "Chance alone does as much.",
            closing="But $r$ and $p$ never look. Watch eleven other points.",
        )


def _sampled(n: int, shown: ShownPoints) -> str:
    """Say how many points stand for all of them, and what r is of all."""
    r = pearson_test(shown.x, shown.y).r
    return f"{n} of {shown.total:,} points, at random. Of all, $r = {r:.2f}$."


def _scales(seen: Dataset, shown: ShownPoints) -> tuple[Scale, Scale]:
    across = Scale.around([*seen.x, *shown.window.x], 0.06)
    return replace(across, origin=shown.origin), Scale.around([*seen.y, *shown.window.y], 0.08)


def _behind(chart: Chart, shown: ShownPoints, pen: Pen) -> tuple[Density | Beyond, ...]:
    """Return all points as cells, and marks for those beyond the chart."""
    x, y, colour = shown.x, shown.y, pen.theme.point
    out = beyond(chart.x_scale, chart.y_scale, x, y)
    marks = (Beyond(chart, x[out], y[out], colour),) if out.any() else ()
    return Density(chart, x, y, colour), *marks


def _titles(data: Dataset, pen: Pen) -> tuple[VMobject, VMobject]:
    x, y = (fitted(pen, label, TITLE, pen.theme.muted) for label in (data.x_label, data.y_label))
    return x, y
