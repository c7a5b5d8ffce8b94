"""What is done with the two charts in which points pull at a line."""

from dataclasses import dataclass

import numpy as np
from manim import (
    Animation,
    FadeIn,
    FadeOut,
    Scene,
    UpdateFromAlphaFunc,
    VMobject,
    linear,
    smooth,
    squish_rate_func,
)

from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import Balance
from scenes.visuals.squared_versus_absolute.holding import Holding
from scenes.visuals.squared_versus_absolute.one_step import OneStep
from scenes.visuals.writing.screen import PICTURE

# Of the way on which the first point would come to the other side of a line: so far it goes.
SHARE_PUSHED, SHARE_TIPPED = 0.5, 0.9
# The points on the line pull with a whole arrow from this share of the push on.
AT_ONCE = 0.3
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

    def let_go(self, one: Balance, *leaving: VMobject, run_time: float) -> None:
        """Let a line that was held go where it is best, and what is ``leaving`` with its clamps."""
        self.scene.play(*(FadeOut(part) for part in (one.clamps, *leaving)), run_time=0.5)
        a, b = one.best()
        self.scene.play(one.a.animate.set_value(a), one.b.animate.set_value(b), run_time=run_time)

    def drag(self, one: Balance, height: float, *, run_time: float) -> None:
        """Take the stray point of one chart to ``height``."""
        self.scene.play(one.height.animate.set_value(height), run_time=run_time)

    def drag_both_free(self, height: float, *, run_time: float) -> None:
        """Take the stray point of both charts to ``height``, on the same side of both free lines.

        The best line of squares moves in proportion to it, that of lengths not at all.
        """
        a, b = self.squares.stray.squared(height)
        self.scene.play(
            *(one.height.animate.set_value(height) for one in self._both),
            self.squares.a.animate.set_value(a),
            self.squares.b.animate.set_value(b),
            run_time=run_time,
        )

    def push(self, one: Balance, holding: Holding, *resting: VMobject) -> None:
        """Push a line up and down while the points on it pull against that, and let it go.

        So small a push takes no point off the line to the other side. ``resting`` parts stay.
        """
        x, y = one.seen()
        _, b = one.at()
        on_it = one.off(x, y) == 0
        step = one.least_miss() * SHARE_PUSHED
        one.pulls.grown = np.where(on_it, 0.0, 1.0)

        def resist(_: object, _share: float) -> None:
            pushed = (float(one.b.get_value()) - b) / step
            holding.resist(x[on_it], y[on_it], -float(np.clip(pushed / AT_ONCE, -1.0, 1.0)))

        for part in (holding, *resting):
            part.suspend_updating()
        resist(None, 0.0)
        self.scene.add(holding)
        for at in (b + step, b - step, b):
            self.scene.play(
                one.b.animate.set_value(at), UpdateFromAlphaFunc(holding, resist), run_time=0.9
            )
            self.scene.wait(0.7)
        one.pulls.grown = 1.0
        self.scene.remove(holding)
        for part in (holding, *resting):
            part.resume_updating()

    def tip(self, one: Balance, *resting: VMobject) -> None:
        """Let a line go where all points off it would pull it; ``resting`` parts stay.

        It goes as a rigid bar of which each point had an equal share would, but no point comes to
        the other side of it.
        """
        x, y = one.seen()
        a, b = one.at()
        off = one.off(x, y)
        one.pulls.grown = np.where(off == 0, 0.0, 1.0)
        turn, shift = np.polyfit(x, np.sign(off), 1)
        free = off != 0
        way = SHARE_TIPPED * float(np.abs(off[free] / (turn * x[free] + shift)).min())
        for part in resting:
            part.suspend_updating()
        self.scene.play(
            one.a.animate.set_value(a + way * turn),
            one.b.animate.set_value(b + way * shift),
            run_time=1.6,
        )

    def pull_back(self, one: Balance, holding: Holding, *resting: VMobject) -> None:
        """Let the points that hold a line pull it back to where it is best."""
        best = one.best()
        x, y = one.seen()

        def grow(_: object, share: float) -> None:
            holding.grown = share
            holding.answer(x, y, best)

        grow(None, 0.0)
        holding.suspend_updating()
        self.scene.add(holding)
        self.scene.play(
            UpdateFromAlphaFunc(holding, grow),
            one.a.animate.set_value(best[0]),
            one.b.animate.set_value(best[1]),
            run_time=1.8,
        )
        one.pulls.grown = 1.0
        for part in (holding, *resting):
            part.resume_updating()

    def enlarge_lengths(self) -> None:
        """Let the chart of the lengths have the frame, and the other one go."""
        squares, lengths = self._both
        self.scene.play(
            *(FadeOut(part, rate_func=LINGERING) for part in (*squares.parts, squares.pulls)),
            *lengths.chart.move(PICTURE, [lengths.points], run_time=1.2),
        )

    def retitle(self, old: Chart, new: Chart, *meanwhile: Animation) -> None:
        """Let the chart ``new`` take the place of ``old``: only the title of y is another one."""
        going, coming = old.titles[1], new.titles[1]
        assert going is not None  # all charts were given titles
        assert coming is not None
        self.scene.play(
            FadeOut(going, rate_func=GOING),
            FadeIn(coming, rate_func=COMING),
            *meanwhile,
            run_time=0.6,
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
