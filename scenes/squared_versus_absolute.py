"""Two ways to measure a miss: why one line chases a far point and the other stays.

Storyboard
    torn     two best lines agree; one point is dragged away, one line chases it, one stays: why?
    squares  a line misses the points; its squares fill a tank, least at the line that chased
    lengths  the same with the lengths, laid end to end: they are least at the line that stayed
    pull     the start again, both lines held while the point goes astray. One small step of a line:
             a far square gains long strips, a near one short ones, a length the same bit from
             anywhere. Strips and bits become, in place, the arrows with which the points pull. The
             far pull turns one line about a spot, once it is let go; at the other it never grew
    sides    the points on it hold the line of least lengths; far or near the stray one changes
             nothing, but its pull flips where it crosses the line: then they would have to pull
             harder than any point can, and the line turns
    answer   the opening shot with the two pulls of the stray point: one grows, one does not
"""

from collections.abc import Callable

from manim import (
    Animation,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VMobject,
    smooth,
    squish_rate_func,
)
from manim.utils.rate_functions import ease_in_out_sine

from core.project.paths import DATA
from core.tables.dataset import read_dataset
from scenes.film import Film
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.dragged_point import DraggedPoint, dragged_point
from scenes.visuals.squared_versus_absolute.holding import turned_a_little
from scenes.visuals.squared_versus_absolute.moves import Moves
from scenes.visuals.squared_versus_absolute.pulling import Pulling
from scenes.visuals.squared_versus_absolute.trial import AREA, BEYOND, Trial, trial
from scenes.visuals.writing.screen import PICTURE

STRAY = DATA / "stray.csv"
# Of the chart, so far the line on trial is lifted where its sum is least.
NUDGE = 0.07
# First the old goes, then the new comes; and what comes once there is room for it.
GOING, COMING = squish_rate_func(smooth, 0.0, 0.4), squish_rate_func(smooth, 0.25, 1.0)
LAST = squish_rate_func(smooth, 0.75, 1.0)


class SquaredVersusAbsolute(Film):
    """The same points under both distances, and an outlier."""

    poster_step = "pull"
    poster_share = 0.87
    drag: DraggedPoint
    trial: Trial
    moves: Moves

    def construct(self) -> None:
        """Tell the storyboard."""
        own = not self.settings.shows_the_article
        many = self.settings.dataset() if own else read_dataset(STRAY)
        self.drag = dragged_point(self.pen, many)
        drag = self.drag
        self.trial = trial(self.pen, drag.chart, drag.stray, drag.heights.far)
        self.moves = Moves(self, self.trial)
        self.drag.follow()
        self.trial.follow()
        self.tear()
        self.try_squares()
        self.try_lengths()
        self.pull()
        self.cross()
        self.answer()

    def tear(self) -> None:
        """Drag one of the points on which two best lines agree."""
        drag, heights = self.drag, self.drag.heights
        self.step("torn")
        self.watch(drag.chart)
        self.add(drag.chart, drag.squared, drag.absolute, drag.points, drag.marker)
        self.say("Two ways to find the best line. They nearly agree.")
        nudged = heights.home + 0.06 * (heights.far - heights.home)
        self._drag(nudged, 0.8)
        self._drag(heights.home, 0.8)
        self.say("Now one point goes astray.")
        self._drag(heights.far, 3.2, ease_in_out_sine)
        self.say('$squared("One line")$ chases it, $absolute("the other")$ stays. Why?')
        self._swing()

    def try_squares(self) -> None:
        """Try a line: the squares of its misses fill a tank, least where the line ends."""
        drag, trial = self.drag, self.trial
        self.step("squares")
        self.say('Try a line: how far does it $res("miss")$ each point?')
        self.play(*drag.chart.move(AREA, [drag.points], run_time=1.0))
        both = drag.squared, drag.absolute
        self.play(FadeIn(trial.line), *(FadeOut(part) for part in both), run_time=0.5)
        self.moves.grow(trial.misses)
        self.say('One way: $squared("square")$ each miss and add up the areas.')
        self.moves.grow(trial.squares, FadeOut(trial.misses))
        self.moves.pour(trial.squared)
        self.say("Turn the line: the sum falls, and rises again.")
        self.moves.follow_down(trial.squared)
        self.moves.turn(1 + BEYOND, run_time=2.6)
        self.moves.turn(1.0, run_time=0.8)
        self.say("Lift or lower it: the sum rises, too.")
        self.moves.lift(self._nudge)
        self.moves.rest(trial.squared, FadeIn(drag.squared.update()))
        self.say('Lowest here: the line of $squared("least squares")$.')
        self.wait(0.6)

    def try_lengths(self) -> None:
        """Do the same with the lengths: their sum is least at the other line."""
        drag, trial = self.drag, self.trial
        self.step("lengths")
        self.say('The other way: only the $absolute("lengths")$ add up.')
        self.play(FadeOut(trial.squares), FadeOut(drag.squared), run_time=0.5)
        self.moves.grow(trial.lengths)
        self.moves.pour(trial.absolute)
        self.say("Turn back: squares rise, but lengths fall.")
        self.moves.follow_down(trial.absolute)
        self.moves.turn(0.0, run_time=2.4)
        self.say("Farther on, the lengths rise again.")
        self.moves.turn(-BEYOND, run_time=0.9)
        self.moves.turn(0.0, run_time=0.7)
        self.moves.rest(trial.absolute, FadeIn(drag.absolute.update()))
        self.say('Lowest here: the line of $absolute("least lengths")$.')
        self.play(FadeOut(trial.line), FadeOut(trial.lengths), FadeIn(drag.squared), run_time=0.6)
        self.wait(0.6)

    def pull(self) -> None:
        """Show why points pull at a line as they do, and let go of two lines that were held."""
        drag = self.drag
        squares, lengths = drag.balances
        act = Pulling(self, squares, lengths)
        self.step("pull")
        self.say("Back to the start. Now we hold both lines.")
        self.watch(drag.chart, lengths.chart)
        self._part()
        self.watch(squares.chart, lengths.chart)
        self.play(*_appearing(squares.clamps, lengths.clamps), run_time=0.4)
        act.drag_both(drag.heights.far, run_time=2.0)
        self.say("Compare the far point with a near one.")
        act.show_two_misses()
        self.say("Move both lines one small step away.")
        act.step()
        self.say('A far square gains long $squared("strips")$, a near one short ones.')
        act.fold_strips()
        self.say('A $absolute("length")$ gains the same bit, far or near.')
        self.wait(1.4)
        self.say("Moving away costs: so each point pulls the line back.")
        act.make_arrows()
        self.say('Farther pulls harder for $squared("squares")$, not for $absolute("lengths")$.')
        act.let_all_pull()
        if drag.turning.in_sight:
            self.say('As the point slides, $squared("its best line")$ turns about one spot.')
            act.show_spot(drag.turning, drag.heights.home)
            self.say('About it, the far $squared("pull")$ would turn the line.')
            act.show_turning(drag.turning)
        self.say('Let go: $squared("it")$ turns until the others turn back as hard.')
        act.let_go(squares, run_time=3.0)
        self.wait(0.8)
        self.say('Here it $absolute("pulls")$ no harder for being far: the line stays.')
        act.let_go(lengths, run_time=0.4)
        act.let_hold(drag.needed)
        act.drag(lengths, drag.heights.clear, run_time=1.2)
        act.drag(lengths, drag.heights.far, run_time=1.2)

    def cross(self) -> None:
        """Show what holds the line of least lengths, and take the point across it."""
        drag, heights = self.drag, self.drag.heights
        squares, lengths = drag.balances
        act = Pulling(self, squares, lengths)
        before, after = drag.reach[0].copy(), drag.reach[1]
        self.step("sides")
        self.say('What steadies this line? The points $absolute("on it")$.')
        turning = (drag.turning,) if drag.turning.in_sight else ()
        act.enlarge(lengths, squares, *turning)
        self.watch(lengths.chart)
        self.play(FadeIn(before), run_time=0.5)
        self.say("Turn it a little: at once they pull it back.")
        rest = lengths.at()
        self.play(*_appearing(drag.rested), run_time=0.4)
        one, other = turned_a_little(lengths.chart, *lengths.seen(), rest)
        for line in (one, rest, other, rest):
            act.turn(lengths, line, run_time=0.9)
        self.say("On the line they pull what it takes, up to a full pull.")
        self.wait(1.6)
        self.say("Only when the point crosses the line, its pull flips.")
        self.play(*_appearing(lengths.clamps), run_time=0.4)
        act.drag(lengths, heights.beyond, run_time=2.6)
        self.say("To hold now would take more than a full pull.")
        self.play(*_appearing(drag.excess), run_time=0.4)
        self.wait(0.8)
        self.say("Let go: it turns until the points on it can hold it.")
        act.let_go(lengths, drag.excess, run_time=2.0)
        self.say("Now another point steadies it.")
        self.play(ReplacementTransform(before, after), run_time=0.8)
        self.wait(1.6)

    def answer(self) -> None:
        """Return to the opening shot, with the two pulls of the stray point."""
        drag = self.drag
        lengths = drag.balances[1]
        self.step("answer")
        self.say("Now both lines again.")
        drag.height.set_value(drag.heights.beyond)
        self.remove(lengths.points, lengths.marker, lengths.line)
        self.watch(drag.chart)
        self.add(drag.absolute.update(), drag.points.set_shown(1.0), drag.marker.update())
        leaving = (drag.reach[1], drag.needed, drag.rested, lengths.pulls)
        self._retitle(
            lengths.chart,
            drag.chart,
            *(FadeOut(part) for part in leaving),
            *_appearing(drag.squared, *drag.own_pulls),
        )
        self._drag(drag.heights.far, 2.0)
        self.say('$squared("Squares")$: how far. $absolute("Lengths")$: which side.')
        self._drag(drag.heights.beyond, 2.2)
        self._drag(drag.heights.far, 2.4)

    def _drag(
        self, height: float, run_time: float, rate_func: Callable[[float], float] = smooth
    ) -> None:
        """Take the stray point to ``height``."""
        tracker = self.drag.height
        self.play(tracker.animate.set_value(height), run_time=run_time, rate_func=rate_func)

    @property
    def _nudge(self) -> float:
        """How far the line on trial is lifted and lowered, in units of y."""
        return NUDGE * self.drag.chart.y_scale.span

    def _part(self) -> None:
        """Take the point and both lines home, and each line into a chart of its own."""
        drag, trial = self.drag, self.trial
        squares, lengths = drag.balances
        tanks = [
            part
            for one in (trial.squared, trial.absolute)
            for part in (one.tank.walls, one.tank.mark, one.title, one.layers)
        ]
        self.play(
            *(FadeOut(part, rate_func=GOING) for part in tanks),
            *drag.chart.move(squares.chart.area, [drag.points], run_time=1.6),
            drag.height.animate.set_value(drag.heights.home),
            *(FadeIn(part.update(), rate_func=LAST) for part in lengths.parts),
            run_time=1.6,
        )
        # From here on the chart of the squares is what was the only one.
        self.remove(drag.points, drag.marker, drag.squared)
        self.add(*(part.update() for part in (squares.points, squares.marker, squares.line)))
        self._retitle(drag.chart, squares.chart, FadeOut(drag.absolute))
        drag.chart.set_area(PICTURE)
        drag.points.draw()

    def _retitle(self, old: Chart, new: Chart, *meanwhile: Animation) -> None:
        """Let the chart ``new`` take the place of ``old``: only the title of y is another one."""
        going, coming = old.titles[1], new.titles[1]
        assert going is not None  # all charts were given titles
        assert coming is not None
        self.play(
            FadeOut(going, rate_func=GOING),
            FadeIn(coming, rate_func=COMING),
            *meanwhile,
            run_time=0.6,
        )
        # Without its title it is no longer one mobject of the scene.
        self.remove(*old.submobjects)
        self.add(new)

    def _swing(self) -> None:
        """Let the stray point swing, far from both lines."""
        for target in (self.drag.heights.swing, self.drag.heights.far):
            self._drag(target, 1.2)


def _appearing(*parts: VMobject) -> list[FadeIn]:
    """Fade in each on its own: a group of moving and resting parts would be drawn anew together.

    While they appear they rest, so each is brought to where it belongs first.
    """
    return [FadeIn(part.update()) for part in parts]
