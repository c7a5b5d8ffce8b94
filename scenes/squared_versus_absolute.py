"""Two ways to measure a miss: why one line chases a far point and the other stays.

Storyboard
    torn     two best lines agree; a point is about to go astray: which line goes with it? It drags
             one away, the other stays
    sums     a bad line misses the points; lengths fill one tank, squares another. It turns: squares
             are least at the line that was dragged away, lengths at the one that stayed
    pull     side by side both lines are held while the point goes astray again. One small step of
             a line: a far square gains long strips, a near one short ones, a length the same bit
             from anywhere. What a step nearer saves is how hard a point pulls: strips, cut and laid
             onto their misses, become arrows, and so do bits. At both lines all arrows go into
             stacks of one scale, up beside down, the stray point's outlined. Both are let go: the
             long arrow at its end, now alone in the light, tips the one until its stacks are
             equally high; the other one stays: its arrow at the end is as long as it was before
    balance  the line that stayed, with the sum of its lengths: it lies on two points. Pinned at one
             it tips off the other, whose arrow, born then, pulls it back whichever way it tips, and
             goes into its stack: far from the pin it outweighs what the others leave; the sum grows
    cross    pinned at both, it is crossed by the point, whose arrow turns over and changes stacks;
             one pin out, it turns about the other, and the sum falls until another point holds it
    answer   back across the free line, with nothing else to see: it moves only while the point lies
             on it. Then the point goes farther, and only the line of squares follows: its stacks
             grow, beside those of the other line, which do not change; each is lit in its turn
"""

import numpy as np
from manim import (
    FadeIn,
    FadeOut,
    UpdateFromAlphaFunc,
    smooth,
    squish_rate_func,
    there_and_back,
)
from manim.utils.rate_functions import ease_in_out_sine

from core.project.paths import DATA
from core.tables.dataset import read_dataset
from scenes.film import Film
from scenes.visuals.squared_versus_absolute import told
from scenes.visuals.squared_versus_absolute.changing import GOING, appearing, retitle
from scenes.visuals.squared_versus_absolute.dragged_point import DraggedPoint, dragged_point
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED
from scenes.visuals.squared_versus_absolute.step.moves import Stepping
from scenes.visuals.squared_versus_absolute.sums.moves import Moves
from scenes.visuals.squared_versus_absolute.sums.trial import AREA, LEAST_AT, Trial, trial
from scenes.visuals.squared_versus_absolute.tipping import catching, left_by, pivot, tipped
from scenes.visuals.squared_versus_absolute.weighing import Weighing

STRAY = DATA / "stray.csv"
# How much larger the point becomes that is about to go astray.
SWELLING = 0.9
# A second chart comes once the first one has made room.
LATE = squish_rate_func(smooth, 0.6, 1.0)


class SquaredVersusAbsolute(Film):
    """The same points under both distances, and an outlier."""

    poster_step = "pull"
    poster_share = 0.96
    drag: DraggedPoint
    trial: Trial
    moves: Moves
    stepping: Stepping
    weighing: Weighing

    def construct(self) -> None:
        """Tell the storyboard."""
        own = not self.settings.shows_the_article
        many = self.settings.dataset() if own else read_dataset(STRAY)
        self.drag = dragged_point(self.pen, many)
        drag = self.drag
        self.trial = trial(self.pen, drag.chart, drag.stray, drag.heights.far)
        self.moves = Moves(self, self.trial)
        self.stepping = Stepping(self, *drag.balances)
        self.weighing = Weighing(self, drag)
        self.drag.follow()
        self.trial.follow()
        self.tear()
        self.add_up()
        self.find_the_least()
        self.hold()
        self.compare()
        self.let_go()
        self.weigh()
        self.cross()
        self.answer()

    def tear(self) -> None:
        """Drag one of the points on which two best lines agree."""
        drag = self.drag
        self.step("torn")
        self.watch(drag.chart)
        self.add(drag.chart, drag.squared, drag.absolute, drag.points, drag.marker)
        self.say("Two lines. Both are called the best.")
        self.wait(2.0)
        self.say("One point will go astray. Which line goes with it?")
        self._pulse()
        self.wait(1.9)
        self.say('It drags $squared("one line")$ along. $absolute("The other")$ does not move.')
        far = drag.height.animate.set_value(drag.heights.far)
        self.play(far, run_time=2.9, rate_func=ease_in_out_sine)
        self.wait(0.3)
        self.say("Why does the other stay?")
        self.wait(1.1)

    def add_up(self) -> None:
        """Let the lengths and the squares of the misses of a bad line fill two tanks."""
        drag, trial = self.drag, self.trial
        self.step("sums")
        self.play(*drag.chart.move(AREA, [drag.points], run_time=0.7))
        self.say('A bad line. Add up the $absolute("lengths")$ of its misses …')
        going = drag.squared, drag.absolute
        self.play(*(FadeOut(part) for part in going), FadeIn(trial.line.update()), run_time=0.4)
        self.moves.grow(trial.lengths, trial.absolute)
        self.moves.pour(trial.absolute)
        self.say('… or their $squared("squares")$.')
        self.moves.grow(trial.squares, trial.squared)
        self.moves.pour(trial.squared)

    def find_the_least(self) -> None:
        """Turn the line until its squares are least, and on until its lengths are."""
        drag, trial = self.drag, self.trial
        self.say("Turn it, and both sums go down.")
        self.wait(0.4)
        for total in (trial.squared, trial.absolute):
            self.moves.follow_down(total)
        self.moves.turn(LEAST_AT[SQUARED.noun], run_time=1.7)
        self.say('Here the sum of $squared("squares")$ is least.')
        self.moves.rest(trial.squared, FadeIn(drag.squared.update()))
        self.say('Turn on: $squared("squares")$ grow, $absolute("lengths")$ still shrink.')
        self.moves.turn(LEAST_AT[ABSOLUTE.noun], run_time=2.6)
        self.say('Here the sum of $absolute("lengths")$ is least.')
        self.moves.rest(trial.absolute, FadeIn(drag.absolute.update()), FadeOut(trial.line))
        self.wait(0.8)

    def hold(self) -> None:
        """Hold both lines while the point goes astray again, each in a chart of its own."""
        drag = self.drag
        squares, lengths = drag.balances
        self.step("pull")
        self.say("Hold both. The point goes astray again.")
        self.watch(drag.chart, lengths.chart)
        self._part()
        self.watch(squares.chart, lengths.chart)
        retitle(
            self,
            drag.chart,
            squares.chart,
            FadeOut(drag.absolute),
            *appearing(squares.clamps, lengths.clamps),
            run_time=0.6,
        )
        self.play(
            *(one.height.animate.set_value(drag.heights.far) for one in drag.balances),
            run_time=1.3,
        )

    def compare(self) -> None:
        """Show with one small step of both lines how hard a far and a near point pull."""
        act, (squares, lengths) = self.stepping, self.drag.balances
        self.say("Take a far point and a near one.")
        act.show_two_misses()
        self.wait(0.4)
        way = "up" if lengths.one_step.step > 0 else "down"
        self.say(f'One step {way}: each $squared("square")$ gains two strips.')
        act.step()
        self.wait(0.95)
        self.say('Each $absolute("length")$ gains the same bit.')
        act.light_bits()
        self.wait(0.8)
        self.say('The $squared("strips")$ are alike: keep one, as long as the miss.')
        act.keep_one()
        self.wait(1.2)
        self.say("Step back: that much is saved.")
        act.step_back()
        self.wait(0.6)
        self.say("Far: more to save, a stronger pull.")
        act.head(squares)
        self.wait(1.0)
        self.say('Each $absolute("length")$ saves the same: equal pulls.')
        act.head(lengths)
        self.wait(0.6)

    def let_go(self) -> None:
        """Stack what pulls at both lines, to one scale, and let both go at the same time."""
        drag, act = self.drag, self.weighing
        self.say("Every point off the line pulls.")
        self.stepping.let_all_pull(drag.weighed)
        self.say("Stack the pulls: up beside down.")
        act.gather(run_time=1.8)
        self.wait(0.4)
        self.say(
            'Let both go: the long pull at the end tips $squared("green")$ until up equals down.'
        )
        act.light_far_pull()
        act.let_both_go(run_time=2.4)
        act.light_all_pulls()
        self.wait(0.7)
        lengths = drag.balances[1]
        as_before = lengths.pulling(drag.heights.home) == lengths.pulling()
        self.say(told.end_pull(as_before=as_before))
        act.light_end_pull(as_before=as_before)
        self.wait(2.1)

    def weigh(self) -> None:
        """Tip the line of least lengths about one of its points, off the other: its sum grows."""
        drag, act = self.drag, self.weighing
        _, lengths = drag.balances
        span = lengths.chart.y_scale.span
        one_way, other_way = tipped(drag.stray, drag.heights, span)
        resting = lengths.best()
        self.step("balance")
        self.say('$absolute("Purple")$ lies on two points. To move, it must leave one.')
        self.watch(lengths.chart)
        act.enlarge_lengths()
        kept, left = pivot(drag.stray, drag.heights), left_by(drag.stray, drag.heights, span)
        act.ring_both(left)
        self.wait(0.3)
        self.say("Tip it: the point it leaves pulls back.")
        act.tip_off(one_way, run_time=1.4)
        act.take_arrow()
        turning = lengths.turning(kept)
        self.say(told.pulled_back(float(turning[left]), np.delete(turning, left)))
        act.show_lever(kept)
        self.wait(2.0)
        self.say("The other way: it pulls back again.")
        act.tip_off(other_way, run_time=1.4)
        act.take_arrow()
        self.say("Either way the sum grows: the line stays.")
        self.wait(1.1)
        act.tip_back(resting, run_time=0.8)
        self.wait(0.8)

    def cross(self) -> None:
        """Take the point across the line, and let the line go."""
        drag, heights = self.drag, self.drag.heights
        _, lengths = drag.balances
        act = self.weighing
        self.step("cross")
        self.say("Can nothing move it? Let the point cross.")
        caught = catching(drag.stray, heights)
        act.pin_both()
        act.take_point(heights.near, run_time=0.7)
        act.take_point(heights.beyond, run_time=1.7)
        self.say(f"Its arrow turned over: {told.counted(lengths.pulling())}.")
        self.wait(1.4)
        self.say("Let go: it turns, and the sum falls …")
        # Where a point catches the line it turns about the pin all the way.
        act.fall(drag.other_pin, *([drag.pin] if caught is None else []))
        self.say(told.caught_at(caught, lengths.pulling()))
        if caught is not None:
            act.ring(caught)
        self.wait(1.6)

    def answer(self) -> None:
        """Take the point back across both free lines, and farther: one stays, one follows."""
        drag, heights, act = self.drag, self.drag.heights, self.weighing
        self.step("answer")
        self.say('Back: $absolute("purple")$ moves only while the point lies on it.')
        act.clear()
        # It waits where it comes onto the line, and where it leaves it.
        for best in (heights.beyond, heights.far):
            act.cross_back(drag.on_line(best), run_time=1.1)
            self.wait(0.4)
        act.cross_back(heights.near, run_time=0.8)
        self.wait(0.2)
        self.say('Farther out, only $squared("green")$ is pulled harder.')
        self.watch(drag.chart)
        act.add_squares()
        act.go_farther(heights.far, run_time=1.4)
        self.say('$absolute("Purple")$ counts sides. $squared("Green")$ measures distance.')
        act.go_farthest(run_time=3.0)

    def _part(self) -> None:
        """Take the point and both lines home, and each line into a chart of its own."""
        drag, trial = self.drag, self.trial
        squares, lengths = drag.balances
        leaving = *trial.tanks, trial.lengths, trial.squares
        for part in lengths.parts:
            part.update()
        self.play(
            *(FadeOut(part, rate_func=GOING) for part in leaving),
            *(FadeIn(part, rate_func=LATE) for part in lengths.parts),
            *drag.chart.move(squares.chart.area, [drag.points], run_time=1.2),
            drag.height.animate.set_value(drag.heights.home),
            run_time=1.2,
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
