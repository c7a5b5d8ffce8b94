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
    smooth,
    squish_rate_func,
)

from scenes.visuals.squared_versus_absolute.balance import Balance
from scenes.visuals.squared_versus_absolute.changing import COMING, GOING, appearing, retitle
from scenes.visuals.squared_versus_absolute.dragged_point import DraggedPoint
from scenes.visuals.squared_versus_absolute.stacks.columns import Columns
from scenes.visuals.squared_versus_absolute.stacks.tally import Tally
from scenes.visuals.squared_versus_absolute.stray import Line
from scenes.visuals.squared_versus_absolute.sums.weighed import AREA

# One chart leaves while another one comes over its place.
LEAVING = squish_rate_func(smooth, 0.0, 0.75)


@dataclass(frozen=True)
class Weighing:
    """Plays in ``scene`` what happens to the lines of ``drag``, one after the other."""

    scene: Scene
    drag: DraggedPoint

    def enlarge_squares(self) -> None:
        """Let the chart of the squares have the frame, but for the place beside it."""
        squares, lengths = self.drag.balances
        going = *lengths.parts, lengths.pulls, lengths.clamps, self.drag.weighed.misses
        self.scene.play(
            *(FadeOut(part, rate_func=LEAVING) for part in going),
            *squares.chart.move(AREA, [squares.points], run_time=0.8),
            run_time=0.8,
        )

    def take_lengths(self) -> None:
        """Let the chart of the lengths come where that of the squares is: points stay."""
        scene, drag = self.scene, self.drag
        squares, lengths = drag.balances
        lengths.chart.set_area(AREA)
        lengths.points.draw()
        scene.remove(squares.points, squares.marker)
        scene.add(lengths.points, lengths.marker.update())
        going = squares.line, squares.pulls, drag.columns, drag.columns.names
        coming = lengths.line, lengths.clamps, lengths.pulls, drag.weighed.misses
        retitle(
            scene,
            squares.chart,
            lengths.chart,
            *(FadeOut(part) for part in going),
            *appearing(*coming),
            run_time=0.8,
        )

    def gather(self, stacks: Columns | Tally, *, run_time: float) -> None:
        """Let copies of all arrows go into their stacks, which get their names then."""
        self.scene.play(_gathering(stacks, run_time))
        self.scene.play(FadeIn(stacks.names, run_time=0.3))

    def let_go(self, one: Balance, *, run_time: float) -> None:
        """Let a line that was held go where it is best."""
        self.scene.play(FadeOut(one.clamps), run_time=0.4)
        self.scene.play(*_turning(one, one.best()), run_time=run_time)

    def show_hinge(self) -> None:
        """Let the hinge of the line appear, and the sum of its lengths with a mark."""
        drag = self.drag
        drag.weighed.mark()
        total = drag.weighed.total
        self.leave_trace()
        self.scene.play(
            *appearing(*total.parts, total.tank.mark), FadeIn(drag.hinge.draw()), run_time=0.6
        )

    def leave_trace(self) -> None:
        """Leave a trace of the line of lengths where it lies."""
        drag = self.drag
        drag.chart.set_area(AREA)
        self.scene.add(drag.trace.set_line(*drag.balances[1].at()))

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

    def fall(self, *going: Any) -> None:
        """Let go of the line of lengths: it turns, and a mark goes down with their sum."""
        weighed, one = self.drag.weighed, self.drag.balances[1]
        mark = weighed.total.tank.mark
        mark.add_updater(lambda _: weighed.mark(), call_updater=True)
        self.scene.play(
            FadeOut(one.clamps), FadeIn(mark), *(FadeOut(part) for part in going), run_time=0.4
        )
        self.scene.play(*_turning(one, one.best()), run_time=2.0)
        mark.clear_updaters()

    def add_squares(self) -> None:
        """Let the line of squares, what pulls at it and how far the point is come beside all."""
        scene, drag = self.scene, self.drag
        _, lengths = drag.balances
        drag.height.set_value(float(lengths.height.get_value()))
        going = drag.trace, drag.hinge, drag.weighed.misses
        retitle(
            scene,
            lengths.chart,
            drag.chart,
            *(FadeOut(part, rate_func=GOING) for part in going if part in scene.mobjects),
            *(FadeIn(part.update(), rate_func=COMING) for part in (drag.squared, drag.own_pull)),
            *(FadeIn(part.update(), rate_func=COMING) for part in (drag.readout, drag.apart)),
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


def _gathering(stacks: Columns | Tally, run_time: float) -> Animation:
    """Let copies of arrows go into their stacks."""

    def go(_: object, share: float) -> None:
        stacks.gathered = share

    return UpdateFromAlphaFunc(stacks, go, rate_func=linear, run_time=run_time)


def _turning(balance: Balance, line: Line) -> list[Any]:
    moves = zip((balance.a, balance.b), line, strict=True)
    return [tracker.animate.set_value(value) for tracker, value in moves]
