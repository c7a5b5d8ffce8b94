"""What is done with the two charts in which points pull at a line."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from manim import (
    Animation,
    FadeIn,
    FadeOut,
    Scene,
    UpdateFromAlphaFunc,
    linear,
    smooth,
    squish_rate_func,
    there_and_back_with_pause,
)

from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import Balance
from scenes.visuals.squared_versus_absolute.columns import Columns
from scenes.visuals.squared_versus_absolute.gain import LIT
from scenes.visuals.squared_versus_absolute.one_step import OneStep
from scenes.visuals.squared_versus_absolute.ringed import Ringed
from scenes.visuals.squared_versus_absolute.stray import Line
from scenes.visuals.squared_versus_absolute.tally import Tally
from scenes.visuals.squared_versus_absolute.trial import AREA, between

# Of the squares, once what they gain is all that counts, and of bits before they are spoken of.
FAINT, DIM = 0.12, 0.45
# While the line tips off a point and is pulled back, it stands for a third of the time.
TIPPING = partial(there_and_back_with_pause, pause_ratio=1 / 3)
# So much of its way has the line gone when it has left a point.
LEAVING = 0.5
# The old chart is gone before the new one comes over its place.
FIRST = squish_rate_func(smooth, 0.0, 0.25)
# Of two titles in one place first the old one goes, then the new one comes.
GOING, COMING = squish_rate_func(smooth, 0.0, 0.4), squish_rate_func(smooth, 0.25, 1.0)


@dataclass(frozen=True)
class Pulling:
    """Plays in ``scene`` what happens in the charts of the squares and of the lengths."""

    scene: Scene
    squares: Balance
    lengths: Balance

    def show_two_misses(self) -> None:
        """Let the squares, and the lengths, of a far and of a near point grow."""
        self.scene.play(
            *(FadeIn(step.near) for step in self._steps),
            *(_growing(step) for step in self._steps),
            run_time=1.2,
        )

    def step(self) -> None:
        """Move both lines a small step: what the squares gain lights up."""
        self.lengths.one_step.gain.set_fill(opacity=DIM)
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
        gain = self.lengths.one_step.gain
        self.scene.play(gain.animate.set_fill(opacity=LIT), run_time=0.8)

    def fold_strips(self) -> None:
        """Fold the two strips that a square has gained onto its miss."""
        step = self.squares.one_step
        fold = UpdateFromAlphaFunc(step.gain, lambda m, share: m.set_folded(smooth(share)))
        self.scene.play(
            step.misses.animate.set_fill(opacity=FAINT), fold, run_time=1.2, rate_func=linear
        )

    def make_arrows(self) -> None:
        """Draw strips and bits together into arrows, while the lines go back."""
        self.scene.play(
            *(FadeOut(part) for step in self._steps for part in (step.misses, step.near)),
            *(one.b.animate.set_value(one.one_step.line[1]) for one in self._both),
            *(_drawing(one) for one in self._both),
            run_time=1.4,
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

    def let_go(self, *free: Balance, run_time: float) -> None:
        """Let lines that were held go where they are best."""
        self.scene.play(*(FadeOut(one.clamps) for one in free), run_time=0.4)
        self.scene.play(
            *(move for one in free for move in _turning(one, one.best())),
            run_time=run_time,
        )

    def drag(self, one: Balance, height: float, *, run_time: float) -> None:
        """Take the stray point of one chart to ``height``."""
        self.scene.play(one.height.animate.set_value(height), run_time=run_time)

    def tip(self, off: int, line: Line, ringed: Ringed) -> None:
        """Tip the free line of lengths into ``line``, off a point, from where it is pulled back."""
        self._speak_of(off, ringed)
        self.scene.play(*_turning(self.lengths, line), run_time=1.4, rate_func=TIPPING)

    def leave(self, left: int, ringed: Ringed) -> None:
        """Let go of the line of lengths: it leaves the point ``left``."""
        one = self.lengths
        self._speak_of(left, ringed, FadeOut(one.clamps))
        self.scene.play(*_turning(one, between(one.at(), one.best(), LEAVING)), run_time=1.6)

    def be_caught(self, caught: int, ringed: Ringed) -> None:
        """Turn the line on until the point ``caught`` is on it."""
        self._speak_of(caught, ringed)
        self.scene.play(*_turning(self.lengths, self.lengths.best()), run_time=1.6)

    def _speak_of(self, index: int, ringed: Ringed, *meanwhile: Animation) -> None:
        there = ringed in self.scene.mobjects
        if there and ringed.about == index:
            return
        if there:
            self.scene.play(FadeOut(ringed), run_time=0.2)
        ringed.about = index
        self.scene.play(FadeIn(ringed.update()), *meanwhile, run_time=0.4)

    def drag_both_free(self, height: float, *, run_time: float) -> None:
        """Take the stray point of both charts to ``height``, on the same side of both free lines.

        The best line of squares moves in proportion to it, that of lengths not at all.
        """
        self.scene.play(
            *(one.height.animate.set_value(height) for one in self._both),
            *_turning(self.squares, self.squares.stray.squared(height)),
            run_time=run_time,
        )

    def make_room_for(self, tally: Tally, columns: Columns) -> None:
        """Let the chart of the lengths and its ``tally`` have the frame, and all else go."""
        squares, lengths = self._both
        self.scene.play(
            *(FadeOut(part, rate_func=FIRST) for part in (*squares.parts, squares.pulls, columns)),
            *lengths.chart.move(AREA, [lengths.points], run_time=1.6),
            FadeIn(tally.update(), rate_func=COMING),
            run_time=1.6,
        )

    def gather(self, stacks: Tally | Columns, *, run_time: float) -> None:
        """Let copies of all arrows fly into their stacks."""

        def go(_: object, share: float) -> None:
            stacks.gathered = share

        self.scene.play(UpdateFromAlphaFunc(stacks, go, rate_func=linear), run_time=run_time)

    def retitle(self, old: Chart, new: Chart, *meanwhile: Animation, run_time: float = 0.6) -> None:
        """Let the chart ``new`` take the place of ``old``: only the title of y is another one."""
        going, coming = old.titles[1], new.titles[1]
        assert going is not None  # all charts were given titles
        assert coming is not None
        self.scene.play(
            FadeOut(going, rate_func=GOING),
            FadeIn(coming, rate_func=COMING),
            *meanwhile,
            run_time=run_time,
        )
        # Without its title it is no longer one mobject of the scene.
        self.scene.remove(*old.submobjects)
        self.scene.add(new)

    @property
    def _both(self) -> tuple[Balance, Balance]:
        return self.squares, self.lengths

    @property
    def _steps(self) -> tuple[OneStep, OneStep]:
        return self.squares.one_step, self.lengths.one_step


def _turning(balance: Balance, line: Line) -> list[Any]:
    moves = zip((balance.a, balance.b), line, strict=True)
    return [tracker.animate.set_value(value) for tracker, value in moves]


def _growing(step: OneStep) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(step.misses, lambda m, share: m.set_line(*step.line, share))


def _gaining(step: OneStep) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(step.gain, lambda m, share: m.set_moved(share), rate_func=smooth)


def _pulling(balance: Balance) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(balance.pulls, lambda _, share: balance.grow(share))


def _drawing(balance: Balance) -> UpdateFromAlphaFunc:
    step, pulls = balance.one_step, balance.pulls
    return UpdateFromAlphaFunc(step.gain, lambda _, share: step.draw_together(pulls, share))
