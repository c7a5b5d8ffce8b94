"""From the residual to the closed form: every term travels from where it was to where it goes.

Storyboard
    question    points, a line and the squares of its misses: epsilon is their sum
    level       the line turns; where epsilon is least, its tangent is level
    gradient    both derivatives of epsilon are 0: two equations
    collect     multiply out; what is known crosses the equals sign; a matrix
    letters     the sums become A, B, C, D and N
    slope       row 2 minus N/B times row 1 leaves a alone
    intercept   row 1 minus A/B times row 2 leaves b alone
    closed      times B, above and below: both have the same denominator
    numbers     one pass over the points fills the five sums
    line        the sums give a and b, and these the line
"""

from math import pi

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    Indicate,
    LaggedStart,
    UpdateFromAlphaFunc,
    ValueTracker,
    VGroup,
    Write,
    smooth,
)

from core import palette
from core.landscape.residual import residual
from core.landscape.squared import ResidualLandscape
from core.tables.dataset import read_dataset
from scenes.film import Film
from scenes.visuals.normal_equations import derivation
from scenes.visuals.normal_equations.blackboard import EQUATIONS, LARGE, MIDDLE, SMALL, Blackboard
from scenes.visuals.normal_equations.data_pass import DataPass
from scenes.visuals.normal_equations.evaluation import equation, intercept_row, slope_row, smallest
from scenes.visuals.normal_equations.legend import Legend
from scenes.visuals.normal_equations.line_over_points import LineOverPoints
from scenes.visuals.normal_equations.running_sums import DEFINITIONS, RunningSums
from scenes.visuals.normal_equations.tangent_plot import TangentPlot
from scenes.visuals.normal_equations.travel import Way, late, ways
from scenes.visuals.plot.panel import Box
from scenes.visuals.plot.regression_plot import FittedLine
from scenes.visuals.plot.sweep_plot import Parameter
from scenes.visuals.writing.note import sentence

DATA_BOX = Box(left=-5.8, bottom=-2.7, width=5.6, height=5.2)
CURVE_BOX = Box(left=1.4, bottom=-2.6, width=4.2, height=2.9)
# epsilon_rel of the line that the film starts with.
HEIGHT = 4.0
LEGEND_HEIGHT = -3.1
# Room for the numbers of any table.
RESULT_WIDTH, HEADING_WIDTH = 5.6, 6.6
LEFT_RESULT, RIGHT_RESULT = np.array([-3.1, -1.6, 0.0]), np.array([3.1, -1.6, 0.0])


class NormalEquations(Film):
    """The least-squares line from its definition to its numbers."""

    poster_step = "closed"
    poster_share = 0.9

    def construct(self) -> None:
        """Tell the storyboard."""
        self.data = read_dataset(self.settings.data, self.settings.x, self.settings.y)
        self.landscape = ResidualLandscape.of(self.data.x, self.data.y)
        self.board = Blackboard(self, self.theme)
        self.ask()
        self.find_level()
        self.differentiate()
        self.collect()
        self.name_the_sums()
        self.isolate_slope()
        self.isolate_intercept()
        self.close()
        self.add_up()
        self.draw_line()

    def ask(self) -> None:
        """Show a line over the points and say what epsilon is."""
        self.step(
            "question",
            "Which line is best? Epsilon sums the squared misses.",
            "It depends only on slope a and intercept b.",
        )
        self.a = ValueTracker(self.landscape.slope - self.landscape.slope_reach(HEIGHT))
        self.a.set_z_index(1)
        self.picture = LineOverPoints(DATA_BOX, self.data, self.current_line(), self.theme)
        self.epsilon = self.board.formula(derivation.EPSILON, (3.2, 2.3, 0.0), SMALL)
        picture = self.picture
        self.add(picture.plot)
        appear = UpdateFromAlphaFunc(picture.points, lambda m, s: m.set_shown(s))
        self.play(appear, run_time=1.0)
        self.play(Create(picture.line), FadeIn(picture.misses), run_time=1.0)
        self.play(Write(self.epsilon), run_time=1.5)
        self.wait(1.0)

    def find_level(self) -> None:
        """Turn the line until the tangent of epsilon is level."""
        self.step(
            "level",
            "Turn the line: epsilon falls, then rises.",
            "In a and b it is a bowl, open upward: it is least where it is level.",
        )
        best, reach = self.landscape.slope, self.landscape.slope_reach(HEIGHT)
        slope = Parameter.slope(self.landscape)
        curve = TangentPlot(CURVE_BOX, reach=reach, parameter=slope, theme=self.theme)
        curve.set_place(self.a.get_value())
        self.play(FadeIn(curve.fixed), Create(curve.parabola), run_time=0.75)
        self.play(FadeIn(curve.moving), run_time=0.5)
        picture = self.picture
        self.settle(picture.plot, self.epsilon, curve.fixed, curve.parabola)
        picture.turning.add_updater(lambda _: picture.set_line(*self.current_line()))
        curve.moving.add_updater(lambda _: curve.set_place(self.a.get_value()))
        self.add(picture.turning)
        for target, run_time in ((best + 0.75 * reach, 1.5), (best, 1.25)):
            self.play(self.a.animate.set_value(target), run_time=run_time)
        self.wait(0.75)
        for part in (picture.turning, curve.moving):
            part.clear_updaters()
        self.play(
            FadeOut(curve, picture.turning, picture.plot, picture.points),
            self.epsilon.animate.scale(MIDDLE / SMALL).move_to((0, 2.45, 0)),
            run_time=0.75,
        )

    def differentiate(self) -> None:
        """Let both derivatives grow out of epsilon."""
        self.step(
            "gradient",
            "There both derivatives are 0, in a and b.",
            "The exponent 2 comes down. For a, an x comes out too.",
        )
        part, names = self.epsilon.select, ("S", "l", "a", "x", "p", "b", "m", "y", "r")
        copies = [Way(part(name), f"{name}{row}") for row in "12" for name in names]
        down = [Way(part("two"), f"two{row}", -0.5 * pi) for row in "12"]
        inner = [Way(part("x"), "out", 0.4 * pi)]
        self.board.grow(derivation.GRADIENT, [*copies, *down, *inner], run_time=2.5)
        self.wait(1.75)

    def collect(self) -> None:
        """Multiply out, part the unknown from the known, and write it as a matrix."""
        self.step(
            "collect",
            "The 2 drops out. Multiply out, and add each kind of term on its own.",
            "What is known crosses the equals sign.",
            "Two equations for two unknowns: one matrix.",
        )
        self.board.go(derivation.COLLECTED, derivation.TO_COLLECTED, 2.5, EQUATIONS)
        self.wait(1.0)
        self.play(FadeOut(self.epsilon), run_time=0.5)
        self.board.go(derivation.SPLIT, derivation.TO_SPLIT, 2.0, EQUATIONS)
        self.wait(0.75)
        self.board.go(derivation.SUMS, derivation.TO_SUMS, 2.0)
        self.wait(1.0)

    def name_the_sums(self) -> None:
        """Let each sum go into the legend and send its letter back."""
        self.step("letters", "The data enter only through five sums. Call them A, B, C, D and N.")
        self.legend = Legend(LEGEND_HEIGHT, self.theme)
        wiped = self.board.wipe(derivation.EMPTY)
        self.play(
            self.legend.collect(
                wiped, (derivation.LOWER_SUMS, derivation.UPPER_SUMS, derivation.COUNT)
            ),
            FadeIn(self.legend.rest(), rate_func=late),
            run_time=2.0,
        )
        self.add(*self.legend.entries.values())
        letter = self.legend.letter
        back = [Way(letter(name[0]), name, -0.25 * pi) for name in ["A", "B", "B2", "C", "D"]]
        # N leaves upwards, clear of the sum beside it.
        back.append(Way(letter("N"), "N", 0.25 * pi))
        self.board.go(derivation.LETTERS, [*ways("a b e"), *back], 1.5)
        self.wait(0.5)

    def isolate_slope(self) -> None:
        """Subtract N/B times the first row from the second."""
        self.step(
            "slope",
            "Take N over B times the first row from the second.",
            "The b disappears, and the slope a stands alone.",
        )
        note = self.board.note('"row 2" - N/B dot "row 1"')
        self.board.go(derivation.SECOND_MINUS, derivation.TO_SECOND_MINUS, 1.5)
        self.board.go(derivation.SLOPE_ALONE, derivation.TO_SLOPE_ALONE, 1.25)
        self.slope = self.board.bring_out(derivation.SLOPE, ways("a an ad", -0.3 * pi), LEFT_RESULT)
        self.wait(0.5)
        self.play(FadeOut(note), run_time=0.5)

    def isolate_intercept(self) -> None:
        """Back at the letters, subtract A/B times the second row from the first."""
        self.step(
            "intercept",
            "The same the other way round: take A over B times the second row from the first.",
            "Now the a disappears, and b stands alone.",
        )
        self.board.go(derivation.LETTERS, derivation.BACK_TO_LETTERS, 0.75)
        note = self.board.note('"row 1" - A/B dot "row 2"')
        self.board.go(derivation.FIRST_MINUS, derivation.TO_FIRST_MINUS, 1.5)
        self.board.go(derivation.INTERCEPT_ALONE, derivation.TO_INTERCEPT_ALONE, 1.0)
        self.intercept = self.board.bring_out(derivation.INTERCEPT, ways("b bn bd"), RIGHT_RESULT)
        self.wait(0.5)
        self.play(
            FadeOut(note, self.board.equations),
            self.slope.animate.scale(LARGE / MIDDLE).move_to(LEFT_RESULT + 2 * UP),
            self.intercept.animate.scale(LARGE / MIDDLE).move_to(RIGHT_RESULT + 2 * UP),
            run_time=0.75,
        )

    def close(self) -> None:
        """Multiply by B above and below, and find the same denominator twice."""
        self.step(
            "closed",
            "Multiply above and below by B: no fraction stays inside.",
            "N times A is A times N: both denominators are the same.",
            "This is the closed form.",
        )
        note = self.board.note('"above and below" dot B')
        rewrite = self.board.rewrite
        self.slope = rewrite(self.slope, derivation.SLOPE_CLOSED, derivation.TO_SLOPE_CLOSED)
        self.intercept = rewrite(
            self.intercept, derivation.INTERCEPT_CLOSED, derivation.TO_INTERCEPT_CLOSED
        )
        red = palette.SLOPE_DENOMINATOR
        self.verdict = sentence("$N A = A N$: the same denominator", colour=red, size=40)
        self.verdict.move_to((0, -1.4, 0))
        self.play(FadeOut(note), FadeIn(self.verdict, shift=0.15 * UP), run_time=0.5)
        self.wait(1.0)
        # It takes on the colour of the other only when it has been said that they are the same.
        self.intercept = rewrite(
            self.intercept, derivation.INTERCEPT_SHARED, derivation.TO_INTERCEPT_SHARED
        )
        shared = (self.slope.select("ad"), self.intercept.select("bd"))
        self.play(*(Indicate(part, scale_factor=1.1, color=red) for part in shared), run_time=0.75)
        self.wait(0.75)

    def add_up(self) -> None:
        """Pass once over the points; the five sums add up."""
        self.step("numbers", "Now the data. One pass over the points adds up all five sums.")
        self.sums = RunningSums(self.data.x, self.data.y)
        heights = dict(zip(DEFINITIONS, np.linspace(1.55, -0.95, 5), strict=True))
        places = {letter: np.array([5.9, height, 0.0]) for letter, height in heights.items()}
        picture = self.picture
        self.count = DataPass(picture.panel, self.sums, places, self.theme)
        self.play(
            *self.legend.into_list(0.6, heights),
            self.slope.animate.scale(SMALL / LARGE).move_to((1.9, 2.85, 0)),
            self.intercept.animate.scale(SMALL / LARGE).move_to((5.0, 2.85, 0)),
            FadeIn(picture.plot),
            FadeOut(self.verdict),
            run_time=1.25,
        )
        self.play(FadeIn(self.count), run_time=0.5)
        entries = self.legend.entries.values()
        self.settle(picture.plot, self.slope, self.intercept, *entries, self.count.waiting)
        place = ValueTracker(picture.panel.x_scale.low).set_z_index(1)
        self.count.moving.add_updater(lambda _: self.count.set_place(place.get_value()))
        across = place.animate.set_value(picture.panel.x_scale.high)
        self.play(across, run_time=2.5, rate_func=steadily)
        self.count.moving.clear_updaters()
        self.play(FadeOut(self.count.front), run_time=0.25)

    def draw_line(self) -> None:
        """Put the sums into the closed form and draw the line it gives."""
        self.step(
            "line",
            "Put them into the two formulas. They give the slope, the intercept, and the line.",
            "No other line has a smaller epsilon.",
        )
        total, theme = self.sums.total, self.theme
        rows = [slope_row(total, theme), intercept_row(total, theme)]
        block = VGroup(*rows).arrange(DOWN, buff=0.3, aligned_edge=LEFT)
        block.scale(min(1.0, RESULT_WIDTH / block.width)).move_to((3.3, -2.5, 0))
        for row in rows:
            above, below = row.select("above"), row.select("below")
            # Each sum dives once, though some stand above and below.
            goals = dict.fromkeys("CD", above) | dict.fromkeys("ABN", below)
            flights = [self.count.dive(letter, goal) for letter, goal in goals.items()]
            # One after the other: five numbers at once could not be read.
            in_turn = LaggedStart(*flights, lag_ratio=0.6)
            self.play(in_turn, FadeIn(row, rate_func=late), run_time=2.0)
        result, line = equation(total, theme), total.solve()
        epsilon = smallest(float(residual(self.data.x, self.data.y, *line)), theme)
        above = VGroup(result, epsilon).arrange(RIGHT, buff=0.6)
        above.scale(min(1.0, HEADING_WIDTH / above.width))
        above.move_to((DATA_BOX.left - 0.4, 3.35, 0.0), aligned_edge=LEFT)
        colours = zip(rows, (palette.SLOPE, palette.INTERCEPT), strict=True)
        values = [Indicate(row.select("value"), 1.1, color=colour) for row, colour in colours]
        self.play(FadeIn(result, shift=0.15 * UP), *values, run_time=1.0)
        self.line = FittedLine(self.picture.panel, *line).set_z_index(1)
        self.play(Create(self.line), run_time=1.0)
        squares, _ = self.picture.misses
        grow = UpdateFromAlphaFunc(squares, lambda m, s: m.set_line(*line, s))
        self.play(grow, FadeIn(epsilon, shift=0.15 * UP), run_time=0.75)
        self.wait(2.0)

    def current_line(self) -> tuple[float, float]:
        """Return (a, b) of the line on screen."""
        return float(self.a.get_value()), self.landscape.intercept


def steadily(share: float) -> float:
    """Ease in and out, but gently, so that every point gets its time."""
    return float(smooth(share, 3.0))
