"""Play a whole film, draw only the frames that are asked for.

Every updater of a film is a pure function of its trackers, so a frame looks the same whether the
frames before it were drawn or jumped over.
"""

from collections.abc import Callable, Sequence
from typing import Any, cast

from manim import Animation, CairoRenderer, Mobject, Scene
from manim.utils.exceptions import EndSceneEarlyException
from numpy import uint8
from numpy.typing import NDArray

Pixels = NDArray[uint8]


class FrameRenderer(CairoRenderer):
    """Hands each frame in ``ranges`` (ascending) to ``show``.

    ``show`` gets the frame's number, its RGBA pixels (height, width, 4), which it must use before
    it returns, and whether the frame before had the same pixels.
    """

    def __init__(self, ranges: Sequence[range], show: Callable[[int, Pixels, bool], None]) -> None:
        super().__init__()
        self.ranges = ranges
        self.show = show
        self.frames = 0

    def play(self, scene: Scene, *args: Animation | Mobject | Any, **kwargs: Any) -> None:
        """Draw what is wanted of one animation, then put everything where it ends."""
        if self.ranges and self.frames >= self.ranges[-1].stop:
            raise EndSceneEarlyException
        scene.compile_animation_data(*args, **kwargs)
        scene.begin_animations()
        rate = self.camera.frame_rate
        first = self.frames
        self.frames += max(1, round(scene.duration * rate))
        wanted = self._wanted(first, self.frames)
        still = scene.is_current_animation_frozen_frame()
        if wanted:
            self.save_static_frame_data(scene, scene.static_mobjects)
        for frame in wanted:
            repeated = still and frame != wanted[0]
            if not still:
                scene.update_to_time((frame - first) / rate)
            if not repeated:
                self.update_frame(scene, scene.moving_mobjects)
            self.show(frame, cast("Pixels", self.camera.pixel_array), repeated)
        if not still:
            _finish(scene)
        self.static_image = None
        self.num_plays += 1
        self.time = self.frames / rate

    def scene_finished(self, scene: Scene) -> None:
        """Write nothing: what becomes of the frames is the business of ``show``."""

    def _wanted(self, first: int, after: int) -> list[int]:
        return [
            frame
            for part in self.ranges
            for frame in range(max(first, part.start), min(after, part.stop))
        ]


def _finish(scene: Scene) -> None:
    for animation in scene.animations or ():
        animation.finish()
        animation.clean_up_from_scene(scene)
    scene.update_mobjects(0)
