"""With two explaining variables the line becomes a plane.

Storyboard
    area        rent against area: dear and cheap flats of every size. Why do they scatter so?
    distance    the view turns: every flat has a distance, too; the line is a sheet that ignores it
    tilt        the sheet tilts along distance until the squares of its residuals are least
    edge        looking along the sheet, the flats lie close to one line; the old residuals shrink
    steps       a_0: more area at one distance; a_1: more distance at one area
    why         with all flats moved to one distance, the opening view is a line: that was it
"""

from collections.abc import Callable
from dataclasses import replace

from manim import FadeIn, FadeOut, Mobject, UpdateFromAlphaFunc, VMobject, linear, smooth

from scenes.film import Film
from scenes.visuals.multiple_regression.stage import (
    AREA_STEP,
    CORNER,
    DISTANCE_STEP,
    FRONT,
    Stage,
)

# A hint of depth, while one still sees the flats from the front.
SWAY = 0.07


class MultipleRegression(Film):
    """A plane through points in space, and what its two slopes say."""

    poster_step = "tilt"
    poster_share = 0.75
    stage: Stage

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = Stage.of(self.pen)
        self.look_at_area()
        self.turn_to_distance()
        self.tilt_the_sheet()
        self.look_along_the_sheet()
        self.climb_steps()
        self.explain()

    def look_at_area(self) -> None:
        """Show rent against area, a line and its residuals."""
        stage, line = self.stage, self.stage.flats.by_area
        self.step("area")
        stage.show(FRONT, line, drawn=0.0)
        self.watch(*self._scene())
        self.add(stage.axes, stage.behind, stage.before)
        self.say("Flats for rent. Some small ones cost as much as large ones.")
        aside = replace(FRONT, azimuth=FRONT.azimuth - SWAY)
        for start, end in ((0.0, 1.0), (1.0, 0.0)):
            self._show(
                lambda s: stage.show(FRONT.towards(aside, s), line, drawn=0.0), start, end, 1.8
            )
        self.say("The best line for area alone misses them widely.")
        self.play(FadeIn(stage.sheet), run_time=0.7)
        self._show(lambda s: stage.show(FRONT, line, drawn=s), 0.0, 1.0, 1.2)
        self.play(FadeIn(stage.tank, stage.tank_name), run_time=0.6)
        self.wait(1.2)
        self.say("Why do they scatter so?")
        self.wait(1.8)

    def turn_to_distance(self) -> None:
        """Turn the view: the flats lie at different distances."""
        stage, line = self.stage, self.stage.flats.by_area
        self.step("distance")
        self.say("Look from the side: each has its distance from the centre.")
        self._show(lambda s: stage.show(FRONT.towards(CORNER, s), line), 0.0, 1.0, 4.0)
        self.say("The line is the edge of a sheet that ignores it.")
        self.wait(2.6)

    def tilt_the_sheet(self) -> None:
        """Tilt the sheet until the squares are least."""
        stage, flats = self.stage, self.stage.flats
        self.step("tilt")
        self.say("Let the sheet tilt along distance, too.")
        stage.tank.set_mark(flats.sum_of_squares(flats.by_area))
        self._show(
            lambda s: stage.show(CORNER, flats.by_area.towards(flats.by_both, s)), 0.0, 1.0, 3.6
        )
        share = flats.sum_of_squares(flats.by_both) / flats.sum_of_squares(flats.by_area)
        self.say(f"Of the squares, only {share:.0%} remain.")
        self.wait(1.6)

    def look_along_the_sheet(self) -> None:
        """Look along the sheet; the residuals of the line shrink to those of the sheet."""
        stage, flats = self.stage, self.stage.flats
        view = stage.edge_view
        self.step("edge")
        self.say("Now look along the sheet: it is a line again.")
        self._show(lambda s: stage.show(CORNER.towards(view, s), flats.by_both), 0.0, 1.0, 3.4)
        self.say("So far the flats were missed before; so little now.")
        before, now = flats.missed(flats.by_area), flats.missed(flats.by_both)
        stage.ghosts.set_lengths(flats.values, before, view)
        self.play(FadeIn(stage.ghosts), run_time=0.6)
        self.wait(0.8)
        shrink = UpdateFromAlphaFunc(
            stage.ghosts,
            lambda m, s: m.set_lengths(flats.values, before + s * (now - before), view),
            rate_func=smooth,
        )
        self.play(shrink, run_time=2.2)
        self.play(FadeOut(stage.ghosts), run_time=0.3)
        self.wait(0.4)

    def climb_steps(self) -> None:
        """Read both slopes as a step on the sheet."""
        stage, flats = self.stage, self.stage.flats
        both = flats.by_both
        self.step("steps")
        self.hush()
        self.play(FadeOut(stage.tank, stage.tank_name), run_time=0.4)
        self._show(
            lambda s: stage.show(stage.edge_view.towards(CORNER, s), both, drawn=1 - s),
            0.0,
            1.0,
            2.2,
        )
        for step, note, sentence in (
            (
                stage.area_step,
                stage.area_note,
                f"{AREA_STEP:.0f} m² more, as far out: {stage.area_step.rise:.0f} EUR more.",
            ),
            (
                stage.distance_step,
                stage.distance_note,
                f"{DISTANCE_STEP:.0f} km farther out, as large: "
                f"{abs(stage.distance_step.rise):.0f} EUR less.",
            ),
        ):
            self.say(sentence)
            step.set_climbed(0.0, CORNER)
            self.add(step)
            climb = UpdateFromAlphaFunc(
                step, lambda m, s: m.set_climbed(s, CORNER), rate_func=smooth
            )
            self.play(climb, run_time=2.2)
            self.play(FadeIn(note), run_time=0.5)
            self.wait(0.8)
        self.say(f"Area alone had said {flats.by_area.per_area:.0f} EUR per m².")
        self.wait(1.8)
        leaving: list[VMobject] = [stage.area_step, stage.distance_step]
        self.hush()
        self.play(FadeOut(*leaving, stage.area_note, stage.distance_note), run_time=0.4)

    def explain(self) -> None:
        """Move all flats to one distance; the opening view shows a line."""
        stage, flats = self.stage, self.stage.flats
        both = flats.by_both
        at_one = both.rent(0.0, float(flats.values[:, 1].mean()))
        line = type(both)(float(at_one), both.per_area, 0.0)
        self.step("why")
        self.say("Back to the front. Now let all have the same distance.")
        self._show(
            lambda s: stage.show(CORNER.towards(FRONT, s), both.towards(line, s), drawn=0.0),
            0.0,
            1.0,
            2.6,
        )
        self._show(lambda s: stage.show(FRONT, line, flats.at_one_distance(s), 0.0), 0.0, 1.0, 3.0)
        self.say("The scatter was distance.")
        self._show(lambda s: stage.show(FRONT, line, flats.at_one_distance(1.0), s), 0.0, 1.0, 1.6)
        self.wait(0.8)

    def _scene(self) -> tuple[VMobject, ...]:
        stage = self.stage
        return stage.axes, stage.behind, stage.sheet, stage.before

    def _show(
        self, show: Callable[[float], None], start: float, end: float, run_time: float
    ) -> None:
        """Show all values from ``start`` to ``end`` with everything that is in space."""

        def go(_: Mobject, share: float) -> None:
            show(start + share * (end - start))

        stage = self.stage
        moving = [*self._scene(), stage.tank]
        shown = [part for part in moving if part in self.get_mobject_family_members()]
        first, *others = shown
        self.play(
            UpdateFromAlphaFunc(first, go, rate_func=smooth),
            *(UpdateFromAlphaFunc(part, lambda *_: None, rate_func=linear) for part in others),
            run_time=run_time,
        )
