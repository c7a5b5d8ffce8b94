"""The lead laboratory of the pieces: counts follow the law, the fit is core's, keys do all."""

import numpy as np
import pytest

import core
from lecture.handout.page import lead
from tests.lecture.alone import write_alone
from tests.lecture.explorer.hands import drawn

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

LAB = lead()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    target = tmp_path_factory.mktemp("sheets") / "sheets.html"
    return write_alone(target, "Lead", "Sheets", LAB)


@pytest.fixture
def page(opened, written):
    return drawn(opened(written, reduced_motion="reduce"))


def fit(page):
    drawn(page)
    return page.evaluate("() => [-model.fit.slope, Line.heightAt(model.fit, 0)]")


def test_counts_scatter_as_the_law_says(page):
    for mean in (3.0, 40.0, 5000.0):
        counts = np.array(
            page.evaluate("mean => Array.from({ length: 4000 }, () => Chance.poisson(mean))", mean)
        )
        assert counts.mean() == pytest.approx(mean, abs=5 * np.sqrt(mean / 4000))
        assert counts.var() == pytest.approx(mean, rel=0.15)


def test_each_new_thickness_is_counted_and_the_line_is_that_of_core(page):
    page.get_by_role("slider", name="Sheets of lead").focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    drawn(page)
    readings = page.evaluate("model.readings.map(one => [one.sheets, one.counts])")
    assert [sheets for sheets, _ in readings] == list(range(int(LAB["most"]) + 1))
    x, counts = np.array(readings, float).T
    line = core.fit_line(x, np.log(counts / LAB["time"]))
    assert fit(page) == pytest.approx([-line.slope, line.intercept], rel=1e-9)
    assert f"{-line.slope:.3f} per mm" in page.locator(".sentence").inner_text()


def test_background_left_in_flattens_the_line_and_both_cures_help(page):
    page.evaluate("for (let k = 0; k <= 14; k++) model.place(k)")
    flat = fit(page)[0]
    assert flat < 0.95 * LAB["mu"]
    rule = page.get_by_role("button", name="Leave out")
    assert rule.is_disabled()
    page.get_by_role("button", name="Count without source").click()
    drawn(page)
    seen = page.evaluate("model.background")
    assert f"Without source: {seen} counts" in page.locator(".sentence").inner_text()
    rule.click()
    assert fit(page)[0] == pytest.approx(LAB["mu"], rel=0.06)
    page.get_by_label("Subtract the background").check()
    assert fit(page)[0] == pytest.approx(LAB["mu"], rel=0.04)


def test_a_count_is_left_out_by_hand_and_by_key(page):
    dots = page.locator(".reading")
    assert dots.count() == 4
    dots.nth(3).click()
    drawn(page)
    assert dots.nth(3).get_attribute("aria-checked") == "false"
    dots.nth(3).press("ArrowLeft")
    page.keyboard.press(" ")
    drawn(page)
    assert page.locator(".reading[aria-checked=false]").count() == 2
    assert "Put sheets in" in page.locator(".sentence").inner_text()


def test_photons_fly_where_motion_is_welcome(opened, written):
    page = opened(written)
    page.get_by_role("button", name="Count again here").click()
    page.wait_for_function("document.querySelectorAll('.flying').length > 0")


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_and_it_fits(opened, written, width):
    from axe_playwright_python.sync_playwright import Axe

    page = drawn(opened(written, width=width, reduced_motion="reduce"))
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
