"""What a user types after make is text: neither make nor a shell ever runs it."""

import shutil

import pytest

from tests.project_copy import Project
from tools.make.__main__ import main
from tools.make.choices import NAMES

IN_EVERY_WAY = "; touch pwned | touch pwned & `touch pwned` $(touch pwned) $(shell touch pwned)"
ORDERS = [
    f"x{IN_EVERY_WAY}",
    f"x'{IN_EVERY_WAY}; '",
    f'x"{IN_EVERY_WAY}; "',
    f"x\n\ttouch pwned\ntouch pwned\n${{shell touch pwned}}{IN_EVERY_WAY}",
    "$(eval $(shell touch pwned))$$(touch pwned)",
]
ANY_NAME = sorted({*NAMES, "ARGS", "PYTHON", "OWN", "TABLE"})
GOALS = ("figures", "help", "clean", "doctor", "build/figures/linreg.svg", "still", "artefacts")

pytestmark = pytest.mark.slow


def pwned(project: Project) -> bool:
    return bool(list(project.folder.rglob("pwned*")))


def without_python(project: Project) -> None:
    """Let make ask a shell script what is out of date: it refuses no choice and takes no time."""
    installed = project.folder / ".venv"
    installed.unlink()
    (installed / "bin").mkdir(parents=True)
    python = installed / "bin/python"
    python.write_text("#!/bin/sh\necho out-of-date: figures/linreg.svg\n")
    python.chmod(0o755)
    shutil.copy(project.folder / "requirements.txt", installed / "installed.txt")


@pytest.mark.parametrize("order", ORDERS)
def test_make_runs_no_choice(project: Project, order: str) -> None:
    without_python(project)
    for name in ANY_NAME:
        done = project.make("-n", "figures", f"{name}={order}")
        assert "-m tools.make figures/linreg.svg" in done.stdout, "its recipe is expanded"
        assert not pwned(project), name


@pytest.mark.parametrize("order", ORDERS)
def test_what_make_asks_runs_no_choice(
    project: Project, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.folder)
    for name in NAMES:
        assert main(["--out-of-date", "figures", f"{name}={order}"]) in (0, 2)
        assert not pwned(project), name


@pytest.mark.parametrize("order", ORDERS)
def test_no_choice_is_run(project: Project, order: str) -> None:
    every = [f"{name}={order}" for name in ANY_NAME]
    for goal in GOALS:
        project.make("-n", goal, *every)
        assert not pwned(project), goal
    project.make("help", *every)
    assert not pwned(project)


def test_a_table_with_the_name_of_an_order_is_a_table(project: Project) -> None:
    name = "$(shell touch pwned); `touch pwned`"
    (project.folder / f"{name}.csv").write_text("x,y\n1,2\n2,3\n3,5\n")
    assert project.built("numbers", f"DATA={name}.csv") == {"numbers"}
    assert (project.folder / "build" / name / "numbers.json").exists()
    assert not pwned(project)


@pytest.mark.parametrize(
    "goal", [("numbers", "DATA=mine.csv"), ("still", "FILM=LinearRegression2D"), ("test",)]
)
def test_no_order_reaches_a_shell_with_a_command(project: Project, goal: tuple[str, ...]) -> None:
    (project.folder / "mine.csv").write_text("x,y\n1,2\n2,3\n3,5\n")
    names = ("SCHEDULER", "X", "AT", "ARGS")
    done = project.make(*goal, *(f"{name}=--x; {IN_EVERY_WAY}" for name in names))
    assert done.returncode != 0
    assert not pwned(project)
