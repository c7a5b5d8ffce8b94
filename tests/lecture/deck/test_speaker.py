"""The window of who speaks, walked as a lecturer would."""

import pytest

from tests.lecture.deck.conftest import settle

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]


@pytest.fixture
def speaker(deck):
    with deck.expect_popup() as window:
        deck.keyboard.press("s")
    window.value.wait_for_selector("#where:has-text('Zero')")
    return window.value


def test_it_follows_the_deck_from_the_first_title_to_the_last_step(deck, speaker):
    assert speaker.inner_text("#coming") == "step 0"
    seen = []
    for _ in range(deck.evaluate("deck.stops.length") - 1):
        deck.keyboard.press("PageDown")
        settle(deck)
        speaker.wait_for_function("doing === 'rests'")
        seen.append((speaker.inner_text("#where"), speaker.inner_text("#coming")))
    assert seen == [
        ("Zero: step 0, 1 of 6", "step 1"),
        ("Zero: step 1, 2 of 6", "step 2"),
        ("Zero: step 2, 3 of 6", "One"),
        ("One", "step 0"),
        ("One: step 0, 4 of 6", "step 1"),
        ("One: step 1, 5 of 6", "step 2"),
        ("One: step 2, 6 of 6", "the end"),
    ]


def test_it_shows_the_still_of_this_step_and_of_the_next(deck, speaker):
    for key, now, coming in (("1", "Zero/1", "Zero/2"), ("3", "Zero/3", None)):
        deck.keyboard.press(key)
        deck.keyboard.press("Enter")
        settle(deck)
        assert speaker.get_attribute("#now img", "src") == f"stills/{now}.jpg"
        assert speaker.is_visible("#next img") == bool(coming)
        if coming:
            assert speaker.get_attribute("#next img", "src") == f"stills/{coming}.jpg"
            speaker.wait_for_function("document.querySelector('#next img').naturalWidth > 0")
    assert "Sentence 2 of Zero." in speaker.inner_text("#says")


def test_a_title_has_a_card_where_a_step_has_its_still(deck, speaker):
    assert speaker.inner_text("#now .card") == "Zero"
    assert not speaker.is_visible("#next .card")
    for key in ("3", "Enter"):
        deck.keyboard.press(key)
    settle(deck)
    speaker.wait_for_selector("#next .card:has-text('One')")
    assert not speaker.is_visible("#now .card")
    for key in ("6", "Enter"):
        deck.keyboard.press(key)
    speaker.wait_for_selector("#coming:has-text('the end')")
    assert not speaker.is_visible("#next .card")


@pytest.mark.parametrize("height", [640, 800])
def test_a_long_note_takes_room_from_the_pictures_and_none_from_the_buttons(deck, speaker, height):
    speaker.set_viewport_size({"width": 1200, "height": height})
    deck.keyboard.press("ArrowRight")
    settle(deck)
    speaker.wait_for_selector("#where:has-text('step 0')")
    before = speaker.locator("#now img").bounding_box()
    speaker.evaluate("document.getElementById('note').textContent = 'A long note. '.repeat(45)")
    after = speaker.locator("#now img").bounding_box()
    assert 100 < after["height"] < before["height"]
    assert after["y"] == before["y"]
    for button in speaker.locator("nav button").all():
        box = button.bounding_box()
        assert 0 <= box["y"] <= box["y"] + box["height"] <= height


def test_what_is_on_the_screen_has_its_indices_below_the_line(speaker):
    speaker.evaluate("show({ says: ['Count in ε₀: ε_rel.'] })")
    assert speaker.inner_html("#says li") == "Count in ε<sub>0</sub>: ε<sub>rel</sub>."


def test_its_keys_and_buttons_move_the_deck(deck, speaker):
    def arrives(place: str) -> None:
        # A message is on its way for a moment, in which the deck still rests where it was.
        deck.wait_for_function("place => location.hash === place", arg=place)
        settle(deck)

    speaker.keyboard.press("PageDown")
    arrives("#Zero/step-0")
    speaker.click("text=On →")
    arrives("#Zero/step-1")
    for key in ("5", "Enter"):
        speaker.keyboard.press(key)
    arrives("#One/step-1")
    speaker.click("text=Black")
    deck.wait_for_selector("#black", state="visible")
    speaker.wait_for_selector("#doing:has-text('black')")


def test_its_timer_begins_with_the_first_step_and_can_be_stopped(deck, speaker):
    assert speaker.inner_text("#timer") == "0:00"
    speaker.wait_for_timeout(1200)
    assert speaker.inner_text("#timer") == "0:00"
    deck.keyboard.press("ArrowRight")
    speaker.wait_for_selector("#timer:has-text('0:01')")
    speaker.click("#run")
    stopped = speaker.inner_text("#timer")
    speaker.wait_for_timeout(1200)
    assert speaker.inner_text("#timer") == stopped
    speaker.click("#reset")
    assert speaker.inner_text("#timer") == "0:00"


def test_a_deck_that_is_loaded_anew_finds_its_window(deck, speaker):
    deck.keyboard.press("ArrowRight")
    settle(deck)
    deck.reload()
    settle(deck)
    speaker.wait_for_timeout(1500)
    deck.keyboard.press("ArrowRight")
    speaker.wait_for_selector("#where:has-text('Zero: step 1, 2 of 6')")


def test_alone_it_says_where_it_belongs(opened, folder):
    page = opened(folder / "speaker.html")
    assert "open it there" in page.inner_text("#where")
