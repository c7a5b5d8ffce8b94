"""What every film shares: theme, steps with captions, and which step makes the poster."""

import textwrap
from typing import ClassVar, cast

from manim import Camera, ManimColor, Mobject, Scene

from core.palette import Theme
from core.palette import theme as theme_called
from scenes.settings import FilmSettings

CAPTION_WIDTH = 44
CAPTION_LINES = 2


class Film(Scene):
    """A scene told in steps. Each step opens a section and says in captions what it shows."""

    poster_step: ClassVar[str]
    poster_share: ClassVar[float] = 1.0
    settings: FilmSettings
    theme: Theme

    def setup(self) -> None:
        """Read the settings and paint the ground in the theme's colour."""
        self.settings = FilmSettings.from_environment()
        self.theme = theme_called(self.settings.theme)
        cast("Camera", self.camera).background_color = ManimColor(self.theme.background)
        self.steps: list[tuple[str, float]] = []
        self._said: tuple[str, ...] = ()

    def step(self, name: str, *sentences: str) -> None:
        """Open the step ``name``; ``sentences`` are its captions, shared over its length."""
        self._write_captions()
        self.next_section(name)
        self.steps.append((name, self.time))
        self._said = tuple(part for sentence in sentences for part in _caption_parts(sentence))

    def settle(self, *mobjects: Mobject) -> None:
        """Put what has stopped moving behind what moves: it is drawn once, not in every frame."""
        self.bring_to_back(*mobjects)

    def tear_down(self) -> None:
        """Write the captions of the last step."""
        self._write_captions()
        super().tear_down()

    @property
    def time(self) -> float:
        """Seconds of film so far."""
        return float(self.renderer.time)

    def _write_captions(self) -> None:
        if not self._said:
            return
        start = self.steps[-1][1]
        seconds_per_letter = (self.time - start) / sum(len(text) for text in self._said)
        for text in self._said:
            duration = seconds_per_letter * len(text)
            self.add_subcaption(text, duration=duration, offset=start - self.time)
            start += duration
        self._said = ()


def _caption_parts(sentence: str) -> list[str]:
    """Break a sentence into captions of at most two short lines."""
    lines = textwrap.wrap(sentence, CAPTION_WIDTH)
    return ["\n".join(lines[k : k + CAPTION_LINES]) for k in range(0, len(lines), CAPTION_LINES)]
