"""What every film shares: theme, steps, the band of words and what acts at the moment.

A film is told in steps. A sentence is said when it becomes true: ``say`` stands right before the
animation that shows it, appears in the band of words while that animation starts, and stays until
the next one. The same sentences make the caption tracks, with the same times.
"""

import math
import textwrap
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from manim import (
    Animation,
    Camera,
    FadeIn,
    FadeOut,
    ManimColor,
    Mobject,
    Scene,
    VGroup,
    Wait,
    smooth,
    squish_rate_func,
)
from manim.utils.exceptions import EndSceneEarlyException

from core.palette import Theme
from core.palette import theme as theme_called
from scenes.settings import FilmSettings
from scenes.visuals.writing.band import in_plain_letters, written
from scenes.visuals.writing.pen import Pen

CAPTION_WIDTH = 44
LETTERS_A_SECOND = 15
SHORTEST_SENTENCE = 1.5
CLOSING = 1.2  # the last picture stays: an ending is looked at
# One sentence is gone before the next one comes: two in one place would be none.
FADE = 0.4
FIRST_HALF = squish_rate_func(smooth, 0.0, 0.45)
SECOND_HALF = squish_rate_func(smooth, 0.5, 1.0)


def exchange(leaving: Iterable[Mobject], arriving: Iterable[Mobject]) -> list[Animation]:
    """Return animations in which what leaves is gone before what takes its place is seen."""
    return [
        *(FadeOut(part, rate_func=FIRST_HALF) for part in leaving),
        *(FadeIn(part, rate_func=SECOND_HALF) for part in arriving),
    ]


@dataclass(frozen=True)
class Sentence:
    """A sentence of the film in plain letters, from ``start`` to ``end`` in seconds."""

    text: str
    start: float
    end: float


class Film(Scene):
    """A scene told in steps, with one band of words at its foot."""

    poster_step: ClassVar[str]
    poster_share: ClassVar[float] = 1.0
    settings: FilmSettings
    theme: Theme
    pen: Pen

    def setup(self) -> None:
        """Read the settings and paint the ground in the theme's colour."""
        self.settings = FilmSettings.from_environment()
        self.theme = theme_called(self.settings.theme)
        self.pen = Pen(self.theme)
        cast("Camera", self.camera).background_color = ManimColor(self.theme.background)
        self.steps: list[tuple[str, float]] = []
        self.sentences: list[Sentence] = []
        self.acting: tuple[Mobject, ...] = ()
        self.words: VGroup | None = None
        self._since: tuple[str, float] | None = None
        self._coming: list[Animation] = []
        self._moving = False

    def step(self, name: str) -> None:
        """Open the step ``name``, once what was said last has been read and what moved rests.

        A lecture stops on the last frame of a step, and in that of a movement it is not yet over.
        """
        self._let_read()
        if self._moving and not self._coming:
            self.wait(1 / self.frame_rate)
        self.next_section(name)
        self.steps.append((name, self.time))

    def say(self, sentence: str) -> None:
        """Put ``sentence`` into the band of words while the next animation starts.

        What was said before has had its time by then: the film waits for it. Between dollar signs
        stands mathematics (see ``Pen.sentence``).
        """
        self.hush()
        shown = written(sentence, self.pen) if self.settings.words else VGroup()
        self._coming.append(FadeIn(shown, run_time=FADE, rate_func=SECOND_HALF))
        self.words = shown
        self._since = in_plain_letters(sentence), self.time

    def hush(self) -> None:
        """Empty the band of words while the next animation starts."""
        self._let_read()
        self._end_sentence()
        if self.words is not None:
            self._coming.append(FadeOut(self.words, run_time=FADE, rate_func=FIRST_HALF))
            self.words = None

    def let_appear(self) -> None:
        """Let words that are to come or go do so at once, before much moves: it costs less."""
        if self._coming:
            self.play()

    def watch(self, *mobjects: Mobject) -> None:
        """Name the picture that acts from now on: what the frame belongs to."""
        self.acting = mobjects

    def play(self, *args: Any, **kwargs: Any) -> None:
        """Play as manim does, with the words that are to come or go."""
        self._moving = not any(isinstance(one, Wait) for one in args)
        if not self._coming:
            super().play(*args, **kwargs)
            return
        coming, self._coming = self._coming, []
        super().play(*self.compile_animations(*args, **kwargs), *coming)
        if self.words is not None:
            # Behind what moves, so that it is drawn once and not in every frame.
            self.bring_to_back(self.words)

    def wait(
        self,
        duration: float = 1.0,
        stop_condition: Callable[[], bool] | None = None,
        frozen_frame: bool | None = None,
    ) -> None:
        """Wait as manim does; words that are to come or go do so meanwhile."""
        if self._coming:
            self.let_appear()
            duration -= FADE
        if duration * self.frame_rate >= 1:
            super().wait(duration, stop_condition, frozen_frame)

    def settle(self, *mobjects: Mobject) -> None:
        """Put what has stopped moving behind what moves: it is drawn once, not in every frame."""
        self.bring_to_back(*mobjects)

    def tear_down(self) -> None:
        """Let the last words be read and write the captions."""
        # A film of which the last frames are not wanted ends before its last words.
        with suppress(EndSceneEarlyException):
            self._let_read()
            self.wait(CLOSING)
        self._end_sentence()
        for one in self.sentences:
            text = "\n".join(textwrap.wrap(one.text, CAPTION_WIDTH))
            self.add_subcaption(text, duration=one.end - one.start, offset=one.start - self.time)
        super().tear_down()

    @property
    def time(self) -> float:
        """Seconds of film so far."""
        return float(self.renderer.time)

    @property
    def frame_rate(self) -> float:
        """Frames a second of this rendering."""
        return float(self.camera.frame_rate)

    def _end_sentence(self) -> None:
        if self._since is not None:
            self.sentences.append(Sentence(*self._since, self.time))
            self._since = None

    def _let_read(self) -> None:
        """Wait until what is in the band can have been read."""
        if self._since is None:
            return
        text, start = self._since
        needed = max(len(text) / LETTERS_A_SECOND, SHORTEST_SENTENCE)
        missing = math.ceil((start + needed - self.time) * self.frame_rate - 1e-6)
        self.wait(missing / self.frame_rate)
