"""With two explaining variables the line becomes a plane.

Storyboard
    puzzle      two flats of one rent, one nearly twice as large: is what it has more worth nothing?
    area        what a line for area says; it misses widely, its squares fill the tank
    distance    in the colours of their distances: the near ones lie above the line, the far below
    space       the view turns: the line was a sheet seen edge-on, level along distance
    tilt        it tilts along distance: the tank falls, rises past the lowest, and is back there
    lines       back at the front, at five of its lines: the smallest lie below, the largest above
    steepen     so each line turns about its flats: they move apart, so distance counts more
    hidden      why area alone was shallow: larger flats lie farther out, and there rents are lower
    one         what a kilometre costs; one flat moved to one distance, then all
    same        the opening shot: along one's line, down to the other's; the sum stands beside it

A table of a user's own has no two flats: its points open the film, and nothing is hidden.
"""

from dataclasses import replace

from manim import FadeIn, FadeOut, Indicate, smooth
from manim.utils.rate_functions import ease_in_out_sine, ease_in_sine, ease_out_sine

from scenes.film import Film, exchange
from scenes.visuals.multiple_regression import moves
from scenes.visuals.multiple_regression.moves import Rate
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
        self.watch(*self.stage.opening)
        self.add(stage.axes, stage.behind, stage.before)
        one, other = stage.flats.values[list(stage.flats.twins)]
        self.say(f"Two flats for rent, both at {one[2]:.0f} EUR a month.")
        self.play(FadeIn(pair.rings, pair.dots), run_time=0.8)
        self.play(FadeIn(pair.one_rent.level), run_time=0.6)
        self.wait(0.8)
        self.say(f"One has {other[0] - one[0]:.0f} m² more. Are they worth nothing?")
        self.play(FadeIn(*pair.one_rent.sizes), run_time=0.6)
        self.add(pair.more_area)
        self.play(moves.span(pair.more_area), run_time=1.6)
        self.wait(0.6)

    def show_points(self) -> None:
        """Show the points of a user's own."""
        stage = self.stage
        self.step("points")
        self.watch(*self.stage.opening)
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
        read = stage.pair.reading if stage.pair else ()
        self.go(replace(self.shot, drawn=1.0), 0.8, *map(FadeOut, read))
        self.watch(*self.stage.picture, stage.tank)
        stage.tank.set_level(0.0)
        self.play(FadeIn(stage.squares, stage.tank, stage.tank_name), run_time=0.6)
        self.wait(1.2)
        self.say("Their sum: no line leaves less.")
        self.play(moves.pour(stage.squares), run_time=2.4)
        stage.show(self.shot)
        self.remove(stage.squares)
        stage.tank.set_mark(stage.tank.level)
        self.wait(0.7)

    def read_off_the_line(self, pair: Pair) -> None:
        """Draw the line, and see what it says of the two."""
        gone = map(FadeOut, (pair.one_rent, pair.more_area))
        self.play(*gone, FadeIn(self.stage.sheet), run_time=0.6)
        self.say(self.stage.told.line)
        worth = pair.worth.set_moved(0.0, 0.0)
        self.play(FadeIn(worth, worth.more), run_time=0.4)
        self.play(moves.rise(worth), run_time=0.8)
        self.play(FadeIn(worth.amount), run_time=0.4)
        self.wait(0.8)

    def colour_by_distance(self) -> None:
        """Give every flat the colour of its distance."""
        stage, told = self.stage, self.stage.told
        self.step(told.second_step)
        self.say(told.colours)
        coloured = replace(self.shot, coloured=1.0)
        self.go(coloured, 1.6, FadeIn(stage.legend), *map(FadeOut, stage.crowd))
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
        self.go(replace(self.shot, view=stage.corner), 3.4, rate_func=ease_in_out_sine)
        self.say(stage.told.level)
        self.add(stage.level)
        self.go(replace(self.shot, levelled=1.0), 1.2)
        self.wait(1.4)

    def tilt_the_sheet(self) -> None:
        """Tilt the sheet along distance past where squares are least, and back; no flat moves."""
        stage, told, past = self.stage, self.stage.told, self.stage.flats.past[0]
        self.step("tilt")
        self.say(told.tilt)
        self.let_appear()
        self.go(replace(self.shot, plane=stage.flats.tilted), 2.4, rate_func=ease_in_sine)
        self.say(told.past)
        self.add(stage.lowest[0])
        self.go(replace(self.shot, plane=past), 2.1, rate_func=ease_out_sine)
        self.wait(0.3)
        self.go(replace(self.shot, plane=stage.flats.tilted), 0.7, rate_func=ease_in_out_sine)
        self.wait(0.3)

    def see_five_lines(self) -> None:
        """Let the sheet be its lines, and turn back to the front: they are as shallow as before."""
        stage, told, pair = self.stage, self.stage.told, self.stage.pair
        self.step("lines")
        self.say(told.back)
        self.watch(*self.stage.picture)
        self.go(replace(self.shot, lines=1.0), 0.8, FadeOut(stage.level))
        self.add(stage.names)
        self.go(replace(self.shot, view=FRONT, named=1.0), 2.4, rate_func=ease_in_out_sine)
        if pair:
            self.say(told.so_far)
            self.play(FadeIn(pair.gap), run_time=0.6)
            self.wait(1.2)
        self.say(told.sides_again)
        if pair:
            self.add(pair.outer)
            self.let_appear()
            self.go(replace(self.shot, outer=1.0), 0.8)
        else:
            self.play(FadeIn(stage.per_area), run_time=0.6)
        self.wait(2.4)

    def steepen_all_lines(self) -> None:
        """Turn all lines past where squares are least, and back: misses know of area, too."""
        stage, told, pair = self.stage, self.stage.told, self.stage.pair
        both = replace(self.shot, plane=stage.flats.by_both)
        gap = [pair.pivots, pair.gap, pair.gap.before, pair.gap.each] if pair else []
        two = [pair.rings, pair.dots] if pair else []
        self.step("steepen")
        self.say(told.steepen)
        pivots = exchange([pair.gap, pair.outer, *two], [pair.pivots]) if pair else []
        self.play(*pivots, FadeOut(stage.lowest[0]), run_time=0.6)
        self.go(both, 2.0, rate_func=ease_in_sine)
        self.add(stage.lowest[1])
        self.go(replace(both, plane=stage.flats.past[1]), 1.2, rate_func=ease_out_sine)
        self.wait(0.3)
        self.go(both, 1.2, rate_func=ease_in_out_sine)
        if pair:
            self.say(told.apart)
            self.play(*map(FadeIn, gap[1:]), run_time=0.6)
            self.wait(2.6)
        self.say(told.left)
        self.go(replace(self.shot, outer=0.0), 0.8, *exchange(gap, [stage.left, *two]))
        self.wait(1.1)

    def ask_why_it_was_flat(self) -> None:
        """Lay the line of area alone over the lines; the tank is not about that one."""
        stage, pair = self.stage, self.stage.pair
        self.step("hidden")
        self.say(stage.told.flat)
        gone = [stage.tank, stage.tank_name, stage.left, stage.lowest[1]] if pair else []
        self.go(replace(self.shot, drawn=0.0, named=float(bool(pair))), 0.6, *map(FadeOut, gone))
        self.add(stage.old_line.set_moved(0.0))
        self.play(moves.draw(stage.old_line), run_time=1.4)
        self.wait(0.9)
        if pair:
            self.find_what_was_hidden(pair)

    def find_what_was_hidden(self, pair: Pair) -> None:
        """Average the smallest and the largest flats, and go from those to these in two ways."""
        ways = pair.on_average.set_gone(0.0)
        self.add(pair.centres.set_share(0.0), ways)
        self.say(self.stage.told.smallest)
        self.go(replace(self.shot, quiet=1.0, named=0.0), 1.6, moves.gather(pair.centres, 0))
        self.say(self.stage.told.largest)
        self.play(moves.gather(pair.centres, 1), run_time=1.4)
        self.wait(0.9)
        self.say("Area lifts, distance lowers.")
        for gone, name in zip((0.0, 0.5), ways.names, strict=True):
            self.play(moves.go_on(ways, gone), FadeIn(name), run_time=1.2)
        self.say("One line mixes both.")
        self.wait(3.0)
        self.play(FadeOut(ways, *ways.names, pair.centres, self.stage.old_line), run_time=0.5)
        self.go(replace(self.shot, quiet=0.0, named=1.0), 0.6)

    def move_all_to_one_distance(self) -> None:
        """Move all flats to one distance: lines, flats and the line of area alone."""
        stage, told, pair = self.stage, self.stage.told, self.stage.pair
        self.step("one")
        self.watch(*self.stage.opening)
        if pair:
            self.move_one_flat(pair)
        else:
            self.say(told.move)
            self.play(FadeOut(stage.per_area), run_time=0.4)
        self.go(replace(self.shot, moved=1.0), 3.2)
        self.say(told.moved)
        if pair:
            self.play(FadeIn(pair.worth.more, pair.worth.before[1], pair.all_at_one), run_time=0.6)
        self.wait(1.3)

    def move_one_flat(self, pair: Pair) -> None:
        """Move one flat to one distance, ahead of all others, and see how much that lifts it."""
        told, lift, worth = self.stage.told, pair.lift.set_shot(self.shot), pair.worth
        self.say(told.first_moved)
        self.add(lift)
        self.let_appear()
        self.go(replace(self.shot, ahead=1.0), 1.6)
        self.play(FadeIn(lift.product), run_time=0.5)
        self.wait(1.1)
        self.say(told.move)
        alone = self.stage.old_line, worth.before[0], worth, worth.amount
        self.go(replace(self.shot, named=0.0), 0.8, *exchange([lift, lift.product], alone))

    def return_to_the_two(self, pair: Pair) -> None:
        """Give the two of the opening back, and lead along the line of one to that of the other."""
        self.step("same")
        stage, told, account, waterfall = self.stage, self.stage.told, pair.account, pair.waterfall
        self.say("And our two? Back, each with its own line.")
        self.add(pair.lines)
        gone = [stage.sheet, stage.old_line, *pair.reading, *pair.worth.before, pair.all_at_one]
        self.shot = replace(self.shot, ahead=0.0)  # where all have moved, none is ahead
        self.play(*map(FadeOut, [*gone, stage.legend, stage.names]), run_time=0.4)
        back = replace(self.shot, moved=0.0, quiet=1.0, only_two=1.0)
        self.go(back, 2.0, *map(FadeIn, pair.one_rent.distances))
        self.say(told.larger)
        self.add(pair.more_area.set_drawn(0.0), account)
        self.play(moves.span(pair.more_area), FadeIn(waterfall), run_time=1.0)
        up, down = ((moves.lead(account, k), moves.lead(waterfall, k)) for k in range(2))
        self.play(*up, FadeIn(waterfall.names[0]), run_time=1.4)
        self.wait(0.4)
        self.say(told.farther)
        self.play(*down, FadeIn(account.away, waterfall.names[1]), run_time=1.4)
        self.wait(0.6)
        self.say(told.last)
        self.play(moves.lead(waterfall, 2), FadeIn(waterfall.names[2]), run_time=0.8)
        self.wait(2.2)
        self.say("Worth nothing?")
        told_of = [*pair.one_rent.distances, pair.lines, waterfall, *waterfall.names]
        gone = [stage.behind, stage.before, *told_of]
        self.play(*exchange(gone, [pair.one_rent.level]), moves.thin(account.down), run_time=1.2)
        self.say(told.answer)
        self.play(FadeIn(account.answer), run_time=0.8)
        self.play(Indicate(account.answer, 1.15, self.pen.theme.slope), run_time=0.8)

    def go(self, to: Shot, run_time: float, *meanwhile: object, rate_func: Rate = smooth) -> None:
        """Go from the present shot to another one."""
        start, self.shot = self.shot, to
        there = self.get_mobject_family_members()
        going = moves.go(self.stage, start, to, there, rate_func)
        self.play(*going, *meanwhile, run_time=run_time)
