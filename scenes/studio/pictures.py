"""Single frames of a film as pictures: the film is played, only what is asked for is drawn."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from scenes.settings import FilmSettings
from scenes.studio.frames import FrameRenderer, Pixels
from scenes.studio.plan import plan_film
from scenes.studio.session import film_class, session


def pictures(
    film: str, settings: FilmSettings, quality: str, seconds: Sequence[float], media: Path
) -> list[tuple[float, Image.Image]]:
    """Return the frames of ``film`` at ``seconds``, each with its second, in order.

    A second after the end shows nothing: ValueError. ``media`` is a private folder.
    """
    drawn: dict[int, Image.Image] = {}

    def show(frame: int, pixels: Pixels, _: bool) -> None:
        drawn[frame] = Image.fromarray(pixels[..., :3].copy())

    with session(settings, quality, media):
        renderer = FrameRenderer((), show)
        rate = renderer.camera.frame_rate
        wanted = {round(second * rate): second for second in sorted(seconds)}
        renderer.ranges = [range(frame, frame + 1) for frame in wanted]
        film_class(film)(renderer=renderer).render()
        if missing := [second for frame, second in wanted.items() if frame not in drawn]:
            length = renderer.frames / rate
            raise ValueError(f"{film} is {length:.2f} s long and shows nothing at {missing[0]:g} s")
    return [(second, drawn[frame]) for frame, second in wanted.items()]


def every(
    film: str, settings: FilmSettings, quality: str, interval: float, media: Path
) -> list[float]:
    """Return the seconds of ``film`` from its first frame to its end, ``interval`` apart."""
    plan = plan_film(film, settings, quality, media)
    last = plan.seconds(plan.frames - 1)
    return [k * interval for k in range(int(last / interval) + 1)]
