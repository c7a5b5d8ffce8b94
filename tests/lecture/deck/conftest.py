"""A deck of two short films whose frames say which they are."""

import pytest

from lecture.deck.__main__ import write_deck
from lecture.films import read_film
from tests.lecture.deck.barcode import HEIGHT, WIDTH, Witness, write_film
from tests.lecture.window import Windows

LENGTHS = [50, 40, 70]


@pytest.fixture(scope="package")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lecture")
    films = folder / "video" / "wordless"
    films.mkdir(parents=True)
    for bit, name in enumerate(["Zero", "One"]):
        write_film(films, name, bit, LENGTHS)
    write_deck([read_film(name, folder / "video") for name in ("Zero", "One")], folder)
    return folder


@pytest.fixture
def opened(chromium):
    """Return a function that opens a page in a window in which no film was ever played."""
    windows = Windows(chromium, again=False)
    yield windows.open
    assert not windows.leave()


@pytest.fixture
def deck(opened, folder):
    """Return the page of the deck, on its first title and ready to play."""
    page = opened(folder / "deck.html", width=WIDTH, height=HEIGHT)
    settle(page)
    return page


@pytest.fixture
def witness(deck):
    return Witness(deck)


RESTS = """() => {
    const { stop, player, page } = deck;
    return !deck.playing && player.isBefore({ first: (stop.step?.last ?? -1) + 1 })
        && page.title.hidden === Boolean(stop.step)
        && (!stop.step || player.video.className === "shown");
}"""


def settle(page) -> None:
    """Wait until the deck rests where it was sent to, and that has been seen."""
    page.wait_for_function(RESTS)
    page.wait_for_timeout(200)


def go_to(page, number: int) -> None:
    """Jump to the step of that number."""
    page.keyboard.press(str(number))
    page.keyboard.press("Enter")
    settle(page)
