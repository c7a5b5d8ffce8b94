"""From a rendered film to what a page needs: web-ready MP4, captions, poster, WebM, GIF."""

import json
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import av
import srt
from manim.scene.section import DefaultSectionType, Section
from PIL import Image

from scenes.studio.production import Production
from scenes.studio.segment import join

GIF_RATE = 15


def write_film(production: Production, film: Path) -> None:
    """Write the film and what belongs to it beside it: captions, poster, steps."""
    plan = production.plan
    join(production.segments, plan.encoder.frame_rate, film)
    write_captions(plan.captions, film)
    write_poster(film, plan.seconds(plan.poster_frame))
    film.with_suffix(".json").write_text(json.dumps(plan.as_json(), indent=1) + "\n")


def write_sections(production: Production, folder: Path) -> None:
    """Write one MP4 for each step into the new ``folder``, and the index that manim writes."""
    folder.mkdir(parents=True)
    for step in production.plan.steps:
        segments = production.segments_of(step.frames)
        join(segments, production.plan.encoder.frame_rate, folder / step.file)
    sections = [
        Section(DefaultSectionType.NORMAL, step.file, step.name, False).get_dict(folder)
        for step in production.plan.steps
    ]
    index = folder / f"{folder.name}.json"
    index.write_text(json.dumps(sections, indent=4) + "\n")


def write_captions(captions: Sequence[srt.Subtitle], film: Path) -> None:
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
