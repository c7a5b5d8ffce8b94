"""Two ways to measure a miss: why one line chases a far point and the other stays.

Storyboard
    torn     two best lines agree; a point is about to go astray: which line goes with it? It drags
             one away, the other stays
    sums     a bad line misses the points; lengths fill one tank, squares another. It turns: squares
             are least at the line that was dragged away, lengths at the one that stayed
    pull     both lines held while the point goes astray again. One small step of a line: a far
             square gains long strips, a near one short ones, a length the same bit from anywhere.
             A longer strip is a dearer step, so the point pulls harder: strips, folded and laid
             onto their misses, become arrows, and so do bits. Arrows go into stacks one by one, up
             beside down, the stray point's outlined. Let go, one line turns, the other stays, and
             the stacks are equally high. The farther the point goes, the longer its arrow at the
             one line, not at the other
    balance  the line that stayed, beside it its stacks and the sum of its lengths: whichever way
             it tips, more pull it back, and the sum grows
    cross    only when the point has crossed the line does its arrow turn over, and change stacks;
             let go, the line tips, and the sum falls until another point is met, where the stacks
             are equal again
    answer   the point crosses, slowly: its arrow turns over in its stack, and the line of lengths
             swings; it goes farther, and only the line of squares follows: its arrow, read off
             beside the stacks, grows, while these do not change
"""

from collections.abc import Callable

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
from scenes.visuals.squared_versus_absolute.dragged_point import DraggedPoint, dragged_point
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED
from scenes.visuals.squared_versus_absolute.moves import Moves
from scenes.visuals.squared_versus_absolute.pulling import GOING, Pulling, appearing
from scenes.visuals.squared_versus_absolute.tipping import catching, tipped
from scenes.visuals.squared_versus_absolute.told import (
    balanced,
    caught_at,
    tipped_down,
    tipped_up,
    why_it_stays,
)
from scenes.visuals.squared_versus_absolute.trial import AREA, LEAST_AT, Trial, trial
from scenes.visuals.writing.screen import PICTURE

STRAY = DATA / "stray.csv"
# How much larger the point becomes that is about to go astray.
SWELLING = 0.9
# A second chart comes once the first one has made room.
LATE = squish_rate_func(smooth, 0.55, 1.0)


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
        self._drag(drag.heights.far, 2.9, ease_in_out_sine)
        self.wait(0.3)
        self.say("Why does the other stay?")
        self.wait(1.5)

    def add_up(self) -> None:
        """Let the lengths and the squares of the misses of a bad line fill two tanks."""
        drag, trial = self.drag, self.trial
        self.step("sums")
        self.say('Take a bad line. Add up the $absolute("lengths")$ of its misses …')
        self.play(*(FadeOut(part) for part in (drag.squared, drag.absolute)), run_time=0.4)
        self.play(*drag.chart.move(AREA, [drag.points], run_time=0.8))
        self.play(FadeIn(trial.line), run_time=0.3)
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
        self.say('Here $squared("squares")$ are least: one line.')
        self.moves.rest(trial.squared, FadeIn(drag.squared.update()))
        self.say('Turn on, until $absolute("lengths")$ are least: the other.')
        self.moves.turn(LEAST_AT[ABSOLUTE.noun], run_time=2.2)
        self.moves.rest(trial.absolute, FadeIn(drag.absolute.update()), FadeOut(trial.line))
        self.wait(0.5)

    def hold(self) -> None:
        """Hold both lines while the point goes astray again, each in a chart of its own."""
        drag = self.drag
        squares, lengths = drag.balances
        self.step("pull")
        self.say("Start again, but hold both lines.")
        self.watch(drag.chart, lengths.chart)
        self._part()
        self.watch(squares.chart, lengths.chart)
        self.pulling.retitle(
            drag.chart,
            squares.chart,
            FadeOut(drag.absolute),
            *appearing(squares.clamps, lengths.clamps),
            run_time=0.6,
        )
        drag.chart.set_area(PICTURE)
        drag.points.draw()
        self.play(
            *(one.height.animate.set_value(drag.heights.far) for one in drag.balances),
            run_time=1.4,
        )

    def compare(self) -> None:
        """Show with one small step of both lines how hard a far and a near point pull."""
        act, (squares, lengths) = self.pulling, self.drag.balances
        self.say("One is far from the line, one near.")
        act.show_two_misses()
        self.wait(0.4)
        way = "up" if lengths.one_step.step > 0 else "down"
        self.say(f"Move both lines one step {way}.")
        act.step()
        self.say('The far $squared("square")$ gains longer strips.')
        self.wait(1.7)
        self.say('Both $absolute("lengths")$ gain the same bit.')
        act.light_bits()
        self.wait(1.2)
        self.say('A longer $squared("strip")$: the step costs more.')
        act.fold_caps()
        self.wait(1.5)
        self.say('Step back; lay the $squared("strip")$ on its miss.')
        act.lay_strips_on_misses()
        self.wait(0.6)
        self.say("So the far point pulls harder: a longer arrow.")
        act.head(squares)
        self.wait(1.6)
        self.say('Equal $absolute("bits")$ are equal arrows.')
        act.head(lengths)
        self.wait(0.8)
        self.say("Every point off its line pulls.")
        act.let_all_pull()
        self.wait(0.6)

    def let_go(self) -> None:
        """Let go of both lines, and drag the point far out of the frame."""
        drag, act = self.drag, self.pulling
        self.say("Stack them: up beside down.")
        act.gather(drag.columns, drag.tally, run_time=2.4)
        self.wait(0.4)
        self.say('Let go: $squared("one")$ turns, $absolute("the other")$ stays.')
        act.let_go(*drag.balances, run_time=2.0)
        self.say(balanced(drag.balances[1].pulling()))
        self.wait(1.8)
        self.say('Farther, it pulls harder $squared("here")$, not $absolute("there")$.')
        act.drag_both_free(drag.heights.farthest, run_time=2.4)
        self.wait(0.6)

    def weigh(self) -> None:
        """Tip the line of least lengths, either way: their sum grows."""
        drag, act = self.drag, self.pulling
        _, lengths = drag.balances
        self.step("balance")
        self.say(why_it_stays(lengths.pulling()))
        self.watch(lengths.chart, drag.tally, *drag.weighed.total.parts)
        act.make_room_for(drag.weighed, drag.columns, drag.tally)
        self.wait(0.4)
        one_way, other_way = tipped(*lengths.seen(), lengths.at(), lengths.chart.y_scale.span)
        self.say(tipped_up(lengths.pulling(one_way)))
        act.tip(one_way)
        self.say(tipped_down(lengths.pulling(other_way)))
        act.tip(other_way)
        self.wait(0.4)

    def cross(self) -> None:
        """Take the point across the line, and let the line go."""
        drag, heights = self.drag, self.drag.heights
        _, lengths = drag.balances
        act = self.pulling
        self.step("cross")
        self.say("Can nothing move it? Let the point cross.")
        mark = drag.weighed.total.tank.mark
        self.play(*appearing(lengths.clamps), FadeOut(mark), run_time=0.4)
        act.drag(lengths, heights.near, run_time=0.9)
        act.drag(lengths, heights.beyond, run_time=1.5)
        up, down = lengths.pulling()
        self.say(f"Its arrow has turned over: {up} up, {down} down.")
        self.wait(1.6)
        self.say("Let go: it tips, and the sum falls …")
        act.fall(drag.weighed)
        caught = catching(drag.stray, heights)
        self.say(caught_at(caught, lengths.pulling()))
        if caught is not None:
            drag.ringed.about = caught
            self.play(FadeIn(drag.ringed.update()), run_time=0.4)
        self.wait(1.6)

    def answer(self) -> None:
        """Cross the free line of lengths once more, then only go farther."""
        drag, heights = self.drag, self.drag.heights
        self.step("answer")
        self.say('As it crosses, its arrow turns over and $absolute("purple")$ moves.')
        self.watch(drag.chart)
        self.pulling.free_beside_stacks(drag)
        self._drag(heights.near, 3.4, ease_in_out_sine)
        self.wait(0.3)
        self.say('Farther out, only $squared("green")$ is pulled harder.')
        self.play(
            *appearing(drag.squared, drag.own_pulls[0], drag.readout),
            FadeOut(drag.trace),
            run_time=0.5,
        )
        self.add(drag.swept.update())
        self._drag(heights.far, 2.2)
        self.say('$absolute("Purple")$ counts sides, $squared("green")$ measures distance.')
        self._drag(heights.farthest, 2.6)

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
        leaving = *trial.tanks, trial.lengths, trial.squares
        for part in lengths.parts:
            part.update()
        self.play(
            *(FadeOut(part, rate_func=GOING) for part in leaving),
            *(FadeIn(part, rate_func=LATE) for part in lengths.parts),
            *drag.chart.move(squares.chart.area, [drag.points], run_time=1.4),
            drag.height.animate.set_value(drag.heights.home),
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
