"""HalfThickness tells of any lab of equal sheets, thin or thick, with nothing on anything else."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.scenes.awkward_labs import LABS
from tests.scenes.onlooker import Crowding
from tests.scenes.rehearsal import rehearse

SLACK = 0.03


@pytest.mark.slow
@pytest.mark.parametrize("name", LABS)
def test_any_lab_of_equal_sheets_is_told_of(name: str, tmp_path: Path) -> None:
    lab = LABS[name]
    crowding = Crowding(SLACK)
    film: Any = rehearse("HalfThickness", tmp_path, crowding.look, lab.settings(tmp_path))
    assert not crowding.faults
    story = " ".join(sentence.text for sentence in film.sentences)
    assert ("each mm should leave" in story) == (lab.depths_mm[1] == 1)
    half = np.log(2) / lab.mu_per_mm
    assert float(film.stage.half) == pytest.approx(half, rel=0.03), (
        "a background flattens it a little"
    )
    assert story.endswith(f"Each {film.stage.half} mm halves the rest.")
