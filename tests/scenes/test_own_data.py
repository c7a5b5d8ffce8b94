"""The film keeps its shape, and to the truth, whatever table it is given."""

import csv
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.palette import theme
from scenes.settings import FilmSettings
from scenes.visuals.linear_regression_2d.build import SWEEP_HEIGHT
from scenes.visuals.linear_regression_2d.surface.space import REACH
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, SMALLEST, Box
from tests.scenes.onlooker import Crowding
from tests.scenes.rehearsal import rehearse

SLACK = 0.03
STEPS = np.linspace(0, 10, 12)
NOISE = np.random.default_rng(7).normal(size=12)
CLOUD = np.random.default_rng(9).normal(size=(2, 180))
EVIL = '<script>alert(1)</script> #read("/etc/passwd") $\\frac{$'

TABLES = {
    "two points": ([1, 3], [2, 5]),
    "a perfect line": (STEPS, 2 * STEPS + 1),
    "all y equal": (STEPS, 0 * STEPS + 7),
    "far from 0": (1e12 + STEPS / 10, 1e12 + STEPS / 10 + 0.1 * NOISE),
    "steep and falling": (STEPS, -1000 * STEPS + 500 * NOISE),
    "tiny": (1e-15 * STEPS, 1e-15 * (2 * STEPS + NOISE)),
    "huge": (1e15 * STEPS, 1e15 * (2 * STEPS + NOISE)),
    "left of 0": (-STEPS, 3 - 2 * STEPS + NOISE),
    "years": (1990 + STEPS, 14 + 0.02 * STEPS + 0.05 * NOISE),
    "an outlier": (STEPS, np.where(STEPS[3] == STEPS, 300, 2 * STEPS + NOISE)),
    "almost a perfect line": (STEPS, 2 * STEPS + 1e-6 * NOISE),
    "a cloud": (170 + 15 * CLOUD[0], 70 + 10 * CLOUD[1]),
    "many points": (
        np.linspace(0, 10, 5000),
        np.linspace(0, 10, 5000) + np.random.default_rng(8).normal(size=5000),
    ),
}

ON_ONE_LINE = "two points", "a perfect line", "all y equal"


@dataclass
class Seen:
    """What was on screen: what was near an edge or lay on what, heights by step, numbers."""

    crowding: Crowding = field(default_factory=lambda: Crowding(SLACK))
    heights: dict[str, list[float]] = field(default_factory=dict)
    numbers: list[tuple[float, str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    film: Any = None

    def look(self, film: Any) -> None:
        screen = self.crowding.look(film)
        line = film.stage.hero.line
        height = float(film.stage.shown.landscape.height(line.a, line.b))
        self.heights.setdefault(film.steps[-1][0], []).append(height)
        for value, shown in ((line.a, film.stage.values.a), (line.b, film.stage.values.b)):
            if id(shown.number) in screen.on_stage:
                self.numbers.append((value, shown.number.text))


def perform(folder: Path, x: Any, y: Any, header: tuple[str, str] = ("x", "y")) -> Seen:
    table = folder / "own data.csv"
    with table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(zip(map(float, x), map(float, y), strict=True))
    seen = Seen()
    seen.film = rehearse("LinearRegression2D", folder, seen.look, FilmSettings(data=table))
    seen.said = [sentence.text for sentence in seen.film.sentences]
    return seen


def parsed(text: str) -> float:
    return float(text.replace("×10^", "e"))


@pytest.fixture(scope="module")
def performances() -> dict[str, Seen]:
    return {}


@pytest.fixture
def seen(
    request: pytest.FixtureRequest, performances: dict[str, Seen], tmp_path: Path
) -> tuple[str, Seen]:
    name = request.param
    if name not in performances:
        performances[name] = perform(tmp_path, *TABLES[name])
    return name, performances[name]


every_table = pytest.mark.parametrize("seen", TABLES, indirect=True)


@pytest.mark.slow
@every_table
def test_any_table_fills_the_same_film(seen: tuple[str, Seen]) -> None:
    _, film = seen
    assert not film.crowding.faults
    assert film.film.time <= 65
    for step in ("sweep a", "sweep b", "sweep both"):
        assert min(film.heights[step]) >= 0
        highest = SWEEP_HEIGHT * (REACH**2 if step == "sweep both" else 1)
        assert max(film.heights[step]) == pytest.approx(highest, rel=0.08)
    largest = max(abs(value) for value, _ in film.numbers)
    for value, text in film.numbers:
        assert parsed(text) == pytest.approx(value, rel=0.01, abs=0.005 * largest)


@pytest.mark.slow
@every_table
def test_the_one_square_is_met_by_the_line_and_no_parabola_is_seen_end_on(
    seen: tuple[str, Seen],
) -> None:
    _, film = seen
    stage = film.film.stage
    low, high = stage.slope.ends
    areas = stage.single.valley.epsilon(np.linspace(low, high, 200))
    assert areas.min() < 0.01 * areas.max()
    space = stage.crosswise.sheet.space
    for angle in (*stage.crosswise.sheet.angles, stage.crosswise.diagonal.angle):
        assert abs(np.cos(angle - space.yaw)) > 0.2


@pytest.mark.slow
@every_table
def test_the_words_are_true_of_the_table(seen: tuple[str, Seen]) -> None:
    name, film = seen
    x = TABLES[name][0]
    story = " ".join(film.said)
    assert ("40 of" in story) == (len(x) > 40), "squares that are not drawn are not passed over"
    assert f"{len(x):,} points" in story, "the picture shows them all"
    assert ("intercept" in story) == (min(x) <= np.ptp(x) / 2), "b is named where 0 is near"
    assert ("mean of x" in story) != ("intercept" in story)
    assert ("rel" in story) != (name in ON_ONE_LINE)
    assert not any(word in story for word in ("steeper", "flatter", "along a line"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "header", [(EVIL, "speed " * 50), ("時間 (秒)", "المسافة بالأمتار"), ("_^%&{}\\", "a\nb")]
)
def test_a_header_is_text_and_stays_in_its_place(header: tuple[str, str], tmp_path: Path) -> None:
    film = perform(tmp_path, 1e-15 * STEPS, 1e15 * (STEPS + NOISE), header)
    assert not film.crowding.faults


@pytest.mark.usefixtures("typeset_apart")
@pytest.mark.parametrize(
    ("low", "high", "value"),
    [(-1200, -900, -998), (-700, 1100, -41), (-2e-15, 3e-15, 2e-16), (-3e11, 3e11, -4.6e9)],
)
def test_a_read_out_keeps_its_width_and_its_sign_beside_its_digits(low, high, value) -> None:
    layout = FixedFormat.for_range(low, high)
    step = (high - low) / 100
    assert parsed(layout.write(value)) == pytest.approx(value, abs=step)
    widths = [number_width(layout.write(v), 44) for v in (low, value, -value, 0.0, high)]
    assert widths == pytest.approx([widths[0]] * len(widths))


def test_a_value_far_outside_its_range_is_written_with_a_power_of_ten() -> None:
    assert FixedFormat(decimals=3, exponent=0, integer_digits=1).write(2.3e13) == " 2.300×10^13"


@pytest.mark.usefixtures("typeset_apart")
@pytest.mark.parametrize("scale", [Scale(-1130, -860), Scale(-480, 640), Scale(1e12, 1e12 + 1)])
@pytest.mark.parametrize("width", [5.0, PICTURE.width])
def test_labels_of_ticks_stay_apart(scale: Scale, width: float) -> None:
    chart = Chart(Pen(theme("dark")), Box(0, 0, width, 4), scale, Scale(0, 1), titles=("time", ""))
    shown = [label for label in chart.x_labels if label.get_fill_opacity() > 0]
    ends = [(label.get_left()[0], label.get_right()[0]) for label in shown]
    assert len(shown) >= 1
    for (_, before), (after, _) in pairwise(ends):
        assert after - before > 0.5 * number_width("0", SMALLEST)
    assert ends[-1][1] < chart.titles[0].get_left()[0]


@pytest.mark.parametrize(
    ("scale", "labels", "factor"),
    [
        (Scale(-5, 5, origin=2005), ("2000", "2005", "2010"), ""),
        (Scale(0, 2e6), ("0", "1", "2"), "times 10^(6)"),
        (Scale(1e12, 1e12 + 1), ("0.0", "0.5", "1.0"), "+ 10^(12)"),
    ],
)
def test_ticks_say_what_their_values_are(scale, labels, factor) -> None:
    ticks = scale.ticks(2)
    assert ticks.labels == labels
    assert ticks.factor == factor
    assert np.all(scale.share(ticks.positions) <= 1)
