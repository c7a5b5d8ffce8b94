"""The part of a film that one process draws: what it must be told, and what it gives back.

A piece carries all that its maker needs apart from the project itself, and comes back as bytes:
whoever draws it shares no disk with whoever asks for it.
"""

import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from manim import config
from manim._config.video_encoder import VideoEncoderSpec

from scenes.settings import HEADER_DATA, FilmSettings
from scenes.studio.fingerprint import FINGERPRINT, same_project
from scenes.studio.frames import FrameRenderer, Pixels
from scenes.studio.plan import FilmPlan
from scenes.studio.segment import Segment, SegmentEncoder
from scenes.studio.session import film_class, session

# manim has one configuration for each process.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True)
class Piece:
    """Which segments of which film to draw, and everything they are made from.

    ``table`` is the content of a user's own table; None stands for the project's, which everyone
    has.
    """

    film: str
    settings: FilmSettings
    table: bytes | None
    quality: str
    segments: tuple[range, ...]
    encoder: VideoEncoderSpec
    typeset: dict[str, bytes]
    fingerprint: str


def split(
    film: str, settings: FilmSettings, quality: str, plan: FilmPlan, count: int
) -> list[Piece]:
    """Return at most ``count`` pieces that make up the film.

    Its segments are dealt out like cards, so that every piece gets its share of what is slow.
    """
    table = None if settings.data.resolve() == HEADER_DATA else settings.data.read_bytes()
    segments = plan.segments()
    hands = [tuple(segments[k::count]) for k in range(min(count, len(segments)))]
    return [
        Piece(film, settings, table, quality, hand, plan.encoder, plan.typeset, FINGERPRINT)
        for hand in hands
    ]


def render_piece(piece: Piece, drawn: Callable[[], None] = lambda: None) -> list[Segment]:
    """Draw ``piece``; return its segments in order. ``drawn`` is called after every frame."""
    same_project(piece.fingerprint)
    with (
        _ONE_AT_A_TIME,
        tempfile.TemporaryDirectory(prefix="film-piece-") as folder,
        session(_settings(piece, Path(folder)), piece.quality, Path(folder) / "media"),
    ):
        _put_files(config.get_dir("tex_dir"), piece.typeset)
        cutter = _Cutter(piece.segments, piece.encoder, drawn)
        renderer = FrameRenderer(piece.segments, cutter.show)
        film_class(piece.film)(renderer=renderer).render()
    return cutter.done


def _settings(piece: Piece, folder: Path) -> FilmSettings:
    """Return the settings of ``piece`` with its table where this process can read it."""
    if piece.table is None:
        return replace(piece.settings, data=HEADER_DATA)
    table = folder / piece.settings.data.name
    table.write_bytes(piece.table)
    return replace(piece.settings, data=table)


class _Cutter:
    """Takes the frames of ``segments`` in order and encodes each segment on its own."""

    def __init__(
        self, segments: tuple[range, ...], spec: VideoEncoderSpec, drawn: Callable[[], None]
    ) -> None:
        self.done: list[Segment] = []
        self._segments = segments
        self._spec = spec
        self._drawn = drawn

    def show(self, frame: int, pixels: Pixels, repeated: bool) -> None:
        segment = self._segments[len(self.done)]
        if frame == segment.start:
            self._encoder = SegmentEncoder(self._spec)
        self._encoder.add(pixels, repeated)
        self._drawn()
        if frame == segment.stop - 1:
            self.done.append(self._encoder.finish())


def _put_files(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
