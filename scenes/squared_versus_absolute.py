"""Two ways to measure a miss: why one line chases a far point and the other stays.

Storyboard
    torn     two best lines agree; one point is dragged away, one line chases it, one stays: why?
    squares  six points: their squares fill a tank, whose level draws a valley with one lowest place
    lengths  the same with lengths, laid end to end: lowest where as many points are above as below
    pull     one small step of the line: a far square gains a long strip, a near one a short one, a
             length the same bit from anywhere. Strips and bits become the pulls of the points; laid
             side by side, those up are as long as those down. The pull of the stray point grows
             and takes one line along; at the other both stay
    sides    however far the point is, it is on one side: the line goes along only while it crosses
    answer   the opening shot with the two pulls of the stray point: one grows, one does not
"""

from collections.abc import Callable

from manim import (
    FadeIn,
    FadeOut,
    VMobject,
    linear,
    rush_from,
    rush_into,
    smooth,
)
from manim.utils.rate_functions import ease_in_out_sine

from core.fits.line import fit_line
from core.project.paths import DATA
from core.tables.dataset import read_dataset
from scenes.film import Film
from scenes.visuals.squared_versus_absolute.lifted_line import INSET, LARGE, Sum
from scenes.visuals.squared_versus_absolute.moves import Moves
from scenes.visuals.squared_versus_absolute.pulling import Pulling
from scenes.visuals.squared_versus_absolute.shot import COMING, GOING, Shot, change, coming, going
from scenes.visuals.squared_versus_absolute.stage import Stage, stage
from scenes.visuals.writing.screen import PICTURE

MEASURED_TWICE = DATA / "measured_twice.csv"
STRAY = DATA / "stray.csv"


class SquaredVersusAbsolute(Film):
    """The same points under both distances, and an outlier."""

    poster_step = "pull"
    poster_share = 0.62
    stage: Stage
    moves: Moves

    def construct(self) -> None:
        """Tell the storyboard."""
        own = not self.settings.shows_the_article
        many = self.settings.dataset() if own else read_dataset(STRAY)
        self.stage = stage(self.pen, read_dataset(MEASURED_TWICE), many)
        self.moves = Moves(self, self.stage.line)
        self.stage.drag.follow()
        self.stage.line.follow()
        self.tear()
        self.take_six_points()
        self.lift_squares()
        self.lift_lengths()
        self.pull()
        self.cross()
        self.answer()

    def tear(self) -> None:
        """Drag one of the points on which two best lines agree."""
        drag, heights = self.stage.drag, self.stage.drag.heights
        self.step("torn")
        self.watch(drag.chart)
        self.add(drag.chart, *drag.shot.lines, drag.points, drag.marker)
        self.say("Two ways to find the best line. They nearly agree.")
        nudged = heights.home + 0.06 * (heights.far - heights.home)
        self._drag(nudged, 0.8)
        self._drag(heights.home, 0.8)
        self.say("Now one point goes astray.")
        self._drag(heights.far, 3.2, ease_in_out_sine)
        self.say('$squared("One line")$ chases it, $absolute("the other")$ stays. Why?')
        self._swing(2)

    def take_six_points(self) -> None:
        """Show six points and how far a line misses each of them."""
        line, drag = self.stage.line, self.stage.drag
        self.step("squares")
        self.watch(line.chart)
        self.say("Take just six points, and any line.")
        self.play(
            *going(drag.shot, GOING),
            *drag.chart.move(LARGE, (), run_time=1.2),
            *coming(Shot((line.points,), (line.line,), ()), COMING),
            run_time=1.2,
        )
        self.remove(drag.chart, drag.points)
        drag.chart.set_area(PICTURE)
        self.add(line.chart)
        self.say('A $res("miss")$: straight up or down.')
        self.moves.grow(line.misses)
        self.say('One way: $squared("square")$ each miss.')
        self.moves.grow(line.squares, FadeOut(line.misses))
        self.say("In a tank their areas add up.")
        self.moves.pour(line.squared)

    def lift_squares(self) -> None:
        """Lift the line: the level in the tank draws a smooth valley."""
        line, total = self.stage.line, self.stage.line.squared
        self.watch(total.chart)
        self.say("Now change only the height $intercept(b)$.")
        self.play(
            *line.chart.move(INSET, [line.line, line.points, line.squares], run_time=0.8),
            FadeIn(total.chart, rate_func=COMING),
            run_time=0.8,
        )
        self._show_level(total, line.crossing)
        self.play(line.b.animate.set_value(line.reach.low), run_time=0.7)
        self.say("The level draws a valley: lowest is best.")
        self.moves.sweep(total, line.reach.high, run_time=2.6)
        best = fit_line(line.data.x, line.data.y).intercept
        self.play(line.b.animate.set_value(best), run_time=1.2)

    def lift_lengths(self) -> None:
        """Do the same with lengths: lowest is where as many points are above as below."""
        line, old, total = self.stage.line, self.stage.line.squared, self.stage.line.absolute
        self.step("lengths")
        self.say('The other way: only the $absolute("lengths")$ count.')
        self.watch(total.chart)
        self.play(
            *(FadeOut(part, rate_func=GOING) for part in (*old.parts, line.squares)),
            FadeIn(total.chart, rate_func=COMING),
            run_time=0.7,
        )
        self.moves.grow(line.lengths, line.b.animate.set_value(line.reach.low))
        self.say("Laid end to end, they draw a valley too.")
        self.moves.pour(total)
        self._show_level(total)
        self.moves.sweep(total, line.reach.high, run_time=2.6)
        self.say("Lowest: as many points above the line as below.")
        best = fit_line(line.data.x, line.data.y).intercept
        self.play(line.b.animate.set_value(best), run_time=1.2)
        self.wait(0.8)

    def pull(self) -> None:
        """Show how hard each point pulls at either line, and drag one away from each."""
        line, total = self.stage.line, self.stage.line.absolute
        squares, lengths = self.stage.drag.balances
        heights, act = self.stage.drag.heights, Pulling(self, squares, lengths)
        self.step("pull")
        self.say("Back to our points: one far, one near.")
        leaving = (*total.parts, line.crossing, line.chart, line.lengths)
        change(self, Shot((line.points,), (line.line,), leaving), self._balances())
        self.watch(squares.chart, lengths.chart)
        act.show_two_misses()
        self.say("Move the line one small step away.")
        act.step(squares)
        self.say('A far square gains a long $squared("strip")$, a near one a short one.')
        act.lay_strips()
        self.wait(0.6)
        self.say('A $absolute("length")$ gains the same bit, far or near.')
        act.step(lengths)
        self.wait(0.8)
        self.say("Moving away costs: so each point pulls the line back.")
        self.wait(0.4)
        act.make_arrows()
        self.wait(0.4)
        self.say("So do all the others.")
        act.let_all_pull()
        self.say("At rest, up and down are equal.")
        act.lay_pulls()
        self.say('Near the line the point hardly $squared("pulls")$.')
        act.drag(squares, heights.home, run_time=1.8)
        self.wait(0.4)
        self.say('At the end its $squared("pull")$ tilts the line like a lever.')
        act.drag(squares, heights.far, run_time=2.8)
        self.say('Under lengths its $absolute("pull")$ stays: so does the line.')
        act.drag(lengths, heights.clear, run_time=1.7)
        act.drag(lengths, heights.far, run_time=1.7)

    def cross(self) -> None:
        """Drag the point through the line of least lengths, which goes along while it crosses."""
        drag, heights = self.stage.drag, self.stage.drag.heights
        squares, lengths = drag.balances
        self.step("sides")
        self.say("And when the point crosses the line?")
        drag.height.set_value(heights.far)
        Pulling(self, squares, lengths).enlarge(lengths, squares)
        self.remove(lengths.points, lengths.marker, lengths.line)
        self.watch(drag.chart)
        self.add(drag.absolute.update(), drag.points.set_shown(1.0), drag.marker.update())
        old, new = lengths.chart.titles[1], drag.chart.titles[1]
        assert old is not None  # both charts were given titles
        assert new is not None
        self.play(FadeOut(old, rate_func=GOING), FadeIn(new, rate_func=COMING), run_time=0.4)
        # Without its title it is no longer one mobject of the scene.
        self.remove(*lengths.chart.submobjects)
        self.add(drag.chart)
        above, below = drag.tally.counts
        self.say(f"{above} above, {below} below; two points hold the line.")
        self.play(*_appearing(drag.tally, drag.held), run_time=0.5)
        self.wait(1.2)
        side = "below" if heights.far < heights.beyond else "above"
        self.say(f'The point is near, but still {side}: the $absolute("line")$ rests.')
        self._drag(heights.near, 2.0)
        meets, leaves = drag.stray.crossing(heights)
        self.say('The point meets the $absolute("line")$, holds it and takes it along.')
        self.play(*_appearing(drag.rested, drag.turned), run_time=0.4)
        # Quickly onto the line and off it: what lies on it looks as the counts have it.
        self._drag(meets, 0.8, rush_into)
        self._drag(leaves, 2.8, linear)
        self.say('Two other points hold the $absolute("line")$ now.')
        self._drag(heights.beyond, 1.4, rush_from)

    def answer(self) -> None:
        """Return to the opening shot, with the two pulls of the stray point."""
        drag = self.stage.drag
        self.step("answer")
        self.say("Now both lines again.")
        self.play(
            *(FadeOut(part) for part in (drag.tally, drag.held, drag.rested, drag.turned)),
            *_appearing(drag.squared),
            run_time=0.5,
        )
        self._drag(drag.heights.far, 1.8)
        self.say('$squared("Squares")$: how far. $absolute("Lengths")$: which side.')
        self.play(*_appearing(*drag.own_pulls), run_time=0.5)
        self._drag(drag.heights.clear, 2.2)
        self._drag(drag.heights.far, 2.4)

    def _drag(
        self, height: float, run_time: float, rate_func: Callable[[float], float] = smooth
    ) -> None:
        """Take the stray point to ``height``."""
        tracker = self.stage.drag.height
        self.play(tracker.animate.set_value(height), run_time=run_time, rate_func=rate_func)

    def _balances(self) -> Shot:
        """Return the two charts side by side."""
        both = self.stage.drag.balances
        return Shot(
            tuple(one.points for one in both),
            tuple(one.line for one in both),
            tuple(part for one in both for part in (one.chart, one.marker)),
        )

    def _swing(self, times: int) -> None:
        """Let the stray point swing, far from both lines."""
        heights = self.stage.drag.heights
        for _ in range(times):
            for target in (heights.swing, heights.far):
                self._drag(target, 0.9)

    def _show_level(self, total: Sum, *others: VMobject) -> None:
        """Let the level of a tank stand in the chart beside it, and follow the line from now on."""
        total.follow(self.stage.line)
        self.play(*_appearing(total.marker, total.level, *others), run_time=0.4)


def _appearing(*parts: VMobject) -> list[FadeIn]:
    """Fade in each on its own: a group of moving and resting parts would be drawn anew together.

    While they appear they rest, so each is brought to where it belongs first.
    """
    return [FadeIn(part.update()) for part in parts]
