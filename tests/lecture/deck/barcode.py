"""Films whose frames say which they are, and pictures of a page that say which frame they show.

A frame is eleven columns, white for 1 and black for 0: its number, lowest bit first, then one bit
for the film. Where no film is, the page is magenta; its titles are green.
"""

import base64
import io
import json
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image

BITS = 11
RATE = 60
WIDTH, HEIGHT = 704, 396
PATIENCE = 100  # looks, ten in a second
NO_FILM = "#ff00ff"
TITLE = "#00ff00"
GROUNDS = f"""
  body, #stage, #frame, #film {{ background: {NO_FILM} !important; }}
  #title {{ background: {TITLE} !important; }}
  #title *, #bar, #status {{ visibility: hidden; }}
"""


def write_film(
    folder: Path, name: str, bit: int, lengths: list[int], names: Sequence[str] = ()
) -> None:
    """Write a film of steps of ``lengths`` frames, each step beginning with a key frame."""
    names = names or [f"step {k}" for k in range(len(lengths))]
    starts = np.cumsum([0, *lengths])
    with av.open(folder / f"{name}.mp4", "w") as movie:
        stream = movie.add_stream("libx264", rate=RATE, options={"crf": "20", "preset": "veryfast"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.codec_context.gop_size = 10_000
        for number in range(starts[-1]):
            frame = av.VideoFrame.from_ndarray(_picture(number, bit), format="gray")
            frame = frame.reformat(format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            frame.pict_type = av.video.frame.PictureType.I if number in starts else 0
            movie.mux(stream.encode(frame))
        movie.mux(stream.encode())
    times = [round(float(start) / RATE, 3) for start in starts]
    steps = [
        {"name": step, "start": times[k], "end": times[k + 1]}
        for k, step in zip(range(len(lengths)), names, strict=True)
    ]
    (folder / f"{name}.json").write_text(json.dumps({"poster": 0, "steps": steps}))
    cues = [
        f"{k + 1}\n{_stamp(step['start'])} --> {_stamp(step['end'])}\nSentence {k} of {name}.\n"
        for k, step in enumerate(steps)
    ]
    (folder / f"{name}.srt").write_text("\n".join(cues))


def _stamp(seconds: float) -> str:
    return f"00:00:{seconds:06.3f}".replace(".", ",")


def _picture(number: int, bit: int) -> np.ndarray:
    bits = [number >> k & 1 for k in range(BITS - 1)] + [bit]
    return np.repeat(np.repeat([bits], WIDTH // BITS, 1), HEIGHT, 0).astype(np.uint8) * 255


def read(picture: bytes) -> tuple[int, int] | str:
    """Return (film's bit, number of the frame), "title", or what else ``picture`` shows."""
    image = np.asarray(Image.open(io.BytesIO(picture)).convert("RGB")).astype(int)
    height, width, _ = image.shape
    columns = ((np.arange(BITS) + 0.5) / BITS * width).astype(int)
    seen = image[height // 3, columns]
    red, green, blue = seen.T
    if np.all((green > 180) & (red < 80)):
        return "title"
    if np.any(abs(red - green) + abs(blue - green) > 120) or np.any((green > 80) & (green < 175)):
        return f"no film: {seen.tolist()}"
    bits = green > 127
    return int(bits[-1]), int(sum(1 << k for k in range(BITS - 1) if bits[k]))


class Witness:
    """Everything that a page has shown since the last look."""

    def __init__(self, page) -> None:
        """Begin to look at ``page``, which must be as wide as the film is wide for its height."""
        self.page = page
        self.pictures: list[tuple[float, bytes]] = []
        page.add_style_tag(content=GROUNDS)
        self.session = page.context.new_cdp_session(page)
        self.session.on("Page.screencastFrame", self._keep)
        self.session.send("Page.startScreencast", {"format": "png", "everyNthFrame": 1})

    def _keep(self, event) -> None:
        self.pictures.append((event["metadata"]["timestamp"], base64.b64decode(event["data"])))
        self.session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    def seen(self) -> list[tuple[int, int] | str]:
        """Return what was shown since this was last asked, repetitions left out."""
        pictures, self.pictures = self.pictures, []
        shown = [read(picture) for _, picture in sorted(pictures)]
        return [what for k, what in enumerate(shown) if k == 0 or what != shown[k - 1]]

    def now(self) -> tuple[int, int] | str:
        """Return what the page shows now."""
        return read(self.page.screenshot())

    def comes_to(self, what: tuple[int, int] | str) -> bool:
        """Tell whether the page shows ``what``, however busy the machine is that paints it."""
        for _ in range(PATIENCE):
            if self.now() == what:
                return True
            self.page.wait_for_timeout(100)
        return False
