"""What moves while squares share bars: one call for what a sentence shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from manim import Animation, FadeIn, UpdateFromAlphaFunc, smooth
from manim.utils.rate_functions import squish_rate_func

from scenes.visuals.geometric_fit.bars.shares import WHOLE
from scenes.visuals.geometric_fit.moves import Moves
from scenes.visuals.geometric_fit.sheet.cloud import feet_nearest
from scenes.visuals.geometric_fit.sheet.page import MOVED, Values
from scenes.visuals.geometric_fit.stage import WIDE


@dataclass(frozen=True)
class Sharing:
    """Plays what happens in the bar of one point, beside it, and in the bars of all."""

    moves: Moves

    def pour_whole(self, square: Values) -> None:
        """Let the ``square`` of one point's distance become the whole bar."""
        single = self.moves.stage.single
        pour = UpdateFromAlphaFunc(single.whole, lambda _, s: single.set_whole_arriving(square, s))
        self.moves.film.play(pour, run_time=1.0)
        self.moves.film.play(FadeIn(single.names[2]), run_time=0.4)

    def pour_shares(self, squares: Sequence[Values], across: float) -> None:
        """Let copies of the ``squares`` on the legs become the parts of the bar, and name them."""
        single = self.moves.stage.single.set_split(across)
        for part, square in enumerate(squares):
            self._pour_share(part, square, across)
        # Behind its two parts the grey of the whole goes: its outline stays.
        fade = UpdateFromAlphaFunc(single.whole, lambda m, s: m.set_fill(opacity=WHOLE * (1 - s)))
        self.moves.film.play(fade, run_time=0.4)

    def _pour_share(self, part: int, square: Values, across: float) -> None:
        single = self.moves.stage.single
        shape = (single.across, single.along)[part]
        pour = UpdateFromAlphaFunc(shape, lambda _, s: single.set_arriving(part, square, across, s))
        self.moves.film.play(pour, run_time=0.8)
        self.moves.film.play(FadeIn(single.names[part]), run_time=0.3)

    def narrow(self, *also: Animation) -> None:
        """Make room beside the bar of one point."""
        row = self.moves.stage.row
        narrow = UpdateFromAlphaFunc(row, lambda m, s: m.set_narrowed(s))
        self.moves.film.play(narrow, *also, run_time=0.7)

    def pour_other(self) -> None:
        """Let the square of another point become a bar beside the first, of two parts as well."""
        other, bar = self.moves.stage.other, self.moves.stage.other.bar
        pour = UpdateFromAlphaFunc(bar.whole, lambda _, s: bar.set_whole_arriving(other.corners, s))
        self.moves.film.play(FadeIn(other.squares, other.way, other.rings), run_time=0.5)
        self.moves.film.play(pour, run_time=1.0)
        fade = UpdateFromAlphaFunc(bar.whole, lambda m, s: m.set_fill(opacity=WHOLE * (1 - s)))
        parts = FadeIn(bar.across, bar.along, other.legs, other.widths)
        self.moves.film.play(fade, parts, run_time=0.5)

    def join_bars(self, run_time: float) -> None:
        """Let the bars of all points join these two, and their ways across the line grow."""
        stage, row = self.moves.stage, self.moves.stage.row
        points = stage.cloud.points[stage.cloud.with_ways]
        feet = feet_nearest(points, row.angle)
        self.moves.film.play(
            UpdateFromAlphaFunc(row, lambda m, s: m.set_joined(s)),
            UpdateFromAlphaFunc(stage.ways, lambda m, s: m.set_ways(MOVED, points, feet, s)),
            run_time=run_time,
        )

    def turn_with_bars(self, start: float, end: float, run_time: float) -> None:
        """Turn the line, and show at every moment what each point has across it and along it."""

        def go(angle: float) -> None:
            self.moves.stage.explain(angle)
            self.moves.stage.row.set_angle(angle)

        self.moves.turn(go, start, end, run_time)

    def level_bars(self, run_time: float) -> None:
        """Take the walls between the bars away: what is in them becomes level, in one tank.

        There the least sum of before is still marked.
        """
        stage, tank = self.moves.stage, self.moves.stage.tank.set_box(WIDE)
        tank.content.set_fill(opacity=0.0)
        assert tank.marked is not None
        stage.mark(tank.marked)
        level = UpdateFromAlphaFunc(stage.row, lambda m, s: m.set_levelled(s))
        walls = FadeIn(tank, stage.least, rate_func=squish_rate_func(smooth, 0.0, 0.3))
        self.moves.film.play(level, walls, run_time=run_time)
