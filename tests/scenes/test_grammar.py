"""The grammar of films: what must hold in every frame of every film.

Sizes are manim's: 45 is the font whose x is 27 pixels high at 1080p; strokes of 6 and 3 are 8 and
4 pixels wide.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from manim import Wait

from scenes.film import CAPTION_WIDTH
from scenes.visuals.writing.screen import BAND, PICTURE, SMALLEST, THIN
from tests.contrast import contrast
from tests.scenes.films import FILMS
from tests.scenes.onlooker import Bounds, Screen, is_visible
from tests.scenes.rehearsal import RATE, Watched

SLACK = 0.03
LEAST_SHARE = 0.55
LONGEST_STILLNESS = 3.0
LETTERS_A_SECOND = 15
FAINTEST_FILL = 0.25
LENGTHS = {"LinearRegression2D": (35, 60)}
ANY_LENGTH = (45, 110)


@dataclass(frozen=True)
class Frame:
    """What is wrong in a frame, and what the story needs of it."""

    time: float
    faults: tuple[str, ...]
    resting: bool
    still: bool
    moving: bool
    acting: int
    share: float | None
    empty: bool


def look(film: Any) -> Frame:
    """Judge one frame."""
    renderer, screen = film.renderer, Screen.of(film)
    faults = [*_misplaced(film, screen), *_small(film, screen), *_overlapping(screen)]
    if renderer.resting:
        faults.extend(_dim(film, screen))
    acting = [part for top in film.acting for part in top.get_family()]
    bounds = Bounds.of(acting)
    share = None if bounds is None else bounds.area / (PICTURE.width * PICTURE.height)
    return Frame(
        renderer.time,
        tuple(faults),
        renderer.resting,
        renderer.still,
        any(not isinstance(one, Wait) for one in film.animations or ()),
        hash(tuple(type(top).__name__ for top in film.acting)),
        share,
        not screen.shapes,
    )


def _misplaced(film: Any, screen: Screen) -> list[str]:
    faults = [
        f"{part} is too near to an edge: {reach.round(2)}"
        for part, reach in screen.beyond_the_edges(SLACK)
    ]
    words = {id(part) for part in film.words.get_family()} if film.words is not None else set()
    going = {id(p) for a in film.animations or () for p in a.mobject.get_family()}
    lows, highs = (corner[:, 1] for corner in screen.corners)
    for part, low, high in zip(screen.parts, lows, highs, strict=True):
        if id(part) in words and (low < BAND.bottom - SLACK or high > BAND.top + SLACK):
            faults.append("words leave their band")
        said = id(part) in words or (id(part) in going and high <= BAND.top + SLACK)
        if not said and low < BAND.top - SLACK:
            faults.append(f"{part} is in the band of words")
    return faults


def _small(film: Any, screen: Screen) -> list[str]:
    small = [
        f"{text.name!r} is set in {text.size:.0f}, smaller than {SMALLEST}"
        for text in screen.texts
        if text.size < SMALLEST - 0.5
    ]
    ground = film.theme.background.upper()
    thin = [
        f"{part} has a stroke of {part.get_stroke_width()}"
        for part in screen.shapes
        if 0 < part.get_stroke_width() < THIN - 0.01
        and part.get_stroke_opacity() > 0.1
        and part.get_stroke_color().to_hex().upper() != ground
    ]
    return small + thin


def _overlapping(screen: Screen) -> list[str]:
    return [f"{one.name!r} and {other.name!r} overlap" for one, other in screen.overlapping(SLACK)]


def _dim(film: Any, screen: Screen) -> list[str]:
    """Texts need 4.5:1, strokes and fills 3:1, as they are at rest, half transparent or not."""
    ground = film.theme.background
    quiet = {ground.upper(), film.theme.faint.upper()}
    faults = [
        f"{text.name!r} has a contrast of {best:.1f}"
        for text in screen.texts
        if (best := max(_contrasts(text.parts, ground), default=21.0)) < 4.5
    ]
    for part in screen.shapes:
        if (
            not _is_tint(part)
            and not _hues(part) <= quiet
            and max(_contrasts([part], ground), default=21.0) < 3
        ):
            faults.append(f"{part} has a contrast below 3")
    return faults


def _is_tint(part: Any) -> bool:
    """Tell whether ``part`` only tints the ground: what it means is drawn by an outline."""
    stroked = part.get_stroke_width() > 0 and part.get_stroke_opacity() > 0
    return bool(not stroked and part.get_fill_opacity() <= FAINTEST_FILL)


def _hues(part: Any) -> set[str]:
    seen = [
        (part.get_fill_color(), part.get_fill_opacity()),
        (part.get_stroke_color(), part.get_stroke_opacity() * part.get_stroke_width()),
    ]
    return {colour.to_hex().upper() for colour, amount in seen if amount > 0}


def _contrasts(parts: Any, ground: str) -> list[float]:
    found = []
    for part in filter(is_visible, parts):
        if part.get_fill_opacity() > 0:
            found.append(contrast(part.get_fill_color().to_hex(), ground, part.get_fill_opacity()))
        if part.get_stroke_width() > 0 and part.get_stroke_opacity() > 0:
            colour = part.get_stroke_color().to_hex()
            found.append(contrast(colour, ground, part.get_stroke_opacity()))
    return found


WATCHED = {name: Watched(name, look) for name in FILMS}


@pytest.fixture(
    params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in FILMS],
    scope="module",
)
def watched(request: pytest.FixtureRequest) -> Watched:
    return WATCHED[request.param]


def test_every_frame_keeps_the_grammar(watched):
    faults = [f"{frame.time:.2f} s: {fault}" for frame in watched.frames for fault in frame.faults]
    assert not faults, "\n".join(faults[:12])


def test_the_film_lasts_as_long_as_a_story(watched):
    shortest, longest = LENGTHS.get(watched.name, ANY_LENGTH)
    # The frame at rest that ends a step is short in a film, and long at this rate.
    rests = (len(watched.film.steps) - 1) / RATE
    assert shortest <= watched.film.time - rests <= longest


def test_words_can_be_read_and_are_those_of_the_tracks(watched):
    said = watched.film.sentences
    captions = watched.film.renderer.file_writer.subcaptions
    assert [one.text for one in said] == [" ".join(c.content.split()) for c in captions]
    for caption in captions:
        lines = caption.content.splitlines()
        assert len(lines) <= 2
        assert all(len(line) <= CAPTION_WIDTH for line in lines)
    for one in said:
        most = LETTERS_A_SECOND * (one.end - one.start + 1 / RATE)
        assert len(one.text) <= most, one.text
        assert not set(one.text) & set('$"{}\\'), f"markup in a track: {one.text}"
    for before, after in pairwise(said):
        assert after.start >= before.end, "one sentence at a time"


def test_the_first_frame_is_worth_looking_at(watched):
    first = watched.frames[0]
    assert first.share is not None
    assert first.share >= LEAST_SHARE


def test_no_frame_is_empty(watched):
    empty = [f"{frame.time:.2f} s" for frame in watched.frames if frame.empty]
    assert not empty, empty[:10]


def test_what_acts_owns_the_frame(watched):
    resting = [frame for frame in watched.frames if frame.resting]
    small = [
        f"{frame.time:.1f} s: {frame.share or 0:.0%}"
        for frame in resting
        if frame.share is None or frame.share < LEAST_SHARE
    ]
    assert not small, small[:10]


def test_nothing_stands_still_for_long(watched):
    longest, since = 0.0, None
    for frame in watched.frames:
        if not frame.still:
            since = None
        elif since is None:
            since = frame.time
        else:
            longest = max(longest, frame.time - since)
    assert longest <= LONGEST_STILLNESS + 1 / RATE


def test_a_step_ends_at_rest(watched):
    shown = {round(one.time * RATE): one.moving for one in watched.frames if not one.resting}
    moving = [
        name for (name, _), (_, end) in pairwise(watched.film.steps) if shown[round(end * RATE) - 1]
    ]
    assert not moving, "a lecture stops there"


def test_the_opening_shot_closes_the_film_in_few_words(watched):
    assert watched.frames[-1].acting == watched.frames[0].acting
    last = watched.film.sentences[-1]
    assert len(last.text.split()) <= 6, last.text


def test_the_poster_lies_in_a_step(watched):
    assert watched.film.poster_step in dict(watched.film.steps)
    assert 0 < watched.film.poster_share <= 1
