"""What Typst draws is read as manim reads it, only sooner."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from manim import MathTypst, Typst, VMobject

from scenes.settings import FilmSettings
from scenes.studio.session import session
from scenes.visuals.writing.outlines import Mathematics, Writing, outlines

INK = "#FFFFFF"
TEXTS = ("*Bold*, _slanted_ and plain", '#text(fill: rgb("#ff9f43"), "a word") beside $1/2$')
FORMULAS = (
    "sum_(k=1)^n (y_k - (a x_k + b))^2",
    "sqrt(x/(a + b)) = cases(1, 2) hat(x)",
    'text(fill: #rgb("#5bb0f0"), a) dot overline(x)',
)


@pytest.fixture(scope="module", autouse=True)
def _typesetting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with session(FilmSettings(), "low_quality", tmp_path_factory.mktemp("media"), dry_run=True):
        yield


def assert_same(ours: VMobject, theirs: VMobject) -> None:
    for one, other in zip(ours.submobjects, theirs.submobjects, strict=True):
        np.testing.assert_allclose(one.points, other.points, atol=1e-9)
        assert one.get_fill_opacity() == other.get_fill_opacity()
        assert (one.get_stroke_width() > 0) == (other.get_stroke_width() > 0)
        painted = "get_fill_color" if one.get_fill_opacity() else "get_stroke_color"
        assert getattr(one, painted)() == getattr(other, painted)()


@pytest.mark.parametrize("source", TEXTS)
def test_words_are_where_manim_has_them_and_as_it_paints_them(source: str) -> None:
    assert_same(Writing(source, color=INK, font_size=40), Typst(source, color=INK, font_size=40))


@pytest.mark.parametrize("source", FORMULAS)
def test_formulas_are_where_manim_has_them_and_as_it_paints_them(source: str) -> None:
    assert_same(
        Mathematics(source, color=INK, font_size=40), MathTypst(source, color=INK, font_size=40)
    )


def test_a_letter_that_stands_twice_can_be_moved_once() -> None:
    whole = Writing("aa", font_size=40)
    before = whole[1].points.copy()
    whole[0].shift((1, 0, 0))
    np.testing.assert_array_equal(whole[1].points, before)


def test_what_nobody_has_read_so_far_is_refused_by_name(tmp_path: Path) -> None:
    drawing = tmp_path / "drawing.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg"><image href="a.png"/></svg>')
    with pytest.raises(ValueError, match="<image>"):
        outlines(drawing)
