"""The deck in Chromium: every frame that is shown, keys, touch, the window of who speaks."""

import pytest
from tests.lecture.barcode import Witness, write_film

from lecture.deck.__main__ import write_deck
from lecture.films import read_film

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

LENGTHS = [50, 40, 70]
LAST = [49, 89, 159]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return the folder of a deck of two films whose frames say which they are."""
    folder = tmp_path_factory.mktemp("lecture")
    films = folder / "video" / "wordless"
    films.mkdir(parents=True)
    for bit, name in enumerate(["Zero", "One"]):
        write_film(films, name, bit, LENGTHS)
    write_deck([read_film(name, folder / "video") for name in ("Zero", "One")], folder)
    return folder


@pytest.fixture
def deck(opened, folder):
    page = opened(folder / "deck.html", width=704, height=396)
    page.wait_for_function("deck.player.isBefore({first: 0})")
    return page


def settled(page) -> None:
    page.wait_for_function("!deck.playing && deck.player.isBefore({first: (deck.stop.step?.last ?? -1) + 1})")
    page.wait_for_timeout(150)
