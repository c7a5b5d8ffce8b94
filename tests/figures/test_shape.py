"""Every script in the folder has one shape, and no setting from outside changes its picture."""

import inspect
import runpy
import shutil
import subprocess
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType

import matplotlib as mpl
import pytest

from core.tables.dataset import read_dataset
from figures.parts.output import save
from figures.parts.style import rc

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(path.stem for path in (ROOT / "figures").glob("[!_]*.py"))

# what the project's style does not set, and would be seen
HOSTILE = {"lines.marker": "*", "xtick.major.size": 40, "axes.labelweight": "bold"}

IMPORT_ALL = """
import os, sys
import matplotlib, numpy
# to ask for the backend is to choose one, and that imports pyplot
names = [key for key in matplotlib.rcParams if key != "backend"]
settings = lambda: {key: matplotlib.rcParams[key] for key in names}
state = lambda: (settings(), dict(os.environ), os.getcwd(), numpy.geterr(),
                 numpy.random.get_state()[1].tolist())
for name in sys.argv[1:]:
    before = state()
    __import__(f"figures.{name}")
    assert state() == before, f"{name} changes something global when it is imported"
    assert "matplotlib.pyplot" not in sys.modules, f"{name} imports pyplot"
"""


def module(name: str) -> ModuleType:
    return import_module(f"figures.{name}")


def run(name: str, *arguments: Path) -> None:
    """Run the script as ``python -m`` does, in this process."""
    command = [name, *map(str, arguments)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", command)
        with pytest.raises(SystemExit, match=r"^0$"):
            runpy.run_path(str(ROOT / f"figures/{name}.py"), run_name="__main__")


def test_the_folder_is_the_list_of_figures() -> None:
    assert {"linreg", "lingeom", "example_radiation_A", "example_radiation_B"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_script_draws_on_axes_that_it_is_given(name: str) -> None:
    first, *_ = inspect.signature(module(name).draw).parameters.values()
    assert first.annotation == mpl.axes.Axes
    assert module(name).__doc__.strip()


def test_an_import_changes_nothing_and_brings_no_pyplot() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *NAMES],
        cwd=ROOT, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_input_and_output_are_arguments_and_settings_from_outside_are_not(
    name: str, tmp_path: Path
) -> None:
    inputs = []
    if hasattr(module(name), "DATA"):
        inputs = [Path(shutil.copy(ROOT / module(name).DATA, tmp_path / "a table.csv"))]
    here, there = tmp_path / "here" / "a.svg", tmp_path / "there" / "a.svg"
    run(name, *inputs, here)
    with mpl.rc_context(HOSTILE):
        run(name, *inputs, there)
    assert here.read_bytes() == there.read_bytes()
    assert here.stat().st_size > 5000


@pytest.mark.parametrize("place", ["environment", "home", "folder"])
def test_no_matplotlibrc_changes_a_figure(place: str, tmp_path: Path) -> None:
    """The article's figure, by the command that make runs, wherever a matplotlibrc may lie."""
    at_home, here = tmp_path / "home/matplotlib/matplotlibrc", tmp_path / "matplotlibrc"
    settings = at_home if place == "home" else here
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("".join(f"{key}: {value}\n" for key, value in HOSTILE.items()))
    # the cache of fonts stays where it is: to find the fonts takes seconds
    environment = {
        "PYTHONPATH": str(ROOT),
        "XDG_CONFIG_HOME": str(tmp_path / "home"),
        "XDG_CACHE_HOME": str(Path(mpl.get_cachedir()).parent),
    }
    if place == "environment":
        environment["MATPLOTLIBRC"] = str(here)
    drawn = subprocess.run(
        [sys.executable, "-m", "figures.linreg", str(tmp_path / "linreg.svg")],
        cwd=tmp_path if place == "folder" else ROOT, env=environment,
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert drawn.returncode == 0, drawn.stderr
    run("linreg", tmp_path / "plain" / "linreg.svg")
    assert (tmp_path / "linreg.svg").read_bytes() == (tmp_path / "plain/linreg.svg").read_bytes()


def test_such_settings_would_be_seen(tmp_path: Path) -> None:
    draw = partial(module("linreg").picture, read_dataset(ROOT / module("linreg").DATA), "light")
    for folder, settings in (("plain", {}), ("hostile", HOSTILE)):
        with mpl.rc_context(rc("light") | settings):
            save(draw, tmp_path / folder / "a.svg")
    assert (tmp_path / "plain/a.svg").read_bytes() != (tmp_path / "hostile/a.svg").read_bytes()
