"""Whatever shows the line moves it, and all the rest follows."""

import re

import numpy as np
import pytest

import core
from tests.lecture.explorer.hands import drag, drawn, model, press

pytestmark = pytest.mark.browser

HEADER = core.read_dataset("data/header.csv")


def test_it_opens_with_the_points_of_the_first_figure(page):
    assert model(page, "model.x") == HEADER.x.tolist()
    assert page.locator(".dot").count() == HEADER.x.size
    assert page.locator(".squares path").count() == HEADER.x.size


def test_a_dragged_point_gives_the_line_of_core(page):
    drag(page, page.locator(".dot").nth(3), 30, -90)
    x, y = np.array(model(page, "[model.x, model.y]"))
    assert y[3] != HEADER.y[3]
    fit, nearest = core.fit_line(x, y), core.fit_orthogonal(np.stack([x, y], axis=1))
    least = core.fit_least_absolute(x, y)
    slopes = model(page, "Line.MEASURES.map(measure => model.best[measure].line.slope)")
    assert slopes == pytest.approx([fit.slope, least.slope, nearest.slope], rel=1e-12)
    assert model(page, "model.relative") == pytest.approx(
        float(
            core.relative_residual(
                x, y, *model(page, "[model.line.slope, Line.intercept(model.line)]")
            )
        ),
        rel=1e-10,
    )
    written = page.locator(".card.squared .of-line").inner_text()
    assert f"y = {fit.slope:.3f} x + {fit.intercept:.2f}" == written


def test_of_points_close_together_the_nearest_is_taken(visit):
    page = visit(address="#x=0,5,5.1,10&y=0,5,5,10&line=1,2,0")
    box = page.locator(".dot").nth(1).locator(".disc").bounding_box()
    x, y = box["x"] + 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - 50)
    page.mouse.up()
    moved = model(page, "model.y")
    assert moved[1] > 5
    assert [moved[k] for k in (0, 2, 3)] == [0, 5, 10]


@pytest.mark.parametrize(
    ("grip", "right", "down", "changes"),
    [
        (".own.body", 0, -40, (False, True)),
        (".handle >> nth=1", 0, -60, (True, True)),
        (".ball.own", 40, 50, (True, True)),
        (".sweep.slope .ball", 50, 0, (True, False)),
        (".sweep.height .ball", 0, 50, (False, True)),
    ],
)
def test_the_line_moves_by_everything_that_shows_it(page, grip, right, down, changes):
    before = model(page, "[model.line.slope, Line.intercept(model.line)]")
    cost = model(page, "model.cost")
    drag(page, page.locator(grip), right, down)
    after = model(page, "[model.line.slope, Line.intercept(model.line)]")
    moved = [abs(u - v) > 1e-9 for u, v in zip(before, after, strict=True)]
    assert tuple(moved) == changes
    assert model(page, "model.cost") != cost


def test_numbers_can_be_typed(page):
    for name, text in (("slope a", "0,5"), ("intercept b", "−2")):
        page.get_by_role("textbox", name=name).fill(text)
        page.keyboard.press("Enter")
    assert model(page, "[model.line.slope, Line.intercept(model.line)]") == pytest.approx([0.5, -2])


@pytest.mark.parametrize(
    ("text", "value"),
    [("3,7", 3.7), ("\u22120.5", -0.5), ("2.5 × 10⁶", 2.5e6), ("-1e-3", -1e-3), ("1 × 10⁻³", 1e-3)],
)
def test_numbers_are_read_as_people_write_them(page, text, value):
    assert page.evaluate("text => Words.parsed(text)", text) == value


@pytest.mark.parametrize("value", [0, 1234.5, -0.00002, 7.25e8, 1e6])
def test_what_is_written_is_read_again(page, value):
    written = page.evaluate("value => Words.significant(value, 5)", value)
    assert page.evaluate("text => Words.parsed(text)", written) == pytest.approx(value, rel=1e-4)


@pytest.mark.parametrize("measure", ["squared", "absolute", "shortest"])
def test_the_line_rolls_to_the_best_one_of_each_measure(page, measure):
    page.locator(f".card.{measure} input[type=radio]").check()
    page.get_by_role("button", name="Let it roll").click()
    assert model(page, "model.relative") == pytest.approx(0, abs=1e-9)
    page.wait_for_function("document.querySelector('.spoken').textContent.length > 0")
    assert re.match("This is the line|No other line", page.locator(".sentence").inner_text())


def test_the_sum_is_never_below_the_mark(page):
    page.get_by_role("button", name="Let it roll").click()
    assert model(page, "model.excess") >= 0
    level, mark = (page.locator(f".tank .{part}").bounding_box()["y"] for part in ("rim", "mark"))
    assert level == pytest.approx(mark, abs=2)


def test_a_click_adds_a_point_and_a_key_removes_it(page):
    box = page.locator(".plot .ground").bounding_box()
    page.mouse.click(box["x"] + 0.2 * box["width"], box["y"] + 0.2 * box["height"])
    assert len(model(page, "model.x")) == HEADER.x.size + 1
    press(page, "Delete")
    assert model(page, "model.x") == HEADER.x.tolist()


def test_few_points_are_no_error(page):
    for _ in range(HEADER.x.size):
        page.locator("#remove").click()
    assert model(page, "model.x") == []
    assert "Two points" in page.locator(".sentence").inner_text()
    page.locator("#add").click()
    page.locator("#add").click()
    drawn(page)
    assert "Two points" in page.locator(".sentence").inner_text()  # both at the same x
    press(page, "ArrowRight")
    assert model(page, "model.perfect") is True


def test_a_bet_hides_the_answer_until_asked(page):
    page.locator("#bet").click()
    drawn(page)
    hidden = page.locator("main").inner_text()
    assert "your bet first" in hidden
    assert page.locator(".levels path").count() == 0
    assert page.locator(".tank .mark").get_attribute("d") == ""
    assert "0.728" not in hidden
    page.get_by_role("button", name="Show the best line").click()
    drawn(page)
    assert page.locator(".best.squared").get_attribute("d")
    assert "0.728" in page.locator("main").inner_text()
