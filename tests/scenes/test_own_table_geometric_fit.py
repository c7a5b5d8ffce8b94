"""GeometricFit keeps its shape, and to the truth, whatever table it is given."""

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.palette import theme
from scenes.able import refusal
from scenes.settings import FilmSettings
from scenes.studio.session import session
from scenes.visuals.geometric_fit.own_table import OwnTable
from scenes.visuals.geometric_fit.sheet.cloud import Cloud
from scenes.visuals.geometric_fit.sheet.page import FARTHEST, MIDDLE, RADIUS, Page
from scenes.visuals.geometric_fit.stage import TANK, Stage
from scenes.visuals.writing.pen import Pen
from tests.scenes.onlooker import Crowding
from tests.scenes.rehearsal import rehearse

SLACK = 0.03
PEN = Pen(theme("dark"))
STEPS = np.linspace(0, 10, 12)
NOISE = np.random.default_rng(7).normal(size=12)
CLOUD = np.random.default_rng(9).normal(size=(2, 180))
LEANING = CLOUD[0] + 0.6 * CLOUD[1]
SLIP = np.arange(60) == 20
EVIL = '<script>alert(1)</script> #read("/etc/passwd") $\\frac{$'
PLAIN = ("x", "y")

SHOWN: dict[str, tuple[Any, Any, tuple[str, str]]] = {
    "falling": (CLOUD[0], -LEANING, PLAIN),
    "years": (1990 + STEPS, 14 + 0.02 * STEPS + 0.1 * NOISE, ("year", "temperature [°C]")),
    "far and tiny": (1e12 + STEPS, 1e-15 * (STEPS + 3 * NOISE), PLAIN),
    "an outlier": (STEPS, np.where(STEPS[3] == STEPS, 300, 2 * STEPS + NOISE), PLAIN),
    "one of many far above": (CLOUD[0], np.where(CLOUD[0] > 2.4, 80, CLOUD[1]), PLAIN),
    "three points": ([0, 1, 3], [0, 2, 1], PLAIN),
    "steep, in one unit": (CLOUD[0], 1.5 * LEANING, ("width [mm]", "height [mm]")),
    "nearly round": (CLOUD[0], CLOUD[1], PLAIN),
    "far up": (CLOUD[0, :60], np.where(SLIP, 80, LEANING[:60]), PLAIN),
    "far to the left": (np.where(SLIP, -80, CLOUD[0, :60]), LEANING[:60], PLAIN),
    "far along both": (
        np.where(SLIP, 70, CLOUD[0, :60]),
        np.where(np.roll(SLIP, 9), -80, LEANING[:60]),
        PLAIN,
    ),
    "many points": (np.tile(CLOUD[0], 20), np.tile(LEANING, 20), (EVIL, "時間 " * 30)),
}

FAR = {
    "an outlier": 1,
    "one of many far above": 1,
    "far up": 1,
    "far to the left": 1,
    "far along both": 2,
}

REFUSED: dict[str, tuple[Any, Any, str]] = {
    "one point": ([1], [2], "one line meets a single point however"),
    "two points": ([1, 3], [2, 5], "one line meets two points however"),
    "a perfect line": (STEPS, 2 * STEPS + 1, "close to one line"),
    "almost a line": (STEPS, 2 * STEPS + 0.05 * NOISE, "close to one line"),
    "all y equal": (STEPS, 0 * STEPS + 7, "all y are equal"),
    "a square": ([0, 1, 1, 0], [0, 0, 1, 1], "equally in all directions"),
}


def settings_for(folder: Path, x: Any, y: Any, header: tuple[str, str] = PLAIN) -> FilmSettings:
    table = folder / "own data.csv"
    with table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(zip(map(float, x), map(float, y), strict=True))
    return FilmSettings(data=table)


@pytest.mark.slow
@pytest.mark.parametrize("name", SHOWN)
def test_any_table_fills_the_same_film(name: str, tmp_path: Path) -> None:
    x, y, header = SHOWN[name]
    settings = settings_for(tmp_path, x, y, header)
    assert not refusal("GeometricFit", settings)
    crowding = Crowding(SLACK)
    drawn: set[int] = set()

    def look(film: Any) -> None:
        drawn.add(len(film.stage.dots.points))
        crowding.look(film)

    film = rehearse("GeometricFit", tmp_path, look, settings)
    assert not crowding.faults
    assert len(drawn) == 1, "points come or go"
    assert film.time <= 110
    story = " ".join(sentence.text for sentence in film.sentences)
    assert f"{len(x):,} points" in story
    assert ("one scale" in story) == ("one unit" in name)
    assert (
        ("standard deviations" in story)
        == ("In other units" in story)
        == (header[0] != "width [mm]")
    )
    assert ("40 distances are drawn" in story) == (len(x) > 40)
    labels = film.stage.labels
    assert ("…" in "".join(part[0].typst_code for part in labels)) == (EVIL in header)
    corners = np.vstack([part.points for part in labels.family_members_with_points()])
    assert np.linalg.norm(corners - MIDDLE, axis=1).min() > RADIUS, "a name lies on the sheet"
    table = OwnTable.of(settings)
    outside = table.cloud.outside.size
    assert outside == FAR.get(name, 0)
    assert (f"{outside} of {len(x):,} points" in story) == (outside > 0)
    stage = film.stage
    assert stage.shares.box.top < TANK.top, "what never changes has room"


@pytest.mark.parametrize("name", FAR)
def test_who_is_far_out_does_not_make_the_others_small_and_is_in_every_sum(
    name: str, tmp_path: Path
) -> None:
    x, y, header = SHOWN[name]
    cloud = OwnTable.of(settings_for(tmp_path, x, y, header)).cloud
    whole = Cloud.of(np.stack([(v - np.mean(v)) / np.std(v) for v in (x, y)], axis=1))
    out = np.hypot(*cloud.points.T)
    assert out[cloud.inside].max() == pytest.approx(FARTHEST)
    assert cloud.scale > 2 * whole.scale, "the others are larger than with all of them"
    grown = (cloud.scale / whole.scale) ** 2
    for angle in (0.0, 0.7, cloud.best_angle):
        expected = grown * float(whole.sum_of_squares(angle))
        assert float(cloud.sum_of_squares(angle)) == pytest.approx(expected)
    assert cloud.best_angle == pytest.approx(whole.best_angle)
    assert set(cloud.outside) <= set(cloud.with_ways)
    assert not set(cloud.outside) & {*cloud.measured, *cloud.shown}


@pytest.mark.parametrize("name", REFUSED)
def test_a_table_without_a_story_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    x, y, why = REFUSED[name]
    said = refusal("GeometricFit", settings_for(tmp_path, x, y))
    assert why in said
    assert "\n" not in said


def test_units_do_not_decide_where_each_axis_has_its_own(tmp_path: Path) -> None:
    one = OwnTable.of(settings_for(tmp_path, CLOUD[0], LEANING)).cloud
    other = OwnTable.of(settings_for(tmp_path, 1000 * CLOUD[0] + 5, LEANING)).cloud
    np.testing.assert_allclose(one.points, other.points, atol=1e-9)
    same = ("a [cm]", "b [cm]")
    drawn = OwnTable.of(settings_for(tmp_path, CLOUD[0], 2 * LEANING, same)).cloud
    x, y = drawn.points.T
    assert np.std(y) / np.std(x) == pytest.approx(2 * np.std(LEANING) / np.std(CLOUD[0]))


@pytest.mark.parametrize("n", [20, 240, 3000])
def test_many_points_are_drawn_small_enough_that_their_distances_are_seen(
    n: int, tmp_path: Path
) -> None:
    x, y = np.random.default_rng(5).normal(size=(2, n))
    settings = settings_for(tmp_path, x, x + y)
    with session(settings, "low_quality", tmp_path, dry_run=True, frame_rate=2):
        stage = Stage.of(OwnTable.of(settings), PEN)
        stage.show(Page(), 0.3)
    discs = stage.dots.points.reshape(stage.cloud.shown.size, -1, 3)
    radii = np.ptp(discs[:, :, 0], axis=1) / 2
    assert (np.pi * radii**2).sum() < 0.2 * np.pi * RADIUS**2
