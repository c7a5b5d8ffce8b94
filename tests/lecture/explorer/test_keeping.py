"""Points are chosen, pasted, undone, addressed and taken away as pictures."""

from xml.etree import ElementTree

import pytest

import core
from lecture.explorer import page as explorer
from tests.lecture.explorer.hands import drag, drawn, model, press

pytestmark = pytest.mark.browser

HEADER = core.read_dataset("data/header.csv")
SETS = list(explorer.point_sets())


@pytest.mark.parametrize("name", [s["name"] for s in SETS])
def test_each_set_of_points_can_be_chosen(page, name):
    page.locator("#set").select_option(name)
    chosen = next(s for s in SETS if s["name"] == name)
    assert model(page, "model.x") == chosen["x"]
    assert model(page, "model.best.squared.line.slope") == pytest.approx(
        core.fit_line(chosen["x"], chosen["y"]).slope, rel=1e-12
    )


def test_a_table_of_ones_own_is_pasted(page):
    page.get_by_role("button", name="Your own table").click()
    page.locator("#text").fill("t [s];h [m];note\n0;1,5;a\n1;2,5;b\n2;3,0;c\n3;;d")
    drawn(page)
    assert model(page, "[model.x, model.y]") == [[0, 1, 2], [1.5, 2.5, 3]]
    assert page.locator("#said").inner_text() == ("3 points are read, 1 without a number left out.")
    assert "h [m]" in page.locator(".plot").inner_text()
    page.locator("#text").fill("t;h\n0;1,5\n1;two\n2;3")
    assert "Line 3: “two” is not a number" in page.locator("#said").inner_text()


def test_a_file_is_dropped(page):
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["x,y\\n1,2\\n3,5"], "mine.csv"));
            const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true });
            document.body.dispatchEvent(drop);
        }"""
    )
    page.wait_for_function("explorer.x.length === 2")
    assert model(page, "[model.x, model.y]") == [[1, 3], [2, 5]]


def test_an_own_table_has_an_address_and_can_be_reset(page, visit):
    page.get_by_role("button", name="Your own table").click()
    page.locator("#text").fill("t [s];h [m]\n0;1,5\n1;2,5\n2;3,0")
    page.locator("#roll").click()
    again = visit(address=page.evaluate("location.hash"))
    assert model(again, "[model.x, model.y, model.yLabel]") == [[0, 1, 2], [1.5, 2.5, 3], "h [m]"]
    drag(again, again.locator(".dot").nth(1), 0, 50)
    again.locator("#reset").click()
    assert model(again, "model.y") == [1.5, 2.5, 3]


def test_columns_are_chosen_where_there_are_more_than_two(page):
    page.get_by_role("button", name="Your own table").click()
    page.locator("#text").fill("a,b,c\n0,1,5\n1,2,7\n2,4,1")
    drawn(page)
    page.locator("#column-y").select_option(label="c")
    assert model(page, "model.y") == [5, 7, 1]


def test_undo_redo_and_reset(page):
    drag(page, page.locator(".dot").nth(5), 0, 60)
    moved = model(page, "model.y")
    press(page, "Control+z")
    assert model(page, "model.y") == HEADER.y.tolist()
    press(page, "Control+y")
    assert model(page, "model.y") == moved
    page.locator("#reset").click()
    assert model(page, "model.y") == HEADER.y.tolist()
    page.locator("#undo").click()
    assert model(page, "model.y") == moved


def test_the_address_holds_what_is_seen(page, visit):
    page.locator("#set").select_option("anscombe-3")
    page.locator(".card.absolute input[type=radio]").check()
    page.locator(".card.absolute input[type=checkbox]").check()
    drag(page, page.locator(".dot").nth(2), 0, 40)
    seen = "[model.x, model.y, model.line, model.measure, model.title, [...model.shownBest]]"
    again = visit(address=page.evaluate("location.hash"))
    assert model(again, seen) == model(page, seen)


@pytest.mark.parametrize(
    "address", ["#", "#set=none", "#line=1", "#x=1,2&y=3", "#%E0%A4%A", "#line=a,b,c"]
)
def test_an_address_that_somebody_has_cut_is_no_error(visit, address):
    page = visit(address=address)
    assert model(page, "model.x") == HEADER.x.tolist()


def test_a_picture_is_taken_away(page, tmp_path):
    for kind, begins in (("svg", b"<svg"), ("png", b"\x89PNG")):
        with page.expect_download() as download:
            page.locator(f"#{kind}").click()
        target = tmp_path / f"line.{kind}"
        download.value.save_as(target)
        assert target.read_bytes().startswith(begins)
    svg = (tmp_path / "line.svg").read_text(encoding="utf-8")
    root = ElementTree.fromstring(svg)
    assert len(root.findall(".//*[@class='disc']")) >= HEADER.x.size
    assert "var(" not in svg
    assert "least" in "".join(root.itertext())
