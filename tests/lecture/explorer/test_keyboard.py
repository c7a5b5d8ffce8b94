"""The keyboard alone reaches and does everything; what it does is heard."""

import re

import pytest

from tests.lecture.explorer.hands import model, press

pytestmark = pytest.mark.browser

POINTS = 20


# What has the focus is called, for those who hear it.
NAME = """() => (e => e === document.body ? '' : e.getAttribute('aria-label')
    || e.labels?.[0]?.textContent || e.textContent)(document.activeElement).trim()"""


def stops(page):
    """Yield what Tab comes to, in order."""
    page.evaluate("document.activeElement?.blur()")
    for _ in range(80):
        page.keyboard.press("Tab")
        name = page.evaluate(NAME)
        if not name:
            return
        yield name


def focus(page, label):
    if not any(name.startswith(label) for name in stops(page)):
        pytest.fail(f"Tab does not come to {label!r}")


def test_tab_comes_to_everything_that_can_be_moved_or_pressed(page):
    found = list(stops(page))
    for name in [
        *("Points", "Your own table", "Undo", "Redo", "Reset", "SVG", "PNG", "Link", "Dark"),
        *(
            "The line, up and down",
            "Left end of the line",
            "Right end of the line",
            "Point 1 of 20",
        ),
        *("slope a", "intercept b", "Let it roll", "Bet first", "Add a point", "Remove point 1"),
        *("The line as a place on the map", "Least squares", "0.728", "0.601", "0.775"),
        "The points as a table",
    ]:
        assert any(name in stop for stop in found), found


@pytest.mark.parametrize(
    ("label", "key", "changes"),
    [
        ("The line, up and down", "ArrowUp", "model.cost"),
        ("Left end", "ArrowDown", "model.line.slope"),
        ("Right end", "ArrowDown", "model.line.slope"),
        ("The line as a place", "ArrowRight", "model.line.slope"),
        ("The line as a place", "ArrowUp", "Line.intercept(model.line)"),
        ("slope a", "ArrowUp", "model.line.slope"),
        ("intercept b", "ArrowDown", "Line.intercept(model.line)"),
        ("Point 1", "ArrowUp", "model.y[0]"),
        ("Point 1", "ArrowLeft", "model.x[0]"),
        ("Point 1", "Delete", "model.x.length"),
        ("Point 1", "Insert", "model.x.length"),
        ("Let it roll", "Enter", "model.cost"),
        ("Bet first", "Space", "model.secret"),
        ("Add a point", "Enter", "model.x.length"),
        ("Remove point 1", "Enter", "model.x.length"),
        ("Least squares", "ArrowDown", "model.measure"),
    ],
)
def test_the_keyboard_does_it(page, label, key, changes):
    before = model(page, changes)
    if label == "Least squares":
        page.locator(".card.squared input[type=radio]").focus()
    else:
        focus(page, label)
    press(page, key)
    assert model(page, changes) != before
    press(page, "Control+z")
    if not changes.endswith("secret"):
        assert model(page, changes) == before


def test_every_point_is_reached_and_says_where_it_is(page):
    focus(page, "Point 1")
    heard = set()
    for _ in range(POINTS):
        press(page, "PageDown")
        heard.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        text = page.evaluate("document.activeElement.getAttribute('aria-valuetext')")
        assert re.fullmatch(r"x [\d.]+, y [\d.]+", text)
    assert len(heard) == POINTS
