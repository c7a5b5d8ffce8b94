"""What make promises: it rebuilds what is affected and nothing else, and survives being killed.

Each test works on a copy of the project with figures that were really drawn; films are asked
about with ``make -n``.
"""

import os
import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.project_copy import CHOICES, Project, copy_of_project

FIGURES = {
    "linreg",
    "lingeom",
    "example_radiation_A",
    "example_radiation_B",
    "experiment",
    "halfthickness",
    "candidates",
    "readback",
}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "a project"
    project = copy_of_project(folder)
    assert project.built("figures", "numbers") == FIGURES | {"numbers"}
    return folder


@pytest.fixture
def project(built_project: Path, tmp_path: Path) -> Project:
    folder = tmp_path / "a project"
    shutil.copytree(built_project, folder, symlinks=True)
    return Project(folder)


def test_making_again_does_nothing(project: Project) -> None:
    assert project.make("-q", "figures", "numbers").returncode == 0
    assert project.built("figures", "numbers") == set()


def test_a_figure_is_drawn_again_when_its_own_script_changes(project: Project) -> None:
    project.edit("figures/lingeom.py")
    assert project.built("figures", "numbers") == {"lingeom"}


def test_a_shared_module_changes_all_that_load_it_and_nothing_else(project: Project) -> None:
    project.edit("core/photons/lead.py")
    affected = project.built("-n", "figures", "numbers")
    assert "example_radiation_A" in affected
    assert not affected & {"linreg", "lingeom", "experiment"}


def test_colours_change_every_figure(project: Project) -> None:
    project.edit("core/palette.py")
    assert project.built("-n", "figures") == FIGURES


def test_data_change_what_is_drawn_from_them(project: Project) -> None:
    (project.folder / "data/header.csv").touch()
    assert project.built("-n", "figures") == {"linreg", "lingeom"}


def test_a_module_that_is_deleted_is_noticed(project: Project) -> None:
    rules = project.folder / "build/.make/linreg.svg.d"
    rules.write_text(rules.read_text().replace("core/fits/line.py", "core/gone.py"))
    assert project.built("figures") == {"linreg"}


def test_theme_concerns_figures_and_no_number(project: Project) -> None:
    linreg = "build/figures/linreg.svg"
    assert project.built(linreg, "numbers", "THEME=dark") == {"linreg"}
    assert project.built(linreg, "numbers", "THEME=dark") == set()
    assert project.built("-n", "figures", "numbers") == FIGURES


def test_quality_concerns_no_figure(project: Project) -> None:
    assert project.built("figures", "numbers", "QUALITY=l") == set()


def test_another_format_is_another_file(project: Project) -> None:
    assert project.built("build/figures/linreg.pdf", "FORMAT=pdf") == {"linreg"}
    assert project.built("figures") == set()


def test_asking_changes_nothing(project: Project) -> None:
    assert project.built("-n", "figures", "THEME=dark") == FIGURES
    assert project.built("figures") == set()


def test_a_drawing_library_of_another_version_changes_every_figure(project: Project) -> None:
    lock = project.folder / "requirements.txt"
    lock.write_text(lock.read_text().replace("matplotlib==", "matplotlib==9"))
    assert project.built("-n", "figures") == FIGURES


@pytest.mark.parametrize("lost", ["build/figures/linreg.svg", "build/.make/linreg.svg.d"])
def test_what_is_lost_is_made_again(project: Project, lost: str) -> None:
    (project.folder / lost).unlink()
    assert project.built("figures") == {"linreg"}


def test_an_edit_while_a_figure_is_drawn_is_not_missed(project: Project) -> None:
    figure = project.folder / "build/figures/linreg.svg"
    figure.unlink()
    process = project.start("build/figures/linreg.svg")
    began = project.folder / "build/.make/begun/linreg.svg"
    before = began.stat().st_mtime_ns
    while began.stat().st_mtime_ns == before:
        time.sleep(0.01)
    time.sleep(0.1)  # longer than a tick of the file system's clock, shorter than the drawing
    project.edit("figures/linreg.py")
    process.communicate()
    assert project.built("figures") == {"linreg"}


@pytest.mark.parametrize("delay", [0.05, 0.4, 1.0])
def test_killed_at_any_moment_leaves_nothing_that_looks_finished(
    project: Project, delay: float
) -> None:
    figure = project.folder / "build/figures/linreg.svg"
    whole = figure.read_bytes()
    project.edit("figures/linreg.py")
    process = project.start("build/figures/linreg.svg")
    time.sleep(delay)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert figure.read_bytes() == whole
    project.built("build/figures/linreg.svg")
    assert figure.read_bytes() == whole
    assert project.built("build/figures/linreg.svg") == set()


def test_an_unfinished_venv_counts_as_none(project: Project) -> None:
    venv = project.folder / ".venv"
    venv.unlink()
    (venv / "bin").mkdir(parents=True)
    (venv / "bin/python").symlink_to("/bin/true")
    assert "tools/setup.sh" in project.make("-n", "setup").stdout


def test_the_lock_decides_by_content_whether_set_up_runs(project: Project) -> None:
    lock = project.folder / "requirements.txt"
    lock.touch()
    assert project.make("-q", "setup").returncode == 0
    project.edit("requirements.txt")
    assert "tools/setup.sh" in project.make("-n", "setup").stdout


def test_films_follow_theme_quality_and_settings(project: Project) -> None:
    assert project.built("-n", "video") == {"LinearRegression2D"}
    commands = project.make("-n", "video", "QUALITY=k", "THEME=light", "GIF=1").stdout
    for option in ("--quality k", "--theme light", "--gif"):
        assert option in commands


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("QUALITY=x", "QUALITY=x is unknown: choose one of l m h p k"),
        ("THEME=light dark", "THEME=light dark is unknown: choose one of light dark"),
        ("FORMAT=jpg", "FORMAT=jpg is unknown: choose one of svg pdf png"),
        ("DATA=no such.csv", "DATA=no such.csv: there is no such file"),
    ],
)
def test_a_wrong_choice_is_refused_in_one_line(project: Project, choice: str, said: str) -> None:
    done = project.make("figures", choice)
    assert done.returncode != 0
    assert said in done.stderr.splitlines()[0]


@pytest.mark.parametrize("name", ["mine", "my own", "it's 5 $HOME #1 & co", 'a "quoted" name'])
def test_a_table_of_the_users_own(project: Project, name: str) -> None:
    table = project.folder / "tables" / f"{name}.csv"
    table.parent.mkdir()
    table.write_text("t,v,w\n1,2,9\n2,4.1,8\n3,5.9,7.2\n4,8.3,5.8\n", encoding="utf-8")
    ask = ("figures", f"DATA=tables/{name}.csv", "X=t")
    assert project.built(*ask, "Y=v") == {"linreg", "lingeom"}
    figure = project.folder / "build" / name / "figures/linreg.svg"
    first = figure.read_bytes()
    assert project.built(*ask, "Y=v") == set()
    assert project.built(*ask, "Y=w") == {"linreg", "lingeom"}
    assert figure.read_bytes() != first
    table.write_text(table.read_text().replace("5.8", "5.1"))
    assert project.built(*ask, "Y=w") == {"linreg", "lingeom"}
    assert project.built("figures", "numbers") == set()


@pytest.mark.parametrize("name", ["figures", "Video", ".hidden"])
def test_a_table_never_writes_over_the_article(project: Project, name: str) -> None:
    table = project.folder / f"{name}.csv"
    table.write_text("x,y\n1,2\n2,3\n3,5\n")
    done = project.make("figures", f"DATA={name}.csv")
    assert done.returncode != 0
    assert f"DATA={name}.csv" in done.stderr


def test_help_names_every_choice_and_works_without_a_venv(project: Project) -> None:
    (project.folder / ".venv").unlink()
    said = project.make("help").stdout
    for choice in CHOICES:
        assert f"{choice}=" in said
    assert "MISSING" in project.make("doctor").stdout
