"""With two explaining variables the line becomes a plane.

Storyboard
    puzzle      two flats of one rent, one nearly twice as large as the other: why?
    area        rent against area: the best line misses widely; its squares fill the tank
    distance    in the colours of their distances: the near ones lie above the line, the far below
    space       the view turns: the line is the edge of a sheet that ignores distance
    tilt        close to it, the sheet tilts along distance until its squares are least
    edge        looking along it, it is a line again: so much was missed, so little now
    lines       from the front the sheet is one steep line for each distance
    walk        from one of the two flats to the other: what area adds, distance takes away
    hidden      large flats lie farther out, so that the line of area alone is half as steep
    one         the opening shot with all flats moved to one distance: the larger costs more there

A table of a user's own has no two flats: its points open the film, and nobody walks.
"""

from collections.abc import Callable
from dataclasses import replace

from manim import (
    FadeIn,
    FadeOut,
    Mobject,
    UpdateFromAlphaFunc,
    linear,
    smooth,
)
from manim.utils.rate_functions import ease_in_sine, ease_out_sine

from scenes.film import Film
from scenes.visuals.multiple_regression.moves import rise, walk_on
from scenes.visuals.multiple_regression.pair import Pair
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.stage import Stage
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.writing.placed import Placed

FIRST = 0.2  # share of a way until the shot by which it leads


class MultipleRegression(Film):
    """A plane through points in space, and what its two slopes say."""

    poster_step = "tilt"
    poster_share = 0.9
    stage: Stage
    shot: Shot

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = Stage.of(self.pen, self.settings)
        self.shot = Shot(FRONT, self.stage.flats.by_area)
        self.stage.show(self.shot)
        pair = self.stage.pair
        if pair:
            self.ask_why(pair)
        else:
            self.show_points()
        self.fit_area_alone()
        self.colour_by_distance()
        self.turn_to_space()
        self.tilt_the_sheet()
        self.look_along_the_sheet()
        self.see_one_line_for_each_distance()
        if pair:
            self.walk_from_one_to_the_other(pair)
        self.find_what_was_hidden()
        self.move_all_to_one_distance()

    def ask_why(self, pair: Pair) -> None:
        """Show two flats of one rent."""
        stage = self.stage
        self.step("puzzle")
        self.watch(*self._opening())
        self.add(stage.axes, stage.plumb_lines, stage.behind, stage.before)
        one, other = stage.flats.values[list(stage.flats.twins)]
        self.say(f"Two flats for rent, both at {one[2]:.0f} EUR a month.")
        self.play(FadeIn(pair.rings, scale=1.6), run_time=0.8)
        self.play(FadeIn(pair.one_rent.level), run_time=0.6)
        self.wait(0.8)
        self.say(f"But one has {one[0]:.0f} m², the other {other[0]:.0f}. Why?")
        self.play(FadeIn(*pair.one_rent.sizes), run_time=0.6)
        self.wait(2.0)

    def show_points(self) -> None:
        """Show the points of a user's own."""
        stage = self.stage
        self.step("points")
        self.watch(*self._opening())
        self.add(*stage.crowd, stage.axes, stage.plumb_lines, stage.behind, stage.before)
        self.say(stage.told.opening)
        self.wait(2.0)

    def fit_area_alone(self) -> None:
        """Draw the line of area alone, its residuals, and pour their squares into the tank."""
        stage, told = self.stage, self.stage.told
        self.step(told.first_step)
        self.say(told.line)
        if stage.pair:
            self.play(FadeOut(stage.pair.one_rent), run_time=0.4)
        self.play(FadeIn(stage.sheet, stage.per_area), run_time=0.8)
        self.wait(0.6)
        self.say(told.misses)
        self.go(replace(self.shot, drawn=1.0), 1.2)
        self.watch(*self._picture(), stage.tank)
        stage.tank.set_level(0.0)
        self.play(FadeIn(stage.squares, stage.tank, stage.tank_name), run_time=0.7)
        pour = UpdateFromAlphaFunc(stage.squares, lambda m, s: m.set_share(s), rate_func=linear)
        self.play(pour, run_time=2.6)
        stage.show(self.shot)
        self.remove(stage.squares)
        stage.tank.set_mark(stage.tank.level)
        self.wait(0.8)

    def colour_by_distance(self) -> None:
        """Give every flat the colour of its distance."""
        stage, told = self.stage, self.stage.told
        self.step(told.second_step)
        self.say(told.colours)
        leaving = map(FadeOut, stage.crowd)
        named = map(FadeIn, self._distances())
        self.go(replace(self.shot, coloured=1.0), 1.6, FadeIn(stage.legend), *leaving, *named)
        self.wait(1.0)
        self.say(told.sides)
        self.wait(3.2)

    def turn_to_space(self) -> None:
        """Turn the view: distance is an axis, too, and the line is a sheet."""
        stage = self.stage
        self.step("space")
        self.say(stage.told.space)
        leaving = (stage.per_area, stage.tank, stage.tank_name, *self._distances())
        self.play(FadeOut(*leaving), run_time=0.4)
        self.watch(*self._picture())
        self.go(replace(self.shot, view=stage.corner_view, floor=1.0), 4.2)
        self.say(stage.told.ignored)
        self.wait(1.0)
        alone = replace(self.shot, floor=0.0, axes=0.0)
        self.go(replace(alone, view=stage.close_view), 2.4, via=alone)
        self.wait(0.6)

    def tilt_the_sheet(self) -> None:
        """Tilt the sheet until the squares are least."""
        stage = self.stage
        self.step("tilt")
        there = replace(self.shot, plane=stage.flats.by_both)
        self.say(stage.told.tilt)
        self.go(self.shot.towards(there, 0.4), 2.6, rate_func=ease_in_sine)
        self.say(stage.told.tilted)
        self.go(there, 3.0, rate_func=ease_out_sine)
        self.wait(0.8)

    def look_along_the_sheet(self) -> None:
        """Look along the sheet, beside the line of area alone."""
        stage = self.stage
        self.step("edge")
        self.say("Look along the sheet: it is a line again.")
        self.shot = replace(self.shot, before=1.0)
        self.watch(*self._picture(), stage.tank)
        stage.show(self.shot)
        self.play(FadeIn(stage.tank, stage.tank_name), run_time=0.6)
        self.go(replace(self.shot, view=stage.edge_view), 3.6)
        self.wait(0.6)
        self.say(stage.told.compared)
        self.play(FadeIn(stage.ghosts), run_time=0.8)
        self.wait(2.6)
        self.say(stage.told.left)
        self.go(replace(self.shot, before=0.0), 1.8)
        self.wait(0.8)

    def see_one_line_for_each_distance(self) -> None:
        """Turn to the front: the sheet is a line for each distance."""
        stage = self.stage
        self.step("lines")
        self.play(FadeOut(stage.ghosts), run_time=0.4)
        self.say(stage.told.lines)
        self.go(replace(self.shot, view=FRONT, drawn=0.0, lines=1.0), 2.6)
        names = (stage.pair.kilometres,) if stage.pair else ()
        self.go(replace(self.shot, axes=1.0), 0.6, FadeIn(*names, stage.per_area))
        self.wait(1.2)

    def walk_from_one_to_the_other(self, pair: Pair) -> None:
        """Go from the one flat to the other along area, then along distance."""
        walk, both = pair.walk, self.stage.flats.by_both
        self.step("walk")
        halves = (
            (
                f"{walk.more_area:.0f} m² more, same distance: "
                f"{walk.more_area:.0f} × {both.per_area:.1f} = {walk.gained:.0f} EUR more.",
                (walk.gain,),
            ),
            (
                f"{walk.more_distance:.1f} km farther out, same size: "
                f"{walk.more_distance:.1f} × {-both.per_distance:.1f} = {-walk.lost:.0f} EUR less.",
                (walk.loss, pair.per_distance),
            ),
        )
        walk.set_gone(0.0)
        self.add(walk)
        for gone, (sentence, amount) in zip((0.0, 0.5), halves, strict=True):
            self.say(sentence)
            self.play(walk_on(pair, gone), run_time=2.4)
            self.play(FadeIn(*amount), run_time=0.5)
            self.wait(0.8)
        rest = abs(walk.gained + walk.lost)
        self.say(f"Nearly the same: the last {rest:.0f} EUR are their misses.")
        self.play(FadeIn(pair.one_rent), run_time=0.6)
        self.wait(1.6)

    def find_what_was_hidden(self) -> None:
        """Lay the line of area alone over the lines, and see them wander to the right."""
        stage, pair = self.stage, self.stage.pair
        self.step("hidden")
        self.say(stage.told.held)
        if pair:
            walk = (pair.walk, pair.walk.gain, pair.walk.loss, pair.per_distance)
            self.play(FadeOut(*walk, pair.one_rent), run_time=0.5)
        stage.old_line.set_drawn(0.0)
        self.add(stage.old_line)
        draw = UpdateFromAlphaFunc(stage.old_line, lambda m, s: m.set_drawn(s), rate_func=smooth)
        self.play(draw, run_time=1.4)
        self.wait(0.8)
        self.say(stage.told.hidden)
        lines = stage.flats.space.distances.size
        self.go(replace(self.shot, wave=lines + 1.0), 4.4, rate_func=linear)
        self.shot = replace(self.shot, wave=0.0)
        self.wait(0.4)

    def move_all_to_one_distance(self) -> None:
        """Go back to the line of area alone, and move all flats to one distance."""
        stage, flats, told = self.stage, self.stage.flats, self.stage.told
        self.step("one")
        self.say(told.back)
        names = (stage.pair.kilometres,) if stage.pair else ()
        self.play(FadeOut(stage.per_area, *names), run_time=0.3)
        self.go(replace(self.shot, plane=flats.by_area, drawn=1.0, lines=0.0), 2.0)
        self.remove(stage.old_line)
        self.watch(*self._opening())
        self.say(told.move)
        there = replace(self.shot, plane=flats.at_one_distance, moved=1.0)
        self.go(self.shot.towards(there, 0.5), 2.2, rate_func=ease_in_sine)
        self.say(told.moved)
        at_one = (FadeIn(stage.pair.all_at_one),) if stage.pair else ()
        self.go(there, 2.8, *at_one, rate_func=ease_out_sine)
        if stage.pair:
            self.compare_the_two(stage.pair)
        self.wait(1.0)

    def compare_the_two(self, pair: Pair) -> None:
        """Go from the one to the other where both are at one distance."""
        apart = pair.apart.set_risen(0.0)
        self.say(f"At one distance, the larger costs {apart.dearer:.0f} EUR more.")
        self.play(FadeIn(apart), run_time=0.6)
        self.play(rise(pair), run_time=1.6)
        self.play(FadeIn(apart.amount), run_time=0.5)
        self.wait(1.2)
        self.say("The distance had hidden it.")
        self.play(FadeIn(*apart.sizes), run_time=1.0)

    def go(
        self,
        to: Shot,
        run_time: float,
        *meanwhile: object,
        rate_func: Callable[[float], float] = smooth,
        via: Shot | None = None,
    ) -> None:
        """Go from the present shot to another one, first to ``via`` if there is one."""
        start, self.shot = self.shot, to
        stage = self.stage

        def show(_: Mobject, share: float) -> None:
            if via is None:
                stage.show(start.towards(to, share))
            elif share < FIRST:
                stage.show(start.towards(via, share / FIRST))
            else:
                stage.show(via.towards(to, (share - FIRST) / (1 - FIRST)))

        there = self.get_mobject_family_members()
        first, *others = [p for p in (*stage.in_space, stage.tank, stage.per_area) if p in there]
        self.play(
            UpdateFromAlphaFunc(first, show, rate_func=rate_func),
            *(UpdateFromAlphaFunc(part, lambda *_: None, rate_func=linear) for part in others),
            *meanwhile,
            run_time=run_time,
        )

    def _distances(self) -> list[Placed]:
        return self.stage.pair.one_rent.distances if self.stage.pair else []

    def _opening(self) -> tuple[Mobject, ...]:
        return self.stage.axes, self.stage.behind, self.stage.before

    def _picture(self) -> tuple[Mobject, ...]:
        stage = self.stage
        return stage.axes, stage.behind, stage.sheet, stage.before
