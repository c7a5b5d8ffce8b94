"""What is done with the two charts in which points pull at a line."""

from dataclasses import dataclass

from manim import (
    Animation,
    FadeIn,
    FadeOut,
    Scene,
    UpdateFromAlphaFunc,
    linear,
    smooth,
    squish_rate_func,
)

from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import Balance
from scenes.visuals.squared_versus_absolute.one_step import OneStep
from scenes.visuals.squared_versus_absolute.tally import Tally
from scenes.visuals.squared_versus_absolute.trial import AREA

# Of the squares, once what they gain is all that counts.
FAINT = 0.12
# The old chart is seen until the new one has come over half of it.
LINGERING = squish_rate_func(smooth, 0.0, 0.7)

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
        self.scene.add(self.squares.one_step.gain)
        self.scene.play(
            *(
                one.b.animate.set_value(one.one_step.line[1] + one.one_step.step)
                for one in self._both
            ),
            _gaining(self.squares.one_step),
            run_time=1.8,
        )

    def light_bits(self) -> None:
        """Let what the lengths have gained light up."""
        self.scene.add(self.lengths.one_step.gain)
        self.scene.play(_gaining(self.lengths.one_step), run_time=1.0)

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
            *(
                tracker.animate.set_value(value)
                for one in free
                for tracker, value in zip((one.a, one.b), one.best(), strict=True)
            ),
            run_time=run_time,
        )

    def drag(self, one: Balance, height: float, *, run_time: float) -> None:
        """Take the stray point of one chart to ``height``."""
        self.scene.play(one.height.animate.set_value(height), run_time=run_time)

    def drag_both_free(self, height: float, *, run_time: float) -> None:
        """Take the stray point of both charts to ``height``, on the same side of both free lines.

        The best line of squares moves in proportion to it, that of lengths not at all.
        """
        a, b = self.squares.stray.squared(height)
        self.scene.add(*(one.edge for one in self._both))
        self.scene.play(
            *(one.height.animate.set_value(height) for one in self._both),
            self.squares.a.animate.set_value(a),
            self.squares.b.animate.set_value(b),
            run_time=run_time,
        )

    def make_room_for(self, tally: Tally) -> None:
        """Let the chart of the lengths and its ``tally`` have the frame, and the other one go."""
        squares, lengths = self._both
        leaving = *squares.parts, squares.edge, squares.pulls
        self.scene.play(
            *(FadeOut(part, rate_func=LINGERING) for part in leaving),
            *lengths.chart.move(AREA, [lengths.points], run_time=1.2),
            FadeIn(tally.update(), rate_func=COMING, run_time=1.2),
        )

    def gather(self, tally: Tally) -> None:
        """Let copies of all arrows fly into their stacks."""

        def go(_: object, share: float) -> None:
            tally.gathered = share

        self.scene.play(UpdateFromAlphaFunc(tally, go, rate_func=linear), run_time=2.0)

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


def _growing(step: OneStep) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(step.misses, lambda m, share: m.set_line(*step.line, share))


def _gaining(step: OneStep) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(step.gain, lambda m, share: m.set_moved(share), rate_func=smooth)


def _pulling(balance: Balance) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(balance.pulls, lambda _, share: balance.grow(share))


def _drawing(balance: Balance) -> UpdateFromAlphaFunc:
    step, pulls = balance.one_step, balance.pulls
    return UpdateFromAlphaFunc(step.gain, lambda _, share: step.draw_together(pulls, share))
