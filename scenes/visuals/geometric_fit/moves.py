"""What moves in GeometricFit: one call for what a sentence shows."""

from collections.abc import Callable
from dataclasses import dataclass

from manim import UpdateFromAlphaFunc, VMobject, linear, smooth

from scenes.film import Film
from scenes.visuals.geometric_fit.cloud import feet_upright
from scenes.visuals.geometric_fit.page import Page
from scenes.visuals.geometric_fit.space import Shot, turned
from scenes.visuals.geometric_fit.stage import Stage, beside
from scenes.visuals.plot.together import together
from scenes.visuals.space.projection import Points


@dataclass(frozen=True)
class Moves:
    """Plays in ``film`` what happens on ``stage``."""

    film: Film
    stage: Stage

    def show_upright(self, angle: float, turn: float) -> None:
        """Show the sheet at ``turn`` with a line at ``angle`` and the upright ways to it."""
        self.stage.show(Page(turn), angle, upright=1.0)

    def pour(self) -> None:
        """Draw the squares on the upright ways to the first fit, and pour them into the tank."""
        stage, page = self.stage, Page(self.stage.turns[0])
        points = stage.cloud.points[stage.cloud.measured]
        feet = feet_upright(points, stage.cloud.upright_angle(page.turn), page.turn)
        grow = UpdateFromAlphaFunc(
            stage.squares, lambda m, s: m.set_ways(page, points, feet, s), rate_func=smooth
        )
        self.film.play(grow, run_time=1.2)
        self.film.remove(stage.squares)
        pour = UpdateFromAlphaFunc(stage.pouring, lambda m, s: m.set_share(s), rate_func=linear)
        self.film.play(pour, run_time=2.6)
        self.film.remove(stage.pouring)
        self.show_upright(stage.cloud.upright_angle(page.turn), page.turn)

    def turn_under(self, angle: float, start: float, end: float, run_time: float) -> None:
        """Turn the sheet with a line at ``angle`` while its ways stay upright."""
        self.turn(lambda turn: self.show_upright(angle, turn), start, end, run_time)

    def try_another(self, turn: float, run_time: float) -> None:
        """Swing the line that is fitted at ``turn`` aside and back, with its upright ways."""
        fit = self.stage.cloud.upright_angle(turn)
        worse = beside(fit)
        for start, end in ((fit, worse), (worse, fit)):
            self.turn(lambda angle: self.show_upright(angle, turn), start, end, run_time / 2)

    def fit_anew(self, former: int, now: int) -> None:
        """Swing the line from the ``former`` fit to the one of ``now``, and leave a trace of it."""
        stage, turn = self.stage, self.stage.turns[now]
        start, end = (stage.cloud.upright_angle(stage.turns[k]) for k in (former, now))
        self.film.add(stage.tried[former])
        self.film.let_appear()
        self.turn(lambda angle: self.show_upright(angle, turn), start, end, 1.2)
        self.film.wait(0.8)

    def walk(self, start: Shot, end: Shot, run_time: float) -> None:
        """Walk from one shot of space to another."""
        self.shoot(lambda share: start.towards(end, share), run_time)

    def look_along(self, one: Points, other: Points, run_time: float) -> None:
        """Turn the line from one direction to another while one looks along it."""
        self.shoot(lambda share: Shot.looking(turned(one, other, share)), run_time)

    def shoot(self, shot: Callable[[float], Shot], run_time: float) -> None:
        """Show space in the shots for all shares of the time."""
        self.film.let_appear()
        space, tank = self.stage.space, self.stage.tank
        moving = together(lambda _, share: space.set_shot(shot(share)), (space, tank))
        self.film.play(*moving, run_time=run_time)

    def filled(self, start: float, end: float) -> UpdateFromAlphaFunc:
        """Let the level of the tank go from ``start`` to ``end``."""
        return UpdateFromAlphaFunc(
            self.stage.tank, lambda m, s: m.set_level(start + s * (end - start)), rate_func=smooth
        )

    def marked(self, start: float, end: float) -> UpdateFromAlphaFunc:
        """Let the mark of the least sum on the sheet come or go."""
        mark = self.stage.tank.mark
        return UpdateFromAlphaFunc(
            mark, lambda m, s: m.set_stroke(opacity=start + s * (end - start)), rate_func=linear
        )

    def turn(
        self,
        show: Callable[[float], None],
        start: float,
        end: float,
        run_time: float,
        rate_func: Callable[[float], float] = smooth,
    ) -> None:
        """Show all values from ``start`` to ``end`` with everything that is on stage."""

        def go(_: object, share: float) -> None:
            show(start + share * (end - start))

        there = (m for m in self.film.mobjects if isinstance(m, VMobject))
        moving = [part for part in there if part is not self.film.words]
        self.film.play(*together(go, moving, rate_func), run_time=run_time)
