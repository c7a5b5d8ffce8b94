"""What a film will be, found out by playing it once without drawing a frame."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import srt
from manim import config
from manim._config.video_encoder import VideoEncoderSpec

from scenes.settings import FilmSettings
from scenes.studio.frames import FrameRenderer
from scenes.studio.segment import reproducible
from scenes.studio.session import film_class, session

# A key frame that often lets a lecturer jump, and costs next to nothing.
SEGMENT_SECONDS = 2


@dataclass(frozen=True)
class Step:
    """One step of a film: its frames, and the name of the file that holds it alone."""

    name: str
    frames: range
    file: str


@dataclass(frozen=True)
class FilmPlan:
    """Everything about a film but its pictures.

    ``typeset`` holds the files that Typst made, by name: who draws a piece has no need to make
    them again.
    """

    steps: tuple[Step, ...]
    captions: tuple[srt.Subtitle, ...]
    poster_frame: int
    encoder: VideoEncoderSpec
    typeset: dict[str, bytes]

    @property
    def frames(self) -> int:
        """The number of frames of the film."""
        return self.steps[-1].frames.stop

    def only(self, name: str) -> "FilmPlan":
        """Return the plan of one step alone; its frames keep their numbers."""
        steps = tuple(step for step in self.steps if step.name == name)
        if not steps:
            names = ", ".join(repr(step.name) for step in self.steps)
            raise ValueError(f"there is no step {name!r}: choose one of {names}")
        return replace(self, steps=steps)

    def seconds(self, frame: int) -> float:
        """Return when ``frame`` is shown."""
        return float(frame / self.encoder.frame_rate)

    def segments(self) -> list[range]:
        """Return the stretches that are encoded on their own.

        They depend on the film alone, not on who draws it: that is why the file is the same
        however many processes made it.
        """
        longest = round(SEGMENT_SECONDS * self.encoder.frame_rate)
        return [part for step in self.steps for part in _parts(step.frames, longest)]

    def as_json(self) -> dict[str, Any]:
        """Return steps and poster with their times as plain data."""
        return {
            "poster": round(self.seconds(self.poster_frame), 3),
            "steps": [
                {
                    "name": step.name,
                    "start": round(self.seconds(step.frames.start), 3),
                    "end": round(self.seconds(step.frames.stop), 3),
                }
                for step in self.steps
            ],
        }


def plan_film(name: str, settings: FilmSettings, quality: str, media: Path) -> FilmPlan:
    """Play the film ``name`` without pictures; ``media`` is a private folder to typeset in."""
    with session(settings, quality, media):
        renderer = FrameRenderer((), lambda *_: None)
        film = film_class(name)(renderer=renderer)
        film.render()
        starts = [round(start * renderer.camera.frame_rate) for _, start in film.steps]
        ranges = [range(a, b) for a, b in pairwise([*starts, renderer.frames])]
        steps = tuple(
            Step(step, frames, film.output_plan.section_path(k, step).name)
            for k, ((step, _), frames) in enumerate(zip(film.steps, ranges, strict=True))
        )
        poster = next(step.frames for step in steps if step.name == film.poster_step)
        typeset = config.get_dir("tex_dir").glob("*.svg")
        return FilmPlan(
            steps=steps,
            captions=tuple(renderer.file_writer.subcaptions),
            poster_frame=poster.start + int(film.poster_share * (len(poster) - 1)),
            encoder=reproducible(renderer.file_writer.video_encoder),
            typeset={path.name: path.read_bytes() for path in typeset},
        )


def _parts(frames: range, longest: int) -> Sequence[range]:
    """Return the fewest parts of at most ``longest`` frames, all of nearly one length.

    Of a part of one or two frames x264 orders packets unlike those of longer ones, and such parts
    cannot be joined.
    """
    count = -(-len(frames) // longest)
    cuts = [len(frames) * k // count for k in range(count + 1)]
    return [frames[a:b] for a, b in pairwise(cuts)]
