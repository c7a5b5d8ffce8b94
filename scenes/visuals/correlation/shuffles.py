"""What r does when there is nothing to find: y is shuffled, again and again."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from core.fits.correlation import pearson_test
from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Values
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines

SHUFFLES = 1000
# The year of Galton's "co-relations". By this seed as many shuffles are as far out as expected.
SEED = 1888
BIN = 0.05
# Of its bin and of its row, so that bricks can be counted.
BRICK = np.array([0.86, 0.8])
# How many bricks fall at the same time when they fall fast.
FALLING = 40.0


@dataclass(frozen=True)
class Shuffles:
    """The correlation of x with each of a thousand shuffles of y, and the first shuffles."""

    order: NDArray[np.intp]
    r: Values
    ours: float

    @classmethod
    def of(cls, x: Values, y: Values, count: int = SHUFFLES) -> Self:
        """Shuffle ``count`` times with a fixed seed."""
        rng = np.random.default_rng(SEED)
        order = np.array([rng.permutation(y.size) for _ in range(count)])
        r = np.array([pearson_test(x, y[one]).r for one in order])
        return cls(order, r, pearson_test(x, y).r)

    @property
    def beyond(self) -> NDArray[np.bool_]:
        """Tell which shuffles are at least as far from 0 as the points themselves."""
        far: NDArray[np.bool_] = np.abs(self.r) >= abs(self.ours)
        return far


class Pile(VGroup):
    """A brick for each shuffle, piled up over its r; those as far out as ours in another colour."""

    def __init__(self, chart: Chart, shuffles: Shuffles, theme: Theme) -> None:
        self.near, self.far = (
            VMobject(stroke_width=0, fill_color=colour, fill_opacity=1)
            for colour in (theme.point, theme.ink)
        )
        super().__init__(self.near, self.far)
        self.chart, self.shuffles = chart, shuffles
        bins = np.floor(shuffles.r / BIN)
        self.x = (bins + 0.5) * BIN
        rank = np.array([np.count_nonzero(bins[:k] == b) for k, b in enumerate(bins)])
        self.y = rank + 0.5
        self.shown = 0.0
        self.falling = 1.0
        self.draw()

    @property
    def highest(self) -> float:
        """Return the height of the highest pile, in bricks."""
        return float(self.y.max()) + 0.5

    def set_room(self, bricks: float) -> Self:
        """Let the chart be so many bricks high."""
        self.chart.y_scale = Scale(0.0, bricks)
        return self.draw()

    def set_shown(self, shown: float, falling: float = 1.0) -> Self:
        """Let the first ``shown`` bricks fall, ``falling`` of them at the same time."""
        self.shown, self.falling = shown, falling
        return self.draw()

    def draw(self) -> Self:
        """Draw the bricks where the chart is now."""
        number = np.arange(self.x.size)
        way = np.clip((self.shown - number) / self.falling, 0.0, 1.0)
        seen = way > 0
        places = self.chart.places(self.x, self.y)
        top = self.chart.box.top
        places[:, 1] = top + way**2 * (places[:, 1] - top)
        box = self.chart.box
        cell = np.array(
            [BIN * box.width / self.chart.x_scale.span, box.height / self.chart.y_scale.span]
        )
        corners = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0], [-1, -1, 0]])
        brick = 0.5 * corners * np.array([*(BRICK * cell), 0.0])
        for part, which in ((self.near, ~self.shuffles.beyond), (self.far, self.shuffles.beyond)):
            part.points = polylines(places[seen & which][:, None, :] + brick)
        return self
