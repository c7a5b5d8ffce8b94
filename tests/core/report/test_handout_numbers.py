"""The numbers of the handout: against NumPy, against arithmetic by hand, against the data."""

from decimal import Decimal

import numpy as np
import pytest

from core.report import exercises, related
from core.report.numbers import article_numbers
from core.tables.dataset import read_dataset

NUMBERS = article_numbers()
PARTS = ["related", "laboratory", "exercises"]


def each(part, place=""):
    """Yield every number below ``part``, with its place."""
    for name, found in part.items():
        if isinstance(found, dict) and "quoted" in found:
            yield f"{place}.{name}", found
        elif isinstance(found, dict):
            yield from each(found, f"{place}.{name}")


@pytest.mark.parametrize("part", PARTS)
def test_what_is_quoted_is_the_value_rounded(part):
    found = dict(each(NUMBERS[part], part))
    assert found
    for place, number in found.items():
        if place == "exercises.far.power":
            continue  # the exponent of its value
        quoted = Decimal(number["quoted"])
        half = 10.0 ** quoted.as_tuple().exponent / 2
        assert abs(float(quoted) - number["value"]) <= 1.0001 * half, place


def test_the_four_points_are_solved_by_hand():
    four = NUMBERS["exercises"]["four"]
    values = {k: v["value"] for k, v in four.items() if isinstance(v, dict)}
    assert [values[letter] for letter in "ABCDN"] == [14, 6, 18, 9, 4]
    assert (values["a"], values["b"]) == (0.9, 0.9)
    assert values["epsilon_0"] == pytest.approx(0.1**2 + 0.2**2 + 0.7**2 + 0.4**2)
    moved = values["Sxx"] * values["turn"] ** 2 + values["N"] * values["shift"] ** 2
    assert values["other_epsilon"] == pytest.approx(values["epsilon_0"] + moved)
    assert values["a_low"] < 0 < values["a_high"]


def test_far_from_zero_the_articles_sums_keep_no_digit():
    far, four = NUMBERS["exercises"]["far"], NUMBERS["exercises"]["four"]
    assert far["determinant"]["value"] != four["determinant"]["value"]
    assert abs(far["determinant"]["value"]) <= 2 * far["spacing"]["value"]


def test_the_other_exercises_agree_with_numpy():
    found = NUMBERS["exercises"]
    assert found["wire"]["a"]["value"] == pytest.approx(np.polyfit(*exercises.WIRE, 1)[0])
    curve = np.polyfit(*exercises.THROW, 2)
    assert found["throw"]["a_2"]["value"] == pytest.approx(curve[0])
    assert found["throw"]["g"]["value"] == pytest.approx(-2 * curve[0])
    assert found["triangle"]["nearest"]["value"] == pytest.approx(1)
    net = np.array(exercises.LEAD_COUNTS) - exercises.LEAD_BACKGROUND
    slope = np.polyfit(exercises.LEAD_MM, np.log(net), 1)[0]
    assert found["lead"]["by_hand"]["value"] == pytest.approx(-slope)
    lead = found["lead"]
    assert abs(lead["energy"]["value"] - lead["line"]["value"]) < 2 * lead["energy_stderr"]["value"]


def test_a_slip_of_the_pen_moves_the_squares_and_not_the_distances():
    absolute = NUMBERS["related"]["absolute"]
    assert absolute["a_after"]["value"] == absolute["a"]["value"]
    assert absolute["squares_a_after"]["value"] > 1.2 * NUMBERS["line"]["a"]["value"]
    header = read_dataset("data/header.csv")
    changed = np.flatnonzero(related.with_slip(header) != header.y)
    assert changed.tolist() == [related.SLIP[0]]


def test_the_distance_of_a_flat_matters_only_beside_its_area():
    several = NUMBERS["related"]["several"]
    alone, both = several["distance_alone"]["value"], several["distance"]["value"]
    assert abs(alone) < several["distance_alone_stderr"]["value"]
    assert both < -9 * several["distance_stderr"]["value"]
    X, rent = related.flats()
    solved = np.linalg.lstsq(np.column_stack([X, np.ones(rent.size)]), rent)[0]
    assert both == pytest.approx(solved[1])


def test_the_nearest_line_lies_between_both_regressions():
    shortest = {name: number["value"] for name, number in NUMBERS["related"]["shortest"].items()}
    assert shortest["squares_a"] < shortest["a"] < shortest["sideways_a"]
    assert shortest["rss"] < shortest["squares_rss"]
