"""Correlation tells of a user's own points first, whatever they are, then of Anscombe's eleven."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.fits.correlation import pearson_test
from scenes.able import refusal
from scenes.visuals.correlation.chance.deals import Deals
from scenes.visuals.correlation.points.cell import WHOLE
from tests.scenes.awkward_tables import TABLES, written
from tests.scenes.onlooker import Crowding
from tests.scenes.rehearsal import rehearse

LONGEST = 110


@pytest.mark.slow
@pytest.mark.parametrize("name", TABLES)
def test_any_table_is_told_of_before_the_eleven_points(name: str, tmp_path: Path) -> None:
    x, y = (np.asarray(values, dtype=float) for values in TABLES[name])
    crowding = Crowding()
    shown: list[float] = []

    def look(film: Any) -> None:
        crowding.look(film)
        if film.steps[-1][0] == "own points":
            shown.append(float(film.stage.card.r.number.text))

    film: Any = rehearse("Correlation", tmp_path, look, written(tmp_path, x, y))
    assert not crowding.faults
    own = film.stage.own
    seen = own.cell.data
    assert seen.x.size == min(x.size, 400)
    assert shown == pytest.approx([pearson_test(seen.x, seen.y).r] * len(shown), abs=0.006)
    story = " ".join(sentence.text for sentence in film.sentences)
    of_all = f"{pearson_test(x, y).r:.2f}".replace("-", "\N{MINUS SIGN}")
    sampled = f"400 of {x.size:,} points, at random. Of all, r = {of_all}."
    assert (sampled in story) == (x.size > 400)
    assert bool(own.behind) == (x.size > 400), "all of many points are seen behind the sample"
    assert not set(own.behind) & set(film.mobjects)
    beyond = int(own.chance.deals.beyond.sum())
    assert f"{beyond or 'None'} of 1000" in story
    assert ("Chance rarely does this" in story) == (beyond <= 50)
    assert [step for step, _ in film.steps][-1] == "look"
    assert film.time <= LONGEST
    chart = film.stage.cell.chart
    assert (chart.area.width, chart.area.height) == pytest.approx((WHOLE.width, WHOLE.height))
    on_screen = set(film.get_mobject_family_members())
    assert chart in on_screen, "Anscombe's points close the film"
    assert not on_screen & {*own.cell.picture, *own.chance.parts}


@pytest.mark.parametrize(
    ("beyond", "said"),
    [
        (0, "None of 1000 come"),
        (1, "Only 1 of 1000 comes"),
        (2, "Only 2 of 1000 come"),
        (100, "100 of 1000 come"),
    ],
)
def test_one_deal_comes_as_far_and_others_come(beyond: int, said: str) -> None:
    r = np.where(np.arange(1000) < beyond, -0.5, 0.1)
    none = np.zeros(0)
    assert Deals(none, none, np.zeros((1000, 0), dtype=int), r, 0.4).how_many_come == said


@pytest.mark.parametrize(
    ("x", "y", "said"),
    [
        ([1, 2], [3, 5], "two points always lie on a line"),
        ([1, 2, 3], [3, 3, 3], "all y are equal"),
        ([2, 2, 2], [3, 4, 5], "all x are equal"),
    ],
)
def test_points_without_a_correlation_are_refused(
    x: list[float], y: list[float], said: str, tmp_path: Path
) -> None:
    assert said in refusal("Correlation", written(tmp_path, x, y))
