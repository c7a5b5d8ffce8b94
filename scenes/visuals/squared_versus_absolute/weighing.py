"""What is done in one large chart, where all that pulls at a line is stacked beside it."""

from dataclasses import dataclass
from typing import Any

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
    there_and_back,
)
from manim.utils.rate_functions import ease_in_out_sine

from scenes.visuals.squared_versus_absolute.balance import Balance
from scenes.visuals.squared_versus_absolute.changing import COMING, GOING, appearing, retitle
from scenes.visuals.squared_versus_absolute.dragged_point import DraggedPoint
from scenes.visuals.squared_versus_absolute.lighting import (
    AT_FIRST,
    AT_LAST,
    brightness,
    dimming,
    lighting,
)
from scenes.visuals.squared_versus_absolute.ringed import Pin
from scenes.visuals.squared_versus_absolute.stacks.columns import Columns
from scenes.visuals.squared_versus_absolute.stacks.tally import NONE, Tally
from scenes.visuals.squared_versus_absolute.stray import Line
from scenes.visuals.squared_versus_absolute.sums.weighed import AREA
from scenes.visuals.squared_versus_absolute.tipping import on_line

# A ring swells when the line has left its point.
FLASH = squish_rate_func(there_and_back, 0.15, 0.55)
# As soon in the fall of a line the arrow of a point that it leaves has come into its stack.
BORN = squish_rate_func(smooth, 0.1, 0.3)
# A pin comes so much larger, and goes so.
PINNING, RELEASING = 3.0, 2.0


@dataclass(frozen=True)
class Weighing:
    """Plays in ``scene`` what happens to the lines of ``drag``, one after the other."""

    scene: Scene
    drag: DraggedPoint

    def gather(self, *, run_time: float) -> None:
        """Let copies of all arrows go into their stacks."""
        self.scene.play(*(_gathering(stacks, run_time) for stacks in self._stacks))

    def light_far_pull(self) -> None:
        """Let the pull of the stray point at the line of squares stand out from all others."""
        drag = self.drag
        others = drag.balances[0].pulls, drag.columns.arrows
        self.scene.play(*dimming(*others), FadeIn(drag.far_pull.update()), run_time=0.6)

    def light_all_pulls(self) -> None:
        """Let all other pulls at the line of squares be seen as well as that of the stray point."""
        drag = self.drag
        self.scene.play(*lighting(drag.balances[0].pulls, drag.columns.arrows), run_time=0.6)

    def light_end_pull(self, *, as_before: bool) -> None:
        """Let the pull of the stray point at the line of lengths stand out.

        Where it is ``as_before`` the point went astray, a pale dot goes where that was.
        """
        drag, heights, lengths = self.drag, self.drag.heights, self.drag.balances[1]
        others = lengths.pulls, drag.tally.stacks
        coming = appearing(drag.end_pull)
        self.scene.play(*dimming(*others), *coming, run_time=0.5)
        lengths.grow_off(drag.stray.order[-1:], 0.0)
        if not as_before:
            return

        def go_home(dot: Any, share: float) -> None:
            dot.put(heights.far + share * (heights.home - heights.far))

        going = UpdateFromAlphaFunc(drag.before, go_home, rate_func=smooth)
        miss = brightness(drag.weighed.misses, 1.0, 0.0, GOING)
        self.scene.play(going, miss, run_time=0.8)

    def let_both_go(self, *, run_time: float) -> None:
        """Let both lines that were held go where they are best."""
        both = self.drag.balances
        self.scene.play(*(FadeOut(one.clamps) for one in both), run_time=0.4)
        self.scene.play(
            *(move for one in both for move in _turning(one, one.best())), run_time=run_time
        )

    def enlarge_lengths(self) -> None:
        """Let the chart of the lengths have the frame, but for its stacks and their sum."""
        scene, drag = self.scene, self.drag
        squares, lengths = drag.balances
        apart = drag.far_pull, drag.end_pull, drag.before
        going = *squares.parts, squares.pulls, drag.columns, *apart
        plain = UpdateFromAlphaFunc(drag.tally, lambda m, share: m.outline(1 - share))
        own = drag.stray.order[-1:]
        coming = UpdateFromAlphaFunc(lengths.pulls, lambda _, s: lengths.grow_off(own, s))
        miss = drag.weighed.misses
        scene.play(
            *(FadeOut(part, rate_func=GOING) for part in going),
            *lengths.chart.move(AREA, [lengths.points], run_time=1.1),
            *lighting(lengths.pulls, drag.tally.stacks),
            plain,
            coming,
            brightness(miss, float(miss.get_stroke_opacity()), 1.0, smooth),
            run_time=1.1,
        )
        drag.weighed.mark()
        total = drag.weighed.total
        self.leave_trace()
        scene.play(*appearing(*total.parts, total.tank.mark), run_time=0.4)

    def leave_trace(self) -> None:
        """Leave a trace of the line of lengths where it lies."""
        drag = self.drag
        drag.chart.set_area(AREA)
        self.scene.add(drag.trace.set_line(*drag.balances[1].at()))

    def ring(self, about: int, *meanwhile: VMobject) -> None:
        """Put a ring about the point with this number, and let come what comes with it."""
        ringed, lengths = self.drag.ringed, self.drag.balances[1]
        ringed.about = about
        lengths.end_at_ring(about)
        self.scene.play(*appearing(ringed, *meanwhile), run_time=0.4)

    def ring_both(self, left: int) -> None:
        """Put rings about the points that the line of lengths lies on, and a pin in one of them."""
        pin, tally = self.drag.pin.draw(), self.drag.tally
        self.ring(left, pin.ring)
        tally.about, tally.taken = left, (0.0, 0.0)
        self.scene.wait(1.0)
        self._pin(pin)

    def take_arrow(self) -> None:
        """Let a copy of the arrow of the point in the ring go into its stack, on top."""
        tally, one = self.drag.tally, self.drag.balances[1]
        x, y = (values[tally.about] for values in one.seen())
        side = float(np.sign(y - np.polyval(one.at(), x)))

        def take(_: object, share: float) -> None:
            tally.taken = side, share

        self.scene.play(UpdateFromAlphaFunc(tally, take, rate_func=linear), run_time=0.9)

    def show_lever(self, pinned: int) -> None:
        """Draw from the pin how far the pull of the point in the ring is away."""
        ringed = self.drag.ringed
        ringed.pinned = pinned
        self.scene.play(self._levering(0.0, 1.0), run_time=0.7)

    def _levering(self, old: float, new: float) -> Animation:
        def draw(ringed: Any, share: float) -> None:
            ringed.levered = old + share * (new - old)

        return UpdateFromAlphaFunc(self.drag.ringed, draw, rate_func=smooth)

    def tip_off(self, line: Line, *, run_time: float) -> None:
        """Turn the free line of lengths into ``line``, off the point in the ring, which swells."""

        ringed = self.drag.ringed

        def swell(_: object, share: float) -> None:
            ringed.swollen = share

        flash = UpdateFromAlphaFunc(ringed, swell, rate_func=FLASH)
        self.scene.play(flash, *_turning(self.drag.balances[1], line), run_time=run_time)

    def tip_back(self, line: Line, *, run_time: float) -> None:
        """Turn the free line of lengths into ``line``: the lever goes back into the pin."""
        turning = _turning(self.drag.balances[1], line)
        self.scene.play(*turning, self._levering(1.0, 0.0), run_time=run_time)

    def pin_both(self) -> None:
        """Put a pin in the point in the ring too: it holds the line, whose mark is let go."""
        drag, tally = self.drag, self.drag.tally
        tally.about = NONE
        drag.balances[1].end_at_ring(NONE)
        self.scene.remove(drag.ringed)
        self.scene.add(drag.other_pin.draw().ring)
        self._pin(
            drag.other_pin,
            FadeOut(drag.weighed.total.tank.mark),
            UpdateFromAlphaFunc(tally, lambda m, share: m.outline(share)),
        )

    def _pin(self, pin: Pin, *meanwhile: Animation) -> None:
        """Put a pin in the ring about its point."""
        self.scene.play(FadeIn(pin.head, scale=PINNING), *meanwhile, run_time=0.5)
        self.scene.remove(pin.ring, pin.head)
        self.scene.add(pin)

    def take_point(self, height: float, *, run_time: float) -> None:
        """Take the stray point of the chart of the lengths to ``height``."""
        lengths = self.drag.balances[1]
        self.scene.play(lengths.height.animate.set_value(height), run_time=run_time)

    def fall(self, *pins: Pin) -> None:
        """Take ``pins`` out: the line of lengths turns, and a mark goes down with their sum."""
        weighed, one = self.drag.weighed, self.drag.balances[1]
        mark = weighed.total.tank.mark
        mark.add_updater(lambda _: weighed.mark(), call_updater=True)
        out = (FadeOut(pin, scale=RELEASING) for pin in pins)
        self.scene.play(*out, FadeIn(mark), run_time=0.6)
        left = on_line(*one.seen(), one.at(), one.chart.y_scale.span)
        born = UpdateFromAlphaFunc(one.pulls, lambda _, s: one.grow_off(left, s), rate_func=BORN)
        self.scene.play(born, *_turning(one, one.best()), run_time=2.0)
        mark.clear_updaters()

    def cross_back(self, height: float, *, run_time: float) -> None:
        """Take the stray point back to ``height`` across a line that is always the best one."""
        drag = self.drag
        _, lengths = drag.balances

        def cross(_: object, share: float) -> None:
            lengths.height.set_value(start + share * (height - start))
            for part, value in zip((lengths.a, lengths.b), lengths.best(), strict=True):
                part.set_value(value)

        start = float(lengths.height.get_value())
        crossing = UpdateFromAlphaFunc(lengths.height, cross, rate_func=ease_in_out_sine)
        self.scene.play(crossing, run_time=run_time)

    def clear(self) -> None:
        """Let go all but the points, the line of lengths, and how the stray point pulls at it."""
        drag, one = self.drag, self.drag.balances[1]
        weighed = drag.weighed
        going = drag.pin, drag.ringed, drag.trace, drag.tally, weighed.misses, *weighed.total.parts
        leaving = *going, weighed.total.tank.mark
        self.scene.play(
            *(FadeOut(part) for part in leaving if part in self.scene.mobjects),
            UpdateFromAlphaFunc(one.pulls, lambda _, share: one.leave_one(share)),
            run_time=0.6,
        )

    def add_squares(self) -> None:
        """Let the line of squares come beside all, then both lines' stacks, one after the other."""
        scene, drag = self.scene, self.drag
        _, lengths = drag.balances
        drag.height.set_value(float(lengths.height.get_value()))
        coming = drag.squared, drag.own_pull, drag.apart
        drag.beside.gathered = 1.0
        retitle(
            scene,
            lengths.chart,
            drag.chart,
            FadeOut(lengths.pulls, rate_func=GOING),
            *(FadeIn(part.update(), rate_func=COMING) for part in coming),
            run_time=0.8,
        )
        for stacks in (drag.tally, drag.beside):
            scene.play(*appearing(stacks), run_time=0.4)

    def go_farthest(self, *, run_time: float) -> None:
        """Take the stray point farthest: first the pulls at one line are lit, then at the other."""
        drag, tally, beside = self.drag, self.drag.tally, self.drag.beside
        green = dimming(beside.arrows, beside.own, drag.own_pull, rate_func=AT_FIRST)
        purple = dimming(tally.stacks, tally.own, rate_func=AT_LAST)
        self.go_farther(drag.heights.farthest, *green, *purple, run_time=run_time)

    def go_farther(self, height: float, *meanwhile: Animation, run_time: float) -> None:
        """Take the stray point to ``height``, on the same side of both free lines."""
        drag = self.drag
        _, lengths = drag.balances
        self.scene.play(
            *(one.animate.set_value(height) for one in (drag.height, lengths.height)),
            *_turning(lengths, drag.stray.absolute(height)),
            *meanwhile,
            run_time=run_time,
        )

    @property
    def _stacks(self) -> tuple[Columns, Tally]:
        return self.drag.columns, self.drag.tally


def _gathering(stacks: Columns | Tally, run_time: float) -> Animation:
    """Let copies of arrows go into their stacks."""

    def go(_: object, share: float) -> None:
        stacks.gathered = share

    return UpdateFromAlphaFunc(stacks, go, rate_func=linear, run_time=run_time)


def _turning(balance: Balance, line: Line) -> list[Any]:
    moves = zip((balance.a, balance.b), line, strict=True)
    return [tracker.animate.set_value(value) for tracker, value in moves]
