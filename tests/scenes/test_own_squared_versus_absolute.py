"""SquaredVersusAbsolute tells of any table in which a point tears one line and leaves the other."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scenes.able import refusal
from tests.scenes.awkward_tables import NOISE, STEPS, TABLES, written
from tests.scenes.onlooker import Bounds, Crowding
from tests.scenes.rehearsal import rehearse

CROWD = np.random.default_rng(3).uniform(0, 10, (2, 39))
OWN = {
    "40 crowded points": (
        np.append(CROWD[0], 16.0),
        np.append(CROWD[0] + 1.6 * (CROWD[1] - 5), 16.0),
    ),
    "astray at the left, the others falling": (
        np.append(STEPS, -4.0),
        np.append(-3 * STEPS + NOISE, -30.0),
    ),
    "four points": ([1.0, 2.0, 3.0, 4.0], [1.8, 2.7, 3.4, 4.1]),
    "tiny": (1e-9 * STEPS, 1e-9 * (3 * STEPS + NOISE)),
}


class Onlooker(Crowding):
    """Sees also what pulls at a line, on the title of its chart or not, and how high it adds up."""

    highest = -np.inf

    def look(self, film: Any) -> None:
        super().look(film)
        on_screen = {id(part) for top in film.mobjects for part in top.get_family()}
        layers = film.drag.weighed.total.layers
        if id(layers) in on_screen:
            self.highest = max(self.highest, layers.get_top()[1])
        for balance in film.drag.balances:
            title = balance.chart.titles[1]
            if id(balance.pulls) not in on_screen or id(title) not in on_screen:
                continue
            parts = balance.pulls.points.reshape(-1, 4, 3)
            words = Bounds.of(title.get_family())
            if words is None:
                continue
            for stroke in parts:
                low, high = stroke[:, :2].min(axis=0), stroke[:, :2].max(axis=0)
                if words.overlap(Bounds(*low, *(high + 1e-3))) > 0:
                    self.faults.add(f"{film.steps[-1][0]}: a pull lies on the title of its chart")


@pytest.mark.slow
@pytest.mark.parametrize("name", OWN)
def test_any_table_that_shows_it_is_told_of(name: str, tmp_path: Path) -> None:
    settings = written(tmp_path, *OWN[name])
    assert not refusal("SquaredVersusAbsolute", settings)
    onlooker = Onlooker()
    film: Any = rehearse("SquaredVersusAbsolute", tmp_path, onlooker.look, settings)
    assert not onlooker.faults
    assert film.time <= 110
    assert onlooker.highest < film.drag.weighed.total.tank.box.top


@pytest.mark.parametrize("name", ["three points", "a perfect line", "many points", "a cloud"])
def test_a_table_that_shows_it_not_is_refused_before_anything_is_drawn(
    name: str, tmp_path: Path
) -> None:
    said = refusal("SquaredVersusAbsolute", written(tmp_path, *TABLES[name]))
    assert any(why in said for why in ("too few points", "at most 40", "no point that goes astray"))
