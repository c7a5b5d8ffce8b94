"""The explorer in a real browser, by file:// and with the network off, as readers have it."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
import pytest

import core
from core.palette import theme
from core.tables.dataset import Dataset
from lecture import explorer
from tests.contrast import contrast

pytestmark = pytest.mark.browser

HEADER = core.read_dataset("data/header.csv")
SETS = list(explorer.point_sets())
STILL = {"reduced_motion": "reduce"}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    target = tmp_path_factory.mktemp("lecture") / "explorer.html"
    target.write_text(explorer.page(), encoding="utf-8")
    return target


@pytest.fixture
def page(opened, path):
    """The page as it opens, without movement that a test would have to wait for."""
    return drawn(opened(path, **STILL))


def drawn(page):
    """Wait until what was asked for is on the screen."""
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
    return page


def model(page, expression):
    drawn(page)
    return page.evaluate(f"() => {{ const model = explorer; return {expression}; }}")


def middle(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page, locator, right, down):
    x, y = middle(locator)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right / 2, y + down / 2)
    page.mouse.move(x + right, y + down)
    page.mouse.up()
    drawn(page)


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)
        drawn(page)


# What moves ---------------------------------------------------------------------------------


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
        page.get_by_label(name, exact=True).fill(text)
        page.keyboard.press("Enter")
    assert model(page, "[model.line.slope, Line.intercept(model.line)]") == pytest.approx([0.5, -2])


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
    assert "Two points" in page.locator(".sentence").inner_text()  # both at the same x
    press(page, "ArrowRight")
    assert model(page, "model.perfect") is True


def test_a_bet_hides_the_answer_until_asked(page):
    page.locator("#bet").click()
    drawn(page)
    hidden = page.locator("main").inner_text()
    assert "hidden until you have made your bet" in hidden
    assert page.locator(".levels path").count() == 0
    assert page.locator(".tank .mark").get_attribute("d") == ""
    assert "0.728" not in hidden
    page.get_by_role("button", name="Show the best line").click()
    drawn(page)
    assert page.locator(".best.squared").get_attribute("d")
    assert "0.728" in page.locator("main").inner_text()


# Tables, history, address, pictures ---------------------------------------------------------


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
    assert page.locator("#said").inner_text() == (
        "3 points are read, 1 rows without a number are left out."
    )
    assert "h [m]" in page.locator(".plot").inner_text()
    page.locator("#text").fill("t;h\n0;1,5\n1;two\n2;3")
    assert "Line 3: “two” is not a number" in page.locator("#said").inner_text()


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


def test_the_address_holds_what_is_seen(page, opened, path):
    page.locator("#set").select_option("anscombe-3")
    page.locator(".card.absolute input[type=radio]").check()
    page.locator(".card.absolute input[type=checkbox]").check()
    drag(page, page.locator(".dot").nth(2), 0, 40)
    seen = "[model.x, model.y, model.line, model.measure, model.title, [...model.shownBest]]"
    again = opened(path, address=page.evaluate("location.hash"), **STILL)
    assert model(again, seen) == model(page, seen)


@pytest.mark.parametrize(
    "address", ["#", "#set=none", "#line=1", "#x=1,2&y=3", "#%E0%A4%A", "#line=a,b,c"]
)
def test_an_address_that_somebody_has_cut_is_no_error(opened, path, address):
    page = opened(path, address=address, **STILL)
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


# Keys, ears, eyes ---------------------------------------------------------------------------


def stops(page):
    """Return what Tab comes to, in order: the name of each stop for those who hear it."""
    page.evaluate("document.activeElement?.blur()")
    names: list[str] = []
    while len(names) < 80:
        press(page, "Tab")
        name = page.evaluate(
            "(e => e === document.body ? '' : e.getAttribute('aria-label') || e.labels?.[0]?.textContent"
            " || e.textContent)(document.activeElement)"
        ).strip()
        if not name or name in names:
            return names
        names.append(name)
    return names


def focus(page, label):
    page.evaluate("document.activeElement?.blur()")
    for _ in range(80):
        press(page, "Tab")
        name = page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''")
        text = page.evaluate("document.activeElement.textContent ?? ''").strip()
        if name.startswith(label) or text == label:
            return
    pytest.fail(f"Tab does not come to {label!r}")


def test_tab_comes_to_everything_that_can_be_moved_or_pressed(page):
    found = " | ".join(stops(page))
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
        assert name in found


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
    for _ in range(HEADER.x.size):
        press(page, "PageDown")
        heard.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        text = page.evaluate("document.activeElement.getAttribute('aria-valuetext')")
        assert re.fullmatch(r"x [\d.]+, y [\d.]+", text)
    assert len(heard) == HEADER.x.size


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_serious(opened, path, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    page = drawn(opened(path, width=width, color_scheme=scheme, **STILL))
    page.locator("summary").click()
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_what_is_written_and_drawn_can_be_seen(opened, path, name):
    page = drawn(
        opened(path, color_scheme=name, address="#best=squared,absolute,shortest", **STILL)
    )
    ground = theme(name).background
    texts = page.evaluate(
        """() => [...document.querySelectorAll('svg text, svg tspan, p, output, label, button, h1, input')]
            .filter(e => e.textContent.trim() || e.value)
            .map(e => [e.textContent || e.value, e instanceof SVGElement ? getComputedStyle(e).fill
                : getComputedStyle(e).color, getComputedStyle(e).backgroundColor])"""
    )
    assert len(texts) > 60
    for text, colour, under in texts:
        laid = ground if under.endswith(", 0)") else hexadecimal(under)
        assert contrast(hexadecimal(colour), laid) >= 4.5, text
    strokes = page.evaluate(
        """() => ['.own.line', '.best', '.misses path', '.squares path', '.curve', '.mark', '.axis',
            '.levels path', '.along', '.best-place', '.knob'].flatMap(s => [...document.querySelectorAll(s)])
            .map(e => [e.getAttribute('class'), getComputedStyle(e).stroke])"""
    )
    for meaning, colour in strokes:
        assert contrast(hexadecimal(colour), ground) >= 3, meaning


def hexadecimal(colour):
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return f"#{red:02X}{green:02X}{blue:02X}"


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize(
    "address", ["", "#set=hubble", "#set=leaning&measure=shortest&line=-40,900,5"]
)
def test_nothing_overflows(opened, path, width, address):
    page = drawn(opened(path, width=width, address=address, **STILL))
    page.locator("summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    outside = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, textarea, p, output, svg text')]
            .filter(e => !e.closest('.spoken') && e.getBoundingClientRect().width)
            .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5
                || e.getBoundingClientRect().left < -0.5).map(e => e.textContent)"""
    )
    assert outside == []


def test_what_a_finger_takes_is_large_enough(opened, path):
    page = drawn(opened(path, width=390, has_touch=True, **STILL))
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('button, select, .reach, .pick, .show, summary')]
            .map(e => [e.outerHTML.slice(0, 60), e.getBoundingClientRect().height])
            .filter(([, height]) => height)"""
    )
    assert [name for name, height in sizes if height < 24] == []


def test_the_theme_is_that_of_the_system_until_it_is_chosen(opened, path):
    page = opened(path, color_scheme="dark", **STILL)
    ground = "getComputedStyle(document.body).backgroundColor"
    assert hexadecimal(page.evaluate(ground)) == theme("dark").background
    page.get_by_role("button", name="Light").click()
    assert hexadecimal(page.evaluate(ground)) == theme("light").background


# The user's own table, at build -------------------------------------------------------------


def test_a_table_given_at_build_comes_first(opened, tmp_path):
    own = Dataset(np.arange(5.0) + 1e8, [1, 3, 2, 5, 4], "x", "y", "</script><b id=bad>Mine</b>")
    target = Path(tmp_path / "explorer.html")
    target.write_text(explorer.page(own), encoding="utf-8")
    page = opened(target, **STILL)
    assert model(page, "model.x") == own.x.tolist()
    assert page.locator("#bad").count() == 0
    fit = core.fit_line(own.x, own.y)
    assert model(page, "model.best.squared.line.slope") == pytest.approx(fit.slope, rel=1e-12)
    assert model(page, "model.best.squared.cost") == pytest.approx(fit.rss, rel=1e-12)


def test_a_long_table_is_thinned_and_says_so():
    x = np.arange(100_001.0)
    first = next(iter(explorer.point_sets(Dataset(x, x % 7, title="Long"))))
    assert len(first["x"]) <= explorer.MOST
    assert first["title"] == "Long, 498 of 100001 points"


def test_the_command_writes_the_page_and_what_it_was_made_from(tmp_path):
    depfile = tmp_path / "explorer.d"
    with pytest.raises(SystemExit) as left:
        explorer.parser().run(explorer.main, [str(tmp_path), "--depfile", str(depfile)])
    assert left.value.code == 0
    assert (tmp_path / "explorer.html").read_text(encoding="utf-8") == explorer.page()
    rule = depfile.read_text()
    for name in (
        "data/header.csv",
        "lecture/explorer.js",
        "lecture/pieces/line.js",
        "core/palette.py",
    ):
        assert f" {name}" in rule
