"""Two ways to measure a miss: why one line chases a far point and the other stays.

Storyboard
    torn     two best lines agree; a point is about to go astray: which line goes with it? It drags
             one away, the other stays
    sums     a bad line misses the points; lengths fill one tank, squares another. It turns: squares
             are least at the line that was dragged away, lengths at the one that stayed
    pull     both lines held while the point goes astray again. One small step of a line: a far
             square gains long strips, a near one short ones, a length the same bit from anywhere.
             Strips and bits become, in place, the arrows with which the points pull. Let go, one
             line is dragged away by the far pull, the other stays; and however far the point falls
             out of the frame, its arrow at that line stays the same
    balance  the arrows at the line that stayed make two stacks: as many pull up as down, and two
             points on the line keep it from tipping
    cross    only when the point crosses the line does its arrow change stacks; let go, the line
             moves until it is held again
    answer   the opening shot with the two pulls of the stray point: one grows, one does not
"""

from collections.abc import Callable

from manim import (
    FadeIn,
    FadeOut,
    UpdateFromAlphaFunc,
    VMobject,
    smooth,
    squish_rate_func,
    there_and_back,
)
from manim.utils.rate_functions import ease_in_out_sine

from core.project.paths import DATA
from core.tables.dataset import read_dataset
from scenes.film import Film
from scenes.visuals.squared_versus_absolute.dragged_point import DraggedPoint, dragged_point
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED
from scenes.visuals.squared_versus_absolute.moves import Moves
from scenes.visuals.squared_versus_absolute.pulling import GOING, Pulling
from scenes.visuals.squared_versus_absolute.trial import AREA, LEAST_AT, Trial, trial
from scenes.visuals.writing.screen import PICTURE

STRAY = DATA / "stray.csv"
# How much larger the point becomes that is about to go astray.
SWELLING = 0.9
# What comes once there is room for it.
LAST = squish_rate_func(smooth, 0.75, 1.0)


class SquaredVersusAbsolute(Film):
    """The same points under both distances, and an outlier."""

    poster_step = "pull"
    poster_share = 0.82
    drag: DraggedPoint
    trial: Trial
    moves: Moves
    pulling: Pulling

    def construct(self) -> None:
        """Tell the storyboard."""
        own = not self.settings.shows_the_article
        many = self.settings.dataset() if own else read_dataset(STRAY)
        self.drag = dragged_point(self.pen, many)
        drag = self.drag
        self.trial = trial(self.pen, drag.chart, drag.stray, drag.heights.far)
        self.moves = Moves(self, self.trial)
        self.pulling = Pulling(self, *drag.balances)
        self.drag.follow()
        self.trial.follow()
        self.tear()
        self.add_up()
        self.find_the_least()
        self.hold()
        self.compare()
        self.let_go()
        self.stack()
        self.cross()
        self.answer()

    def tear(self) -> None:
        """Drag one of the points on which two best lines agree."""
        drag = self.drag
        self.step("torn")
        self.watch(drag.chart)
        self.add(drag.chart, drag.squared, drag.absolute, drag.points, drag.marker)
        self.say("Here are two lines. Both are called the best.")
        self.wait(3.0)
        self.say("One point is about to go astray. Which line goes with it?")
        self._pulse()
        self.wait(2.4)
        self.say('It drags $squared("one line")$ along. $absolute("The other")$ does not move.')
        self._drag(drag.heights.far, 3.2, ease_in_out_sine)
        self.wait(0.6)
        self.say("Why does the other stay?")
        self.wait(1.6)

    def add_up(self) -> None:
        """Let the lengths and the squares of the misses of a bad line fill two tanks."""
        drag, trial = self.drag, self.trial
        self.step("sums")
        self.say(
            'Take a bad line. Add up its misses: their $absolute("lengths")$, '
            'or their $squared("squares")$.'
        )
        self.play(*(FadeOut(part) for part in (drag.squared, drag.absolute)), run_time=0.4)
        self.play(*drag.chart.move(AREA, [drag.points], run_time=0.9))
        self.play(FadeIn(trial.line), run_time=0.4)
        self.moves.grow(trial.lengths)
        self.moves.grow(trial.squares)
        self.moves.pour(trial.absolute, trial.squared)

    def find_the_least(self) -> None:
        """Turn the line until its squares are least, and on until its lengths are."""
        drag, trial = self.drag, self.trial
        self.say("Turn it, and both sums go down.")
        for total in (trial.squared, trial.absolute):
            self.moves.follow_down(total)
        self.moves.turn(LEAST_AT[SQUARED.noun], run_time=2.0)
        self.say('Here the $squared("squares")$ are least: one best line.')
        self.moves.rest(trial.squared, FadeIn(drag.squared.update()))
        self.say('Turn on: $squared("squares")$ grow, but $absolute("lengths")$ still shrink.')
        self.moves.turn(LEAST_AT[ABSOLUTE.noun], run_time=2.6)
        self.say('Here the $absolute("lengths")$ are least: the other one.')
        self.moves.rest(trial.absolute, FadeIn(drag.absolute.update()))
        self.wait(1.6)

    def hold(self) -> None:
        """Hold both lines while the point goes astray again, each in a chart of its own."""
        drag = self.drag
        squares, lengths = drag.balances
        self.step("pull")
        self.say("The same again, but now we hold both lines.")
        self.watch(drag.chart, lengths.chart)
        self._part()
        self.watch(squares.chart, lengths.chart)
        self.pulling.retitle(
            drag.chart,
            squares.chart,
            FadeOut(drag.absolute),
            *_appearing(squares.clamps, lengths.clamps),
        )
        drag.chart.set_area(PICTURE)
        drag.points.draw()
        self.play(
            *(one.height.animate.set_value(drag.heights.far) for one in drag.balances),
            run_time=1.4,
        )

    def compare(self) -> None:
        """Show with one small step of both lines how hard a far and a near point pull."""
        act = self.pulling
        self.say("Take the far point and a near one.")
        act.show_two_misses()
        self.wait(0.8)
        self.say('One step away, and the far $squared("square")$ grows most.')
        act.step()
        self.wait(1.2)
        self.say('But both $absolute("lengths")$ grow by the very same step.')
        act.light_bits()
        self.wait(1.2)
        self.say("The more one step costs, the harder a point pulls back.")
        self.wait(0.6)
        act.fold_strips()
        act.make_arrows()
        self.wait(0.8)
        self.say(
            'So $squared("squares")$ pull harder from afar; $absolute("lengths")$ all pull alike.'
        )
        act.let_all_pull()
        self.wait(1.0)

    def let_go(self) -> None:
        """Let go of both lines, and drag the point far out of the frame."""
        drag, act = self.drag, self.pulling
        self.say(
            'Let go: $squared("one")$ turns until its pulls balance, $absolute("the other")$ stays.'
        )
        act.let_go(*drag.balances, run_time=2.2)
        self.wait(0.8)
        self.say('However far the point goes, $absolute("lengths")$ pull no harder.')
        act.drag_both_free(drag.heights.away, run_time=3.0)
        self.wait(1.0)

    def stack(self) -> None:
        """Stack what pulls up and what pulls down at the line of least lengths."""
        drag, act = self.drag, self.pulling
        _, lengths = drag.balances
        self.step("balance")
        up, down = lengths.pulling()
        even = up == down
        self.say(
            "Why does it stay? "
            + ("As many pull up as down." if even else "Stack what pulls up and down.")
        )
        self.watch(lengths.chart, drag.tally)
        act.make_room_for(drag.tally)
        act.gather(drag.tally)
        self.wait(1.0)
        self.say(
            "Two points lie on it and "
            + ("keep it from tipping." if even else "make up for the rest.")
        )
        self.play(FadeIn(drag.pegs.update()), run_time=0.6)
        self.wait(1.6)

    def cross(self) -> None:
        """Take the point across the line, and let the line go."""
        drag, heights = self.drag, self.drag.heights
        _, lengths = drag.balances
        act = self.pulling
        self.step("cross")
        self.say("Hold it, and let the point cross.")
        self.play(*_appearing(lengths.clamps), run_time=0.4)
        act.drag(lengths, heights.near, run_time=1.4)
        self.say("Its arrow changes sides. The balance is gone.")
        act.drag(lengths, heights.beyond, run_time=2.4)
        self.wait(1.0)
        self.say("Let go: the line moves until it is in balance again.")
        act.let_go(lengths, run_time=2.2)
        self.wait(1.2)

    def answer(self) -> None:
        """Return to the opening shot, with the two pulls of the stray point."""
        drag = self.drag
        lengths = drag.balances[1]
        self.step("answer")
        self.say('$squared("Squares")$: how far. $absolute("Lengths")$: which side.')
        drag.height.set_value(drag.heights.beyond)
        leaving = drag.pegs, drag.tally, lengths.pulls
        self.play(
            *(FadeOut(part, rate_func=GOING) for part in leaving),
            *lengths.chart.move(PICTURE, [lengths.points], run_time=1.0),
        )
        self.remove(lengths.points, lengths.marker, lengths.edge, lengths.line)
        self.watch(drag.chart)
        self.add(drag.absolute.update(), drag.points.set_shown(1.0), drag.marker.update())
        self.pulling.retitle(lengths.chart, drag.chart, *_appearing(drag.squared, *drag.own_pulls))
        self._drag(drag.heights.farthest, 4.4)

    def _drag(
        self, height: float, run_time: float, rate_func: Callable[[float], float] = smooth
    ) -> None:
        """Take the stray point to ``height``."""
        tracker = self.drag.height
        self.play(tracker.animate.set_value(height), run_time=run_time, rate_func=rate_func)

    def _part(self) -> None:
        """Take the point and both lines home, and each line into a chart of its own."""
        drag, trial = self.drag, self.trial
        squares, lengths = drag.balances
        tanks = [
            part
            for one in (trial.squared, trial.absolute)
            for part in (one.tank.walls, one.tank.mark, one.title, one.layers)
        ]
        tried = trial.line, trial.lengths, trial.squares
        self.play(
            *(FadeOut(part, rate_func=GOING) for part in (*tanks, *tried)),
            *drag.chart.move(squares.chart.area, [drag.points], run_time=1.4),
            drag.height.animate.set_value(drag.heights.home),
            *(FadeIn(part.update(), rate_func=LAST) for part in lengths.parts),
            run_time=1.4,
        )
        # From here on the chart of the squares is what was the only one.
        self.remove(drag.points, drag.marker, drag.squared)
        self.add(*(part.update() for part in (squares.points, squares.marker, squares.line)))

    def _pulse(self) -> None:
        """Point at the point that will go astray."""
        swell = UpdateFromAlphaFunc(
            self.drag.marker,
            lambda m, share: m.set_size(1 + SWELLING * share),
            rate_func=there_and_back,
        )
        self.play(swell, run_time=1.4)


def _appearing(*parts: VMobject) -> list[FadeIn]:
    """Fade in each on its own: a group of moving and resting parts would be drawn anew together.

    While they appear they rest, so each is brought to where it belongs first.
    """
    return [FadeIn(part.update()) for part in parts]
