"""The page by file://, offline: read, moved, played, in both themes, small and large."""

import re

import pytest

from core.palette import THEMES, theme
from lecture.page import with_way_to_front
from tests.contrast import contrast
from tests.lecture.explorer.hands import drag, drawn
from tests.lecture.handout.conftest import FILMS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

SIZES = [390, 1440]
TERMS = [
    "slope",
    "intercept",
    "residual",
    "slope_numerator",
    "slope_denominator",
    "intercept_numerator",
    "intercept_denominator",
]
MOVES = [
    ("bet", ".handle >> nth=1", (0, -60), "line.slope"),
    ("residuals", ".own.body", (0, -30), "cost"),
    ("sliders", ".handle >> nth=1", (0, -60), "line.slope"),
    ("sweeps", ".sweep.slope .ball", (60, 0), "line.slope"),
    ("outlier", ".dot >> nth=2", (0, -60), "best.squared.line.slope"),
    ("turning", ".handle >> nth=1", (0, -90), "line.slope"),
]
BEYOND = """() => [...document.querySelectorAll('body *')].filter(e => !e.closest('.skip, .spoken'))
    .map(e => [e, e.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.left < -1 || box.right > innerWidth + 1))
    .map(([e]) => e.outerHTML.slice(0, 90))"""
COLOUR = "e => getComputedStyle(e).color"
NAME = """() => { const e = document.activeElement;
    return e === document.body ? '' : (e.getAttribute('aria-label') || e.labels?.[0]?.textContent
        || e.textContent).trim(); }"""


def hexadecimal(colour):
    return "#{:02X}{:02X}{:02X}".format(*map(int, re.findall(r"\d+", colour)[:3]))


def value(page, expression):
    drawn(page)
    return page.evaluate(f"() => handout.models.{expression}")


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("colours", THEMES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_page(visit, width, colours):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(width=width, color_scheme=colours)
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    assert page.evaluate(BEYOND) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("colours", THEMES)
def test_every_coloured_term_can_be_read(visit, colours):
    page = visit(color_scheme=colours)
    for term in TERMS:
        terms = page.locator(f"math .{term}")
        assert terms.count() > 0
        colour = hexadecimal(terms.first.locator(":scope > *").first.evaluate(COLOUR))
        assert colour == getattr(theme(colours), term).upper()
        assert contrast(colour, theme(colours).background) >= 4.5


def test_the_theme_is_turned_by_a_button(page):
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    assert page.locator("#theme").inner_text() == "Light"


@pytest.mark.parametrize(("piece", "grip", "way", "changes"), MOVES)
def test_a_piece_moves(page, piece, grip, way, changes):
    before = value(page, f"{piece}.{changes}")
    held = page.locator(f"[data-piece={piece}] {grip}")
    held.scroll_into_view_if_needed()
    drag(page, held, *way)
    assert value(page, f"{piece}.{changes}") != before


def test_what_is_to_be_moved_stands_there_and_the_drawing_for_paper_does_not(page):
    assert page.locator(".piece .doing").count() == 8
    assert all(seen.is_visible() for seen in page.locator(".piece .doing").all())
    assert not any(seen.is_visible() for seen in page.locator(".piece .still").all())
    assert not any(seen.is_visible() for seen in page.locator(".mount .drawing").all())


def test_what_to_do_is_read_before_the_piece(page):
    for piece in page.locator(".piece").all():
        doing, live = (piece.locator(part).bounding_box() for part in (".doing", ".small-piece"))
        assert doing["y"] + doing["height"] <= live["y"]


def test_when_printed_the_page_shows_the_drawings_and_their_words(page):
    page.emulate_media(media="print")
    assert all(seen.is_visible() for seen in page.locator(".drawing, .still").all())
    shown = page.locator(".doing, .small-piece, video, header").all()
    assert not any(seen.is_visible() for seen in shown)


@pytest.fixture
def plain(opened, folder):
    """Return the page where scripts are off; nothing can be waited for there."""
    return opened(folder / "index.html", java_script_enabled=False)


def test_without_scripts_the_drawings_stand_there(plain):
    assert plain.locator(".mount .drawing svg").count() == 8
    assert all(seen.is_visible() for seen in plain.locator(".piece .still").all())


def test_every_drawing_has_an_alternative_text(plain):
    drawings = plain.locator(".drawing").all()
    assert len(drawings) == 10
    assert all(len(one.get_attribute("aria-label")) > 60 for one in drawings)
    assert all(one.get_attribute("role") == "img" for one in drawings)


def test_the_keyboard_reaches_everything(page):
    names = []
    page.evaluate("document.activeElement?.blur()")
    for _ in range(160):
        page.keyboard.press("Tab")
        name = page.evaluate(NAME)
        if not name and names:
            break
        names.append(name)
    for wanted in (
        "To the text",
        "On paper (PDF)",
        "The line, up and down",
        "slope a",
        "Sweep, slope a",
        "Sweep, direction in degrees",
        "Sheets of lead, 1 mm each",
        "Count without source",
    ):
        assert any(name.startswith(wanted) for name in names), wanted
    assert sum(name.startswith("Film: ") for name in names) >= len(FILMS)


def test_a_film_has_a_poster_controls_and_its_sentences(page, films):
    for name, shown in zip(FILMS, (True, False), strict=True):
        video = page.locator(f"video[data-film={name}]")
        assert video.get_attribute("controls") is not None
        assert video.get_attribute("poster") == f"films/{name}.png"
        video.evaluate("v => v.play()")
        page.wait_for_function(f"document.querySelector('[data-film={name}]').currentTime > 0")
        mode, cues = video.evaluate("v => [v.textTracks[0].mode, v.textTracks[0].cues?.length]")
        assert mode == ("showing" if shown else "disabled")
        assert cues == (len(films[name].sentences) if shown else None)


def test_there_is_room_for_a_way_to_the_front_page(folder):
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert '<a class="front" href="../x">' in with_way_to_front(page, "../x")


def test_every_link_is_relative_and_leads_somewhere(page, folder):
    links = page.locator("a[href], source, video").evaluate_all(
        "all => all.map(e => ['href', 'src', 'poster'].map(a => e.getAttribute(a)).find(Boolean))"
    )
    for link in links:
        place, _, part = link.partition("#")
        assert page.locator(f"[id='{part}']").count() == 1 if part else (folder / place).exists()
    numbered = page.locator(".numbered .number").all_inner_texts()
    assert numbered == [f"({k})" for k in range(1, len(numbered) + 1)]


@pytest.mark.parametrize("height", [844, 900])
def test_the_first_screen_has_something_to_take_hold_of(visit, height):
    page = visit(width=390 if height == 844 else 1440, height=height)
    piece = page.locator("[data-piece=bet]")
    for part in (*piece.locator(".handle").all(), piece.get_by_role("button")):
        assert part.bounding_box()["y"] + part.bounding_box()["height"] < height


@pytest.mark.parametrize("colours", THEMES)
def test_a_film_has_the_ground_of_the_page(visit, colours):
    page = visit(color_scheme=colours)
    film = page.locator("video").first
    shown = "e => getComputedStyle(e).filter"
    assert film.get_attribute("data-ground") == "dark"
    assert (film.evaluate(shown) == "none") == (colours == "dark")
    page.locator("#theme").click()
    assert (film.evaluate(shown) == "none") == (colours != "dark")
