"""What a user types after make is text: neither make nor a shell ever runs it."""

import pytest

from tests.project_copy import Project
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


@pytest.mark.parametrize("order", ORDERS)
def test_no_choice_is_run(project: Project, order: str) -> None:
    for name in ANY_NAME:
        project.make("-n", "figures", f"{name}={order}")
        assert not pwned(project), name
    for goal in GOALS:
        project.make("-n", goal, *(f"{name}={order}" for name in ANY_NAME))
        assert not pwned(project), goal
    project.make("help", *(f"{name}={order}" for name in ANY_NAME))
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
