"""The film of Anscombe's quartet shows what core says about the points on screen."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from manim import ValueTracker, VGroup
from scipy.stats import t as student

from core import palette
from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.correlation import ANSCOMBE, ROW_HEIGHT, Correlation
from scenes.settings import FilmSettings
from scenes.studio.session import session
from scenes.visuals.correlation.fitted_parabola import FittedParabola
from scenes.visuals.correlation.null_curve import NullCurve
from scenes.visuals.correlation.quartet import Cell
from scenes.visuals.correlation.quartet_stage import MovingPoints, between, in_order
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.readouts import Readout
from tests.scenes.on_screen import values

SETS = [read_dataset(ANSCOMBE, f"x{k}", f"y{k}") for k in (1, 2, 3, 4)]
SCALES = (Scale(2.0, 21.0), Scale(2.0, 14.0))
BOX = Box(-3.0, -2.0, 6.0, 4.0)
DARK = theme("dark")


class Watched(Correlation):
    """The film, remembering what its read-outs show when the points have come to rest."""

    def lay_out(self) -> None:
        self.at_rest = [readout.number.points.copy() for readout in self.stage.readouts]
        self.marked_r = self.stage.null.marker.get_center()
        super().lay_out()

    def update_mobjects(self, dt: float) -> None:
        super().update_mobjects(dt)
        for one, other in combinations(getattr(self, "pictures", []), 2):
            gaps = np.abs(one.get_center() - other.get_center())[:2]
            self.nearest = min(self.nearest, max(gaps - _half(one) - _half(other)))

    nearest = np.inf


def _half(picture: VGroup) -> np.ndarray:
    return np.array([picture.width, picture.height]) / 2


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    media = tmp_path_factory.mktemp("media")
    with session(FilmSettings(), "low_quality", media, dry_run=True, frame_rate=10):
        film = Watched()
        film.render()
        yield film


@pytest.fixture(scope="module")
def cells(film: Watched) -> list[Cell]:
    return film.cells


def shown(readout: Readout, value: float) -> np.ndarray:
    number = readout.number
    text = readout.layout.write(value)
    return Number(text, number.anchor, colour=DARK.ink, size=number.size, edge=number.edge).points


def test_the_film_takes_at_most_a_minute(film):
    assert 20 <= film.time <= 60


def test_the_steps_are_those_of_the_storyboard(film):
    told = "question test same scatter curve outlier influence rule"
    assert " ".join(name for name, _ in film.steps) == told
    assert film.poster_step in told.split()


def test_the_readouts_of_the_last_set_are_its_line_and_its_test(film):
    x, y = SETS[3].x, SETS[3].y
    fit, test = fit_line(x, y), pearson_test(x, y)
    values = (fit.slope, fit.intercept, test.r, test.p_value)
    for readout, points, value in zip(film.stage.readouts, film.at_rest, values, strict=True):
        np.testing.assert_allclose(points, shown(readout, value), atol=1e-9)
    null = film.stage.null
    pinned = null.panel.place(test.r, null.pin_height)
    np.testing.assert_allclose(film.marked_r, pinned, atol=1e-9)


def test_no_picture_meets_another_on_its_way_into_the_row(film):
    assert 0.05 < film.nearest < 1
    np.testing.assert_allclose([picture.get_y() for picture in film.pictures], ROW_HEIGHT)


def test_the_parabola_meets_the_points_of_the_second_set(film):
    x, y = SETS[1].x, SETS[1].y
    (curve,) = film.cells[1].answers
    a, b, c = np.polyfit(x, y, 2)
    np.testing.assert_allclose([*curve.fit.coefficients, curve.fit.intercept], [b, a, c])
    drawn = FittedParabola(film.cells[1].panel, x, y, DARK.ink)
    u, v = values(drawn.panel, np.array([drawn.point_from_proportion(s) for s in (0, 0.4, 1)]))
    np.testing.assert_allclose(v, a * u**2 + b * u + c)
    assert (u.min(), u.max()) == pytest.approx((x.min(), x.max()))


def test_every_set_shows_the_same_numbers(film):
    texts = set()
    for data in SETS:
        fit, test = fit_line(data.x, data.y), pearson_test(data.x, data.y)
        values = (fit.slope, fit.intercept, test.r, test.p_value)
        written = [r.layout.write(v) for r, v in zip(film.stage.readouts, values, strict=True)]
        texts.add(tuple(written))
    assert texts == {(" 0.50", " 3.00", " 0.82", " 0.0022")}


def test_the_points_stop_at_each_set_and_go_straight_between():
    ordered = [in_order(data) for data in SETS]
    for k, data in enumerate(ordered):
        x, y = between(ordered, k)
        np.testing.assert_allclose([x, y], [data.x, data.y])
        assert sorted(zip(x, y, strict=True)) == sorted(zip(SETS[k].x, SETS[k].y, strict=True))
    x, y = between(ordered, 2.25)
    np.testing.assert_allclose(x, 0.75 * ordered[2].x + 0.25 * ordered[3].x)
    np.testing.assert_allclose(y, 0.75 * ordered[2].y + 0.25 * ordered[3].y)


def test_moving_points_lie_where_their_values_are():
    panel = Panel(BOX, *SCALES, DARK)
    points = MovingPoints(panel, SETS[0].x, SETS[0].y).set_values(SETS[1].x, SETS[1].y)
    discs = points.points.reshape(SETS[1].x.size, -1, 3)
    middle = (discs.max(axis=1) + discs.min(axis=1)) / 2
    np.testing.assert_allclose(middle, panel.places(SETS[1].x, SETS[1].y), atol=1e-9)


def test_advice_has_the_colour_of_its_curve(cells):
    colours = [cell.verdict[-1].submobjects[0].get_fill_color().to_hex() for cell in cells]
    assert colours[0] == cells[0].line.get_stroke_color().to_hex() == palette.BEST_LINE
    assert colours[1] == cells[1].answers[0].get_stroke_color().to_hex() == palette.USED_POINT
    assert colours[2:] == 2 * [DARK.ink]


def test_nothing_is_red_before_the_tails_are_told_of():
    curve = NullCurve(BOX, 11, 0.0, DARK).set_tails(1.0)
    assert all(np.ptp(tail.points[:, 0]) == pytest.approx(0) for tail in curve.tails)


@pytest.mark.parametrize("k", range(4))
def test_a_dragged_or_told_cell_ends_with_its_own_line(k):
    cell = Cell(BOX, SETS[k], SCALES, "set", DARK)
    fit = fit_line(SETS[k].x, SETS[k].y)
    for place in (cell.line.points[0], cell.line.points[-1]):
        x = 2.0 + (place[0] - BOX.left) / BOX.width * 19.0
        y = 2.0 + (place[1] - BOX.bottom) / BOX.height * 12.0
        assert y == pytest.approx(fit.slope * x + fit.intercept)


@pytest.mark.parametrize("r", [-0.9, 0.2, 0.6])
def test_the_red_tails_have_the_area_of_the_p_value(r):
    curve = NullCurve(BOX, 11, r, DARK)

    def area(outline: np.ndarray) -> float:
        x, y = outline[:, 0], outline[:, 1]
        return 0.5 * abs(float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))))

    red = sum(area(np.array(tail.get_anchors())) for tail in curve.tails)
    t = abs(r) * np.sqrt(9 / (1 - r * r))
    assert red / area(np.array(curve.curve.get_anchors())) == pytest.approx(
        2 * student.sf(t, 9), rel=2e-3
    )


def test_nothing_of_the_last_picture_is_near_the_edge(film):
    drawn = [part for part in film.mobjects if not isinstance(part, ValueTracker)]
    assert len(drawn) > 5
    for part in drawn:
        assert part.get_left()[0] > -6.75
        assert part.get_right()[0] < 6.75
        assert part.get_top()[1] < 3.75
        assert part.get_bottom()[1] > -3.75
