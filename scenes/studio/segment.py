"""Stretches of film as bytes: encoded one by one, anywhere, and joined without encoding again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import cast

import av
from manim._config.video_encoder import VideoEncoderSpec

from scenes.studio.frames import Pixels

MACROBLOCK = 16  # pixels


@dataclass(frozen=True)
class Segment:
    """An MP4 file in memory and the number of its frames."""

    frames: int
    movie: bytes


class SegmentEncoder:
    """Encodes frames one after the other."""

    def __init__(self, spec: VideoEncoderSpec) -> None:
        self.frames = 0
        self._rate = spec.frame_rate
        self._pixel_format = spec.pixel_format
        self._file = BytesIO()
        self._movie = av.open(self._file, "w", format=spec.container_format)
        options = dict(spec.options)
        stream = self._movie.add_stream(spec.codec, rate=spec.frame_rate, options=options)
        self._stream = cast("av.VideoStream", stream)
        self._stream.width, self._stream.height = spec.width, spec.height
        self._stream.pix_fmt = spec.pixel_format
        self._picture: av.VideoFrame | None = None

    def add(self, pixels: Pixels, repeated: bool = False) -> None:
        """Append a frame; what is ``repeated`` need not be converted again."""
        if self._picture is None or not repeated:
            rgba = av.VideoFrame.from_numpy_buffer(pixels, format="rgba")
            self._picture = rgba.reformat(format=self._pixel_format, threads=1)
        self._picture.pts = self.frames
        self._picture.time_base = 1 / self._rate
        self.frames += 1
        self._movie.mux(self._stream.encode(self._picture))

    def finish(self) -> Segment:
        """Return everything that was added."""
        self._movie.mux(self._stream.encode())
        self._movie.close()
        return Segment(self.frames, self._file.getvalue())


def reproducible(spec: VideoEncoderSpec, threads: int = 1) -> VideoEncoderSpec:
    """Return ``spec`` such that the same frames give the same bytes.

    One thread, because several processes share the cores. For widths that are no multiple of eight
    macroblocks (480p) x264's tree of macroblocks is off: it reads memory that nobody has written
    (seen with MALLOC_PERTURB_; not with x264-params=asm=0), and now and then a byte differs.
    """
    options = [*spec.options, ("threads", str(threads))]
    if spec.width % (8 * MACROBLOCK):
        options.append(("mbtree", "0"))
    return replace(spec, options=tuple(options))


def join(segments: Sequence[Segment], rate: Fraction, target: Path) -> None:
    """Write ``segments`` as one MP4 with its index in front, so that it plays while it loads."""
    with av.open(target, "w", options={"movflags": "+faststart"}) as film:
        out: av.VideoStream | None = None
        start = Fraction(0)
        for segment in segments:
            with av.open(BytesIO(segment.movie), "r") as movie:
                source = movie.streams.video[0]
                out = out or film.add_stream_from_template(source)
                for packet in movie.demux(source):
                    if packet.dts is None or packet.pts is None:
                        continue  # the end of the stream
                    ticks = int(start / packet.time_base)
                    packet.dts += ticks
                    packet.pts += ticks
                    packet.stream = out
                    film.mux(packet)
                start += segment.frames / rate
