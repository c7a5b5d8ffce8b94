"""Short lines of words beside a picture: what it is about, and the point of it."""

from manim import DOWN, LEFT, FadeIn, FadeOut, MathTypst, Scene, VGroup

from core.palette import Theme
from core.writing.text import typst_string
from scenes.visuals.writing.typeset import formula

NOTE_SIZE = 34


class Notes:
    """The place of a scene in which one note of one or two lines follows another."""

    def __init__(self, scene: Scene, left: float, height: float, theme: Theme) -> None:
        self.scene, self.left, self.height, self.theme = scene, left, height, theme
        self.shown: VGroup | None = None

    def say(self, *lines: str) -> None:
        """Show ``lines`` in place of those before."""
        new = note(*lines, left=self.left, height=self.height, theme=self.theme)
        self.hush()
        self.scene.play(FadeIn(new), run_time=0.4)
        # Behind what moves, so that it is drawn once.
        self.scene.bring_to_back(new)
        self.shown = new

    def hush(self) -> None:
        """Take the note away."""
        if self.shown is not None:
            self.scene.play(FadeOut(self.shown), run_time=0.3)
        self.shown = None


def note(*lines: str, left: float, height: float, theme: Theme) -> VGroup:
    """Return ``lines`` with their left ends at ``left``; the last one is the stronger."""
    colours = [*[theme.muted] * (len(lines) - 1), theme.ink]
    written = VGroup(*(sentence(line, colour=c) for line, c in zip(lines, colours, strict=True)))
    written.arrange(DOWN, buff=0.2, aligned_edge=LEFT)
    return written.move_to((left, height, 0.0), aligned_edge=LEFT)


def sentence(text: str, *, colour: str, size: float = NOTE_SIZE) -> MathTypst:
    """Return a line of words; what stands between dollar signs is mathematics.

    ``the slope $slope(a)$`` sets the a as a letter of a formula, in its colour.
    """
    parts = [
        part if k % 2 else typst_string(part) for k, part in enumerate(text.split("$")) if part
    ]
    return formula("".join(parts), colour=colour, size=size)
