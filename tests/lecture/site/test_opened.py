"""The pages by file:// with the network off: seen, heard, played and reached by keyboard."""

import pytest

from core.palette import THEMES
from tests.lecture.deck.test_accessible import faults, overflows
from tests.lecture.site.conftest import FILMS, PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

REACHED = "a[href]:not(video a), button:not([hidden]), input, pre, video[controls]"
PLAYED = "(film) => film.currentTime > 0.1 && !film.paused"


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_a_fault_or_runs_over_the_edge(opened, site, width, colours, name):
    page = opened(site / name, width=width, color_scheme=colours)
    assert not faults(page)
    assert not overflows(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("[...document.images].every(i => i.loading === 'lazy' || i.naturalWidth)")


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(opened, site, name):
    page = opened(site / name, reduced_motion="reduce")
    wanted = page.locator(REACHED).count()
    seen = set()
    for _ in range(wanted + 12):  # a video has some stops inside
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate(
                f"[...document.querySelectorAll('{REACHED}')].indexOf(document.activeElement)"
            )
        )
        at = "getComputedStyle(document.activeElement)"
        if page.evaluate("document.activeElement.matches('a, button, input, pre')"):
            assert page.evaluate(f"{at}.outlineStyle") == "solid"
    assert set(range(wanted)) <= seen


@pytest.mark.parametrize("name", PAGES)
def test_an_arrow_stands_before_a_link_that_leads_back_and_nowhere_else(opened, site, name):
    page = opened(site / name)
    marked = page.evaluate(
        "[...document.querySelectorAll('*')]"
        ".filter(e => getComputedStyle(e, '::before').content.includes('←'))"
        ".map(e => e.localName)"
    )
    assert set(marked) == ({"a"} if name != "index.html" else set())


def test_the_film_in_front_plays_by_itself_and_pauses(opened, site):
    page = opened(site / "index.html")
    film = page.locator("#playing")
    page.wait_for_function(f"({PLAYED})(document.getElementById('playing'))")
    assert film.evaluate("film => film.muted && film.loop")
    page.get_by_role("button", name="Pause").click()
    assert film.evaluate("film => film.paused")
    page.get_by_role("button", name="Play").click()
    page.wait_for_function(f"({PLAYED})(document.getElementById('playing'))")


def test_who_asked_for_less_motion_starts_the_film(opened, site):
    page = opened(site / "index.html", reduced_motion="reduce")
    page.wait_for_timeout(500)
    assert page.locator("#playing").evaluate("film => film.paused && film.currentTime === 0")
    page.get_by_role("button", name="Play").click()
    page.wait_for_function(f"({PLAYED})(document.getElementById('playing'))")


def test_without_scripts_the_film_has_its_controls(opened, site):
    page = opened(site / "index.html", java_script_enabled=False)
    assert page.locator("#playing[controls]").count() == 1
    assert page.get_by_role("button", name="Pause").count() == 0


@pytest.mark.parametrize("name", FILMS)
def test_a_film_offers_its_captions_from_a_disk_and_does_not_show_them(opened, site, name):
    page = opened(site / "films" / f"{name}.html")
    track = "document.querySelector('video').textTracks[0]"
    assert page.evaluate(f"{track}.mode") == "disabled"
    page.evaluate(f"{track}.mode = 'showing'")
    page.wait_for_function(f"{track}.cues?.length === 3")
    assert page.evaluate(f"{track}.cues[1].text") == f"Sentence 1 of {name}."


@pytest.mark.parametrize("colours", THEMES)
def test_a_figure_is_shown_in_the_theme_of_the_page(opened, site, colours):
    page = opened(site / "figures/linreg.html", color_scheme=colours)
    shown = page.evaluate("document.images[0].currentSrc")
    assert shown.endswith("figures/dark/linreg.svg" if colours == "dark" else "figures/linreg.svg")


def test_the_html_knows_the_folder_and_is_copied(opened, site):
    page = opened(site / "figures/linreg.html")
    page.get_by_label("folder").fill("images/posts")
    page.get_by_role("button", name="Copy").click()
    assert page.get_by_role("status").inner_text() == "Copied."
    page.evaluate("document.body.append(document.createElement('textarea'))")
    page.locator("textarea").focus()
    page.keyboard.press("Control+V")
    pasted = page.locator("textarea").input_value()
    assert pasted.strip() == page.locator("#html").inner_text().strip()
    assert 'src="images/posts/linreg.svg"' in pasted
    assert 'srcset="images/posts/dark/linreg.svg"' in pasted
