"""Words stand beside a frame where there is room, in sight, and on nothing that is there."""

import numpy as np
import pytest

from scenes.visuals.squared_versus_absolute.room import GAP, along, clearance, roomiest
from scenes.visuals.writing.screen import PICTURE, Box

FRAMES = [Box(-3.0, 0.0, 0.6, 1.6), Box(2.0, 0.0, 0.6, 1.6)]
WIDTH, HEIGHT = 1.7, 0.5


def room(taken, frames=FRAMES):
    return roomiest(frames, WIDTH, HEIGHT, taken, PICTURE)


def overlap(one, other):
    return (
        one.left < other.right
        and other.left < one.right
        and one.bottom < other.top
        and other.bottom < one.top
    )


@pytest.mark.parametrize("seed", range(8))
def test_words_lie_in_the_picture_on_no_frame_and_on_nothing_taken(seed):
    across, up = np.random.default_rng(seed).uniform((-6, -2), (6, 3), (12, 2)).T
    taken = np.stack([across, up, 0 * up], axis=1)
    found = room(taken)
    assert clearance(found, taken) >= GAP
    assert not any(overlap(found, frame) for frame in FRAMES)
    assert PICTURE.left <= found.left
    assert found.right <= PICTURE.right
    assert PICTURE.bottom <= found.bottom
    assert found.top <= PICTURE.top


def test_the_first_frame_has_the_words_unless_it_has_no_room():
    nothing = np.array([[0.0, -2.4, 0.0]])
    assert room(nothing).left < 0
    assert room(nothing, FRAMES[::-1]).left > 0
    starts, ends = (np.array([[u, v, 0.0] for u in np.arange(-6, 0.2, 0.2)]) for v in (-2.5, 3.5))
    assert room(along(starts, ends)).left > 0


def test_clearance_is_below_nothing_inside():
    box = Box(0.0, 0.0, 2.0, 1.0)
    assert clearance(box, np.array([[1.0, 0.4, 0.0]])) == pytest.approx(-0.4)
    assert clearance(box, np.array([[2.5, 0.5, 0.0], [9.0, 9.0, 0.0]])) == pytest.approx(0.5)
