"""What is done again and again with the line on trial."""

from dataclasses import dataclass
from typing import Any

from manim import FadeIn, Scene, UpdateFromAlphaFunc, linear

from scenes.visuals.squared_versus_absolute.sums import Sum
from scenes.visuals.squared_versus_absolute.trial import Trial


@dataclass(frozen=True)
class Moves:
    """Plays in ``scene`` what happens to the line on trial."""

    scene: Scene
    trial: Trial

    def grow(self, part: Any, *meanwhile: Any) -> None:
        """Draw the misses of the line from the points on."""
        line = self.trial.at()
        grow = UpdateFromAlphaFunc(part, lambda m, share: m.set_line(*line, share))
        self.scene.play(grow, *meanwhile, run_time=1.2)

    def pour(self, total: Sum) -> None:
        """Let copies of the misses fly into the tank, where they stay as layers."""
        scene = self.scene
        scene.play(FadeIn(total.tank.walls), FadeIn(total.title), run_time=0.4)
        pour = UpdateFromAlphaFunc(total.pouring, lambda m, share: m.set_share(share))
        scene.play(pour, run_time=2.0, rate_func=linear)
        scene.remove(total.pouring)
        scene.add(total.layers)

    def turn(self, share: float, *, run_time: float) -> None:
        """Turn the line to ``share`` of the way between both best lines."""
        self.scene.play(self.trial.share.animate.set_value(share), run_time=run_time)

    def lift(self, height: float) -> None:
        """Lift the line so far, lower it as far, and let it come back."""
        for target in (height, -height, 0.0):
            self.scene.play(self.trial.lift.animate.set_value(target), run_time=0.6)

    def mark(self, total: Sum, *meanwhile: Any) -> None:
        """Mark the level in the tank: it is the least."""
        trial, mark = self.trial, total.tank.mark
        total.tank.set_mark(float(total.measure.total(trial.x, trial.y, *trial.at())))
        self.scene.play(FadeIn(mark.set_z_index(2)), *meanwhile, run_time=0.6)
