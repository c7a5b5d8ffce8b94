"""What the film says, as far as it depends on the table: nothing is said that is not so."""

from dataclasses import dataclass

from scenes.visuals.linear_regression_2d.lines.shown_data import ShownData


@dataclass(frozen=True)
class Told:
    """Sentences and labels (see ``Pen.sentence`` and ``Pen.formula``) for one table."""

    question: str
    squares: str
    shifted: str
    letter: str  # of the second number
    counted: str
    level: str
    steps: str
    never: str

    @classmethod
    def of(cls, shown: ShownData) -> "Told":
        """Choose the words for ``shown``."""
        n, drawn = shown.total, shown.squared.size
        points = f"{n:,}" if shown.x.size == n else f"{shown.x.size:,} of {n:,}"
        letter = "intercept(h)" if shown.origin else "intercept(b)"
        name = f"height ${letter}$ at the mean of x" if shown.origin else f"intercept ${letter}$"
        relative = shown.landscape.relative
        return cls(
            question=f"{points} points, three lines. Which fits best?",
            squares=(
                "Misses make squares. They fill a tank."
                if drawn == n
                else f"Misses make squares, {drawn} of {n:,} are drawn. All fill a tank."
            ),
            shifted=f"Shift alone: {name}.",
            letter=letter,
            counted=(
                '$res(epsilon_"rel")$: excess in units of $epsilon_0$.'
                if relative
                else "Here the mark is 0: the best line meets every point."
            ),
            level=f"Zoom in: $slope(a)$ and ${letter}$ lie level.",
            steps=f"A mix: a little $slope(a)$, then a little ${letter}$.",
            never=(
                'Any line: $res(epsilon_"rel")=res(epsilon)slash epsilon_0-1>=0$.'
                if relative
                else "For every line $res(epsilon)>=0$."
            ),
        )
