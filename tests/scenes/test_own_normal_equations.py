"""NormalEquations keeps its shape, and to the truth, whatever table it is given."""

from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.fits.line import fit_line
from scenes.visuals.writing.screen import RIGHT_EDGE, TOP_EDGE
from tests.scenes.awkward_tables import TABLES, written
from tests.scenes.onlooker import is_visible, texts
from tests.scenes.rehearsal import rehearse

SLACK = 0.03
# Each point has its place in the pass: a hundred thousand take minutes, and show nothing new.
MOST = 500
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", TABLES)
def test_any_table_fills_the_same_film(name: str, tmp_path: Path) -> None:
    x, y = (np.asarray(values, dtype=float) for values in TABLES[name])
    every = -(-x.size // MOST)
    x, y = x[::every], y[::every]
    reach, overlaps = np.zeros(3), set()

    def look(film: Any) -> None:
        nonlocal reach
        for part in (part for top in film.mobjects for part in top.get_family()):
            if is_visible(part):
                reach = np.maximum(reach, np.abs(part.points).max(axis=0))
        for one, other in combinations(texts(film), 2):
            if one.bounds.overlap(other.bounds) > SLACK:
                overlaps.add(f"{film.steps[-1][0]}: {one.name!r} lies on {other.name!r}")

    film: Any = rehearse("NormalEquations", tmp_path, look, written(tmp_path, x, y))
    assert reach[0] <= RIGHT_EDGE + SLACK
    assert reach[1] <= TOP_EDGE + SLACK
    assert not overlaps
    assert film.time <= 110
    stage, best = film.stage, fit_line(x, y)
    assert (stage.line.a, stage.line.b) == pytest.approx((best.slope, best.intercept))
    story = " ".join(sentence.text for sentence in film.sentences)
    assert ("share a height" in story) == (stage.heights is not None)
