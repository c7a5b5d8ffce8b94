"""What is done with the two charts in which points pull at a line."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

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
    there_and_back_with_pause,
)

from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import Balance
from scenes.visuals.squared_versus_absolute.columns import Columns
from scenes.visuals.squared_versus_absolute.dragged_point import DraggedPoint
from scenes.visuals.squared_versus_absolute.gain import LIT, Gain
from scenes.visuals.squared_versus_absolute.one_step import OneStep
from scenes.visuals.squared_versus_absolute.stray import Line
from scenes.visuals.squared_versus_absolute.tally import Tally
from scenes.visuals.squared_versus_absolute.weighed import AREA, Weighed

# Of bits before they are spoken of.
DIM = 0.45
# While the line tips and comes back, it stands for half of the time.
TIPPING = partial(there_and_back_with_pause, pause_ratio=1 / 2)
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

    def fold_caps(self) -> None:
        """Fold the strip along the line onto the one beside each square, which is as long."""
        self.scene.play(_shaping(self.squares.one_step.gain, Gain.set_folded), run_time=1.5)

    def lay_strips_on_misses(self) -> None:
        """Take the strip beside each square onto its miss, while the lines go back."""
        squares = self.squares.one_step
        self.scene.play(
            *(FadeOut(part, rate_func=GOING) for part in (squares.misses, squares.gain.caps)),
            *(one.b.animate.set_value(one.one_step.line[1]) for one in self._both),
            *(_shaping(step.gain, Gain.set_back) for step in self._steps),
            run_time=1.6,
        )
        squares.gain.remove(squares.gain.caps)

    def head(self, one: Balance) -> None:
        """Let what was gained at ``one`` line become arrows: slender first, then with heads."""
        gain = one.one_step.gain
        self.scene.play(_shaping(gain, Gain.set_slim), run_time=0.8)
        one.head(0.0)
        self.scene.remove(gain)
        heads = UpdateFromAlphaFunc(one.pulls, lambda _, share: one.head(share), rate_func=smooth)
        self.scene.play(heads, run_time=0.6)

    def let_all_pull(self) -> None:
        """Let the arrows of all other points grow out of both lines."""
        self.scene.play(
            *(FadeOut(step.near) for step in self._steps),
            FadeOut(self.lengths.one_step.misses),
            *(_pulling(one) for one in self._both),
            run_time=1.4,
        )

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

    def tip(self, line: Line) -> None:
        """Tip the free line of lengths into ``line`` and let it come back."""
        self.scene.play(*_turning(self.lengths, line), run_time=2.6, rate_func=TIPPING)

    def fall(self, weighed: Weighed) -> None:
        """Let go of the line of lengths: it turns, and a mark goes down with their sum."""
        one, mark = self.lengths, weighed.total.tank.mark
        mark.add_updater(lambda _: weighed.mark(), call_updater=True)
        self.scene.play(FadeOut(one.clamps), FadeIn(mark), run_time=0.4)
        self.scene.play(*_turning(one, one.best()), run_time=2.0)
        mark.clear_updaters()

    def drag_both_free(self, height: float, *, run_time: float) -> None:
        """Take the stray point of both charts to ``height``, on the same side of both free lines.

        The best line of squares moves in proportion to it, that of lengths not at all.
        """
        self.scene.play(
            *(one.height.animate.set_value(height) for one in self._both),
            *_turning(self.squares, self.squares.stray.squared(height)),
            run_time=run_time,
        )

    def make_room_for(self, weighed: Weighed, columns: Columns, tally: Tally) -> None:
        """Let the chart of the lengths, its stacks and its sum have the frame, and all else go."""
        squares, lengths = self._both
        going = *squares.parts, squares.pulls, columns, columns.names, tally, tally.names
        weighed.mark()
        mark = weighed.total.tank.mark
        self.scene.play(
            *(FadeOut(part, rate_func=FIRST) for part in going),
            *lengths.chart.move(AREA, [lengths.points], run_time=1.4),
            *(FadeIn(part.update(), rate_func=COMING) for part in weighed.total.parts),
            run_time=1.4,
        )
        tally.beside = True
        coming = tally.update(), tally.names, weighed.misses.update(), mark
        self.scene.play(*(FadeIn(part) for part in coming), run_time=0.5)

    def free_beside_stacks(self, drag: DraggedPoint) -> None:
        """Leave of all this the stacks, beside the points of the drag and its line of lengths."""
        scene, lengths, total = self.scene, self.lengths, drag.weighed.total
        drag.height.set_value(drag.heights.beyond)
        drag.come_beside()
        leaving = drag.ringed, drag.weighed.misses, *total.parts, total.tank.mark, lengths.pulls
        scene.remove(lengths.points, lengths.marker, lengths.line)
        scene.add(drag.trace, drag.absolute, drag.points, drag.marker)
        self.retitle(
            lengths.chart,
            drag.chart,
            *(FadeOut(part, rate_func=GOING) for part in leaving if part in scene.mobjects),
            *appearing(drag.own_pulls[1]),
            FadeIn(drag.readout.sides, rate_func=COMING),
            run_time=0.8,
        )

    def gather(self, *stacks: Columns | Tally, run_time: float) -> None:
        """Let copies of all arrows go into their stacks, which get their names then."""
        self.scene.play(*(_gathering(one, run_time) for one in stacks))
        self.scene.play(*(FadeIn(one.names, run_time=0.3) for one in stacks))

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


def appearing(*parts: VMobject) -> list[FadeIn]:
    """Fade in each on its own: a group of moving and resting parts would be drawn anew together.

    While they appear they rest, so each is brought to where it belongs first.
    """
    return [FadeIn(part.update()) for part in parts]


def _gathering(stacks: Columns | Tally, run_time: float) -> Animation:
    """Let copies of arrows go into their stacks."""

    def go(_: object, share: float) -> None:
        stacks.gathered = share

    return UpdateFromAlphaFunc(stacks, go, rate_func=linear, run_time=run_time)


def _turning(balance: Balance, line: Line) -> list[Any]:
    moves = zip((balance.a, balance.b), line, strict=True)
    return [tracker.animate.set_value(value) for tracker, value in moves]


def _growing(step: OneStep) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(step.misses, lambda m, share: m.set_line(*step.line, share))


def _gaining(step: OneStep) -> UpdateFromAlphaFunc:
    return _shaping(step.gain, Gain.set_moved)


def _shaping(gain: Gain, shape: Callable[[Gain, float], Gain]) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(gain, lambda _, share: shape(gain, share), rate_func=smooth)


def _pulling(balance: Balance) -> UpdateFromAlphaFunc:
    return UpdateFromAlphaFunc(balance.pulls, lambda _, share: balance.grow(share))
