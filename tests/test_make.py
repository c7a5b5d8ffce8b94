"""What make promises: it rebuilds what is affected and nothing else, and survives being killed.

Each test works on a copy of the project with figures that were really drawn; films are asked
about with ``make -n``.
"""

import os
import shutil
import signal
import time

import pytest

from tests.project_copy import Project
from tools.make import pictures
from tools.make.choices import NAMES
from tools.make.targets import figures, films

FIGURES = set(figures())
OF_A_TABLE = set(pictures.OF_A_TABLE)

pytestmark = pytest.mark.slow


def test_every_figure_and_film_of_the_article_is_known() -> None:
    article = {
        "linreg",
        "lingeom",
        "example_radiation_A",
        "example_radiation_B",
        "experiment",
        "halfthickness",
    }
    assert article <= FIGURES
    assert films()[0] == "LinearRegression2D"


def test_a_script_is_a_figure_because_it_is_there(project: Project) -> None:
    shutil.copy(project.folder / "figures/linreg.py", project.folder / "figures/mine.py")
    assert project.built("figures") == {"mine"}
    assert (project.folder / "build/figures/mine.svg").exists()
    (project.folder / "figures/mine.py").unlink()
    assert project.built("figures") == set()


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
    project.replace("data/header.csv", "0.28,0.77", "0.28,0.78")
    assert project.built("-n", "figures") == OF_A_TABLE


def test_times_decide_nothing(project: Project) -> None:
    for path in project.folder.rglob("*.*"):
        if path.is_file() and not path.is_symlink():
            os.utime(path, (4e9, 4e9) if "build" in path.parts else None)
    assert project.built("figures", "numbers") == set()
    project.edit("figures/linreg.py")
    assert project.built("figures", "numbers") == {"linreg"}


def test_an_edit_that_is_taken_back_changes_nothing(project: Project) -> None:
    before = (project.folder / "core/palette.py").read_bytes()
    project.edit("core/palette.py")
    (project.folder / "core/palette.py").write_bytes(before)
    assert project.built("figures", "numbers") == set()


def test_a_module_that_is_deleted_is_noticed(project: Project) -> None:
    record = project.folder / "build/.make/figures/linreg.svg.json"
    record.write_text(record.read_text().replace("core/fits/line.py", "core/gone.py"))
    assert project.built("figures") == {"linreg"}


def test_theme_concerns_figures_and_no_number(project: Project) -> None:
    linreg = "build/figures/linreg.svg"
    assert project.built(linreg, "numbers", "THEME=dark") == {"linreg"}
    assert project.built(linreg, "numbers", "THEME=dark") == set()
    assert project.built("-n", "figures", "numbers", "THEME=dark") == FIGURES - {"linreg"}
    assert project.built("-n", "figures", "numbers") == {"linreg"}


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


@pytest.mark.parametrize(
    "lost", ["build/figures/linreg.svg", "build/.make/figures/linreg.svg.json"]
)
def test_what_is_lost_is_made_again(project: Project, lost: str) -> None:
    (project.folder / lost).unlink()
    assert project.built("figures") == {"linreg"}


def test_what_is_cut_off_is_made_again(project: Project) -> None:
    figure = project.folder / "build/figures/linreg.svg"
    figure.write_bytes(figure.read_bytes()[:-100])
    assert project.built("figures") == {"linreg"}


def test_an_edit_while_a_figure_is_drawn_is_not_missed(project: Project) -> None:
    (project.folder / "build/figures/linreg.svg").unlink()
    process = project.start("build/figures/linreg.svg")
    assert process.stdout
    assert process.stdout.readline() == "draw linreg.svg\n"
    time.sleep(0.1)  # longer than the look at the sources, shorter than the drawing
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
    assert project.built("-n", "video", "QUALITY=l") == set()
    for choice in ("QUALITY=k", "THEME=light", "GIF=1", "WEBM=1"):
        asked = ("-n", "video", *{"QUALITY": "QUALITY=l", choice.split("=")[0]: choice}.values())
        assert project.built(*asked) == {"LinearRegression2D"}, choice
        name, text = choice.split("=")
        assert f"{name}='{text}'" in project.make(*asked).stdout
    project.edit("manim.cfg")
    assert project.built("-n", "video", "QUALITY=l") == {"LinearRegression2D"}


def test_films_without_words_are_files_of_their_own(project: Project) -> None:
    said = project.make("-n", "video", "WORDS=0", "QUALITY=l").stdout
    assert "video/wordless/LinearRegression2D.mp4" in said
    assert project.built("-n", "video", "QUALITY=l") == set()


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("QUALITY=x", "QUALITY=x is unknown: choose one of l m h p k"),
        ("THEME=light dark", "THEME=light dark is unknown: choose one of light dark"),
        ("FORMAT=jpg", "FORMAT=jpg is unknown: choose one of svg pdf png"),
        ("DATA=no such.csv", "DATA=no such.csv: there is no such file"),
        ("RADIATION=data", "RADIATION=data: there is no such file"),
    ],
)
@pytest.mark.parametrize("asked", [(), ("-n",)])
def test_a_wrong_choice_is_refused_in_one_line(
    project: Project, asked: tuple[str, ...], choice: str, said: str
) -> None:
    done = project.make(*asked, "figures", choice)
    assert done.returncode != 0
    assert said in done.stderr.splitlines()[0]


def test_a_file_that_nothing_makes_is_refused(project: Project) -> None:
    done = project.make("build/figures/linrag.svg")
    assert done.returncode != 0
    assert "there is no build/figures/linrag.svg to build" in done.stderr.splitlines()[0]


def test_help_names_every_choice_and_works_without_a_venv(project: Project) -> None:
    (project.folder / ".venv").unlink()
    said = project.make("help").stdout
    for choice in {*NAMES, "ARGS", "PYTHON"} - {"BUILD"}:
        assert f"{choice}=" in said, choice
    assert "MISSING" in project.make("doctor").stdout
