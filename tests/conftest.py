"""What all tests share: one built copy of the project, and no haste."""

import fcntl
import gc
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from tests.lecture import chromium
from tests.project_copy import ROOT, Project, copy_of_project
from tools.make.choices import Choices
from tools.make.goals import wanted

# A deadline measures the machine and who else works on it, not the code: times belong to bench.
settings.register_profile("project", deadline=None)
settings.load_profile("project")

# Films make and drop objects in great number, few of them in cycles: looking for those after each
# 700, as Python does, takes up to a fifth of the time. What is loaded to stay is not looked at.
gc.disable()
SELDOM = 50_000, 20, 50

FILMS = ("LinearRegression2D", "MultipleRegression")
FILM_GOALS = (*(f"build/video/{name}.mp4" for name in FILMS), "QUALITY=l")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep together what shares a fixture: the tests of one file that make something once.

    What shares more than that has said so. Two groups of one test would be a third, in a process
    of its own perhaps, where a film were played once more.
    """
    for item in items:
        scopes = {
            definitions[-1].scope
            for definitions in item._fixtureinfo.name2fixturedefs.values()
            if definitions[-1].baseid == item.nodeid.split("::")[0]
        }
        if "module" in scopes and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(item.nodeid.split("::")[0]))
        # drawing a figure or playing a film, whoever does it, is nothing for work in progress
        if item.path.parent.name in ("scenes", "figures"):
            item.add_marker(pytest.mark.draws)
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=_turn)
        for item in items:
            _name_group(item)


def pytest_collection_finish() -> None:
    """Look for garbage again, among what the tests make."""
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """End the browser before tests of something else: one is enough for all that open pages."""
    if "lecture" not in item.path.parts:
        chromium.end()


def pytest_sessionfinish() -> None:
    """End the browser."""
    chromium.end()


def _name_group(item: pytest.Item) -> None:
    """Write its group behind the name of a test, by which xdist sends it where the others are.

    xdist 3.8 writes it where pytest 9.2 no longer looks, and groups would be torn apart.
    """
    mark = item.get_closest_marker("xdist_group")
    if mark and not item.nodeid.endswith(f"@{mark.args[0]}") and hasattr(item, "_id"):
        item._id = type(item._id).parse(f"{item.nodeid}@{mark.args[0]}")


def _turn(item: pytest.Item) -> int:
    """Long ones first: one that began last would be waited for by a process with nothing to do.

    The longest group is that of pages: films play in it, and no machine plays them faster.
    """
    groups = [mark.args[0] for mark in item.iter_markers("xdist_group")]
    if groups:
        return 0 if "chromium" in groups else 1
    return 2 if any(item.get_closest_marker(long) for long in ("slow", "draws")) else 3


@pytest.fixture(scope="session")
def built_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build figures, numbers and two films once for all, however many processes test.

    What `make` has built is not built again. The films end after their first step: whatever make
    promises of a film it promises of a short one.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "built" / "a project"
    with (shared / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = shared / "unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            project = copy_of_project(unfinished)
            _take_over(unfinished)
            project.end_film_before("scenes/linear_regression_2d.py", "search")
            project.end_film_before("scenes/multiple_regression.py", "fit_area_alone")
            project.replace("scenes/multiple_regression.py", 'step = "space"', 'step = "puzzle"')
            done = [project.make("-j2", *goals) for goals in (("figures", "numbers"), FILM_GOALS)]
            assert [one.returncode for one in done] == [0, 0], done
            folder.parent.mkdir()
            unfinished.rename(folder)
    return folder


def _take_over(copy: Path) -> None:
    """Bring what build/ holds already: make in the copy sees by content what of it still holds."""
    goals = ("figures", "numbers")
    for target in (one for goal in goals for one in wanted(goal, Choices())):
        for path in (target.file, *target.leaves, target.record):
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / path).is_dir():
                shutil.copytree(ROOT / path, copy / path)
            elif (ROOT / path).exists():
                shutil.copy(ROOT / path, copy / path)


@pytest.fixture
def project(built_project: Path, tmp_path: Path) -> Project:
    """Return a copy of the built project, to be changed at will."""
    folder = tmp_path / "a project"
    shutil.copytree(built_project, folder, symlinks=True)
    return Project(folder)
