"""What all labels of an axis share is written while there are labels, and takes no room before."""

import pytest

from core.palette import theme
from scenes.visuals.plot.chart import Chart, Title
from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box
from tests.scenes.onlooker import is_visible

NARROW, WIDE = Box(-3.0, -2.0, 3.0, 4.0), Box(-6.0, -3.0, 10.0, 6.0)
FAR = Scale(1.7e9, 1.70002e9)


def chart(area: Box, note: str = "") -> Chart:
    return Chart(
        Pen(theme("dark")), area, FAR, Scale(0, 2e6),
        titles=("time", "height"), note=note, ticks_from=4.0,
    )  # fmt: skip


def right_of_what_is_seen(title: Title) -> float:
    return max(part.get_right()[0] for part in title.get_family() if is_visible(part))


@pytest.mark.parametrize("area", [NARROW, WIDE])
def test_a_title_ends_where_its_axis_ends(area: Box) -> None:
    made = chart(area)
    across, crown = made.titles
    assert isinstance(across, Title)
    assert isinstance(crown, Title)
    assert right_of_what_is_seen(across) == pytest.approx(made.box.right, abs=0.05)
    seen = [part for part in crown.get_family() if is_visible(part)]
    alone = len([part for part in chart(NARROW).titles[1].get_family() if is_visible(part)])
    assert (len(seen) > alone) == (area is WIDE), "its power of ten comes with the labels"


def test_a_note_comes_with_the_labels_and_stands_over_the_end() -> None:
    for area, shown in ((NARROW, False), (WIDE, True)):
        made = chart(area, "3 outside")
        assert made.note is not None
        letters = [part for part in made.note.get_family() if is_visible(part)]
        assert bool(letters) == shown
    assert made.note.get_right()[0] == pytest.approx(made.box.right, abs=0.05)
    assert made.note.get_bottom()[1] > made.box.top
