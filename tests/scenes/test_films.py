"""What holds for every film: length, captions, poster, and room at the edges in every frame."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import VMobject

from tests.scenes.films import FILMS
from tests.scenes.rehearsal import rehearse

# 5 % of a frame of 128/9 by 8 units stay free on every side.
RIGHT_EDGE, TOP_EDGE = 0.45 * 128 / 9, 0.45 * 8


@pytest.mark.slow
@pytest.mark.parametrize("name", FILMS)
def test_a_film_keeps_to_its_frame_and_says_what_it_shows(name: str, tmp_path: Path) -> None:
    outside: list[str] = []

    def look(film: Any) -> None:
        for mobject in film.mobjects:
            for part in mobject.get_family():
                if not isinstance(part, VMobject) or len(part.points) == 0 or not _visible(part):
                    continue
                reach = np.abs(part.points[:, :2]).max(axis=0)
                if reach[0] > RIGHT_EDGE + 0.02 or reach[1] > TOP_EDGE + 0.02:
                    outside.append(f"{film.steps[-1][0]}: {part} reaches {reach.round(2)}")

    film = rehearse(name, tmp_path, look)
    assert not outside, "\n".join(outside[:5])

    assert 20 <= film.time <= 60
    captions = film.renderer.file_writer.subcaptions
    assert captions[0].start.total_seconds() == pytest.approx(0, abs=0.01)
    assert captions[-1].end.total_seconds() == pytest.approx(film.time, abs=0.01)
    for before, after in pairwise(captions):
        assert after.start == before.end, "one caption follows the other without a gap"
    for caption in captions:
        assert all(len(line) <= 44 for line in caption.content.splitlines())
        seconds = (caption.end - caption.start).total_seconds()
        assert len(caption.content) <= 25 * seconds, f"too quick to read: {caption.content!r}"
    assert film.poster_step in dict(film.steps)
    assert 0 < film.poster_share <= 1


def _visible(part: Any) -> bool:
    return bool(part.get_fill_opacity() > 0.02 or part.get_stroke_opacity() > 0.02)
