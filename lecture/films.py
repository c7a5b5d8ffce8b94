"""A film as the pages know it: its file, its steps and sentences by frame, what is said of it.

``python -m scenes`` leaves NAME.json (steps) and NAME.srt (sentences) beside NAME.mp4. Times
become numbers of frames here, since a frame is what a film stands on.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import srt

from core.palette import THEMES, theme

NOTES = Path(__file__).parent / "notes"
WITHOUT_WORDS = "wordless"
# In the order of a lecture: what is minimised, how, why so, and what else one could do.
LECTURE = (
    "LinearRegression2D",
    "NormalEquations",
    "ResidualBowl",
    "SquaredVersusAbsolute",
    "GeometricFit",
    "MultipleRegression",
    "Correlation",
    "HalfThickness",
)


@dataclass(frozen=True)
class Step:
    """One step: frames ``first`` to ``last``, both of them its own; ``note`` is to be spoken."""

    name: str
    first: int
    last: int
    note: str


@dataclass(frozen=True)
class Sentence:
    """What the film says from frame ``first`` to frame ``last``."""

    text: str
    first: int
    last: int


@dataclass(frozen=True)
class Film:
    """A film, ``rate`` frames a second, on the ground of ``theme``.

    ``has_words`` tells whether its sentences are in the picture already, ``is_own`` whether it
    comes from the folder of a user's table and not from the article's.
    """

    name: str
    title: str
    question: str
    file: Path
    has_words: bool
    is_own: bool
    theme: str
    rate: Fraction
    steps: tuple[Step, ...]
    sentences: tuple[Sentence, ...]

    def said_in(self, step: Step) -> list[str]:
        """Return the sentences that begin in ``step``, or the one that stands all the while."""
        begun = [s.text for s in self.sentences if step.first <= s.first <= step.last]
        standing = [s.text for s in self.sentences if s.first < step.first and s.last >= step.last]
        return begun or standing


def read_film(name: str, *videos: Path, with_words: bool = False) -> Film:
    """Return the film ``name`` of the first of the folders ``videos`` that has it.

    The last of them is the article's. Of two in a folder it is the one without words, or else the
    one ``with_words``.

    ValueError when there is no film of that name, or when its notes are for other steps.
    """
    file = _file_of(name, videos, with_words=with_words)
    rate, ground = _rate_and_theme(file)
    timed = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))["steps"]
    said = read_notes(name, [step["name"] for step in timed])
    steps = (
        Step(
            step["name"],
            round(step["start"] * rate),
            round(step["end"] * rate) - 1,
            said["steps"][step["name"]],
        )
        for step in timed
    )
    return Film(
        name=name,
        title=said["title"],
        question=said["question"],
        file=file,
        has_words=file.parent.name != WITHOUT_WORDS,
        is_own=not file.is_relative_to(videos[-1]),
        theme=ground,
        rate=rate,
        steps=tuple(steps),
        sentences=read_sentences(file.with_suffix(".srt"), rate),
    )


def read_notes(name: str, steps: Sequence[str], notes: Path = NOTES) -> dict[str, Any]:
    """Return title, question and the note of each step of the film ``name``.

    A film that nobody has written notes for has its name for a title and nothing to be spoken.
    ValueError names the steps without a note and the notes without a step.
    """
    file = notes / f"{name}.json"
    if not file.exists():
        title = re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", name)
        return {"title": title, "question": "", "steps": dict.fromkeys(steps, "")}
    said: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    noted = list(said["steps"])
    if noted == list(steps):
        return said
    complaints = (
        ("no note for", [step for step in steps if step not in noted]),
        ("a note for what is no step:", [step for step in noted if step not in steps]),
    )
    wrong = "; ".join(
        f"{what} {', '.join(map(repr, which))}" for what, which in complaints if which
    )
    order = f"the film's order is {', '.join(map(repr, steps))}"
    raise ValueError(f"{file.name} in lecture/notes: {wrong or order}")


def read_sentences(file: Path, rate: Fraction) -> tuple[Sentence, ...]:
    """Return the sentences of the SubRip ``file``, by frames of a film of that ``rate``."""
    return tuple(
        Sentence(_spaced(cue.content), _frame(cue.start, rate), _frame(cue.end, rate) - 1)
        for cue in srt.parse(file.read_text(encoding="utf-8"))
    )


def _spaced(caption: str) -> str:
    """Return ``caption`` on one line, with room about a sign between two letters or digits.

    Captions write y=ax+b; the room is a no-break space, so that no formula is torn apart.
    """
    return re.sub(r"(?<=\w)([=≥+−])(?=[\w−])", "\u00a0\\1\u00a0", " ".join(caption.split()))


def _frame(time: timedelta, rate: Fraction) -> int:
    return round(time.total_seconds() * rate)


def film_names(*videos: Path) -> list[str]:
    """Return the names of all films with words in the folders, those of the lecture first."""
    there = {file.stem for folder in videos for file in folder.glob("*.mp4")}
    return [*(name for name in LECTURE if name in there), *sorted(there - set(LECTURE))]


def _file_of(name: str, videos: Sequence[Path], *, with_words: bool) -> Path:
    kinds = ("",) if with_words else (WITHOUT_WORDS, "")
    choices = [folder / kind / f"{name}.mp4" for folder in videos for kind in kinds]
    for file in choices:
        if file.exists():
            return file
    there = sorted({film.stem for choice in choices for film in choice.parent.glob("*.mp4")})
    raise ValueError(
        f"no film {name} in {' or '.join(map(str, videos))}: "
        f"there is {', '.join(there) or 'none at all'}; `make films` renders them"
    )


def _rate_and_theme(file: Path) -> tuple[Fraction, str]:
    """Return frames a second, and the theme whose ground the corner of the first frame shows."""
    with av.open(file) as movie:
        stream = movie.streams.video[0]
        frame = next(movie.decode(stream))
        corner = int(frame.to_ndarray(format="gray")[0, 0])
        rate = stream.average_rate
    if rate is None:
        raise ValueError(f"{file}: the film does not say how many frames it has in a second")
    return rate, min(THEMES, key=lambda name: abs(_grey(theme(name).background) - corner))


def _grey(colour: str) -> float:
    return sum(int(colour[k : k + 2], 16) for k in (1, 3, 5)) / 3
