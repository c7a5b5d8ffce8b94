"""The equations on screen: each travels to the next, and copies of terms come out of them."""

from collections.abc import Iterable

from manim import DOWN, FadeIn, Scene, VGroup
from manim.typing import Point3DLike

from core.palette import Theme
from scenes.visuals.normal_equations.travel import Way, travel
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.typeset import formula

SMALL, MIDDLE, LARGE = 40, 56, 76
EQUATIONS = (0.0, -0.5, 0.0)
MATRIX = (0.0, 0.75, 0.0)
NOTE = (0.0, 3.0, 0.0)


class Blackboard:
    """Holds ``equations``, those on screen now."""

    equations: Formula

    def __init__(self, scene: Scene, theme: Theme) -> None:
        self.scene, self.theme = scene, theme

    def formula(self, source: str, place: Point3DLike, size: float = MIDDLE) -> Formula:
        """Return a formula at ``place``, not yet on screen."""
        return formula(source, colour=self.theme.ink, size=size).move_to(place)

    def grow(self, source: str, paths: Iterable[Way], run_time: float) -> None:
        """Let the first equations come out of terms that stay."""
        self.equations = self.formula(source, EQUATIONS)
        travel(self.scene, None, self.equations, paths, run_time=run_time)

    def go(
        self, source: str, paths: Iterable[Way], run_time: float, place: Point3DLike = MATRIX
    ) -> None:
        """Travel from the equations on screen to the next ones."""
        following = self.formula(source, place)
        travel(self.scene, self.equations, following, paths, run_time=run_time)
        self.equations = following

    def wipe(self, source: str) -> Formula:
        """Put up ``source`` at once and return what stood there."""
        wiped = self.equations
        self.equations = self.formula(source, MATRIX)
        self.scene.remove(wiped)
        self.scene.add(self.equations)
        return wiped

    def bring_out(self, source: str, paths: Iterable[Way], place: Point3DLike) -> Formula:
        """Bring copies of terms out of the equations into a result."""
        result = self.formula(source, place)
        part = self.equations.select
        sources = [Way(part(way.target), way.target, way.arc) for way in paths]
        travel(self.scene, None, result, sources, run_time=1.25)
        return result

    def rewrite(self, result: Formula, source: str, paths: Iterable[Way]) -> Formula:
        """Travel from ``result`` to another form of it, where it stands."""
        following = self.formula(source, result.get_center(), LARGE)
        travel(self.scene, result, following, paths, run_time=1.0)
        return following

    def note(self, source: str) -> Formula:
        """Say above the equations what is done to them."""
        note = formula(source, colour=self.theme.muted, size=46).move_to(NOTE)
        self.scene.play(FadeIn(note, shift=0.1 * DOWN), run_time=0.5)
        return note


def terms(whole: Formula, parts: str) -> VGroup:
    """Return the glyphs of several parts of a formula."""
    return VGroup(*(glyph for part in parts.split() for glyph in whole.select(part)))
