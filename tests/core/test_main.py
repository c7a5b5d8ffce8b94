"""python -m core: a report, JSON for machines, exit code 0, or 2 with one clear line."""

import contextlib
import io
import json
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from core.__main__ import command, report
from core.fits.line import fit_line

ROOT = Path(__file__).parents[2]

ANSCOMBE = {1: None, 2: "curvature", 3: "outlier", 4: "influence"}


def process(*arguments: str, stdin: bytes = b"", **environment: str):
    """Run the command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "core", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), **environment},
    )


def run(*arguments: str, stdin: str | bytes = ""):
    """Run the command in this process, which is as good where nothing but its words counts."""
    raw = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
    given, out, err = (
        io.TextIOWrapper(io.BytesIO(held), encoding="utf-8") for held in (raw, b"", b"")
    )
    with (
        contextlib.chdir(ROOT),
        mock.patch.object(sys, "stdin", given),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        pytest.raises(SystemExit) as end,
    ):
        command().run(report, list(arguments))
    for stream in (out, err):
        stream.flush()
    said = (stream.buffer.getvalue() for stream in (out, err))
    return subprocess.CompletedProcess(arguments, end.value.code, *said)


def test_the_report_says_line_uncertainty_and_test():
    done = process("data/header.csv")
    report = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    for part in [
        "Points about a line",
        "20 points",
        "0.728 ± 0.073   95% interval 0.575 to 0.881",
        "1.79 ± 0.42   95% interval 0.90 to 2.68",
        "r             0.9207",
        "8.8e-09",
        "Nothing found that speaks against a straight line.",
    ]:
        assert part in report


@pytest.mark.parametrize(("number", "kind"), ANSCOMBE.items())
def test_anscombes_four_get_their_verdicts(number, kind):
    chosen = ("data/anscombe.csv", "--x", f"x{number}", "--y", f"y{number}")
    report = run(*chosen).stdout.decode()
    warnings = json.loads(run(*chosen, "--json").stdout)["warnings"]
    if kind is None:
        assert warnings == []
        assert "WARNING" not in report
    else:
        [warning] = warnings
        assert warning.startswith(kind)
        assert f"WARNING {warning}" in report


def test_json_holds_every_number_in_full():
    found = json.loads(run("data/hubble1929.csv", "--json").stdout)
    assert round(found["slope"], 2) == 454.16
    assert round(found["intercept"], 2) == -40.78
    assert found["n"] == 24
    assert found["x_label"] == "distance [Mpc]"
    assert found["slope_interval"][0] < found["slope"] < found["slope_interval"][1]
    assert found["pearson"]["p_value"] == pytest.approx(found["slope_p_value"])
    assert found["warnings"] == []
    assert len(found["notes"]) == 1


def test_json_has_no_nan():
    """Two points have no uncertainty; a level line has no correlation."""
    done = run("-", "--json", stdin="x,y\n1,2\n2,4\n")
    found = json.loads(done.stdout, parse_constant=pytest.fail)
    assert (found["slope"], found["slope_stderr"], found["pearson"]["t"]) == (2, None, None)
    assert found["warnings"][0].startswith("few points")
    found = json.loads(run("-", "--json", stdin="x,y\n1,2\n2,2\n3,2\n").stdout)
    assert (found["slope"], found["pearson"], found["r_squared"]) == (0, None, None)


def test_a_pipe_gives_what_the_file_gives():
    path = ROOT / "data" / "header.csv"
    piped = process("-", stdin=path.read_bytes())
    assert piped.returncode == 0
    assert piped.stdout == run("data/header.csv").stdout


def test_what_was_left_out_is_said():
    done = run("-", stdin="x;y\n1,5;2\n2,5;\n3,5;4\n4,5;5\n")
    assert "note: 1 of 4 rows is left out: x is missing in 0, y in 1" in done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "stdin", "message"),
    [
        (["none.csv"], "", "none.csv: No such file or directory"),
        (["data"], "", "data: Is a directory"),
        (["-"], "", "standard input is empty"),
        (["-"], "x,y\n1,2\n3,abc\n", "line 3, column 'y': expected a number, found 'abc'"),
        (["-"], "x,y\n1,2\n1,3\n", "standard input: all x are equal ('x' is 1 in every row)"),
        (["-"], "x,y\n1,2\n", "standard input: 1 point is too few"),
        (["-"], b"\xff\xfe\x00", "not a text table"),
        (["data/anscombe.csv"], "", "name the two for x and y"),
        (["data/hubble1929.csv", "--x", "mass"], "", "no column 'mass'"),
        ([], "", "the following arguments are required: table"),
        (["data/header.csv", "--jsno"], "", "unrecognized arguments: --jsno"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(arguments, stdin, message):
    done = run(*arguments, stdin=stdin)
    assert done.returncode == 2
    assert done.stdout == b""
    [line] = done.stderr.decode().splitlines()
    assert line.startswith("python -m core: ")
    assert message in line


def test_the_process_of_a_mistake_ends_with_2_as_well():
    done = process("none.csv")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == run("none.csv").stderr


@pytest.mark.parametrize("table", ["x,y\n1,2\n1,3\n", "x,y\n1,2\n"])
def test_a_person_is_not_sent_to_a_function(tmp_path, table):
    path = tmp_path / "mine.csv"
    path.write_text(table, encoding="utf-8")
    said = run(str(path)).stderr.decode()
    assert str(path) in said
    assert "_" not in said.replace(str(path), "")


@pytest.mark.parametrize("name", ["-mine.csv", "--json.csv", " mine.csv", "-", "-1"])
def test_a_table_may_have_any_name(tmp_path, name):
    content = b"x,y\n1,2\n2,3\n3,5\n"
    (tmp_path / name).write_bytes(content)
    command = [sys.executable, "-m", "core", name, "--json"]
    done = subprocess.run(
        command, input=content, capture_output=True, check=False, cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["n"] == 3


def test_hostile_names_appear_literally_and_on_one_line(tmp_path):
    names = ["<script>alert(1)</script>", '#read("/etc/passwd")']
    path = tmp_path / 'a "b" c\'d é.csv'
    quoted = ",".join('"' + name.replace('"', '""') + '"' for name in names)
    path.write_text(f"{quoted}\n1,2\n2,3\n3,5\n", encoding="utf-8")
    found = json.loads(run(str(path), "--json").stdout)
    assert [found["x_label"], found["y_label"], found["title"]] == [*names, path.stem]
    report = run(str(path)).stdout.decode()
    assert all(name in report for name in names)


def test_a_long_name_is_shortened_in_the_report_only():
    table = f'{"x" * 300},"y\x1b[2J\n(m)"\n1,2\n2,3\n3,5\n'
    report = run("-", stdin=table).stdout.decode()
    assert "x: " + "x" * 59 + "…, y: y[2J (m)\n" in report
    assert json.loads(run("-", "--json", stdin=table).stdout)["x_label"] == "x" * 300


def test_a_terminal_without_the_letters_is_no_failure():
    table = "距離,y\n1,2\n2,3\n3,5\n".encode()
    done = process("-", stdin=table, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert rb"\u8ddd\u96e2" in done.stdout


def test_a_reader_that_goes_away_is_no_failure():
    """As in ``python -m core my.csv | head -1``: no traceback, whatever is left to print."""
    command = f"{sys.executable} -m core data/header.csv | true"
    done = subprocess.run(command, shell=True, capture_output=True, check=False, cwd=ROOT)
    assert done.stderr == b""


def test_the_numbers_are_those_of_fit_line():
    found = json.loads(run("-", "--json", stdin="x,y\n0,1\n1,3\n2,5\n3,8\n").stdout)
    fit = fit_line([0, 1, 2, 3], [1, 3, 5, 8])
    for name in ["slope", "intercept", "slope_stderr", "intercept_stderr", "rss", "residual_sd"]:
        assert found[name] == getattr(fit, name)


def test_pooled_groups_are_doubted():
    """Of 20 points with a falling line, two groups rise."""
    rows = [f"{k},{k + 20 * (k < 10) + (k % 3) / 10},{'ab'[k // 10]}" for k in range(20)]
    table = "\n".join(["x,y,sort", *rows])
    [first, *_] = json.loads(run("-", "--json", stdin=table).stdout)["warnings"]
    assert first.startswith("groups: the points lie on 2 lines by 'sort'")
    assert "WARNING groups: " in run("-", stdin=table).stdout.decode()


def test_dates_are_said_with_the_unit_of_the_slope():
    table = "date;T [K]\n1.3.2020;5\n5.3.2020;7\n9.3.2020;8\n"
    report = run("-", stdin=table).stdout.decode()
    assert "3 points, x: date [day], y: T [K]" in report
    assert "note: dates are read as days from 2020-03-01: the slope is per day\n" in report


def test_an_address_is_no_file():
    done = run("https://example.org/my.csv")
    assert done.returncode == 2
    assert "https://example.org/my.csv is an address: download" in done.stderr.decode()
