"""What is drawn of rates: in which view, and how much of it."""

from typing import Any, Self

from manim import VMobject

from scenes.visuals.half_thickness.views import Views


class Viewed(VMobject):
    """A part that draws itself from its view (see ``Views``) and from how much of it is shown."""

    def __init__(self, views: Views, view: float = 0.0, **look: Any) -> None:
        super().__init__(**look)
        self.views, self.view, self.shown = views, float(view), 0.0

    def set_view(self, view: float) -> Self:
        """Draw it as ``view`` shows it."""
        self.view = view
        return self.draw()

    def set_shown(self, shown: float) -> Self:
        """Draw so much of it."""
        self.shown = shown
        return self.draw()

    def draw(self) -> Self:
        """Draw it from its state."""
        raise NotImplementedError
