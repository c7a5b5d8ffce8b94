"""What is done again and again with the line that is lifted."""

from dataclasses import dataclass
from typing import Any

from manim import FadeIn, Scene, UpdateFromAlphaFunc, linear, smooth

from scenes.visuals.squared_versus_absolute.lifted_line import LiftedLine, Sum


@dataclass(frozen=True)
class Moves:
    """Plays in ``scene`` what happens to ``line``."""

    scene: Scene
    line: LiftedLine

    def grow(self, part: Any, *meanwhile: Any) -> None:
        """Draw the misses of the line from the points on."""
        line, scene = self.line, self.scene
        grow = UpdateFromAlphaFunc(part, lambda m, s: m.set_line(*line.current(), s))
        scene.play(grow, *meanwhile, run_time=1.0)

    def pour(self, total: Sum) -> None:
        """Let copies of the misses fly into the tank, where they stay as layers."""
        scene = self.scene
        scene.play(FadeIn(total.tank.walls), run_time=0.3)
        pour = UpdateFromAlphaFunc(total.pouring, lambda m, s: m.set_share(s))
        scene.play(pour, run_time=1.6, rate_func=linear)
        scene.remove(total.pouring)
        scene.add(total.layers)

    def sweep(self, total: Sum, height: float, *, run_time: float) -> None:
        """Lift the line to ``height`` while the valley is uncovered."""
        line, scene = self.line, self.scene
        total.valley.add_updater(lambda m: m.set_seen(line.b.get_value()))
        scene.add(total.valley)
        scene.play(line.b.animate.set_value(height), run_time=run_time, rate_func=smooth)
        total.valley.clear_updaters()
