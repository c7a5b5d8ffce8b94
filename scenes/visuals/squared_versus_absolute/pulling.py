"""What is done with the two charts in which points pull at a line."""

from dataclasses import dataclass

from manim import (
    FadeIn,
    FadeOut,
    Mobject,
    Scene,
    UpdateFromAlphaFunc,
    VMobject,
    linear,
    smooth,
    squish_rate_func,
)

from scenes.visuals.squared_versus_absolute.balance import Balance
from scenes.visuals.squared_versus_absolute.holding import Needed
from scenes.visuals.squared_versus_absolute.one_step import OneStep
from scenes.visuals.squared_versus_absolute.stray import Line
from scenes.visuals.squared_versus_absolute.turning import Turning
from scenes.visuals.writing.screen import PICTURE

# Of the squares, once what they gain is all that counts.
FAINT = 0.12
# The old chart is seen until the new one has come over half of it.
LINGERING = squish_rate_func(smooth, 0.0, 0.7)


@dataclass(frozen=True)
class Pulling:
    """Plays in ``scene`` what happens in the charts of the squares and of the lengths."""

    scene: Scene
    squares: Balance
    lengths: Balance

    def drag_both(self, height: float, *, run_time: float) -> None:
        """Take the stray point of both charts to ``height``."""
        self.scene.play(
            *(one.height.animate.set_value(height) for one in self._both), run_time=run_time
        )

    def show_two_misses(self) -> None:
        """Let the squares, and the lengths, of a far and of a near point grow."""
        self.scene.play(
            *(FadeIn(step.near) for step in self._steps),
            *(_growing(step) for step in self._steps),
            run_time=1.2,
        )

    def step(self) -> None:
        """Move both lines a small step: what a square or a length gains lights up."""
        self.scene.add(*(step.gain for step in self._steps))
        self.scene.play(
            *(
                one.b.animate.set_value(one.one_step.line[1] + one.one_step.step)
                for one in self._both
            ),
            *(
                UpdateFromAlphaFunc(
                    step.gain, lambda m, share: m.set_moved(share), rate_func=smooth
                )
                for step in self._steps
            ),
            run_time=1.8,
        )

    def fold_strips(self) -> None:
        """Fold the two strips that a square has gained onto its miss."""
        step = self.squares.one_step
        fold = UpdateFromAlphaFunc(step.gain, lambda m, share: m.set_folded(smooth(share)))
        self.scene.play(
            step.misses.animate.set_fill(opacity=FAINT), fold, run_time=2.0, rate_func=linear
        )

    def make_arrows(self) -> None:
        """Draw strips and bits together into arrows, while the lines go back."""
        self.scene.play(
            *(FadeOut(part) for step in self._steps for part in (step.misses, step.near)),
            *(one.b.animate.set_value(one.one_step.line[1]) for one in self._both),
            *(_drawing(one) for one in self._both),
            run_time=1.8,
        )
        for one in self._both:
            one.grow(0.0)
        self.scene.play(
            *(FadeIn(one.pulls) for one in self._both),
            *(FadeOut(step.gain) for step in self._steps),
            run_time=0.4,
        )

    def let_all_pull(self) -> None:
        """Let the arrows of all other points grow out of both lines."""
        self.scene.play(*(_pulling(one) for one in self._both), run_time=1.4)

    def show_spot(self, turning: Turning, home: float) -> None:
        """Let the stray point slide home and back: its best line turns about one spot."""
        one, passed = self.squares, turning.passed
        far = float(one.height.get_value())
        passed.add_updater(lambda m: m.answer(float(one.height.get_value())))
        self.scene.play(FadeIn(passed.update()), run_time=0.4)
        self.drag(one, home, run_time=2.0)
        self.scene.play(FadeIn(turning.hub), run_time=0.4)
        self.drag(one, far, run_time=1.4)
        passed.clear_updaters()
        self.scene.play(FadeOut(passed), run_time=0.3)

    def show_turning(self, turning: Turning) -> None:
        """Let the bent arrows grow about the hub of the line of the squares."""
        one = self.squares
        height, line = float(one.height.get_value()), one.at()
        grow = UpdateFromAlphaFunc(
            turning.bent, lambda _, share: turning.answer(height, line, share)
        )
        self.scene.play(grow, run_time=1.2)
        # Its parts came one after the other; from now on it answers as one.
        self.scene.remove(turning.hub, turning.bent)
        self.scene.add(turning)

    def let_go(self, one: Balance, *leaving: VMobject, run_time: float) -> None:
        """Let a line that was held go where it is best, and what is ``leaving`` with its clamps."""
        self.scene.play(*(FadeOut(part) for part in (one.clamps, *leaving)), run_time=0.5)
        self.turn(one, one.best(), run_time=run_time)

    def drag(self, one: Balance, height: float, *, run_time: float) -> None:
        """Take the stray point of one chart to ``height``."""
        self.scene.play(one.height.animate.set_value(height), run_time=run_time)

    def turn(self, one: Balance, line: Line, *, run_time: float) -> None:
        """Turn the line of one chart by hand."""
        a, b = line
        self.scene.play(one.a.animate.set_value(a), one.b.animate.set_value(b), run_time=run_time)

    def enlarge(self, balance: Balance, other: Balance, *leaving: VMobject) -> None:
        """Let the chart of one measure have the frame, and the ``other`` one go."""
        self.scene.play(
            *(FadeOut(part, rate_func=LINGERING) for part in (*other.parts, other.pulls, *leaving)),
            *balance.chart.move(PICTURE, [balance.points], run_time=1.2),
        )

    def let_hold(self, needed: Needed) -> None:
        """Let the pulls grow with which the points on the line of the lengths hold it."""
        seen, line = self.lengths.seen(), self.lengths.at()

        def grow(_: Mobject, share: float) -> None:
            needed.grown = share
            needed.answer(*seen, line)

        self.scene.play(UpdateFromAlphaFunc(needed, grow, run_time=0.8))

    @property
    def _both(self) -> tuple[Balance, Balance]:
        return self.squares, self.lengths

    @property
    def _steps(self) -> tuple[OneStep, OneStep]:
        return self.squares.one_step, self.lengths.one_step


def _growing(step: OneStep) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(step.misses, lambda m, share: m.set_line(*step.line, share))


def _pulling(balance: Balance) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(balance.pulls, lambda _, share: balance.grow(share))


def _drawing(balance: Balance) -> UpdateFromAlphaFunc:
    step, pulls = balance.one_step, balance.pulls
    return UpdateFromAlphaFunc(step.gain, lambda _, share: step.draw_together(pulls, share))
