"""What ResidualBowl says, as far as it depends on the table."""

from dataclasses import dataclass
from typing import Self

from scenes.visuals.plot.shown_points import ShownPoints


@dataclass(frozen=True)
class Told:
    """Sentences (see ``Pen.sentence``) for one table."""

    places: str
    gaps: str
    tank: str
    only_second: str

    @classmethod
    def of(cls, shown: ShownPoints) -> Self:
        """Choose the words for ``shown``."""
        drawn, total = shown.squared.size, shown.total
        return cls(
            places=f"Every place on this map is a line: slope $slope(a)$, {shown.second}.",
            gaps=(
                'How far off is a line? Look at its $res("gaps")$.'
                if drawn == total
                else f'How far off is a line? $res("Gaps")$ of {drawn} points of {total}.'
            ),
            tank=(
                "They fill a tank: its level is the error $res(epsilon)$."
                if drawn == total
                else f"All {total} squares fill a tank: its level is the error $res(epsilon)$."
            ),
            only_second=f"Change only ${shown.letter}$: another pile, another parabola.",
        )
