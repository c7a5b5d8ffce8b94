"""From a rendered film to what a page needs: web-ready MP4, captions, poster, WebM, GIF."""

from datetime import timedelta
from pathlib import Path

import av
import srt
from PIL import Image

GIF_RATE = 15


def write_film(source: Path, target: Path) -> None:
    """Copy the pictures of ``source`` with the index in front, so that it plays while it loads."""
    with (
        av.open(source) as movie,
        av.open(target, "w", options={"movflags": "+faststart"}) as copy,
    ):
        stream = movie.streams.video[0]
        out = copy.add_stream_from_template(stream)
        for packet in movie.demux(stream):
            if packet.dts is not None:
                packet.stream = out
                copy.mux(packet)


def write_captions(captions: list[srt.Subtitle], film: Path) -> None:
    """Write ``captions`` as SubRip and as WebVTT beside ``film``."""
    numbered = [
        srt.Subtitle(index, caption.start, caption.end, caption.content)
        for index, caption in enumerate(captions, start=1)
    ]
    film.with_suffix(".srt").write_text(srt.compose(numbered, reindex=False), encoding="utf-8")
    cues = [f"{_vtt_time(cue.start)} --> {_vtt_time(cue.end)}\n{cue.content}\n" for cue in numbered]
    film.with_suffix(".vtt").write_text("\n".join(["WEBVTT\n", *cues]), encoding="utf-8")


def write_poster(film: Path, seconds: float) -> None:
    """Save the frame of ``film`` at ``seconds`` as PNG beside it."""
    with av.open(film) as movie:
        stream = movie.streams.video[0]
        movie.seek(int(seconds * av.time_base))
        for frame in movie.decode(stream):
            if frame.time >= seconds:
                break
        frame.to_image().save(film.with_suffix(".png"), optimize=True)


def write_webm(film: Path) -> None:
    """Encode ``film`` again as WebM (VP9)."""
    with av.open(film) as movie, av.open(film.with_suffix(".webm"), "w") as copy:
        source = movie.streams.video[0]
        options = {"crf": "31", "b:v": "0", "cpu-used": "4", "row-mt": "1", "threads": "2"}
        out = copy.add_stream("libvpx-vp9", rate=source.average_rate, options=options)
        out.width, out.height, out.pix_fmt = source.width, source.height, "yuv420p"
        for frame in movie.decode(source):
            frame.pict_type = 0
            copy.mux(out.encode(frame))
        copy.mux(out.encode())


def write_gif(film: Path) -> None:
    """Save ``film`` as a looping GIF of half its size."""
    frames: list[Image.Image] = []
    with av.open(film) as movie:
        due = 0.0
        for frame in movie.decode(video=0):
            if frame.time + 1e-9 < due:
                continue
            due += 1 / GIF_RATE
            picture = frame.to_image().reduce(2)
            frames.append(picture.quantize(64, dither=Image.Dither.NONE))
    duration = round(1000 / GIF_RATE)
    frames[0].save(
        film.with_suffix(".gif"), save_all=True, append_images=frames[1:], duration=duration, loop=0
    )


def _vtt_time(time: timedelta) -> str:
    stamp: str = srt.timedelta_to_srt_timestamp(time)
    return stamp.replace(",", ".")
