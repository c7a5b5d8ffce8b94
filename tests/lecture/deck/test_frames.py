"""What is seen of the films: every frame that the page shows is read off its bar code.

Frames are (film, number): the steps of each film are frames 0 to 49, 50 to 89 and 90 to 159.
"""

from itertools import pairwise

import pytest

from tests.lecture.deck.conftest import go_to, settle

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

STEPS = [range(50), range(50, 90), range(90, 160)]


def rises(shown) -> bool:
    return all(earlier <= later for (_, earlier), (_, later) in pairwise(shown))


def press(page, *keys: str, every: int = 0) -> None:
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(every)
    settle(page)


LISTEN_TO_GAPS = """() => {
    window.longest = 0;
    let last = performance.now();
    setInterval(() => {
        window.longest = Math.max(longest, performance.now() - last);
        last = performance.now();
    }, 4);
}"""
LEAD = 40  # milliseconds in which the page must be told of a frame, as in player.js


def played(deck, witness, frames) -> list:
    """Play the next step and return what was seen of it: of a page that was not put to sleep.

    On a busy machine a page may not run at all for a while, and then nothing in it can stop a
    film: such a showing is not held against it and repeated.
    """
    for _ in range(5):
        witness.seen()
        deck.evaluate("longest = 0")
        press(deck, "ArrowRight")
        shown = [what for what in witness.seen() if what != "title"]
        is_beyond = any(what > (0, frames[-1]) for what in shown)
        if not is_beyond or deck.evaluate("longest") < LEAD:
            return shown
        press(deck, "ArrowLeft")
    raise AssertionError(f"the page was never awake for the whole step: {shown}")


def test_each_step_plays_to_its_last_frame_and_no_further(deck, witness):
    assert witness.comes_to("title")
    deck.evaluate(LISTEN_TO_GAPS)
    for frames in STEPS:
        shown = played(deck, witness, frames)
        assert {film for film, _ in shown} == {0}
        assert rises(shown), shown
        assert len(shown) > len(frames) / 6, "a film is seen, not a jump"
        assert witness.comes_to((0, frames[-1]))
        # Before it moves, the picture is that of the end of the step before.
        assert all(number in frames or number == frames[0] - 1 for _, number in shown), shown


def test_a_step_ends_in_time_when_the_browser_tells_late_of_its_frames(deck, witness):
    deck.evaluate("""() => {
        const tell = HTMLVideoElement.prototype.requestVideoFrameCallback;
        HTMLVideoElement.prototype.requestVideoFrameCallback = function (callback) {
            return tell.call(this, (...told) => setTimeout(callback, 300, ...told));
        };
    }""")
    deck.evaluate(LISTEN_TO_GAPS)
    for frames in STEPS:
        shown = played(deck, witness, frames)
        assert rises(shown), shown
        assert witness.comes_to((0, frames[-1]))
        assert max(shown) <= (0, frames[-1])


def test_a_title_stands_between_two_films(deck, witness):
    go_to(deck, 3)
    witness.seen()
    press(deck, "ArrowRight")
    assert set(witness.seen()) <= {(0, 159), "title"}
    assert deck.text_content("#name") == "One"
    press(deck, "ArrowRight")
    assert {what for what in witness.seen() if what == "title" or what[0] != 1} <= {"title"}
    assert witness.comes_to((1, 49))


def test_an_early_click_goes_to_the_end_of_the_step_and_the_next_one_on(deck, witness):
    go_to(deck, 1)
    witness.seen()
    press(deck, "ArrowRight", "ArrowRight", every=250)
    shown = witness.seen()
    assert rises(shown)
    assert all(film == 0 and 49 <= number <= 89 for film, number in shown)
    assert witness.comes_to((0, 89))
    press(deck, "ArrowRight")
    assert witness.comes_to((0, 159))


def test_back_goes_to_the_end_of_the_step_before(deck, witness):
    go_to(deck, 3)
    witness.seen()
    press(deck, "ArrowLeft")
    assert set(witness.seen()) <= {(0, 159), (0, 89)}
    assert witness.comes_to((0, 89))
    press(deck, "ArrowRight", "ArrowLeft", every=250)
    shown = witness.seen()
    assert witness.comes_to((0, 89))
    assert all(film == 0 and 89 <= number < 159 for film, number in shown)


@pytest.mark.parametrize("theme", ["as the film", "turned"])
def test_nothing_but_film_is_seen_in_jumps_from_film_to_film(deck, witness, theme):
    if theme == "turned":
        deck.keyboard.press("t")
    flip = (lambda shown: shown) if theme == "as the film" else turned
    go_to(deck, 3)
    for _ in range(5):
        witness.seen()
        go_to(deck, 4)
        assert flip(witness.seen()) == [(0, 159), (1, 49)]
        press(deck, "ArrowLeft")
        assert set(flip(witness.seen())) <= {(1, 49), "title"}
        press(deck, "ArrowLeft")
        assert flip(witness.seen()) == ["title", (0, 159)]


def turned(shown):
    """Return what is shown as it is when black and white change places."""
    return [what if isinstance(what, str) else (1 - what[0], 1023 - what[1]) for what in shown]


def test_impatient_clicks_show_nothing_but_film(deck, witness):
    press(deck, *["ArrowRight"] * 7, every=30)
    press(deck, *["ArrowLeft"] * 5, every=30)
    press(deck, *["ArrowRight", "ArrowLeft", "r"] * 3, every=40)
    press(deck, "ArrowRight")
    assert not [what for what in witness.seen() if isinstance(what, str) and what != "title"]
    assert witness.comes_to(tuple(deck.evaluate("[deck.stop.place, deck.stop.step.last]")))


def test_a_step_is_played_again_and_again(deck, witness):
    go_to(deck, 2)
    witness.seen()
    press(deck, "r")
    first = min(witness.seen())
    assert (0, 50) <= first < (0, 60)
    assert witness.comes_to((0, 89))
    deck.keyboard.press("l")
    deck.wait_for_timeout(2500)
    numbers = [number for _, number in witness.seen()]
    assert sum(later < earlier for earlier, later in pairwise(numbers)) >= 2
    press(deck, "ArrowRight")
    assert witness.comes_to((0, 89))


def test_a_step_can_be_held_and_goes_on_from_there(deck, witness):
    go_to(deck, 2)
    deck.keyboard.press("ArrowRight")
    deck.wait_for_timeout(400)
    deck.keyboard.press("k")
    deck.wait_for_timeout(200)
    held = witness.now()
    deck.wait_for_timeout(300)
    assert witness.now() == held
    assert 90 <= held[1] < 159
    witness.seen()
    press(deck, "k")
    assert min(witness.seen()) >= held
    assert witness.comes_to((0, 159))


def test_black_is_black_and_the_step_waits(deck, witness):
    go_to(deck, 2)
    deck.keyboard.press("ArrowRight")
    deck.wait_for_timeout(300)
    deck.keyboard.press("b")
    deck.wait_for_timeout(300)
    assert witness.comes_to((0, 0)), "all columns are black"
    seconds = "deck.player.video.currentTime"
    before = deck.evaluate(seconds)
    deck.wait_for_timeout(300)
    assert deck.evaluate(seconds) == before
    press(deck, "ArrowRight")  # the picture is back, and nothing else happens
    assert witness.comes_to((0, 159))
    assert deck.evaluate("deck.stop.number") == 3


def test_half_speed_takes_twice_as_long(deck):
    def seconds() -> float:
        return deck.evaluate(
            "(async () => { const begun = performance.now(); await deck.replay();"
            " return (performance.now() - begun) / 1000; })()"
        )

    go_to(deck, 3)
    full = seconds()
    deck.keyboard.press("h")
    assert 1.5 < seconds() / full < 2.5


def test_only_a_film_and_its_neighbours_are_loaded(opened, folder, tmp_path):
    from lecture.deck.__main__ import write_deck
    from lecture.films import read_film

    films = [read_film(name, folder / "video") for name in ["Zero", "One"] * 3]
    write_deck(films, tmp_path)
    page = opened(tmp_path / "deck.html")
    for number, loaded in ((1, 2), (8, 3), (18, 2)):
        for digit in str(number):
            page.keyboard.press(digit)
        page.keyboard.press("Enter")
        settle(page)
        assert page.locator("video").count() == loaded
