"""Two ways to measure a miss: its square has one valley, its length kinks and flat ground.

Storyboard
    question    three places, each measured twice: which line is nearest?
    two ways    a miss counts by its length or by the area of its square
    squares     the line rises; the sum of squares draws a smooth valley with one lowest place
    lengths     the line rises; the sum of lengths bends at every point it meets, and has a floor:
                as many points above the line as below, and nothing to gain either way
    flat        over all lines (a, b) the floor is a polygon: the line turns from point to point,
                the sum of lengths stays, the sum of squares does not
    outlier     many points, one dragged far away: least squares follows, least absolute stays
    answer      what each distance is good for
"""

from manim import (
    DOWN,
    LEFT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    FadeTransform,
    UpdateFromAlphaFunc,
    ValueTracker,
    VGroup,
    linear,
    rate_functions,
)

from core.fits.line import fit_line
from core.landscape.absolute import kinks
from core.tables.dataset import read_dataset
from scenes.film import Film
from scenes.settings import HEADER_DATA
from scenes.visuals.plot.panel import Box, Scale
from scenes.visuals.plot.sweep_plot import Marker
from scenes.visuals.squared_versus_absolute.distance_plot import (
    ABSOLUTE,
    SQUARED,
    Distance,
    DistancePlot,
)
from scenes.visuals.squared_versus_absolute.distance_readouts import counts, named_slope, sums
from scenes.visuals.squared_versus_absolute.dragged_lines import DraggedLines
from scenes.visuals.squared_versus_absolute.flat_bottom import FlatBottom
from scenes.visuals.squared_versus_absolute.slope_answers import DraggedPoint, SlopeAnswers
from scenes.visuals.squared_versus_absolute.two_misses import TwoMisses
from scenes.visuals.writing.note import note
from scenes.visuals.writing.typeset import words

MEASURED_TWICE = HEADER_DATA.with_name("measured_twice.csv")

DATA_BOX = Box(left=-5.7, bottom=-2.75, width=6.1, height=5.1)
UPPER_BOX = Box(left=2.0, bottom=0.55, width=4.2, height=1.75)
LOWER_BOX = Box(left=2.0, bottom=-2.75, width=4.2, height=1.75)
RIGHT_BOX = Box(left=2.0, bottom=-2.75, width=4.2, height=5.1)
CARD_LEFT = 1.5
NOTE_PLACE = {"left": 2.0, "height": -1.6}
DIMNESS = 0.7

# How far beyond the outermost kinks the sweep goes, in their span.
OVERSHOOT = 0.3
# Level curves of the sum of lengths, relative to the least sum.
GROWTH = (1.12, 1.3, 1.5)
# How far above the data the dragged point goes, in the span of y.
DRAG_ABOVE = 0.55


class SquaredVersusAbsolute(Film):
    """The same points under both distances, and an outlier."""

    poster_step = "outlier"
    poster_share = 0.97

    def construct(self) -> None:
        """Tell the storyboard."""
        data = read_dataset(MEASURED_TWICE)
        self.x, self.y = data.x, data.y
        best = fit_line(self.x, self.y)
        bends = kinks(self.x, self.y, best.slope)
        self.reach = Scale.around(bends, OVERSHOOT)
        self.floor = Scale(*bends[bends.size // 2 - 1 : bends.size // 2 + 1])
        self.a = ValueTracker(best.slope).set_z_index(1)
        self.b = ValueTracker(best.intercept).set_z_index(1)
        self.ask()
        self.show_two_ways()
        self.sweep_squares(best.intercept)
        self.sweep_lengths()
        self.walk_the_floor()
        self.drag_an_outlier()
        self.answer()

    def current_line(self) -> tuple[float, float]:
        """Return (a, b) of the line on screen."""
        return float(self.a.get_value()), float(self.b.get_value())

    def ask(self) -> None:
        """Let the points appear, with the question."""
        self.step("question", "Three places, each measured twice. Which line is nearest?")
        line, reach = self.current_line(), self.reach
        picture = TwoMisses(DATA_BOX, self.x, self.y, line=line, reach=reach, theme=self.theme)
        self.picture, self.points, self.line = picture, picture.points, picture.line
        question = VGroup(
            words("Three places, each measured twice.", colour=self.theme.muted, size=30),
            words("Which line is nearest?", colour=self.theme.ink, size=46),
        )
        self._put_right(question, 0.35)
        self.play(FadeIn(picture.plot), run_time=0.75)
        appear = UpdateFromAlphaFunc(self.points, lambda m, s: m.set_shown(s))
        self.play(appear, run_time=1.25, rate_func=linear)
        self.play(FadeIn(question), run_time=0.5)
        self.wait(1.0)
        self.play(FadeOut(question), run_time=0.25)

    def show_two_ways(self) -> None:
        """Draw the misses of one line as lengths, then as squares."""
        self.step(
            "two ways",
            "That depends on how a miss counts: by its length, or by the area of its square.",
        )
        self.lengths, self.squares = self.picture.lengths, self.picture.squares
        self.cards = VGroup(ABSOLUTE.card(self.theme), SQUARED.card(self.theme))
        self._put_right(self.cards, 1.0)
        self.cards[0].add(self.picture.letter)
        self.play(Create(self.line), run_time=0.75)
        for part, card in zip((self.lengths, self.squares), self.cards, strict=True):
            grow = UpdateFromAlphaFunc(part, lambda m, s: m.set_line(*self.current_line(), s))
            self.play(grow, FadeIn(card), run_time=1.0)
            self.wait(0.75)
        for part in (self.line, self.lengths, self.squares):
            part.add_updater(lambda m: m.set_line(*self.current_line()))

    def sweep_squares(self, best_intercept: float) -> None:
        """Raise the line through the points while the sum of squares draws its valley."""
        self.step(
            "squares",
            "Squares first. Lift the line: the sum of the areas draws one smooth valley.",
            "It has one lowest place: one best line.",
        )
        self.upper = self._plot(UPPER_BOX, SQUARED)
        absolute, (name, source) = self.cards
        self.play(FadeOut(absolute, name, self.lengths), run_time=0.5)
        self.play(
            FadeTransform(source, self.upper.label),
            self.line.animate.set_stroke(color=SQUARED.colour),
            run_time=0.75,
        )
        self.play(FadeIn(self.upper.fixed), self.b.animate.set_value(self.reach.low), run_time=1.5)
        self.settle(self.upper.fixed, self.upper.label)
        self._sweep(self.upper, run_time=3.5)
        self.play(self.b.animate.set_value(best_intercept), run_time=1.75)
        self.said = note("a smooth valley:", "one lowest place", **NOTE_PLACE, theme=self.theme)
        self.play(FadeIn(self.said, shift=0.15 * UP), run_time=0.5)
        self.wait(1.0)
        self.upper.marker.clear_updaters()

    def sweep_lengths(self) -> None:
        """Lift the line again while the sum of lengths bends at every point it meets."""
        self.step(
            "lengths",
            "Now lengths. At every point that the line meets, the sum bends.",
            "A step up brings each point above nearer and leaves each point below farther away.",
            "With three above and three below, nothing changes: the bottom is flat.",
        )
        self.lower = self._plot(LOWER_BOX, ABSOLUTE)
        tally = counts(self.x, self.y, self.current_line, self.theme)
        self.play(
            FadeOut(self.squares, self.said),
            FadeIn(self.lengths),
            self.upper.animate.fade(DIMNESS),
            self.line.animate.set_stroke(color=ABSOLUTE.colour),
            run_time=0.75,
        )
        self.settle(self.upper)
        self.points.add_updater(lambda m: m.set_line(*self.current_line()))
        self.add(self.points)
        self.play(
            FadeIn(self.lower.fixed, self.lower.label),
            self.b.animate.set_value(self.reach.low),
            run_time=1.5,
        )
        self.play(FadeIn(tally), run_time=0.5)
        self.settle(self.lower.fixed, self.lower.label, *(readout[0] for readout in tally))
        self._sweep(self.lower, run_time=5.5)
        for share in (0.95, 0.05, 0.5):
            b = self.floor.low + share * (self.floor.high - self.floor.low)
            self.play(self.b.animate.set_value(b), run_time=1.25)
        self.wait(0.75)
        self.lower.marker.clear_updaters()
        self.play(FadeOut(self.upper, self.lower, tally), run_time=0.5)

    def walk_the_floor(self) -> None:
        """Turn the line from point to point along the edge of the flat bottom."""
        self.step(
            "flat",
            "A point on this map is a line: a across, b up.",
            "On each ring the sum of lengths is one number. In the patch lie all best lines.",
            "There it stays. The sum of squares is least at the orange dot.",
        )
        plane = FlatBottom(RIGHT_BOX, self.x, self.y, GROWTH, self.theme)
        marker = Marker(plane.panel, *self.current_line(), ABSOLUTE.colour, self.theme)
        best = fit_line(self.x, self.y)
        squared = Marker(plane.panel, best.slope, best.intercept, SQUARED.colour, self.theme)
        totals = sums(self.x, self.y, self.current_line)
        said = plane.notes(self.theme)
        self.play(FadeIn(plane, squared, marker.set_z_index(2), totals, said), run_time=0.75)
        self.settle(plane, squared, said, *(readout[0] for readout in totals))
        marker.add_updater(lambda m: m.set_place(*self.current_line()))
        start = plane.on_edge(0.0)
        self.play(
            self.a.animate.set_value(start[0]), self.b.animate.set_value(start[1]), run_time=1.25
        )
        self.play(
            UpdateFromAlphaFunc(self.a, lambda m, s: m.set_value(plane.on_edge(s)[0])),
            UpdateFromAlphaFunc(self.b, lambda m, s: m.set_value(plane.on_edge(s)[1])),
            run_time=6.5,
            rate_func=linear,
        )
        self.wait(0.5)
        for part in self.mobjects:
            part.clear_updaters(recursive=True)
        self.play(FadeOut(*self.mobjects), run_time=0.75)

    def drag_an_outlier(self) -> None:
        """Drag one of many points away; both best lines answer, and their slopes are plotted."""
        self.step(
            "outlier",
            "Now many points, and one of them goes astray.",
            "Least squares follows it, the farther the more.",
            "Least absolute, the least sum of lengths, moves only while the point passes its line: "
            "the side counts, not how far.",
        )
        data = read_dataset(self.settings.data, self.settings.x, self.settings.y)
        dragged = DraggedPoint(data.x, data.y)
        reach = Scale(*dragged.reach(DRAG_ABOVE))
        self.pull = ValueTracker(dragged.y).set_z_index(1)
        drawn = DraggedLines(DATA_BOX, data, dragged, reach, self.theme)
        self.answers = SlopeAnswers(RIGHT_BOX, dragged, reach, self.theme)
        self.play(FadeIn(drawn.plot, drawn.stray), run_time=0.75)
        for k, distance in enumerate((SQUARED, ABSOLUTE)):

            def slope(k: int = k) -> float:
                return dragged.best_lines(self.pull.get_value())[k][0]

            readout = named_slope(distance, self.answers.slopes, slope)
            self.play(Create(drawn.lines[k]), FadeIn(readout), run_time=1.0)
            self.settle(drawn.before[k], readout[0], readout[1][0])
        self.play(FadeIn(self.answers, drawn.legend), run_time=0.5)
        self.settle(self.answers.fixed, drawn.legend)
        drawn.moving.add_updater(lambda _: drawn.set_dragged(self.pull.get_value()))
        self.answers.markers.add_updater(lambda _: self.answers.set_dragged(self.pull.get_value()))
        self.add(drawn.moving, self.answers.markers)
        curves = self.answers.curves
        curves.add_updater(lambda _: self.answers.set_seen(dragged.y, self.pull.get_value()))
        self.add(curves)
        drag = self.pull.animate.set_value(reach.high)
        self.play(drag, run_time=7.0, rate_func=rate_functions.ease_in_out_sine)
        for part in (curves, self.answers.markers):
            part.clear_updaters()
        self.wait(1.25)

    def answer(self) -> None:
        """End with what each distance is good for."""
        self.step(
            "answer",
            "Squares: one best line, but far points pull hardest.",
            "Lengths: sometimes many; points far above or below pull no harder.",
        )
        verdicts = VGroup(
            SQUARED.verdict(
                "one valley, one best line;", "far points pull hardest", theme=self.theme
            ),
            ABSOLUTE.verdict(
                "sometimes many best lines;",
                "points far above or below",
                "pull no harder",
                theme=self.theme,
            ),
        )
        self._put_right(verdicts, 0.9)
        self.play(FadeOut(self.answers), run_time=0.5)
        for verdict in verdicts:
            self.play(FadeIn(verdict, shift=0.15 * UP), run_time=0.75)
            self.wait(1.0)
        self.wait(2.5)

    def _plot(self, box: Box, distance: Distance) -> DistancePlot:
        x, y, a = self.x, self.y, self.current_line()[0]
        return DistancePlot(box, distance, x=x, y=y, a=a, reach=self.reach, theme=self.theme)

    def _sweep(self, plot: DistancePlot, *, run_time: float) -> None:
        """Lift the line from low to high while the plot is uncovered; its point stays with b."""
        self.play(FadeIn(plot.marker), run_time=0.25)
        plot.curve.add_updater(lambda _: plot.set_seen(self.current_line()[1]))
        plot.marker.add_updater(lambda _: plot.set_intercept(self.current_line()[1]))
        self.add(plot.curve, plot.kinks, plot.marker)
        self.play(self.b.animate.set_value(self.reach.high), run_time=run_time)
        plot.curve.clear_updaters()

    def _put_right(self, column: VGroup, gap: float) -> None:
        column.arrange(DOWN, buff=gap, aligned_edge=LEFT)
        column.move_to((CARD_LEFT, 0.0, 0.0), aligned_edge=LEFT)
