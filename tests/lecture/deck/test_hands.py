"""What a lecturer's hands do: keys, the bar, the overview, touch, the address line."""

import json
import re
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.lecture.deck.barcode import HEIGHT, WIDTH, Witness
from tests.lecture.deck.conftest import go_to, settle

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

FIRST_OF_ONE = 4


def place(page) -> str:
    return page.evaluate("location.hash")


def test_keys_and_clickers_go_on_and_back(deck):
    for key in ("ArrowRight", "PageDown", " ", "n"):
        deck.evaluate("deck.jump(1)")
        settle(deck)
        deck.keyboard.press(key)
        settle(deck)
        assert place(deck) == "#Zero/step-1", key
    for key in ("ArrowLeft", "PageUp", "Backspace", "Shift+ ", "p"):
        deck.evaluate("deck.jump(2)")
        settle(deck)
        deck.keyboard.press(key)
        settle(deck)
        assert place(deck) == "#Zero/step-0", key
    deck.keyboard.press("End")
    settle(deck)
    assert place(deck) == "#One/step-2"
    deck.keyboard.press("ArrowRight")
    assert deck.inner_text("#status") == "This was the last step"
    deck.keyboard.press("Home")
    settle(deck)
    assert place(deck) == "#Zero"


def test_every_deed_has_one_key_of_its_own_and_stands_in_the_list(deck):
    keys = deck.evaluate("Object.values(DEEDS).flatMap(({ keys }) => keys)")
    assert len(keys) == len(set(keys))
    deck.keyboard.press("?")
    assert deck.locator("#keys tr").count() == deck.evaluate("Object.keys(DEEDS).length")
    deck.keyboard.press("Escape")
    assert not deck.is_visible("#help")


CLICKS = """() => {
    let waits = 0;
    const { setTimeout } = window;
    window.setTimeout = (deed, time) => { waits += time === REST; return setTimeout(deed, time); };
    for (const at of [1, 2, 3]) deck.jump(at);
    return waits;
}"""


def test_the_bar_goes_however_fast_one_clicks(deck):
    assert deck.evaluate(CLICKS) == 1, "each click lets the bar stay for longer"
    deck.wait_for_function("document.body.classList.contains('idle')")


def test_the_bar_is_reached_and_pressed_by_keyboard(deck):
    labels = []
    for _ in range(deck.locator("#bar button").count()):
        deck.keyboard.press("Tab")
        labels.append(deck.evaluate("document.activeElement.textContent"))
        assert float(deck.evaluate("getComputedStyle(bar).opacity")) > 0
    assert labels == deck.locator("#bar button").all_text_contents()
    deck.focus("#bar button >> text=On")
    deck.keyboard.press("Enter")
    settle(deck)
    assert place(deck) == "#Zero/step-0"


def test_the_bar_goes_though_no_hand_moves_the_mouse(deck):
    assert float(deck.evaluate("getComputedStyle(bar).opacity")) == 1
    deck.keyboard.press("PageDown")
    deck.wait_for_function("getComputedStyle(bar).opacity === '0'")
    deck.mouse.move(300, 200)
    deck.wait_for_function("getComputedStyle(bar).opacity === '1'")


def test_the_sentence_of_the_moment_stands_in_the_band_until_it_is_switched_off(deck):
    assert deck.text_content("#sentence") == ""
    go_to(deck, 2)
    assert deck.inner_text("#sentence") == "Sentence 1 of Zero."
    band = deck.locator("#sentence").bounding_box()
    assert band["y"] > 0.85 * HEIGHT
    assert band["y"] + band["height"] < HEIGHT
    deck.keyboard.press("c")
    assert not deck.is_visible("#sentence")
    deck.keyboard.press("c")
    assert deck.is_visible("#sentence")


PARTS = """() => { deck.films[0].sentences = [
    { text: "Begun before, for long.", first: 0, last: 49 },
    { text: "Turn the sheet, and no length changes...", first: 50, last: 60 },
    { text: "...nor does ε_rel,", first: 61, last: 70 },
    { text: "so the line must turn with all of its points.", first: 71, last: 89 },
]; }"""


def test_where_a_step_rests_the_band_holds_the_whole_sentence(deck):
    deck.evaluate(PARTS)
    go_to(deck, 2)
    whole = "Turn the sheet, and no length changes nor does εrel, so the line must turn"
    assert " ".join(deck.inner_text("#sentence").split()) == f"{whole} with all of its points."
    band = deck.locator("#sentence").bounding_box()
    assert band["y"] > 0.83 * HEIGHT
    assert band["y"] + band["height"] < HEIGHT
    go_to(deck, 1)
    assert deck.inner_text("#sentence") == "Begun before, for long."


WRITTEN = """() => {
    deck.films[0].sentences = [{ text: "In units of ε_rel.", first: 0, last: 49 }];
    window.written = 0;
    new MutationObserver(() => { written += 1; })
        .observe(document.getElementById("sentence"), { childList: true });
}"""


def test_a_sentence_with_an_index_is_written_once_and_stays(deck):
    deck.evaluate(WRITTEN)
    deck.keyboard.press("ArrowRight")
    settle(deck)
    assert deck.inner_text("#sentence") == "In units of εrel."
    assert deck.evaluate("written") == 1


def test_indices_of_letters_are_set_below_the_line(deck):
    html = deck.evaluate(
        "(() => { const p = document.createElement('p');"
        " p.append(...withIndices('ε_rel is ε/ε₀ - 1.')); return p.innerHTML; })()"
    )
    assert html == "ε<sub>rel</sub> is ε/ε<sub>0</sub> - 1."


def test_the_overview_is_walked_by_arrow_keys(deck):
    go_to(deck, 2)
    deck.keyboard.press("o")
    assert deck.locator("#steps img").count() == 6
    assert deck.evaluate("document.activeElement.getAttribute('aria-current')") == "step"
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter"):
        deck.keyboard.press(key)
    settle(deck)
    assert place(deck) == "#One"
    assert not deck.is_visible("#overview")


def test_a_number_that_is_no_step_is_answered(deck):
    for key in ("9", "9", "Enter"):
        deck.keyboard.press(key)
    assert deck.inner_text("#status") == "There is no step 99"
    assert place(deck) == "#Zero"


def test_fingers_tap_and_swipe(opened, folder):
    page = opened(folder / "deck.html", width=390, height=844, has_touch=True)
    settle(page)
    for x, then in ((300, "#Zero/step-0"), (200, "#Zero/step-1"), (20, "#Zero/step-0")):
        page.touchscreen.tap(x, 400)
        settle(page)
        assert place(page) == then
    for begin, end, then in ((300, 200, "#Zero/step-1"), (200, 300, "#Zero/step-0")):
        for name, x in (("pointerdown", begin), ("pointerup", end)):
            page.dispatch_event("#stage", name, {"clientX": x, "button": 0, "pointerType": "touch"})
        settle(page)
        assert place(page) == then


def test_an_address_opens_its_step_and_follows_the_lecture(opened, folder):
    page = opened(folder / "deck.html", width=WIDTH, height=HEIGHT, address="#One/step-1")
    settle(page)
    assert Witness(page).comes_to((1, 89))
    page.evaluate("location.hash = '#Zero/step-0'")
    settle(page)
    assert Witness(page).comes_to((0, 49))
    page.keyboard.press("ArrowRight")
    settle(page)
    page.reload()
    settle(page)
    assert Witness(page).comes_to((0, 89))


def test_a_film_that_is_not_there_is_named_and_the_others_play(chromium, folder, tmp_path):
    text = (folder / "deck.html").read_text().replace("films/Zero.mp4", "films/Lost.mp4")
    (tmp_path / "deck.html").write_text(text)
    (tmp_path / "films").symlink_to(folder / "films")
    page = chromium.new_page()
    page.goto((tmp_path / "deck.html").as_uri())
    page.wait_for_selector("#status:has-text('films/Lost.mp4 is not there')")
    go_to(page, FIRST_OF_ONE)
    assert page.evaluate("deck.player.video.currentTime") > 0
    page.context.close()


def test_from_a_server_that_sends_no_parts_it_plays_as_well(chromium, folder):
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    def handler(*arguments):
        return Quiet(*arguments, directory=str(folder))

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever).start()
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(f"http://127.0.0.1:{server.server_port}/deck.html")
        settle(page)
        for number, frame in ((6, (1, 159)), (2, (0, 89))):
            go_to(page, number)
            assert Witness(page).comes_to(frame)
        page.context.close()
        server.shutdown()


def test_the_folder_can_be_carried_away(folder):
    for name in ("deck.html", "speaker.html"):
        text = (folder / name).read_text().replace('href="deck.pdf"', "")
        assert not re.findall(r"(?:src|href)=\"(?!data:)[^\"]*\"|https?://|@import", text)
    data = re.search(r'id="lecture">(.*?)</script>', (folder / "deck.html").read_text(), re.S)
    for film in json.loads(data[1])["films"]:
        for path in (film["video"], *(step["still"] for step in film["steps"])):
            assert not path.startswith("/")
            assert (folder / path).is_file()
