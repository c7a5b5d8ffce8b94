"""Small pieces stand in a text by themselves: a page with nothing else of the explorer."""

from itertools import pairwise

import pytest

from lecture import pieces, style
from lecture.explorer import page as explorer
from lecture.page import in_script
from tests.lecture.explorer.hands import drag, drawn

pytestmark = pytest.mark.browser

PIECES = ["bet", "residuals", "sliders", "sweeps", "outlier", "turning"]


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    sets = {points["name"]: points for points in explorer.point_sets()}
    body = "".join(f'<h2>{name}</h2><div id="{name}"></div>' for name in PIECES)
    target = tmp_path_factory.mktemp("article") / "article.html"
    target.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Pieces</title>'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        f"<style>{style.style_sheet()}{pieces.style_sheet()}main{{margin:0 12px}}</style>"
        f"<main><h1>Pieces</h1>{body}</main><script>{pieces.script()}\n"
        f"const sets = {in_script(sets)}, models = {{}};"
        "for (const [name, piece] of Object.entries(Small)) models[name] = "
        "piece.mount(document.getElementById(name), sets.leaning);</script>",
        encoding="utf-8",
    )
    return target


@pytest.fixture
def page(opened, article):
    return drawn(opened(article, reduced_motion="reduce"))


def value(page, expression):
    drawn(page)
    return page.evaluate(f"() => {expression}")


@pytest.mark.parametrize(
    ("piece", "grip", "way", "changes"),
    [
        ("residuals", ".own.body", (0, -30), "cost"),
        ("residuals", ".dot >> nth=2", (10, -30), "cost"),
        ("sweeps", ".sweep.slope .ball", (60, 0), "line.slope"),
        ("sweeps", ".sweep.height .ball", (60, 0), "line.height"),
        ("outlier", ".dot >> nth=2", (0, -60), "best.squared.line.slope"),
        ("turning", ".handle >> nth=1", (0, -90), "line.slope"),
        ("turning", ".sweep.angle .ball", (60, 0), "line.slope"),
    ],
)
def test_a_piece_moves(page, piece, grip, way, changes):
    before = value(page, f"models.{piece}.{changes}")
    grip = page.locator(f"#{piece} {grip}")
    grip.scroll_into_view_if_needed()
    drag(page, grip, *way)
    assert value(page, f"models.{piece}.{changes}") != before


def test_sliders_turn_and_lift_the_line(page):
    for name, number in (("slope a", "line.slope"), ("intercept b", "line.height")):
        before = value(page, f"models.sliders.{number}")
        page.locator("#sliders").get_by_role("slider", name=name).press("ArrowRight")
        assert value(page, f"models.sliders.{number}") > before


def test_a_turning_line_keeps_to_the_mean_and_passes_the_vertical(page):
    ball = page.locator("#turning .sweep.angle .ball")
    seen = []
    for _ in range(45):
        ball.press("Shift+ArrowRight")
        seen.append(value(page, "models.turning.line.slope"))
    assert any(one > 0 > other for one, other in pairwise(seen))
    model = "models.turning"
    away = f"Line.heightAt({model}.line, {model}.points.px) - {model}.points.py"
    assert value(page, away) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("key", ["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"])
@pytest.mark.parametrize("grip", [".own.body", ".handle >> nth=0", ".handle >> nth=1"])
def test_every_arrow_moves_a_line_and_a_line_that_turns_keeps_to_the_mean(page, grip, key):
    for piece in ("sliders", "turning"):
        before = value(page, f"models.{piece}.line")
        page.locator(f"#{piece} {grip}").press(key)
        assert value(page, f"models.{piece}.line") != before
    turning = "Line.heightAt(models.turning.line, models.turning.points.px)"
    assert value(page, f"{turning} - models.turning.points.py") == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("piece", ["residuals", "sliders", "sweeps", "turning"])
def test_what_a_line_costs_is_said_in_words(page, piece):
    spoken = page.locator(f"#{piece} .spoken[role=status]")
    spoken.filter(has_text="squares").wait_for(state="attached")
    before = spoken.text_content()
    page.locator(f"#{piece} .handle").nth(1).press("Shift+ArrowUp")
    page.wait_for_function(
        "([place, before]) => document.querySelector(place).textContent !== before",
        arg=[f"#{piece} .spoken[role=status]", before],
    )
    cost, least = value(page, f"[models.{piece}.cost, models.{piece}.optimum.cost]")
    label = page.locator(f"#{piece} .tank .board").get_attribute("aria-label")
    for number in (cost, least):
        assert page.evaluate("number => Words.significant(number)", number) in label


def test_it_is_said_which_of_two_best_lines_follows_a_point(page):
    said = page.locator("#outlier [role=status]")
    assert said.inner_text() == "Both lines are where they were."
    far = "models.outlier.points.dy.map((_, k) => Line.residuals(models.outlier.points, "
    far += "models.outlier.best.absolute.line)[k])"
    residuals = value(page, far)
    highest = residuals.index(max(residuals))
    page.locator("#outlier .dot").nth(highest).press("ArrowUp")
    drawn(page)
    assert said.inner_text() == "Least squares have moved, least distance is where it was."


@pytest.mark.parametrize("width", [390, 900])
def test_a_piece_is_no_wider_than_the_text(opened, article, width):
    page = drawn(opened(article, width=width, reduced_motion="reduce"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_page_squeezed_until_nothing_has_room_does_not_complain(page):
    page.add_style_tag(content="[class] > .tank, [class] > .plot { width: 8px }")
    drawn(page)


def test_axe_finds_nothing(page):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


def test_a_bet_shows_neither_squares_nor_the_best_line_until_it_is_asked_for(page):
    piece = page.locator("#bet")
    squares, best = piece.locator(".squares path").first, piece.locator(".best.squared")
    assert not squares.is_visible()
    assert best.get_attribute("d") == ""
    drag(page, piece.locator(".handle").nth(1), 0, -60)
    piece.get_by_role("button", name="Show the best line").click()
    drawn(page)
    assert squares.is_visible()
    assert best.get_attribute("d")
    sums = value(page, "[models.bet.cost, models.bet.best.squared.cost].map(s => s.toPrecision(3))")
    assert all(number in piece.locator(".sentence").inner_text() for number in sums)
    piece.get_by_role("button", name="Draw another").click()
    drawn(page)
    assert best.get_attribute("d") == ""
    assert value(page, "models.bet.line.slope") == value(page, "sets.leaning.line.slope")


def test_the_line_that_turns_begins_as_that_of_least_squares_and_its_sum_has_a_name(page):
    slopes = "[models.turning.line.slope, models.turning.best.squared.line.slope]"
    assert len(set(value(page, slopes))) == 1
    assert page.locator("#turning .level").text_content().startswith("Σd² = ")
    assert page.locator("#turning .sweep .sum").text_content() == "Σd²"
    assert page.locator("#sweeps .level").text_content().startswith("ε = ")


NAMES_AND_CURVES = """() => [...document.querySelectorAll('.sweep')].map(sweep => {
    const box = sweep.querySelector('.sum').getBBox(), curve = sweep.querySelector('.curve');
    const inside = ({ x, y }) => x > box.x && x < box.x + box.width
        && y > box.y && y < box.y + box.height;
    return Array.from({ length: 400 },
        (_, k) => curve.getPointAtLength(curve.getTotalLength() * k / 399)).some(inside);
})"""


@pytest.mark.parametrize("width", [390, 900])
def test_no_sweep_runs_through_the_name_of_its_sum(opened, article, width):
    page = drawn(opened(article, width=width, reduced_motion="reduce"))
    assert page.evaluate(NAMES_AND_CURVES) == [False] * 3
