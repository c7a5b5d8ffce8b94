"""What is done with the two charts in which points pull at a line."""

from dataclasses import dataclass

from manim import FadeIn, FadeOut, Scene, UpdateFromAlphaFunc, linear, smooth, squish_rate_func

from scenes.visuals.squared_versus_absolute.balance import Balance
from scenes.visuals.squared_versus_absolute.one_step import OneStep
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

    def show_two_misses(self) -> None:
        """Let the squares, and the lengths, of a far and of a near point grow."""
        steps = [one.one_step for one in self._both]
        self.scene.play(
            *(FadeIn(step.near) for step in steps),
            *(_growing(step) for step in steps),
            run_time=1.2,
        )

    def step(self, balance: Balance) -> None:
        """Move the line of one chart a small step: what a square or a length gains lights up."""
        step = balance.one_step
        balance.follow_step()
        self.scene.add(step.gain)
        self.scene.play(balance.aside.animate.set_value(step.step), run_time=1.8)
        step.rest()

    def lay_strips(self) -> None:
        """Lay the two strips that a square has gained end to end."""
        gain = self.squares.one_step.gain
        lay = UpdateFromAlphaFunc(gain, lambda m, share: m.set_laid(smooth(share)))
        faint = self.squares.one_step.misses.animate.set_fill(opacity=FAINT)
        self.scene.play(faint, run_time=0.6)
        self.scene.play(lay, run_time=2.4, rate_func=linear)

    def make_arrows(self) -> None:
        """Draw strips and bits together into arrows, while the lines go back."""
        steps = [one.one_step for one in self._both]
        self.scene.play(
            *(FadeOut(part) for step in steps for part in (step.misses, step.near)), run_time=0.4
        )
        self.scene.play(
            *(one.aside.animate.set_value(0.0) for one in self._both),
            *(_drawing(step) for step in steps),
            run_time=1.8,
        )
        for step in steps:
            step.arrows.answer(step.x, step.y, step.line)
        self.scene.play(
            *(FadeIn(step.arrows) for step in steps),
            *(FadeOut(step.gain) for step in steps),
            run_time=0.4,
        )

    def let_all_pull(self) -> None:
        """Let the arrows of all points grow out of both lines."""
        for one in self._both:
            one.grow(0.0)
        self.scene.play(*(_pulling(one) for one in self._both), run_time=1.4)
        self.scene.remove(*(one.one_step.arrows for one in self._both))

    def lay_pulls(self) -> None:
        """Lay copies of all arrows into two stacks, one up and one down, and let them go."""
        laid = [one.laid.take(*one.seen(), one.at()) for one in self._both]
        self.scene.play(
            *(UpdateFromAlphaFunc(one, lambda m, share: m.set_share(share)) for one in laid),
            run_time=1.8,
        )
        self.scene.wait(1.6)
        self.scene.play(*(FadeOut(one) for one in laid), run_time=0.4)

    def drag(self, balance: Balance, height: float, *, run_time: float) -> None:
        """Take the stray point of one chart to ``height``."""
        self.scene.play(balance.height.animate.set_value(height), run_time=run_time)

    def enlarge(self, balance: Balance, other: Balance) -> None:
        """Let the chart of one measure have the frame, and the ``other`` one go."""
        leaving = (*other.parts, other.pulls, balance.pulls)
        self.scene.play(
            *(FadeOut(part, rate_func=LINGERING) for part in leaving),
            *balance.chart.move(PICTURE, [balance.points], run_time=1.2),
        )

    @property
    def _both(self) -> tuple[Balance, Balance]:
        return self.squares, self.lengths


def _growing(step: OneStep) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(step.misses, lambda m, share: m.set_line(*step.line, share))


def _pulling(balance: Balance) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(balance.pulls, lambda _, share: balance.grow(share))


def _drawing(step: OneStep) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(step.gain, lambda _, share: step.set_arrows(share))
