"""Two ways to measure a miss: why one line chases a far point and the other stays.

Storyboard
    torn     two best lines agree; one point is dragged away, one line chases it, one stays: why?
    squares  six points: their squares fill a tank, whose level draws a valley with one lowest place
    lengths  the same with lengths, laid end to end: a corner wherever the line meets a point,
             and flat ground where as many points lie above as below
    pull     pull one point away: the valley of the squares slides, that of the lengths only rises
    lines    a valley for every slope, side by side; from above a map, with a patch of best lines
    lean     the line leans towards the stray point: the squares shrink, the lengths grow
    sides    however far the point is, it is one below: the line goes along only while it crosses
    answer   the opening shot: squares feel how far it is, lengths on which side
"""

from typing import Any

from manim import Create, FadeIn, FadeOut, UpdateFromAlphaFunc, VMobject, linear
from manim.utils.rate_functions import ease_in_out_sine

from core.fits.line import fit_line
from core.project.paths import DATA
from core.tables.dataset import read_dataset
from scenes.film import Film
from scenes.visuals.squared_versus_absolute.dragged_point import BESIDE_TANKS, BEYOND, FAR
from scenes.visuals.squared_versus_absolute.lifted_line import INSET, LARGE, Sum
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED
from scenes.visuals.squared_versus_absolute.moves import Moves
from scenes.visuals.squared_versus_absolute.stage import INSET_ON_MAP, Stage, stage
from scenes.visuals.writing.screen import PICTURE

MEASURED_TWICE = DATA / "measured_twice.csv"
STRAY = DATA / "stray.csv"
# Where a swing of the stray point turns, in units of y.
SWING = 3.0
# Just below the lines, where the crossing begins.
NEAR = 8.6
# How far one of the six points is pulled down.
PULL = 3.0


class SquaredVersusAbsolute(Film):
    """The same points under both distances, and an outlier."""

    poster_step = "lean"
    poster_share = 0.25
    stage: Stage
    moves: Moves

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = stage(self.pen, read_dataset(MEASURED_TWICE), read_dataset(STRAY))
        self.moves = Moves(self, self.stage.line)
        self.stage.drag.follow()
        self.stage.line.follow()
        self.tear()
        self.take_six_points()
        self.lift_squares()
        self.lift_lengths()
        self.find_the_floor()
        self.pull_a_point()
        self.tilt_the_line()
        self.look_from_above()
        self.lean()
        self.cross()
        self.answer()

    def tear(self) -> None:
        """Drag one of the points on which two best lines agree."""
        drag = self.stage.drag
        self.step("torn")
        self.watch(drag.chart)
        self.add(drag.chart, drag.squared, drag.absolute, drag.points, drag.marker)
        self.say("Two ways to find the best line. Here they agree.")
        self.play(drag.height.animate.set_value(drag.stray.y - 0.5), run_time=1.0)
        self.play(drag.height.animate.set_value(drag.stray.y), run_time=1.0)
        self.say("Now one point goes astray.")
        self.play(drag.height.animate.set_value(FAR), run_time=3.2, rate_func=ease_in_out_sine)
        self.say('$squared("One line")$ chases it, $absolute("the other")$ stays. Why?')
        self._swing(2)

    def take_six_points(self) -> None:
        """Show six points and how far a line misses each of them."""
        line, drag = self.stage.line, self.stage.drag
        self.step("squares")
        self.watch(line.chart)
        self.say("Take six points and some line.")
        self.play(FadeOut(drag.chart, drag.points, drag.marker), run_time=0.5)
        appear = UpdateFromAlphaFunc(line.points, lambda m, s: m.set_shown(s))
        self.play(
            FadeOut(drag.squared, drag.absolute, run_time=0.6),
            *(FadeIn(line.chart), appear),
            run_time=1.4,
            rate_func=linear,
        )
        self.play(Create(line.line), run_time=0.7)
        self.say('One way: $squared("square")$ each miss.')
        self.moves.grow(line.squares)
        self.wait(0.5)
        self.say('The $squared("sum of the squares")$ fills a tank.')
        self.moves.pour(line.squared)

    def lift_squares(self) -> None:
        """Lift the line: the level in the tank draws a smooth valley."""
        line, total = self.stage.line, self.stage.line.squared
        self._make_room(total, line.squares)
        self.say("Lift the line: the level draws a valley.")
        self.moves.sweep(total, run_time=3.8)
        self.say("It has one lowest place: one best line.")
        best = fit_line(line.data.x, line.data.y).intercept
        self.play(line.b.animate.set_value(best), run_time=1.6)
        self.wait(0.6)

    def lift_lengths(self) -> None:
        """Do the same with lengths: this valley has a corner wherever the line meets a point."""
        line, old, total = self.stage.line, self.stage.line.squared, self.stage.line.absolute
        self.step("lengths")
        self.say('The other way: only the $absolute("lengths")$ count.')
        self.play(
            FadeOut(*old.still, old.layers, old.marker, old.level, line.squares), run_time=0.6
        )
        self.play(line.b.animate.set_value(total.marker.x), run_time=0.6)
        self.watch(line.chart)
        self.play(*line.chart.move(LARGE, [line.line, line.points]))
        self.moves.grow(line.lengths)
        self.say("Lay them end to end: their sum is a height.")
        self.moves.pour(total)
        self._make_room(total, line.lengths)
        self.say("Lift the line: at each point it meets, a corner.")
        self.add(line.corners)
        line.corners.add_updater(lambda m: m.set_seen(line.b.get_value()))
        self.moves.sweep(total, run_time=5.0)
        line.corners.clear_updaters()

    def find_the_floor(self) -> None:
        """Rest on the flat ground, where as many points lie above the line as below."""
        line = self.stage.line
        floor = line.corners.b[2], line.corners.b[3]
        self.say("The valley’s steepness: points below minus above.")
        self.play(FadeIn(line.tally), run_time=0.5)
        self.play(line.b.animate.set_value(floor[1] + 0.3), run_time=2.4)
        self.say("Three against three: nothing changes. The floor is flat.")
        for share in (0.9, 0.1, 0.5):
            at = (1 - share) * floor[0] + share * floor[1]
            self.play(line.b.animate.set_value(at), run_time=1.0)
        self.wait(0.5)

    def pull_a_point(self) -> None:
        """Pull one point away: one valley slides along, the other only rises."""
        line = self.stage.line
        squares, lengths = line.squared, line.absolute
        self.step("pull")
        middle = line.current()[1]
        self.say('Pull a point away: the valley of $squared("squares")$ slides,')
        self.play(FadeOut(line.tally), run_time=0.3)
        self._swap(lengths, line.lengths, squares, line.squares, line.best(0.0))
        self.moves.pull(PULL, squares, line.best(PULL), 2.8)
        self.say("and the line goes along.")
        self.moves.pull(0.0, squares, line.best(0.0), 1.8)
        self.say('That of the $absolute("lengths")$ rises, but does not shift.')
        self._swap(squares, line.squares, lengths, line.lengths, middle)
        self.moves.pull(0.6 * PULL, lengths, middle, 2.4)
        self.say("However far away, the point is one below.")
        self.play(FadeIn(line.tally.update()), run_time=0.3)
        self.moves.pull(PULL, lengths, middle, 2.4)
        self.hush()
        self.moves.pull(0.0, lengths, middle, 1.0)

    def tilt_the_line(self) -> None:
        """Tilt the line as well: every slope has its valley, and they stand side by side."""
        line, land = self.stage.line, self.stage.landscape
        total = line.absolute
        self.step("lines")
        land.follow(line)
        self.say("Tilt the line, too: every slope has its valley.")
        self.watch(land.valleys, line.chart)
        self.add(land.valleys)
        self.play(
            FadeOut(total.chart, total.tank.walls, total.valley, total.layers, total.marker),
            FadeOut(total.level, line.corners, line.tally),
            run_time=0.6,
        )
        self.play(land.sight.animate.set_value(1.0), run_time=1.6)
        lit, (low, high) = land.low.get_value(), (land.valleys.slopes[0], land.valleys.slopes[-1])
        self.play(line.a.animate.set_value(high), land.high.animate.set_value(high), run_time=1.5)
        self.play(line.a.animate.set_value(lit), run_time=0.7)
        self.play(line.a.animate.set_value(low), land.low.animate.set_value(low), run_time=1.5)
        self.play(line.a.animate.set_value(lit), FadeIn(land.rings), run_time=0.8)

    def look_from_above(self) -> None:
        """See the valleys as a map of lines, and walk round the patch of best lines."""
        line, land = self.stage.line, self.stage.landscape
        self.say("Seen from above, every place is one line.")
        self.play(land.sight.animate.set_value(2.0), run_time=2.4)
        self.play(
            *_appearing(land.map, land.marker),
            FadeOut(land.valleys.seen, land.valleys.present),
            *line.chart.move(INSET_ON_MAP, [line.line, line.points, line.lengths]),
        )
        self.watch(land.map)
        self.say('All lines on the $absolute("patch")$ have the same sum of lengths.')
        self.play(*_appearing(land.patch, *land.sums), run_time=0.6)
        corners = list(zip(*land.corners, strict=True))
        for a, b in [*corners, corners[0]]:
            self.moves.go_to(float(a), float(b), run_time=0.6)
        self.say('The least $squared("squares")$: one place only.')
        best = fit_line(line.data.x, line.data.y)
        self.play(FadeIn(land.best_squares), run_time=0.4)
        self.moves.go_to(best.slope, best.intercept, run_time=1.0)
        self.wait(0.4)

    def lean(self) -> None:
        """Lean one line towards the stray point: one sum falls, the other rises."""
        drag, line, land = self.stage.drag, self.stage.line, self.stage.landscape
        self.step("lean")
        drag.height.set_value(FAR)
        drag.chart.set_area(BESIDE_TANKS)
        drag.points.draw()
        drag.follow_lean()
        self.say("Back to the point astray: which line now?")
        self.play(
            FadeOut(land.map, *land.sums, land.best_squares, line.chart, line.line),
            FadeOut(line.points, line.lengths),
            run_time=0.5,
        )
        self.watch(drag.chart, *drag.tanks, land.rings)
        self.play(
            FadeOut(land.rings, land.patch, land.marker, run_time=0.6),
            *_appearing(drag.chart, drag.points, drag.marker, drag.leaning),
            *_appearing(drag.squares, drag.lengths, drag.names, *drag.layers),
            *_appearing(*(tank.walls for tank in drag.tanks)),
            run_time=0.8,
        )
        self.watch(drag.chart, *drag.tanks)
        self.wait(1.0)
        for tank, measure in zip(drag.tanks, (SQUARED, ABSOLUTE), strict=True):
            tank.set_mark(float(drag.amounts(measure).sum()))
        self.add(*(tank.mark for tank in drag.tanks))
        self.say('Lean towards it: one huge $squared("square")$ shrinks fast.')
        self.play(drag.lean.animate.set_value(0.55), run_time=2.8)
        self.say('But the $absolute("lengths")$ grow: one gains, many lose.')
        self.play(drag.lean.animate.set_value(1.0), run_time=2.8)
        self.wait(0.8)

    def cross(self) -> None:
        """Drag the point through the lines: the purple one steps when it changes sides."""
        drag = self.stage.drag
        self.step("sides")
        gone = (*(tank for tank in drag.tanks), *drag.layers, drag.names)
        self.hush()
        self.play(
            FadeOut(*gone, drag.leaning, drag.squares, drag.lengths),
            *_appearing(drag.squared, drag.absolute),
            run_time=0.6,
        )
        moved = [drag.points, drag.marker, drag.squared, drag.absolute]
        self.play(*drag.chart.move(PICTURE, moved))
        self.watch(drag.chart)
        self.say('The $absolute("line")$ rests on two points: three above, three below.')
        self.play(FadeIn(drag.tally), run_time=0.5)
        self.wait(2.2)
        self.say('Far or near, it is one point below: the $absolute("line")$ rests.')
        self.play(drag.height.animate.set_value(NEAR), run_time=3.4)
        self.say('Only while it crosses does the $absolute("line")$ go along.')
        self.play(drag.height.animate.set_value(BEYOND), run_time=4.0, rate_func=linear)
        self.wait(0.6)

    def answer(self) -> None:
        """Return to the opening shot."""
        drag = self.stage.drag
        self.step("answer")
        self.play(FadeOut(drag.tally), run_time=0.4)
        self.play(drag.height.animate.set_value(FAR), run_time=1.8)
        self.say('$squared("Squares")$ feel distance. $absolute("Lengths")$ feel sides.')
        self._swing(2)

    def _swing(self, times: int) -> None:
        """Let the stray point swing, far above both lines."""
        height = self.stage.drag.height
        for _ in range(times):
            for target in (SWING, FAR):
                self.play(height.animate.set_value(target), run_time=0.9)

    def _make_room(self, total: Sum, misses: Any) -> None:
        """Make the points an inset and let the chart of the sum have the frame."""
        line = self.stage.line
        self.watch(total.chart)
        self.play(*line.chart.move(INSET, [line.line, line.points, misses], run_time=1.0))
        total.follow(line)
        self.play(*_appearing(total.chart, total.marker, total.level), run_time=0.6)
        self.play(line.b.animate.set_value(line.reach.low), run_time=1.0)

    def _swap(self, old: Sum, old_misses: Any, new: Sum, new_misses: Any, b: float) -> None:
        """Let one sum take the place of the other, the line at ``b``."""
        line = self.stage.line
        corners = (line.corners,) if old is line.absolute else ()
        gone = (old.chart, old.tank.walls, old.valley, old.marker, old.level, old.layers)
        self.play(FadeOut(*gone, *corners, old_misses), run_time=0.5)
        line.b.set_value(b)
        line.line.update()
        self.watch(new.chart)
        corners = (line.corners,) if new is line.absolute else ()
        come = (new.chart, new.tank.walls, new.valley, new.marker, new.level, new.layers)
        self.play(*_appearing(*come, *corners, new_misses), run_time=0.6)


def _appearing(*parts: VMobject) -> list[FadeIn]:
    """Fade in each on its own: a group of moving and resting parts would be drawn anew together.

    While they appear they rest, so each is brought to where it belongs first.
    """
    return [FadeIn(part.update()) for part in parts]
