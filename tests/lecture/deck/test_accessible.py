"""The pages of the deck for everyone: axe's rules, contrast, and nothing beyond the edge."""

import re

import numpy as np
import pytest

from core.palette import THEMES, theme
from lecture.page import GROUND
from tests.contrast import contrast
from tests.lecture.deck.conftest import go_to, settle

MEANINGS = ("ink", "muted", "point", "slope", "intercept", "residual", "squared", "absolute")
PALE = 3.0  # what strokes need; text has the ink, which needs 4.5
SIZES = [(390, 844), (1440, 900)]
# It would fetch style sheets beside the page, which none from a disk may, and list what is well.
AXE = {"preload": False, "resultTypes": ["violations"]}
browser = pytest.mark.browser
together = pytest.mark.xdist_group("chromium")


def faults(page) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=AXE).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html']}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def overflows(page) -> list[str]:
    return page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width && (box.left < -1 || box.right > innerWidth + 1);
        }).map((element) => element.outerHTML.slice(0, 80))"""
    )


@browser
@together
@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("colours", THEMES)
def test_no_page_has_a_serious_fault_or_runs_over_the_edge(opened, folder, width, height, colours):
    page = opened(folder / "deck.html", width=width, height=height)
    settle(page)
    if colours == "light":
        page.keyboard.press("t")
    for show in (lambda: None, lambda: go_to(page, 2), lambda: page.keyboard.press("o")):
        show()
        assert not faults(page)
        assert not overflows(page)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert not faults(page)
    assert not overflows(page)
    page.keyboard.press("Escape")
    with page.expect_popup() as window:
        page.keyboard.press("s")
    window.value.set_viewport_size({"width": width, "height": height})
    window.value.wait_for_selector("#where:has-text('Zero')")
    assert window.value.get_attribute("html", "data-theme") == colours
    assert not faults(window.value)
    assert not overflows(window.value)


def turned(colour: str, page_theme: str) -> str:
    """Return what ground.css makes of ``colour`` on a page of ``page_theme``.

    The matrix is that of hue-rotate(180deg) in Filter Effects Module Level 1.
    """
    sheet = GROUND.read_text()
    rule = re.search(rf'\[data-theme="{page_theme}"\][^{{]*\{{ filter: ([^;]*);', sheet)[1]
    seen = np.array([int(colour[k : k + 2], 16) for k in (1, 3, 5)]) / 255
    for name, value in re.findall(r"([a-z-]+)\(([0-9.]+)", rule):
        if name == "invert":
            seen = seen * (1 - 2 * float(value)) + float(value)
        elif name == "hue-rotate":
            weights = np.array([0.213, 0.715, 0.072])
            seen = 2 * weights @ seen - seen
        else:
            seen = seen * float(value)
        seen = np.clip(seen, 0, 1)
    return "#{:02X}{:02X}{:02X}".format(*np.rint(255 * seen).astype(int))


@pytest.mark.parametrize(("film", "page"), [("dark", "light"), ("light", "dark")])
def test_a_film_whose_lightness_is_turned_can_still_be_read(film, page):
    ground = turned(theme(film).background, page)
    assert contrast(ground, theme(page).background) < 1.1, "one ground, without a seam"
    assert contrast(theme(page).ink, ground) > 4.5
    for meaning in MEANINGS:
        assert contrast(turned(getattr(theme(film), meaning), page), ground) > PALE, meaning
