"""An experiment made again and again: core finds the same line, 19 of 20 intervals hold."""

import numpy as np
import pytest

import core
from lecture.handout.page import law
from tests.lecture.alone import write_alone
from tests.lecture.explorer.hands import drawn

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

LAW = law()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    target = tmp_path_factory.mktemp("again") / "again.html"
    return write_alone(target, "Again", "Again", LAW)


@pytest.fixture
def page(opened, written):
    return drawn(opened(written, reduced_motion="reduce"))


def test_line_and_interval_are_those_of_core(page):
    y, slope, reach = page.evaluate(
        "(({ y, line, reach }) => [y, line.slope, reach])(model.tries[0])"
    )
    fit = core.fit_line(LAW["x"], y)
    low, high = fit.confidence_interval()[0]
    assert slope == pytest.approx(fit.slope, rel=1e-12)
    assert reach == pytest.approx((high - low) / 2, rel=1e-9)


def test_nineteen_of_twenty_intervals_hold_the_truth(page):
    held = page.evaluate("(model.measure(4000), model.tries.filter(one => one.held).length)")
    assert held / 4001 == pytest.approx(0.95, abs=5 * np.sqrt(0.95 * 0.05 / 4001))


def test_buttons_measure_and_the_page_says_how_many_hold(page):
    page.get_by_role("button", name="20 times").click()
    drawn(page)
    assert "Of 21 intervals" in page.locator(".sentence").inner_text()
    assert page.locator(".bundle").get_attribute("d").count("M") == 21
    page.get_by_role("button", name="Start again").click()
    drawn(page)
    assert "the truth is 0.8. The interval" in page.locator(".sentence").inner_text()


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_and_it_fits(opened, written, width):
    from axe_playwright_python.sync_playwright import Axe

    page = drawn(opened(written, width=width, reduced_motion="reduce"))
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
