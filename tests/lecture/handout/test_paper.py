"""The handout on paper: its pages, what PDF/UA asks for, formulas in words."""

import json
import subprocess
import sys

import pytest
import typst

from lecture.handout import text
from lecture.handout.text import SOURCE, write_pdf

PAGES = range(8, 15)


def spoken(formula: str) -> str:
    """Return the words for a formula in Typst's notation."""
    source = f'#import "spoken.typ": spoken\n#metadata(spoken({formula})) <words>'
    compiler = typst.Compiler(source.encode(), root=SOURCE.parent)
    return json.loads(compiler.query("<words>", field="value", one=True))


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("$y = a x + b$", "y equals a x plus b"),
        ("$x_i^2$", "x i squared"),
        ("$(B D - C N) / B$", "the fraction B D minus C N over B, end of fraction"),
        ("$sum_(i=1)^N r_i$", "the sum over i equals 1 to N of r i"),
        ("$macron(x) >= -1$", "mean of x is at least minus 1"),
        ("$e^(-mu x)$", "e to the power minus mu x"),
        ("$#text(red)[$a$] sqrt(N)$", "a the square root of N, end of root"),
        ("$mat(A, B; B, N)$", "the matrix with rows A and B; B and N, end of matrix"),
    ],
)
def test_a_formula_is_said_in_words(formula, words):
    assert spoken(formula) == words


def test_what_has_no_words_is_refused_by_name():
    with pytest.raises(RuntimeError, match=r"no words for cancel in a formula"):
        spoken("$cancel(x)$")


def test_the_pdf_is_tagged_and_universally_accessible(folder):
    pdf = (folder / "handout.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid:part" in pdf
    assert b"/Lang (en)" in pdf or b"/Lang(en)" in pdf


def test_it_has_as_many_pages_as_one_hands_out(numbers):
    pages = text._compiler("paper", numbers, {}).compile(format="png", ppi=10)
    assert len(pages) in PAGES


def test_the_same_numbers_give_the_same_file(folder, numbers, films, tmp_path):
    write_pdf(tmp_path / "again.pdf", numbers, films)
    assert (tmp_path / "again.pdf").read_bytes() == (folder / "handout.pdf").read_bytes()


def test_without_numbers_the_command_says_how_to_get_them(tmp_path):
    command = [sys.executable, "-m", "lecture.handout", str(tmp_path)]
    command += ["--numbers", str(tmp_path / "none.json"), "--videos", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "none.json: `make numbers` computes what the text quotes" in done.stderr
    assert done.stderr.count("\n") == 1
