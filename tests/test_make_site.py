"""A site of a user's table, made by make from nothing."""

import json
import shutil
from pathlib import Path

import pytest

from lecture.films import LECTURE
from tests.project_copy import ROOT, Project, copy_of_project
from tools.make import pictures

pytestmark = pytest.mark.slow

FILM = "LinearRegression2D"
OF_A_TABLE = {"linreg", "fit"}
FIGURES = OF_A_TABLE | {"experiment"}
ASK = ("site", "DATA=my own.csv", "X=t", "Y=w", "QUALITY=l", f"FILMS={FILM}")


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """Return a copy of the project with one film and few figures."""
    project = copy_of_project(tmp_path / "project")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "lecture", project.folder / "lecture", ignore=ignored)
    for script in project.folder.glob("figures/[a-z]*.py"):
        if script.stem not in FIGURES:
            script.unlink()
    for name in project.folder.glob("scenes/[a-z]*.py"):
        if "(Film)" in name.read_text() and name.stem != "linear_regression_2d":
            name.unlink()
    for name in LECTURE:
        if name != FILM:
            project.replace("lecture/films.py", f'    "{name}",\n', "")
    drawn = ", ".join(f'"{name}"' for name in pictures.OF_A_TABLE)
    project.replace("tools/make/pictures.py", drawn, '"linreg", "fit"')
    _keep_the_first_step(project)
    (project.folder / "my own.csv").write_text("t,v,w\n1,2,9\n2,4.1,8\n3,5.9,7.2\n4,8.3,5.8\n")
    return project


def _keep_the_first_step(project: Project) -> None:
    project.end_film_before("scenes/linear_regression_2d.py", "search")
    notes = project.folder / f"lecture/notes/{FILM}.json"
    said = json.loads(notes.read_text(encoding="utf-8"))
    said["steps"] = {"rivals": said["steps"]["rivals"]}
    notes.write_text(json.dumps(said), encoding="utf-8")


def test_a_table_is_in_the_film_the_deck_the_figures_and_the_explorer(small: Project) -> None:
    assert small.built(*ASK) == {FILM, "numbers", *FIGURES}
    build = small.folder / "build"
    site = build / "site"
    films = build / "my own" / "video"
    assert (site / f"films/{FILM}.mp4").read_bytes() == (films / f"{FILM}.mp4").read_bytes()
    assert (site / f"lecture/films/own/{FILM}.mp4").read_bytes() == (
        films / "wordless" / f"{FILM}.mp4"
    ).read_bytes()
    assert (site / f"lecture/films/{FILM}.mp4").read_bytes() == (
        build / "video" / "wordless" / f"{FILM}.mp4"
    ).read_bytes()
    deck = (site / "lecture/deck.html").read_text().partition('id="lecture">')[2]
    (film,) = json.JSONDecoder().raw_decode(deck)[0]["films"]
    assert "4 points" in film["sentences"][0]["text"]
    assert film["video"] == f"films/own/{FILM}.mp4"
    assert all(step["note"] for step in film["steps"])
    assert '"y": [9.0, 8.0, 7.2, 5.8]' in (site / "lecture/explorer.html").read_text()
    assert "4 points of w against t" in (site / "figures/linreg.svg").read_text()
    assert "4 points of w against t" in (site / "figures/dark/fit.svg").read_text()
    assert (site / "figures/experiment.html").exists()
    assert 'href="lecture/index.html"' in (site / "index.html").read_text()
    assert not (build / "figures").exists()
    assert small.built(*ASK) == set()
