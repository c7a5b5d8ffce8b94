"""What is done again and again with the line on trial."""

from dataclasses import dataclass
from typing import Any

from manim import Animation, FadeIn, Scene, UpdateFromAlphaFunc, linear

from scenes.visuals.squared_versus_absolute.sums.total import Poured
from scenes.visuals.squared_versus_absolute.sums.trial import Trial

# A mark is all there after this share of the turn.
APPEARING = 0.1


@dataclass(frozen=True)
class Moves:
    """Plays in ``scene`` what happens to the line on trial."""

    scene: Scene
    trial: Trial

    def grow(self, part: Any, total: Poured) -> None:
        """Draw the misses of the line from the points on, and a tank for their sum."""
        line = self.trial.at()
        grow = UpdateFromAlphaFunc(part, lambda m, share: m.set_line(*line, share))
        self.scene.play(grow, FadeIn(total.tank.walls), FadeIn(total.title), run_time=0.8)

    def pour(self, total: Poured) -> None:
        """Let copies of the misses fly into their tank, where they stay as layers."""
        scene = self.scene
        scene.add(total.pouring)
        scene.play(
            UpdateFromAlphaFunc(total.pouring, lambda m, share: m.set_share(share)),
            run_time=1.2,
            rate_func=linear,
        )
        scene.remove(total.pouring)
        scene.add(total.layers)

    def turn(self, share: float, *, run_time: float) -> None:
        """Turn the line to ``share`` of the way between both best lines."""
        self.scene.play(self.trial.share.animate.set_value(share), run_time=run_time)

    def follow_down(self, total: Poured) -> None:
        """Let a mark go down with the level in the tank, and stay where it was lowest."""
        begun = float(self.trial.share.get_value())

        def follow(mark: Any) -> None:
            total.tank.set_mark(self.trial.lowest(total.measure))
            fallen = abs(float(self.trial.share.get_value()) - begun)
            mark.set_stroke(opacity=min(1.0, fallen / APPEARING))

        total.tank.mark.add_updater(follow, call_updater=True)
        self.scene.add(total.tank.mark.set_z_index(2))

    def rest(self, total: Poured, *coming: Animation) -> None:
        """Leave the mark where the level is least, and let come what is to be seen there."""
        total.tank.mark.clear_updaters()
        self.scene.play(*coming, run_time=0.6)
