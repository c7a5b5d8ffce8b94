"""HalfThickness tells of any lab of equal sheets, thin or thick, with nothing on anything else."""

from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scenes.visuals.writing.screen import RIGHT_EDGE, TOP_EDGE
from tests.scenes.awkward_labs import LABS
from tests.scenes.onlooker import is_visible, texts
from tests.scenes.rehearsal import rehearse

SLACK = 0.03


@pytest.mark.slow
@pytest.mark.parametrize("name", LABS)
def test_any_lab_of_equal_sheets_is_told_of(name: str, tmp_path: Path) -> None:
    lab = LABS[name]
    faults: set[str] = set()

    def look(film: Any) -> None:
        step = film.steps[-1][0]
        for part in (part for top in film.mobjects for part in top.get_family()):
            if is_visible(part):
                reach = np.abs(part.points[:, :2]).max(axis=0)
                if (reach > np.array([RIGHT_EDGE, TOP_EDGE]) + SLACK).any():
                    faults.add(f"{step}: {part} reaches {reach.round(2)}")
        for one, other in combinations(texts(film), 2):
            if one.bounds.overlap(other.bounds) > SLACK:
                faults.add(f"{step}: {one.name!r} lies on {other.name!r}")

    film: Any = rehearse("HalfThickness", tmp_path, look, lab.settings(tmp_path))
    assert not faults
    story = " ".join(sentence.text for sentence in film.sentences)
    assert ("without the source" in story.lower()) == (lab.room > 0)
    assert story.count("the attenuation coefficient") == 1, "named once, when it appears"
    assert ("each mm leaves" in story) == (lab.depths_mm[1] == 1)
    half = np.log(2) / lab.mu_per_mm
    assert float(film.stage.half) == pytest.approx(half, rel=0.03), (
        "a background flattens it a little"
    )
    assert story.endswith(f"{film.stage.half} mm of lead stops half.")
