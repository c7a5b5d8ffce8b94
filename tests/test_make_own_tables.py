"""What make promises for tables of a user's own: folders of their own, whatever they are called.

Each test works on a copy of the project with figures that were really drawn.
"""

import json
import os
import shutil

import pytest

from tests.project_copy import Project
from tools.make import pictures

OF_A_TABLE = set(pictures.OF_A_TABLE)
BUILT = {"monday": "build/my/numbers.json", "tuesday": "build/tuesday-my/numbers.json"}
FOUR_ROWS = "t,v,w\n1,2,9\n2,4.1,8\n3,5.9,7.2\n4,8.3,5.8\n"

pytestmark = pytest.mark.slow


def with_one_figure_of_a_table(project: Project) -> None:
    """Leave one of the figures that are drawn of any table: all go the same way."""
    drawn = ", ".join(f'"{name}"' for name in pictures.OF_A_TABLE)
    project.replace("tools/make/pictures.py", drawn, '"linreg",')


@pytest.mark.parametrize(
    "name",
    [
        "mine",
        "my own",
        "it's 5 $HOME #1 & co",
        'a "quoted" name',
        "-x",
        " blank",
        "100%",
        "a:b;c|d",
    ],
)
def test_a_table_of_the_users_own(project: Project, name: str) -> None:
    table = project.folder / f"{name}.csv"
    table.write_text(FOUR_ROWS, encoding="utf-8")
    ask = ("figures", f"DATA={name}.csv", "X=t")
    assert project.built("-n", *ask, "Y=v") == OF_A_TABLE
    with_one_figure_of_a_table(project)
    assert project.built(*ask, "Y=v", CDPATH="/") == {"linreg"}
    figure = project.folder / "build" / name / "figures/linreg.svg"
    first = figure.read_bytes()
    assert project.built(*ask, "Y=v") == set()
    assert project.built("-n", *ask, "Y=w") == {"linreg"}
    assert figure.read_bytes() == first
    assert project.built("figures", "numbers") == set()


def test_another_column_is_another_folder_and_another_content_another_picture(
    project: Project,
) -> None:
    table = project.folder / "tables/my own.csv"
    table.parent.mkdir()
    table.write_text(FOUR_ROWS, encoding="utf-8")
    ask = ("figures", "numbers", "DATA=tables/my own.csv", "X=t")
    assert project.built("-n", *ask, "Y=v") == OF_A_TABLE | {"numbers"}
    with_one_figure_of_a_table(project)
    all_of_it = {"linreg", "numbers"}
    assert project.built(*ask, "Y=v") == all_of_it
    figure = project.folder / "build/my own/figures/linreg.svg"
    first = figure.read_bytes()
    done = project.make(*ask, "Y=w")
    assert "make: DATA=tables/my own.csv X=t Y=w goes into build/my own-t-w:" in done.stderr
    assert figure.read_bytes() == first
    other = project.folder / "build/my own-t-w/figures/linreg.svg"
    assert other.read_bytes() != first
    assert project.built(*ask, "Y=v") == project.built(*ask, "Y=w") == set()
    table.write_text(FOUR_ROWS.replace("5.8", "5.1"))
    os.utime(table, (0, 0))  # as cp -p of an old file would leave it
    assert project.built(*ask, "Y=w") == all_of_it
    assert project.built(*ask, "Y=w") == set()


def test_a_table_and_a_lab_in_one_command(project: Project) -> None:
    shutil.copy(project.folder / "data/header.csv", project.folder / "mine.csv")
    shutil.copy(project.folder / "data/attenuation_lead.csv", project.folder / "my lab.csv")
    ask = ("numbers", "DATA=mine.csv", "RADIATION=my lab.csv")
    assert project.built(*ask) == {"numbers", "report"}
    assert (project.folder / "build/mine/numbers.json").exists()
    assert (project.folder / "build/my lab/report.txt").exists()
    assert (project.folder / "build/my lab/numbers.json").exists()
    (project.folder / "build/my lab/numbers.json").unlink()
    assert project.built(*ask) == {"report"}


def test_two_tables_of_one_name_keep_their_builds(project: Project) -> None:
    builds = []
    for place, last in (("monday", "8.3"), ("tuesday", "8.4")):
        table = project.folder / place / "my.csv"
        table.parent.mkdir()
        table.write_text(f"t,v\n1,2\n2,4.1\n3,5.9\n4,{last}\n")
        assert project.built("numbers", f"DATA={place}/my.csv") == {"numbers"}
        builds.append(json.loads((project.folder / BUILT[place]).read_text())["line"])
    assert builds[0] != builds[1]
    assert project.built("-n", "numbers", "DATA=monday/my.csv") == set()
    assert project.built("numbers", "DATA=tuesday/my.csv", "NAME=a trial") == {"numbers"}
    assert (project.folder / "build/a trial/numbers.json").exists()
    refused = project.make("numbers", "DATA=monday/my.csv", "NAME=a trial")
    assert refused.returncode != 0
    assert refused.stderr.startswith(
        "make: NAME=a trial: build/a trial was made from DATA=tuesday/my.csv: choose another name"
    )


@pytest.mark.parametrize("name", ["figures", "Video", ".hidden"])
def test_a_table_never_writes_over_the_article(project: Project, name: str) -> None:
    table = project.folder / f"{name}.csv"
    table.write_text("x,y\n1,2\n2,3\n3,5\n")
    done = project.make("figures", f"DATA={name}.csv")
    assert done.returncode != 0
    assert f"DATA={name}.csv" in done.stderr
