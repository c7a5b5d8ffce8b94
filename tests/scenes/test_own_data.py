"""The film keeps its shape whatever table it is given."""

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import ValueTracker

from scenes.linear_regression_2d import SWEEP_HEIGHT
from scenes.settings import FilmSettings
from scenes.visuals.plot.panel import TICK_GAP, TICK_SIZE, Scale
from scenes.visuals.writing.numerals import number_width
from scenes.visuals.writing.readouts import FixedFormat
from tests.scenes.rehearsal import rehearse

SIDE, TOP = 6.42, 3.61  # 5 % of the frame, and the width of a stroke
STEPS = np.linspace(0, 10, 12)
NOISE = np.random.default_rng(7).normal(size=12)
EVIL = '<script>alert(1)</script> #read("/etc/passwd") $\\frac{$'

TABLES = {
    "two points": ([1, 3], [2, 5]),
    "a perfect line": (STEPS, 2 * STEPS + 1),
    "all y equal": (STEPS, 0 * STEPS + 7),
    "far from 0": (1e12 + STEPS / 10, 1e12 + STEPS / 10 + 0.1 * NOISE),
    "steep and falling": (STEPS, -1000 * STEPS + 500 * NOISE),
    "tiny": (1e-15 * STEPS, 1e-15 * (2 * STEPS + NOISE)),
    "huge": (1e15 * STEPS, 1e15 * (2 * STEPS + NOISE)),
    "years": (1990 + STEPS, 14 + 0.02 * STEPS + 0.05 * NOISE),
    "an outlier": (STEPS, np.where(STEPS[3] == STEPS, 300, 2 * STEPS + NOISE)),
    "almost a perfect line": (STEPS, 2 * STEPS + 1e-6 * NOISE),
    "many points": (
        np.linspace(0, 10, 5000),
        np.linspace(0, 10, 5000) + np.random.default_rng(8).normal(size=5000),
    ),
}


@dataclass
class Seen:
    """What was on screen: how far it reached, the heights by step, the read-outs."""

    side: float = 0.0
    top: float = 0.0
    heights: dict[str, list[float]] = field(default_factory=dict)
    numbers: list[tuple[float, str]] = field(default_factory=list)

    def look(self, film: Any) -> None:
        for mobject in [m for m in film.mobjects if not isinstance(m, ValueTracker)]:
            for part in mobject.get_family():
                if len(part.points):
                    reach = np.abs(part.points).max(axis=0)
                    self.side, self.top = max(self.side, reach[0]), max(self.top, reach[1])
        if hasattr(film, "readouts"):
            self.heights.setdefault(film.steps[-1][0], []).append(film.current_height())
            for value, readout in zip(film.current_line(), film.readouts, strict=False):
                self.numbers.append((value, readout.number.text))


def perform(folder: Path, x: Any, y: Any, header: tuple[str, str] = ("x", "y")) -> Seen:
    table = folder / "own data.csv"
    with table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(zip(map(float, x), map(float, y), strict=True))
    seen = Seen()
    rehearse("LinearRegression2D", folder, seen.look, FilmSettings(data=table))
    return seen


def parsed(text: str) -> float:
    return float(text.replace("×10^", "e"))


@pytest.mark.slow
@pytest.mark.parametrize("name", TABLES)
def test_any_table_fills_the_same_film(name: str, tmp_path: Path) -> None:
    x, y = TABLES[name]
    seen = perform(tmp_path, x, y)
    assert seen.side <= SIDE
    assert seen.top <= TOP
    for step in ("sweep a", "sweep b", "sweep both"):
        assert min(seen.heights[step]) >= 0
        assert max(seen.heights[step]) == pytest.approx(SWEEP_HEIGHT, rel=0.05)
    largest = max(abs(value) for value, _ in seen.numbers)
    for value, text in seen.numbers:
        assert parsed(text) == pytest.approx(value, rel=0.01, abs=0.005 * largest)


@pytest.mark.slow
@pytest.mark.parametrize(
    "header", [(EVIL, "speed " * 50), ("時間 (秒)", "المسافة بالأمتار"), ("_^%&{}\\", "a\nb")]
)
def test_a_header_is_text_and_stays_in_its_place(header: tuple[str, str], tmp_path: Path) -> None:
    seen = perform(tmp_path, 1e-15 * STEPS, 1e15 * (STEPS + NOISE), header)
    assert seen.side <= SIDE
    assert seen.top <= TOP


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


@pytest.mark.parametrize("scale", [Scale(-1130, -860), Scale(-480, 640), Scale(1e12, 1e12 + 1)])
def test_labels_of_ticks_stay_apart(scale: Scale) -> None:
    positions, labels, _ = scale.ticks_across(6, 3.1)
    places = 3.1 * (positions - scale.low) / (scale.high - scale.low)
    half = np.array([number_width(label, TICK_SIZE) / 2 for label in labels])
    assert len(labels) >= 1
    assert np.all(places[1:] - half[1:] - places[:-1] - half[:-1] >= TICK_GAP - 1e-9)
