"""Parts of a formula are the glyphs between their marks, and marks change nothing on the page."""

import re
from collections.abc import Iterator

import numpy as np
import pytest
from manim import MathTypst

from core.palette import theme
from scenes.settings import FilmSettings
from scenes.studio.session import session
from scenes.visuals.normal_equations.formulas import derivation
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen

INK = "#FFFFFF"
PEN = Pen(theme("dark"))
# Every formula of a film that has marks.
SOURCES = {
    name: source
    for name, source in vars(derivation).items()
    if name.isupper() and isinstance(source, str) and "{{" in source
}


@pytest.fixture(scope="module", autouse=True)
def _typesetting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with session(FilmSettings(), "low_quality", tmp_path_factory.mktemp("media"), dry_run=True):
        yield


def numbers(whole: Formula, name: str) -> list[int]:
    return [whole.submobjects.index(glyph) for glyph in whole.select(name)]


def test_parts_lie_in_each_other_and_share_names() -> None:
    whole = PEN.formula("{{ {{a : x}} + {{b : y}} : all}} = {{c : x}}", INK)
    assert numbers(whole, "x") == [0, 4]
    assert numbers(whole, "y") == [2]
    assert numbers(whole, "all") == [0, 1, 2]


def test_a_coloured_term_keeps_its_colour_and_is_found_within_its_part() -> None:
    whole = PEN.formula("{{slope(a) : in}} {{x : x}} slope({{b : out}})", INK)
    assert numbers(whole, "in") == [0]
    assert numbers(whole, "out") == [2]
    colours = [glyph.get_fill_color().to_hex() for glyph in whole]
    assert colours[0] == colours[2] != colours[1] == INK


def test_a_fraction_bar_belongs_to_its_fraction() -> None:
    assert len(PEN.formula("{{a/b : f}} c", INK).select("f")) == 3


def test_a_copy_selects_its_own_glyphs() -> None:
    whole = PEN.formula("a {{b : b}}", INK)
    moved = whole.copy().shift((1, 0, 0))
    assert moved.select("b")[0] is moved[1]
    np.testing.assert_allclose(moved[1].points[:, 0], whole[1].points[:, 0] + 1)


def test_an_unknown_part_is_an_error_that_names_the_others() -> None:
    with pytest.raises(KeyError, match=r"no part 'z'.*'a'"):
        PEN.formula("{{a : a}}", INK).select("z")


@pytest.mark.parametrize("source", ["{{a + b", "a : b}}", "{{a}}"])
def test_marks_come_in_pairs_and_with_a_name(source: str) -> None:
    with pytest.raises(ValueError, match="part"):
        PEN.formula(source, INK)


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_parts_and_glyphs_are_those_of_manims_probes(name: str) -> None:
    ours = PEN.formula(SOURCES[name], INK, size=58)
    theirs = MathTypst(SOURCES[name], typst_preamble=PEN.preamble, color=INK, font_size=58)
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(one.points, other.points, atol=1e-9)
    assert set(ours.parts) == set(re.findall(r":\s*(\w+)\s*\}\}", SOURCES[name]))
    for part in ours.parts:
        assert numbers(ours, part) == [theirs.submobjects.index(g) for g in theirs.select(part)]
