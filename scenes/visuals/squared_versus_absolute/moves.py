"""What is done again and again with the line on trial."""

from dataclasses import dataclass
from typing import Any

from manim import Animation, FadeIn, Scene, UpdateFromAlphaFunc, linear

from scenes.visuals.squared_versus_absolute.sums import Sum
from scenes.visuals.squared_versus_absolute.trial import Trial

# A mark is all there after this share of the turn.
APPEARING = 0.1


@dataclass(frozen=True)
class Moves:
    """Plays in ``scene`` what happens to the line on trial."""

    scene: Scene
    trial: Trial

    def grow(self, part: Any) -> None:
        """Draw the misses of the line from the points on."""
        line = self.trial.at()
        grow = UpdateFromAlphaFunc(part, lambda m, share: m.set_line(*line, share))
        self.scene.play(grow, run_time=0.7)

    def pour(self, *totals: Sum) -> None:
        """Let copies of the misses fly into each tank, where they stay as layers."""
        scene = self.scene
        for one in totals:
            scene.add(one.pouring)
        scene.play(
            *(FadeIn(part) for one in totals for part in (one.tank.walls, one.title)),
            run_time=0.4,
        )
        scene.play(
            *(
                UpdateFromAlphaFunc(one.pouring, lambda m, share: m.set_share(share))
                for one in totals
            ),
            run_time=1.6,
            rate_func=linear,
        )
        for one in totals:
            scene.remove(one.pouring)
            scene.add(one.layers)

    def turn(self, share: float, *, run_time: float) -> None:
        """Turn the line to ``share`` of the way between both best lines."""
        self.scene.play(self.trial.share.animate.set_value(share), run_time=run_time)

    def follow_down(self, total: Sum) -> None:
        """Let a mark go down with the level in the tank, and stay where it was lowest."""
        begun = float(self.trial.share.get_value())

        def follow(mark: Any) -> None:
            total.tank.set_mark(self.trial.lowest(total.measure))
            fallen = abs(float(self.trial.share.get_value()) - begun)
            mark.set_stroke(opacity=min(1.0, fallen / APPEARING))

        total.tank.mark.add_updater(follow, call_updater=True)
        self.scene.add(total.tank.mark.set_z_index(2))

    def rest(self, total: Sum, *coming: Animation) -> None:
        """Leave the mark where the level is least, and let come what is to be seen there."""
        total.tank.mark.clear_updaters()
        self.scene.play(*coming, run_time=0.6)
