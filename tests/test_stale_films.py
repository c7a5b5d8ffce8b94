"""No film is stale: what changes a film's pictures makes it anew, and nothing else does.

Each test works on a copy of the project with two films that were really rendered. They share the
read-outs; only one draws panels, only the other draws in space.
"""

import json
import shutil

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from core.palette import theme
from tests.conftest import FILM_GOALS, FILMS
from tests.project_copy import Project

PLANE, SPACE = FILMS
NEW_COLOUR = "#00FF00"

pytestmark = pytest.mark.slow


def picture(project: Project, step: str, share: float) -> NDArray[np.int16]:
    """Return the frame of the film in the plane after ``share`` of ``step``."""
    film = project.folder / f"build/video/{PLANE}.mp4"
    steps = json.loads(film.with_suffix(".json").read_text())["steps"]
    start, end = next((s["start"], s["end"]) for s in steps if s["name"] == step)
    with av.open(film) as movie:
        frame = next(f for f in movie.decode(video=0) if f.time >= start + share * (end - start))
    return frame.to_ndarray(format="rgb24").astype(np.int16)


def pixels_of(colour: str, picture: NDArray[np.int16]) -> int:
    """Count the pixels of ``colour`` where the points and the line are drawn."""
    rgb = [int(colour[k : k + 2], 16) for k in (1, 3, 5)]
    height, width, _ = picture.shape
    points = picture[height // 8 :, : width // 2]
    return int(np.sum(np.abs(points - rgb).max(axis=2) < 60))


def test_rendering_again_does_nothing(project: Project) -> None:
    assert project.make("-q", *FILM_GOALS).returncode == 0
    assert project.built(*FILM_GOALS) == set()


def test_a_colour_of_core_reaches_the_film(project: Project) -> None:
    residual = theme("dark").residual
    before = picture(project, "rivals", 0.95)
    project.replace("core/palette.py", f'residual="{residual}"', f'residual="{NEW_COLOUR}"')
    assert project.built("video", "QUALITY=l") == {PLANE}
    after = picture(project, "rivals", 0.95)
    assert pixels_of(residual, before) > 500
    assert pixels_of(NEW_COLOUR, before) == 0
    assert pixels_of(NEW_COLOUR, after) > 500
    assert pixels_of(residual, after) == 0


def test_a_row_of_a_table_reaches_the_film_that_shows_it(project: Project) -> None:
    before = picture(project, "rivals", 0.95)
    project.replace("data/header.csv", "0.28,0.77", "0.28,4.77")
    assert project.built(*FILM_GOALS) == {PLANE}
    difference = np.abs(picture(project, "rivals", 0.95) - before).max(axis=2)
    assert np.mean(difference > 90) > 0.005, "the line and its squares are elsewhere"
    assert project.built(*FILM_GOALS) == set()


def test_the_same_inputs_give_the_same_files(project: Project) -> None:
    def files() -> dict[str, bytes]:
        folder = project.folder / "build/video"
        return {path.name: path.read_bytes() for path in folder.glob("*.*")}

    before = files()
    project.edit("scenes/multiple_regression.py")
    done = project.make(*FILM_GOALS)
    assert files() == before
    # and where nobody watches, no more is said than what is drawn
    drawn = [line for line in done.stdout.splitlines() if not line.startswith("make: Nothing")]
    assert (drawn, done.stderr, done.returncode) == ([f"film {SPACE}.mp4"], "", 0)


@pytest.mark.parametrize(
    ("changed", "affected"),
    [
        ("scenes/linear_regression_2d.py", {PLANE}),
        ("scenes/multiple_regression.py", {SPACE}),
        ("scenes/visuals/linear_regression_2d/__init__.py", {PLANE}),
        ("scenes/visuals/multiple_regression/__init__.py", {SPACE}),
        ("scenes/visuals/space/wireframe.py", {SPACE}),
        ("scenes/visuals/writing/band.py", {PLANE, SPACE}),
        ("scenes/settings.py", {PLANE, SPACE}),
        ("core/palette.py", {PLANE, SPACE}),
        ("core/landscape/squared.py", {PLANE}),
        ("core/fits/multiple.py", {SPACE}),
        ("data/flats.csv", {SPACE}),
        ("manim.cfg", {PLANE, SPACE}),
        ("tools/doctor.sh", set()),
        ("scenes/visuals/half_thickness/__init__.py", set()),
        ("core/attenuation/fit.py", set()),
        ("data/anscombe.csv", set()),
        ("figures/linreg.py", set()),
    ],
)
def test_a_change_concerns_the_films_that_read_the_file(
    project: Project, changed: str, affected: set[str]
) -> None:
    project.edit(changed)
    assert project.built("-n", *FILM_GOALS) == affected


def test_theme_quality_and_tools_concern_every_film(project: Project) -> None:
    for choice in ("THEME=light", "QUALITY=m"):
        assert project.built("-n", *FILM_GOALS, choice) == {PLANE, SPACE}
    lock = project.folder / "requirements.txt"
    lock.write_text(lock.read_text().replace("manim==", "manim==9"))
    assert project.built("-n", *FILM_GOALS) == {PLANE, SPACE}


@pytest.mark.parametrize("part", ["mp4", "srt", "vtt", "png", "json"])
def test_a_part_of_a_film_that_is_lost_is_made_again(project: Project, part: str) -> None:
    (project.folder / f"build/video/{PLANE}.{part}").unlink()
    assert project.built("-n", *FILM_GOALS) == {PLANE}


def test_steps_that_are_lost_are_made_again(project: Project) -> None:
    sections = project.folder / "build/video/sections"
    next((sections / PLANE).glob("*.mp4")).unlink()
    assert project.built("-n", *FILM_GOALS) == {PLANE}
    shutil.rmtree(sections)
    assert project.built("-n", *FILM_GOALS) == {PLANE, SPACE}
