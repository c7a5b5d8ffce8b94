"""The command line of a figure: formats, safety, sameness, and the rule for make."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont

from core.attenuation.example import MEASUREMENT
from core.tables.dataset import read_dataset
from figures import (
    example_radiation_A,
    example_radiation_B,
    fit,
    lingeom,
    linreg,
    residuals,
)
from figures.parts.output import Picture, accessible, save
from figures.parts.style import FONTS, rc

ROOT = Path(__file__).resolve().parents[2]
MAGIC = {"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG"}


def command(name: str, *arguments: object, seed: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", f"figures.{name}", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed},
        check=False,
        capture_output=True,
        text=True,
    )


def run(name: str, *arguments: object) -> int:
    """Run the script as the command does, but in this process; return its exit code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [name, *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            runpy.run_path(str(ROOT / f"figures/{name}.py"), run_name="__main__")
    assert isinstance(end.value.code, int)
    return end.value.code


COMMANDS = """
import contextlib, runpy, sys
for output in sys.argv[1:]:
    name = output.rpartition("/")[2].partition(".")[0]
    sys.argv[1:] = [output]
    with contextlib.suppress(SystemExit):
        runpy.run_module(f"figures.{name}", run_name="__main__", alter_sys=True)
"""


def test_another_process_writes_the_same_bytes_in_another_order(tmp_path: Path) -> None:
    outputs = [f"{name}.{ending}" for name in ("linreg", "lingeom") for ending in MAGIC]
    for seed, order in (("1", outputs), ("2", outputs[::-1])):
        done = subprocess.run(
            [sys.executable, "-c", COMMANDS, *(str(tmp_path / seed / one) for one in order)],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=False,
            capture_output=True,
            text=True,
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    for one in outputs:
        first, second = ((tmp_path / seed / one).read_bytes() for seed in ("1", "2"))
        assert first == second
        assert first.startswith(MAGIC[one.partition(".")[2]])


def test_the_themes_differ_and_an_unknown_one_is_refused(tmp_path: Path) -> None:
    for theme in ("light", "dark"):
        assert run("linreg", tmp_path / f"{theme}.svg", "--theme", theme) == 0
    assert (tmp_path / "light.svg").read_bytes() != (tmp_path / "dark.svg").read_bytes()
    assert run("linreg", tmp_path / "a.svg", "--theme", "pink") == 2


def test_no_two_figures_of_one_table_have_one_title() -> None:
    points = read_dataset(ROOT / "data" / "header.csv")
    figures = linreg, lingeom, fit, residuals, example_radiation_A, example_radiation_B
    shown = [points] * 4 + [MEASUREMENT] * 2
    with mpl.rc_context(rc("light")):
        titles = {
            one.picture(what, "light").title for one, what in zip(figures, shown, strict=True)
        }
        alone = linreg.picture(points, "light", rivals=False).title
    assert len(titles) == len(figures)
    assert "beside others" not in alone


def test_data_and_modules_are_noted(tmp_path: Path) -> None:
    mine = tmp_path / "my data.csv"
    mine.write_text("t,v,w\n1,2,9\n2,3,9\n3,5,8\n")
    rule, out = tmp_path / "d", tmp_path / "my fit.svg"
    done = command("linreg", mine, out, "--x", "t", "--y", "w", "--depfile", rule)
    assert done.returncode == 0, done.stderr
    made_from = rule.read_text().splitlines()
    assert str(mine) not in made_from, "whoever names a table of a user's own knows it already"
    assert {
        "core/fits/line.py",
        "core/palette.py",
        "figures/linreg.py",
        "figures/parts/style.py",
    } <= set(made_from)
    assert "figures/lingeom.py" not in made_from
    assert "data/header.csv" not in made_from

    assert command("linreg", out, "--depfile", rule).returncode == 0
    assert "data/header.csv" in rule.read_text().splitlines()


@pytest.mark.parametrize(
    ("table", "output", "said"),
    [
        ("x,y\n1,2\n1,3\n", "a.svg", "all x are equal"),
        ("", "a.svg", "is empty"),
        (None, "a.svg", "No such file"),
        ("x,y\n1,2\n2,3\n", "a.jpg", "must end with .svg, .pdf, .png"),
    ],
)
def test_bad_input_is_one_clear_line_and_leaves_nothing(
    table: str | None,
    output: str,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    data, folder = tmp_path / "in.csv", tmp_path / "out"
    folder.mkdir()
    if table is not None:
        data.write_text(table)
    assert run("lingeom", data, folder / output) == 2
    complaint = capsys.readouterr().err
    assert said in complaint
    assert (output if "must end" in said else "in.csv") in complaint
    assert complaint.count("\n") == 1
    assert not list(folder.iterdir())


def test_a_complaint_of_a_fit_names_the_table_where_the_process_ends_with_2(
    tmp_path: Path,
) -> None:
    lab = tmp_path / "-lab.csv"
    lab.write_text("thickness_mm,counts,live_time_s\n0,90,1\n1,900,1\n2,9000,1\n")
    done = command("example_radiation_A", lab, tmp_path / "a.svg")
    assert done.returncode == 2
    assert f"{lab}: the counts do not fall with thickness" in done.stderr


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / f".linreg.unfinished-{10**9}.svg"
    left.write_text("half a picture")
    assert run("linreg", tmp_path / "linreg.svg") == 0
    assert [entry.name for entry in tmp_path.iterdir()] == ["linreg.svg"]


def test_a_failure_leaves_the_picture_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text("before")

    def fail() -> Picture:
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        save(fail, path)
    assert path.read_text() == "before"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.svg"]


def test_title_and_description_are_text_never_markup() -> None:
    picture = Picture(Figure(), "a < b & c", "]]> <script>\x00")
    svg = accessible('<svg width="1">\n</svg>', picture, "my figure")
    assert "a &lt; b &amp; c" in svg
    assert "<script>" not in svg
    assert "\x00" not in svg
    assert 'aria-labelledby="my-figure-title my-figure-desc"' in svg


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_font_comes_with_matplotlib(theme: str) -> None:
    bundled = Path(mpl.get_data_path()) / "fonts/ttf"
    with mpl.rc_context(rc(theme)):
        for name in FONTS:
            for weight in ("normal", "bold"):
                font = findfont(FontProperties(family=name, weight=weight))
                assert Path(font).parent == bundled
    assert rc(theme)["mathtext.fontset"] == "stix"


def test_a_style_changes_nothing_by_itself() -> None:
    before = dict(mpl.rcParams)
    rc("dark")
    assert dict(mpl.rcParams) == before
