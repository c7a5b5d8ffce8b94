"""What is done in one large chart, where all that pulls at a line is stacked beside it."""

from dataclasses import dataclass
from typing import Any

from manim import (
    Animation,
    FadeIn,
    FadeOut,
    Scene,
    UpdateFromAlphaFunc,
    linear,
    squish_rate_func,
    there_and_back,
)
from manim.utils.rate_functions import ease_in_out_sine

from scenes.visuals.squared_versus_absolute.balance import Balance
from scenes.visuals.squared_versus_absolute.changing import COMING, GOING, appearing, retitle
from scenes.visuals.squared_versus_absolute.dragged_point import DraggedPoint
from scenes.visuals.squared_versus_absolute.stacks.columns import Columns
from scenes.visuals.squared_versus_absolute.stacks.floors import WIDTH
from scenes.visuals.squared_versus_absolute.stacks.tally import Tally
from scenes.visuals.squared_versus_absolute.stray import Line
from scenes.visuals.squared_versus_absolute.sums.weighed import AREA
from scenes.visuals.writing.screen import Box

# A ring swells when the line has left its point.
FLASH = squish_rate_func(there_and_back, 0.0, 0.8)


@dataclass(frozen=True)
class Weighing:
    """Plays in ``scene`` what happens to the lines of ``drag``, one after the other."""

    scene: Scene
    drag: DraggedPoint

    def make_room(self) -> None:
        """Make both charts narrower: each gets a place for stacks beside it."""
        both = self.drag.balances
        moves = [one.chart.move(area_of(one), [one.points], run_time=0.8) for one in both]
        self.scene.play(*moves[0], *moves[1])
        for stacks in self._stacks:
            stacks.names.draw()

    def gather(self, *, run_time: float) -> None:
        """Let copies of all arrows go into their stacks, which get their names then."""
        self.scene.play(*(_gathering(stacks, run_time) for stacks in self._stacks))
        self.scene.play(*(FadeIn(stacks.names, run_time=0.3) for stacks in self._stacks))

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
        going = *squares.parts, squares.pulls, drag.columns, drag.columns.names
        content = [lengths.points, drag.tally.names]
        scene.play(
            *(FadeOut(part, rate_func=GOING) for part in going),
            *lengths.chart.move(AREA, content, run_time=1.1),
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

    def ring(self, about: int) -> None:
        """Put a ring about the point with this number: it comes large."""
        ringed = self.drag.ringed
        ringed.about = about
        self.scene.play(FadeIn(ringed.update()), run_time=0.4)

    def tip_off(self, line: Line, *, run_time: float) -> None:
        """Turn the free line of lengths into ``line``, off the point in the ring, which swells."""

        ringed = self.drag.ringed

        def swell(_: object, share: float) -> None:
            ringed.swollen = share

        flash = UpdateFromAlphaFunc(ringed, swell, rate_func=FLASH)
        self.scene.play(flash, *_turning(self.drag.balances[1], line), run_time=run_time)

    def tip(self, line: Line, *, run_time: float) -> None:
        """Turn the free line of lengths into ``line``."""
        self.scene.play(*_turning(self.drag.balances[1], line), run_time=run_time)

    def hold(self, *going: Any) -> None:
        """Hold the line of lengths again, and let go what is no longer looked at."""
        self.scene.play(
            *appearing(self.drag.balances[1].clamps),
            *(FadeOut(part) for part in going if part in self.scene.mobjects),
            run_time=0.4,
        )

    def take_point(self, height: float, *, run_time: float) -> None:
        """Take the stray point of the chart of the lengths to ``height``."""
        lengths = self.drag.balances[1]
        self.scene.play(lengths.height.animate.set_value(height), run_time=run_time)

    def fall(self) -> None:
        """Let go of the line of lengths: it turns, and a mark goes down with their sum."""
        weighed, one = self.drag.weighed, self.drag.balances[1]
        mark = weighed.total.tank.mark
        mark.add_updater(lambda _: weighed.mark(), call_updater=True)
        self.scene.play(FadeOut(one.clamps), FadeIn(mark), run_time=0.4)
        self.scene.play(*_turning(one, one.best()), run_time=2.0)
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
        """Let go what is no longer looked at: the sum, what holds the line, where it lay."""
        drag, total = self.drag, self.drag.weighed.total
        going = drag.ringed, drag.trace, *total.parts, total.tank.mark
        self.scene.play(
            *(FadeOut(part) for part in going if part in self.scene.mobjects), run_time=0.4
        )

    def add_squares(self) -> None:
        """Let the line of squares and what pulls at it come beside all: only the stacks stay."""
        scene, drag = self.scene, self.drag
        _, lengths = drag.balances
        drag.height.set_value(float(lengths.height.get_value()))
        going = drag.trace, drag.weighed.misses, lengths.pulls
        coming = drag.squared, drag.own_pull, drag.apart, drag.beside, drag.beside.names
        drag.beside.gathered = 1.0
        drag.beside.names.draw()
        retitle(
            scene,
            lengths.chart,
            drag.chart,
            *(FadeOut(part, rate_func=GOING) for part in going if part in scene.mobjects),
            *(FadeIn(part.update(), rate_func=COMING) for part in coming),
            run_time=0.8,
        )

    def go_farther(self, height: float, *, run_time: float) -> None:
        """Take the stray point to ``height``, on the same side of both free lines."""
        drag = self.drag
        _, lengths = drag.balances
        self.scene.play(
            *(one.animate.set_value(height) for one in (drag.height, lengths.height)),
            *_turning(lengths, drag.stray.absolute(height)),
            run_time=run_time,
        )

    @property
    def _stacks(self) -> tuple[Columns, Tally]:
        return self.drag.columns, self.drag.tally


def area_of(balance: Balance) -> Box:
    """Return where a chart is that has its stacks beside it, side by side with the other one."""
    area = balance.chart.area
    return Box(area.left, area.bottom, area.width - WIDTH, area.height)


def _gathering(stacks: Columns | Tally, run_time: float) -> Animation:
    """Let copies of arrows go into their stacks."""

    def go(_: object, share: float) -> None:
        stacks.gathered = share

    return UpdateFromAlphaFunc(stacks, go, rate_func=linear, run_time=run_time)


def _turning(balance: Balance, line: Line) -> list[Any]:
    moves = zip((balance.a, balance.b), line, strict=True)
    return [tracker.animate.set_value(value) for tracker, value in moves]
