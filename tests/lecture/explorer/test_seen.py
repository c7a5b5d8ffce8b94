"""What is on the page can be read, seen and touched, and fits; in both themes, small and large."""

import re

import pytest

from core.palette import theme
from tests.contrast import contrast
from tests.lecture.explorer.hands import drawn

pytestmark = pytest.mark.browser

ALL_LINES = "#best=squared,absolute,shortest"

# Text, its colour, and the ground where it has one of its own.
WRITTEN = """() => [...document.querySelectorAll(
    'svg text, svg tspan, p, output, label, button, h1, summary, input')]
    .filter(e => e.textContent.trim() || e.value)
    .map(e => [e, getComputedStyle(e)])
    .map(([e, style]) => [e.textContent || e.value,
        e instanceof SVGElement ? style.fill : style.color, style.backgroundColor])"""

DRAWN = """() => ['.own.line', '.best', '.misses path', '.squares path', '.curve', '.mark', '.axis',
    '.levels path', '.along', '.best-place', '.knob']
    .flatMap(selector => [...document.querySelectorAll(selector)])
    .map(e => [e.getAttribute('class') ?? e.parentNode.getAttribute('class'),
        getComputedStyle(e).stroke])"""

OUTSIDE = """() => [...document.querySelectorAll(
    'button, input, select, textarea, p, output, svg text')]
    .filter(e => !e.closest('.spoken')).map(e => [e, e.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.right > innerWidth + 0.5 || box.left < -0.5))
    .map(([e]) => e.textContent)"""

TAKEN = """() => [...document.querySelectorAll('button, select, .reach, .pick, .show, summary')]
    .map(e => [e.outerHTML.slice(0, 60), e.getBoundingClientRect().height])
    .filter(([, height]) => height)"""


def hexadecimal(colour):
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return f"#{red:02X}{green:02X}{blue:02X}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(visit, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(width=width, color_scheme=scheme)
    page.locator("summary").click()
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_what_is_written_can_be_read(visit, name):
    texts = visit(color_scheme=name, address=ALL_LINES).evaluate(WRITTEN)
    assert len(texts) > 60
    for text, colour, under in texts:
        ground = theme(name).background if under == "rgba(0, 0, 0, 0)" else hexadecimal(under)
        assert contrast(hexadecimal(colour), ground) >= 4.5, text


@pytest.mark.parametrize("name", ["light", "dark"])
def test_what_is_drawn_can_be_seen(visit, name):
    strokes = visit(color_scheme=name, address=ALL_LINES).evaluate(DRAWN)
    assert len(strokes) > 60
    for meaning, colour in strokes:
        assert contrast(hexadecimal(colour), theme(name).background) >= 3, meaning


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize(
    "address", ["", "#set=hubble", "#set=leaning&measure=shortest&line=-40,900,5"]
)
def test_nothing_overflows(visit, width, address):
    page = visit(width=width, address=address)
    page.locator("summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(OUTSIDE) == []


def test_the_mark_of_the_least_sum_stays_at_its_bar(page):
    for bar in page.locator(".bar").all():
        whole, mark = (one.bounding_box() for one in (bar, bar.locator(".least")))
        assert mark["height"] < whole["height"] + 10


def test_what_a_finger_takes_is_large_enough(visit):
    sizes = visit(width=390, has_touch=True).evaluate(TAKEN)
    assert len(sizes) > 30
    assert [name for name, height in sizes if height < 24] == []


def test_the_theme_is_that_of_the_system_until_one_is_chosen(visit):
    page = visit(color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert hexadecimal(page.evaluate(ground)) == theme("dark").background
    page.get_by_role("button", name="Light").click()
    assert hexadecimal(page.evaluate(ground)) == theme("light").background


@pytest.mark.parametrize(
    ("measure", "symbol", "name"),
    [
        ("squared", "ε", "sum of squares"),
        ("absolute", "Σ|r|", "sum of distances"),
        ("shortest", "Σd²", "sum of squared distances"),
    ],
)
def test_every_sum_has_the_name_of_its_measure(page, measure, symbol, name):
    page.locator(f".card.{measure} input[type=radio]").check()
    drawn(page)
    assert page.locator(".tank .level").text_content().startswith(f"{symbol} = ")
    assert page.locator(".sweep .sum").all_text_contents() == [symbol, symbol]
    assert page.locator(".map .relative").text_content().startswith(f"{symbol}rel = ")
    told = page.locator(".lines p").inner_text()
    assert f"the same {name} {symbol}" in " ".join(told.split())
    assert f"{symbol}rel = {symbol} / least" in told
    assert page.locator(f".card.{measure} .sums").inner_text().startswith(f"{name} {symbol} = ")
    tank = page.locator(".tank .board").get_attribute("aria-label")
    assert tank.startswith(f"Tank, {name}: ")
