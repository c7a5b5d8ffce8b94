"""What is done in two charts, side by side, to show how hard points pull at a line."""

from collections.abc import Callable
from dataclasses import dataclass

from manim import FadeIn, FadeOut, Scene, UpdateFromAlphaFunc, smooth, squish_rate_func

from scenes.visuals.squared_versus_absolute.balance import Balance
from scenes.visuals.squared_versus_absolute.changing import GOING
from scenes.visuals.squared_versus_absolute.step.gain import LIT, Gain
from scenes.visuals.squared_versus_absolute.step.two_points import OneStep
from scenes.visuals.squared_versus_absolute.sums.weighed import Weighed

# Of bits before they are spoken of.
DIM = 0.45
# A point that is spoken of covers itself among all others before these go, and until they are back.
FIRST, LAST = squish_rate_func(smooth, 0.0, 0.4), squish_rate_func(smooth, 0.5, 1.0)


@dataclass(frozen=True)
class Stepping:
    """Plays in ``scene`` what happens in the charts of the squares and of the lengths."""

    scene: Scene
    squares: Balance
    lengths: Balance

    def show_two_misses(self) -> None:
        """Let the squares, and the lengths, of a far and a near point grow, and all others go."""
        self.scene.play(
            *(FadeIn(step.near, rate_func=FIRST) for step in self._steps),
            *(FadeOut(one.points, rate_func=LAST) for one in self._both),
            *(_growing(step) for step in self._steps),
            run_time=1.2,
        )

    def step(self) -> None:
        """Move both lines a small step: what the squares gain lights up."""
        self.lengths.one_step.gain.shafts.set_fill(opacity=DIM)
        self.scene.add(*(step.gain for step in self._steps))
        self.scene.play(
            *(
                one.b.animate.set_value(one.one_step.line[1] + one.one_step.step)
                for one in self._both
            ),
            *(_gaining(step) for step in self._steps),
            run_time=1.8,
        )

    def light_bits(self) -> None:
        """Let what the lengths have gained light up."""
        bits = self.lengths.one_step.gain.shafts
        self.scene.play(bits.animate.set_fill(opacity=LIT), run_time=0.8)

    def keep_one(self) -> None:
        """Let the corners of the strips go, then the strips along the line."""
        gain = self.squares.one_step.gain
        self.scene.play(_shaping(gain, Gain.set_cut), run_time=0.6)
        self.scene.play(FadeOut(gain.caps), run_time=0.7)
        gain.remove(gain.caps)

    def step_back(self) -> None:
        """Take the strip beside each square onto its miss, while the lines go back."""
        squares = self.squares.one_step
        self.scene.play(
            FadeOut(squares.misses, rate_func=GOING),
            *(one.b.animate.set_value(one.one_step.line[1]) for one in self._both),
            *(_shaping(step.gain, Gain.set_back) for step in self._steps),
            run_time=1.6,
        )

    def head(self, one: Balance) -> None:
        """Let what was gained at ``one`` line become arrows: slender first, then with heads."""
        gain = one.one_step.gain
        self.scene.play(_shaping(gain, Gain.set_slim), run_time=0.8)
        one.head(0.0)
        self.scene.remove(gain)
        heads = UpdateFromAlphaFunc(one.pulls, lambda _, share: one.head(share), rate_func=smooth)
        self.scene.play(heads, run_time=0.6)

    def let_all_pull(self, weighed: Weighed) -> None:
        """Let all other points come back, and their arrows grow out of both lines."""
        self.scene.play(
            *(FadeIn(one.points, rate_func=FIRST) for one in self._both),
            *(FadeOut(step.near, rate_func=LAST) for step in self._steps),
            FadeOut(self.lengths.one_step.misses),
            FadeIn(weighed.misses.update()),
            *(_pulling(one) for one in self._both),
            run_time=1.0,
        )

    @property
    def _both(self) -> tuple[Balance, Balance]:
        return self.squares, self.lengths

    @property
    def _steps(self) -> tuple[OneStep, OneStep]:
        return self.squares.one_step, self.lengths.one_step


def _growing(step: OneStep) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(step.misses, lambda m, share: m.set_line(*step.line, share))


def _gaining(step: OneStep) -> UpdateFromAlphaFunc:
    return _shaping(step.gain, Gain.set_moved)


def _shaping(gain: Gain, shape: Callable[[Gain, float], Gain]) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(gain, lambda _, share: shape(gain, share), rate_func=smooth)


def _pulling(balance: Balance) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(balance.pulls, lambda _, share: balance.grow(share))
