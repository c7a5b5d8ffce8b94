"""ResidualBowl keeps its shape, and to the truth, whatever table it is given."""

from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scenes.visuals.writing.screen import RIGHT_EDGE
from tests.scenes.awkward_tables import TABLES, written
from tests.scenes.onlooker import is_visible, texts
from tests.scenes.rehearsal import rehearse

SLACK = 0.03
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", TABLES)
def test_any_table_fills_the_same_film(name: str, tmp_path: Path) -> None:
    x, y = (np.asarray(values, dtype=float) for values in TABLES[name])
    reach, overlaps = np.zeros(3), set()

    def look(film: Any) -> None:
        nonlocal reach
        for part in (part for top in film.mobjects for part in top.get_family()):
            if is_visible(part):
                reach = np.maximum(reach, np.abs(part.points).max(axis=0))
        for one, other in combinations(texts(film), 2):
            if one.bounds.overlap(other.bounds) > SLACK:
                overlaps.add(f"{film.steps[-1][0]}: {one.name!r} lies on {other.name!r}")

    film: Any = rehearse("ResidualBowl", tmp_path, look, written(tmp_path, x, y))
    assert reach[0] <= RIGHT_EDGE + SLACK
    assert not overlaps
    assert film.time <= 90
    story = " ".join(sentence.text for sentence in film.sentences)
    assert (f"40 points of {x.size}" in story) == (x.size > 40)
    assert ("mean of x" in story) == (x.min() > np.ptp(x) / 2)
    stage = film.stage
    origin = x.mean() if x.min() > np.ptp(x) / 2 else 0.0
    a, b = stage.current()
    closing = np.sum((y - a * (x - origin) - b) ** 2)
    assert stage.level() == pytest.approx(closing, rel=1e-6, abs=1e-9 * np.sum(y * y))
