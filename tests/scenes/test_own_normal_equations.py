"""NormalEquations keeps its shape, and to the truth, whatever table it is given."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.fits.line import fit_line
from tests.scenes.awkward_tables import TABLES, written
from tests.scenes.onlooker import Crowding
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
    crowding = Crowding(SLACK)
    film: Any = rehearse("NormalEquations", tmp_path, crowding.look, written(tmp_path, x, y))
    assert not crowding.faults
    assert film.time <= 110
    stage, best = film.stage, fit_line(x, y)
    assert (stage.line.a, stage.line.b) == pytest.approx((best.slope, best.intercept))
    story = " ".join(sentence.text for sentence in film.sentences)
    assert ("share a height" in story) == (stage.heights is not None)
