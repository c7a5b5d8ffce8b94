"""ResidualBowl keeps its shape, and to the truth, whatever table it is given."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scenes.visuals.writing.numerals import DIGIT_BLANK
from scenes.visuals.writing.screen import BAND
from tests.figures.users_tables import USERS_TABLES
from tests.scenes.awkward_tables import NOISE, STEPS, TABLES, written
from tests.scenes.onlooker import Crowding
from tests.scenes.rehearsal import rehearse

pytestmark = pytest.mark.slow


VILLAGE = np.loadtxt(BytesIO(USERS_TABLES["village.csv"]), delimiter=",", skiprows=1).T
FAR_UP = {"four digits on the axis": tuple(VILLAGE)}
LEFT = {"left of 0": (-STEPS, -2 * STEPS + NOISE), "far left": (-20 - STEPS, 2 * STEPS + NOISE)}


MEETING = {"on one line": (np.arange(12), 2 * np.arange(12) + 1), "two points": ([1, 3], [2, 5])}
OWN = TABLES | LEFT | FAR_UP | MEETING


@pytest.mark.parametrize("name", OWN)
def test_any_table_fills_the_same_film(name: str, tmp_path: Path) -> None:
    x, y = (np.asarray(values, dtype=float) for values in OWN[name])
    crowding = Crowding()
    film: Any = rehearse("ResidualBowl", tmp_path, crowding.look, written(tmp_path, x, y))
    assert not crowding.faults
    assert film.time <= 110
    story = " ".join(sentence.text for sentence in film.sentences)
    assert (f"40 of {x.size}" in story) == (x.size > 40)
    centred = x.min() > np.ptp(x) / 2 or x.mean() < 0
    assert ("mean of x" in story) == centred
    stage = film.stage
    origin = x.mean() if centred else 0.0
    a, b = stage.current()
    dot, chart = stage.pivot, stage.chart
    assert (dot.x, dot.y) == pytest.approx((0, b)), "x is counted from where the dot lies"
    shares = float(chart.x_scale.share(dot.x)), float(chart.y_scale.share(dot.y))
    assert all(0 <= share <= 1 for share in shares), "the dot lies in the chart"
    both = origin == 0 and chart.y_scale.low <= 0 <= chart.y_scale.high
    assert [label.text for label in chart.x_labels] == (["0"] if both else [])
    plane = stage.space.map
    for read_out, value, span in zip(
        stage.values, (a, b), (plane.x_scale.span, plane.y_scale.span), strict=True
    ):
        said = float(read_out.number.text.replace(DIGIT_BLANK, "").replace("×10^", "e"))
        assert said == pytest.approx(value, abs=0.06 * span), "a number says where the place is"
    names = [part for part in stage.names.get_family() if len(part.points)]
    aside = stage.space.view(1.0)
    stage.names.set_view(aside)
    assert min(part.points[:, 1].min() for part in names) > BAND.top, "words have their room"
    closing = np.sum((y - a * (x - origin) - b) ** 2)
    total = stage.height() * stage.last_level / stage.space.top
    assert total == pytest.approx(closing, rel=1e-6, abs=1e-9 * np.sum(y * y))


@pytest.mark.parametrize("count", [4, 5])
def test_one_further_trough_is_spoken_of_as_one(count: int, tmp_path: Path) -> None:
    x, y = np.array([1.0, 2, 4, 5, 7])[:count], np.array([2.0, 5, 4, 7, 6])[:count]
    film: Any = rehearse("ResidualBowl", tmp_path, lambda *_: None, written(tmp_path, x, y))
    story = " ".join(sentence.text for sentence in film.sentences)
    assert ("Can the last trough flatten it again?" in story) == (count == 4)
    assert "the other 1." not in story
    alone = film.stage.troughs.singly
    assert ("No further trough can flatten it." in story) == (count > alone)
    assert ("Now the last one." in story) == (count - alone == 1)
