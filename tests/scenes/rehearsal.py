"""Play a film without pictures: every mobject moves as in the film, nothing is drawn or written."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from manim import config

from scenes.film import Film
from scenes.settings import FilmSettings
from scenes.studio.frames import FrameRenderer
from scenes.studio.session import film_class, session
from tests.scenes.typeset import typeset, typeset_once

RATE = 4

Look = Callable[[Any], Any]


class RehearsalRenderer(FrameRenderer):
    """Calls ``look`` for every frame, and once more where each animation has come to rest.

    ``resting`` tells which of the two it is; ``still`` whether nothing moves in this animation.
    """

    def __init__(self, look: Callable[[], None]) -> None:
        super().__init__((), lambda *_: None)
        self.look = look
        self.resting = self.still = False

    def play(self, scene: Any, *args: Any, **kwargs: Any) -> None:
        """Move everything, frame by frame, and look at it."""
        scene.compile_animation_data(*args, **kwargs)
        scene.begin_animations()
        frames = max(1, round(scene.duration * self.camera.frame_rate))
        self.still = scene.is_current_animation_frozen_frame()
        self.resting = False
        for frame in range(frames):
            if not self.still:
                scene.update_to_time(frame / self.camera.frame_rate)
            self.time = (self.frames + frame) / self.camera.frame_rate
            self.look()
        self.frames += frames
        self.time = self.frames / self.camera.frame_rate
        for animation in scene.animations or ():
            animation.finish()
            animation.clean_up_from_scene(scene)
        scene.update_mobjects(0)
        self.num_plays += 1
        self.resting = True
        self.look()


def rehearse(
    which: str | type[Film], folder: Path, look: Look, settings: FilmSettings | None = None
) -> Film:
    """Play a film, by its name or class, at four frames a second; call ``look(film)`` at each."""
    settings = settings or FilmSettings()
    kept = {"save_sections": False, "tex_dir": typeset()}
    with session(settings, "low_quality", folder, **kept), typeset_once():
        config.frame_rate = RATE
        renderer = RehearsalRenderer(lambda: look(film))
        film: Any = (film_class(which) if isinstance(which, str) else which)(renderer=renderer)
        film.render()
    return film


class Watched:
    """What one ``look`` sees of a film's rehearsal; all looks at one film share one rehearsal.

    Make it when a test module is loaded. The film is played when the first result is asked for,
    for everyone who has said by then that they want to look.
    """

    _all: ClassVar[dict[str, list["Watched"]]] = {}

    def __init__(self, name: str, look: Look) -> None:
        self.name, self._look = name, look
        self._frames: list[Any] = []
        self._film: Any = None
        Watched._all.setdefault(name, []).append(self)

    @property
    def film(self) -> Any:
        """Return the film after its rehearsal."""
        if self._film is None:
            waiting = [one for one in Watched._all[self.name] if one._film is None]

            def look(film: Any) -> None:
                for one in waiting:
                    one._frames.append(one._look(film))

            with tempfile.TemporaryDirectory() as folder:
                film = rehearse(self.name, Path(folder), look)
            for one in waiting:
                one._film = film
        return self._film

    @property
    def frames(self) -> list[Any]:
        """Return what ``look`` returned at each frame."""
        assert self.film is not None
        return self._frames
