"""numbers.json: every number that the text quotes, in full and as quoted."""

import json
import os
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.report.numbers import article_numbers, line_numbers, unit, write_json
from core.report.summary import Summary
from core.tables.dataset import Dataset, read_dataset

ROOT = Path(__file__).parents[3]
DATA = ROOT / "data"


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "core.report.numbers", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | environment,
    )


def test_the_article_quotes_its_radiation_example():
    numbers = article_numbers()["radiation"]
    assert numbers["mu"]["quoted"] == "0.572"
    assert numbers["x_h"]["quoted"] == "1.21"
    assert numbers["rho_x_h"]["quoted"] == "1.37"
    assert numbers["in111_low_line"]["quoted"] == "171"
    assert numbers["in111_high_line"]["quoted"] == "245"


def test_the_letters_of_the_header_line_solve_the_articles_equations():
    line = {name: number["value"] for name, number in article_numbers()["line"].items()}
    a, b, N, A, B, C, D = (line[name] for name in ["a", "b", "N", "A", "B", "C", "D"])
    assert N == 20
    assert A * a + B * b == pytest.approx(C)
    assert B * a + N * b == pytest.approx(D)
    data = read_dataset(DATA / "header.csv")
    assert line["epsilon_0"] == pytest.approx(np.sum((data.y - a * data.x - b) ** 2))


def test_every_number_is_given_in_full_and_as_quoted():
    for numbers in (article_numbers()["line"], article_numbers()["radiation"]):
        for number in numbers.values():
            assert set(number) == {"value", "quoted", "unit"}
            quoted = Decimal(number["quoted"])
            half_of_the_last_digit = 10.0 ** quoted.as_tuple().exponent / 2
            assert abs(float(quoted) - number["value"]) <= 1.0001 * half_of_the_last_digit


def test_units_follow_from_the_labels():
    line = line_numbers(Summary.of(read_dataset(DATA / "hubble1929.csv")))["line"]
    assert line["a"]["unit"] == "km/s per Mpc"
    assert line["b"]["unit"] == "km/s"
    assert line["epsilon_0"]["unit"] == "(km/s)^2"
    assert [unit("v (m)"), unit("v [m]"), unit("v"), unit("f(x) 1")] == ["m", "m", "", ""]


def test_what_is_not_defined_is_none_and_said():
    numbers = line_numbers(Summary.of(Dataset([1, 2], [3, 3])))
    assert numbers["line"]["a_stderr"]["value"] is None
    assert "r" not in numbers["line"]
    assert numbers["warnings"][0].startswith("few points")


def test_the_file_is_the_same_on_every_kind_of_processor(tmp_path):
    """OpenBLAS and NumPy add in an order that the processor decides; here they are told to."""
    written = []
    for kind in kinds_that_run_here():
        output = tmp_path / f"{kind}.json"
        assert run(output, OPENBLAS_CORETYPE=kind).returncode == 0
        written.append(output.read_bytes())
    assert len(written) >= 2
    assert len(set(written)) == 1


def kinds_that_run_here():
    """Return kinds of processors whose instructions this one has; others would end the run."""
    simd = np.show_config(mode="dicts")["SIMD Extensions"]
    has = {*simd["baseline"], *simd["found"]}
    # NumPy's names of what a kind needs, the older and the newer.
    needs = {"Haswell": {"AVX2", "X86_V3"}, "SkylakeX": {"AVX512_SKX", "X86_V4"}}
    return ["Prescott", *(kind for kind, names in needs.items() if names & has)]


@given(st.lists(st.floats(-1e100, 1e100), min_size=2, max_size=50, unique=True))
def test_the_sums_are_rounded_once(x):
    line = line_numbers(Summary.of(Dataset(x, x[::-1])))["line"]
    assert line["B"]["value"] == pytest.approx(float(sum(map(Fraction, x))), rel=1e-11, abs=0)


def test_sums_that_overflow_are_none():
    line = line_numbers(Summary.of(Dataset([-1e200, 0, 1e200], [1, 2, 4])))["line"]
    assert line["A"] == {"value": None, "quoted": "inf", "unit": ""}
    assert line["a"]["value"] == pytest.approx(1.5e-200)


def test_a_users_table_has_the_numbers_of_its_line_only(tmp_path):
    output = tmp_path / "numbers.json"
    assert run(output, DATA / "anscombe.csv", "--x", "x2", "--y", "y2").returncode == 0
    numbers = json.loads(output.read_text(encoding="utf-8"))
    assert numbers["line"]["a"]["quoted"] == "0.50"
    assert numbers["warnings"][0].startswith("curvature")
    assert "radiation" not in numbers


def test_the_file_is_whole_or_not_there(tmp_path):
    output = tmp_path / "numbers.json"
    output.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="JSON"):
        write_json(output, {"value": float("nan")})
    assert output.read_text(encoding="utf-8") == "old"
    write_json(output, {"value": 1.5})
    assert json.loads(output.read_text(encoding="utf-8")) == {"value": 1.5}
    assert [path.name for path in tmp_path.iterdir()] == ["numbers.json"]


def test_make_learns_what_the_numbers_were_made_from(tmp_path):
    output, rule = tmp_path / "numbers.json", tmp_path / "numbers.d"
    assert run(output, "--depfile", rule).returncode == 0
    made_from = rule.read_text(encoding="utf-8").splitlines()
    for name in [
        "data/header.csv",
        "data/attenuation_lead.csv",
        "core/report/numbers.py",
        "core/fits/line.py",
    ]:
        assert name in made_from


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["out.json", "none.csv"], "none.csv: No such file"),
        (["out.json", "--x", "a"], "name the table too"),
        (["data/README.md/out.json"], "data/README.md"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(arguments, message):
    done = run(*arguments)
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert message in line
