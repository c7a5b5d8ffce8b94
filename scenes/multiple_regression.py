"""With two explaining variables the line becomes a plane.

Storyboard
    puzzle      two flats of one rent, one nearly twice as large: is what it has more worth nothing?
    area        what the best line for area says; it misses widely, its squares fill the tank
    distance    in the colours of their distances: the near ones lie above the line, the far below
    space       the view turns: the line was a sheet seen edge-on, level along distance
    tilt        it tilts along distance, off what was level, and the tank falls
    lines       back at the front, at five of its lines: now small flats lie below, large above
    steepen     so all lines steepen, and the tank falls to what is left
    hidden      why area alone was shallow: larger flats lie farther out, and there rents are lower
    one         all flats at one distance: what more area is worth
    same        the opening shot: up for the larger area, down for the distance, which hides that

A table of a user's own has no two flats: its points open the film, and nothing is hidden.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from manim import (
    FadeIn,
    FadeOut,
    Indicate,
    Mobject,
    UpdateFromAlphaFunc,
    linear,
    smooth,
)
from manim.utils.rate_functions import ease_in_out_sine

from scenes.film import Film
from scenes.visuals.multiple_regression.moves import cover, draw, gather, go_on, grow, lead, rise
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.stage import Stage
from scenes.visuals.multiple_regression.two_flats.pair import Pair
from scenes.visuals.multiple_regression.views import FRONT


class MultipleRegression(Film):
    """A plane through points in space, and what its two slopes say."""

    poster_step = "space"
    poster_share = 0.9
    stage: Stage
    shot: Shot

    def construct(self) -> None:
        """Tell the storyboard."""
        self.stage = Stage.of(self.pen, self.settings)
        pair = self.stage.pair
        self.shot = Shot(FRONT, self.stage.flats.by_area)
        self.stage.show(self.shot)
        if pair:
            self.ask_why(pair)
        else:
            self.show_points()
        self.fit_area_alone()
        self.colour_by_distance()
        self.turn_to_space()
        self.tilt_the_sheet()
        self.see_five_lines()
        self.steepen_all_lines()
        self.ask_why_it_was_flat()
        self.move_all_to_one_distance()
        if pair:
            self.return_to_the_two(pair)

    def ask_why(self, pair: Pair) -> None:
        """Show two flats of one rent."""
        stage = self.stage
        self.step("puzzle")
        self.watch(*self._opening())
        self.add(stage.axes, stage.behind, stage.before)
        one, other = stage.flats.values[list(stage.flats.twins)]
        self.say(f"Two flats for rent, both at {one[2]:.0f} EUR a month.")
        self.play(FadeIn(pair.rings), run_time=0.8)
        self.play(FadeIn(pair.one_rent.level), run_time=0.6)
        self.wait(0.8)
        self.say(f"One has {other[0] - one[0]:.0f} m² more. Are they worth nothing?")
        self.play(FadeIn(*pair.one_rent.sizes), run_time=0.6)
        self.wait(2.0)

    def show_points(self) -> None:
        """Show the points of a user's own."""
        stage = self.stage
        self.step("points")
        self.watch(*self._opening())
        self.add(*stage.crowd, stage.axes, stage.behind, stage.before)
        self.say(stage.told.opening)
        self.wait(2.0)

    def fit_area_alone(self) -> None:
        """Draw the line of area alone, its residuals, and pour their squares into the tank."""
        stage, told = self.stage, self.stage.told
        self.step(told.first_step)
        if stage.pair:
            self.read_off_the_line(stage.pair)
        else:
            self.say(told.line)
            self.play(FadeIn(stage.sheet, stage.per_area), run_time=0.8)
            self.wait(0.6)
        self.say(told.misses)
        self.go(replace(self.shot, drawn=1.0), 0.8)
        self.watch(*self._picture(), stage.tank)
        stage.tank.set_level(0.0)
        self.play(FadeIn(stage.squares, stage.tank, stage.tank_name), run_time=0.6)
        self.wait(0.3)
        pour = UpdateFromAlphaFunc(stage.squares, lambda m, s: m.set_share(s), rate_func=linear)
        self.play(pour, run_time=1.8)
        stage.show(self.shot)
        self.remove(stage.squares)
        stage.tank.set_mark(stage.tank.level)
        self.wait(0.5)

    def read_off_the_line(self, pair: Pair) -> None:
        """Draw the line, and see what it says of the two."""
        self.play(FadeOut(pair.one_rent), run_time=0.4)
        self.play(FadeIn(self.stage.sheet), run_time=0.8)
        self.say(self.stage.told.line)
        worth = pair.worth.set_moved(0.0, 0.0)
        self.play(FadeIn(worth, worth.more), run_time=0.4)
        self.play(rise(worth), run_time=0.8)
        self.play(FadeIn(worth.amount), run_time=0.4)
        self.wait(0.8)
        self.play(FadeOut(worth, worth.more, worth.amount), run_time=0.4)

    def colour_by_distance(self) -> None:
        """Give every flat the colour of its distance."""
        stage, told = self.stage, self.stage.told
        self.step(told.second_step)
        self.say(told.colours)
        leaving = map(FadeOut, stage.crowd)
        self.go(replace(self.shot, coloured=1.0), 1.6, FadeIn(stage.legend), *leaving)
        self.wait(1.0)
        self.say(told.sides)
        self.wait(2.2)

    def turn_to_space(self) -> None:
        """Turn the view: the line is a sheet, and distance is an axis, too."""
        stage = self.stage
        self.step("space")
        self.say(stage.told.space)
        if not stage.pair:
            self.play(FadeOut(stage.per_area), run_time=0.4)
        self.go(replace(self.shot, view=stage.corner), 3.6, rate_func=ease_in_out_sine)
        self.say(stage.told.level)
        self.add(stage.level)
        self.go(replace(self.shot, levelled=1.0), 1.2)
        self.wait(1.6)

    def tilt_the_sheet(self) -> None:
        """Tilt the sheet along distance until the squares are least, below what was level.

        The view stands still, and so do the flats: what moves is the sheet, and how far it misses.
        """
        stage = self.stage
        self.step("tilt")
        self.say(stage.told.tilt)
        self.go(replace(self.shot, plane=stage.flats.tilted), 2.8, rate_func=ease_in_out_sine)
        self.wait(1.0)

    def see_five_lines(self) -> None:
        """Let the sheet be its lines, and turn back to the front: they are as shallow as before."""
        stage, told = self.stage, self.stage.told
        self.step("lines")
        self.say(told.back)
        self.watch(*self._picture())
        self.go(replace(self.shot, lines=1.0), 0.8, FadeOut(stage.level))
        self.go(replace(self.shot, view=FRONT), 2.4, rate_func=ease_in_out_sine)
        self.say(told.sides_again)
        if not stage.pair:
            self.play(FadeIn(stage.per_area), run_time=0.6)
        self.wait(3.4)

    def steepen_all_lines(self) -> None:
        """Let all lines steepen until the squares are least: what they miss knows of area, too."""
        stage, told = self.stage, self.stage.told
        self.step("steepen")
        self.say(told.steepen)
        self.add(stage.old_lines, *([stage.pair.names] if stage.pair else []))
        self.go(replace(self.shot, plane=stage.flats.by_both), 3.0, rate_func=ease_in_out_sine)
        self.say(told.left)
        self.go(replace(self.shot, named=1.0), 0.5, FadeIn(stage.left))
        self.wait(1.4)

    def ask_why_it_was_flat(self) -> None:
        """Lay the line of area alone over the lines; the tank is not about that one."""
        stage, pair = self.stage, self.stage.pair
        self.step("hidden")
        self.say(stage.told.flat)
        gone: list[Mobject] = [stage.old_lines]
        if pair:
            gone += [stage.tank, stage.tank_name, stage.left]
            self.watch(*self._picture())
        self.go(replace(self.shot, drawn=0.0), 0.6, *map(FadeOut, gone))
        stage.old_line.set_moved(0.0, 0.0)
        self.add(stage.old_line)
        self.play(draw(stage.old_line), run_time=1.4)
        self.wait(1.2)
        if pair:
            self.find_what_was_hidden(pair)

    def find_what_was_hidden(self, pair: Pair) -> None:
        """Average the smallest and the largest flats, and go from those to these in two ways."""
        self.say("Average the smallest quarter, then the largest.")
        self.add(pair.centres.set_share(0.0))
        self.go(replace(self.shot, quiet=1.0, named=0.0), 2.4, gather(pair.centres))
        self.wait(0.4)
        near, far = pair.centres.means[:, 1]
        self.say(f"The largest lie farther out: {far:.1f} km, not {near:.1f}.")
        self.wait(1.6)
        ways = pair.on_average.set_gone(0.0)
        self.add(ways)
        self.say("Area lifts, distance lowers: one line mixes both.")
        for gone, name in zip((0.0, 0.5), ways.names, strict=True):
            self.play(go_on(ways, gone), FadeIn(name), run_time=1.2)
        hidden = (pair.on_average, *pair.on_average.names, pair.centres)
        self.wait(0.8)
        loud = replace(self.shot, quiet=0.0)
        self.go(loud, 0.6, *map(FadeOut, hidden), FadeIn(pair.worth, pair.worth.amount))

    def move_all_to_one_distance(self) -> None:
        """Move all flats to one distance: lines, flats and the line of area alone."""
        stage, told, pair = self.stage, self.stage.told, self.stage.pair
        self.step("one")
        self.watch(*self._opening())
        self.say(told.move)
        if not pair:
            self.play(FadeOut(stage.per_area), run_time=0.4)
        self.go(replace(self.shot, moved=1.0), 3.4)
        self.wait(0.2)
        self.say(told.moved)
        if pair:
            self.play(FadeIn(pair.worth.more, pair.all_at_one), run_time=0.6)
        self.wait(1.3)

    def return_to_the_two(self, pair: Pair) -> None:
        """Give the two of the opening back, and lead from the one to the other in two ways."""
        self.step("same")
        stage, account, worth = self.stage, pair.account, pair.worth
        twins = stage.flats.values[list(stage.flats.twins)]
        self.say("And our two? Back to where they were.")
        gone = [stage.sheet, stage.old_line, worth, worth.more, worth.amount, pair.all_at_one]
        gone += [stage.legend, pair.names]
        self.play(*map(FadeOut, gone), run_time=0.4)
        self.add(pair.dots)
        back = replace(self.shot, moved=0.0, quiet=1.0, only_two=1.0)
        self.go(back, 1.8, *map(FadeIn, pair.one_rent.distances))
        self.wait(0.4)
        self.add(account)
        self.say(f"{worth.more_area:.0f} m² more: up {account.larger:.0f} EUR.")
        self.play(lead(account, 0), FadeIn(account.size), run_time=0.8)
        self.play(lead(account, 1), FadeIn(account.names[0]), run_time=1.2)
        self.wait(0.8)
        self.say(f"{np.ptp(twins[:, 1]):.1f} km farther out: down {account.farther:.0f} EUR.")
        self.play(lead(account, 2), FadeIn(account.names[1]), run_time=1.3)
        self.wait(1.2)
        self.say(f"By both, the larger should cost {account.left:.0f} EUR more.")
        self.play(grow(pair.lens), run_time=0.8)
        self.play(FadeIn(pair.lens.amount), run_time=0.4)
        self.wait(1.8)
        self.say(f"Worth nothing? No: {account.larger:.0f} EUR.")
        self.play(Indicate(account.names[0], 1.1, self.pen.theme.slope), run_time=1.0)
        self.wait(0.6)
        self.say("Distance hides nearly all of it.")
        self.play(*cover(account, pair.lens), run_time=2.4)

    def go(
        self,
        to: Shot,
        run_time: float,
        *meanwhile: object,
        rate_func: Callable[[float], float] = smooth,
    ) -> None:
        """Go from the present shot to another one."""
        start, self.shot = self.shot, to
        stage = self.stage

        def show(_: Mobject, share: float) -> None:
            stage.show(start.towards(to, share))

        there = self.get_mobject_family_members()
        first, *others = [part for part in stage.shown if part in there]
        self.play(
            UpdateFromAlphaFunc(first, show, rate_func=rate_func),
            *(UpdateFromAlphaFunc(part, lambda *_: None, rate_func=linear) for part in others),
            *meanwhile,
            run_time=run_time,
        )

    def _opening(self) -> tuple[Mobject, ...]:
        return self.stage.axes, self.stage.behind, self.stage.before

    def _picture(self) -> tuple[Mobject, ...]:
        stage = self.stage
        return stage.axes, stage.behind, stage.sheet, stage.before
