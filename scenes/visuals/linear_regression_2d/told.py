"""What the film says, as far as it depends on the table: nothing is said that is not so."""

from dataclasses import dataclass

from scenes.visuals.linear_regression_2d.shown_data import ShownData


@dataclass(frozen=True)
class Told:
    """Sentences and labels (see ``Pen.sentence`` and ``Pen.formula``) for one table."""

    question: str
    squares: str
    numbers: str
    letter: str  # of the second number
    only_second: str
    doubt: str
    mixed: str
    counted: str
    definition: str
    answer: str

    @classmethod
    def of(cls, shown: ShownData) -> "Told":
        """Choose the words for ``shown``."""
        n, drawn = shown.total, shown.squared.size
        points = f"{n}" if shown.x.size == n else f"{shown.x.size} of {n}"
        letter = "intercept(h)" if shown.origin else "intercept(b)"
        name = f"height ${letter}$" if shown.origin else f"intercept ${letter}$"
        in_full = f"{name} at the mean of x" if shown.origin else name
        relative = shown.landscape.relative
        return cls(
            question=f"{points} points, three lines: which is best?",
            squares=(
                "Each miss makes a square; the squares fill a tank."
                if drawn == n
                else f"Each miss makes a square, {drawn} of {n} are drawn; all fill a tank."
            ),
            numbers=f"Slope $slope(a)$, {in_full}; $res(epsilon)$: all squares.",
            letter=letter,
            only_second=f"Only ${letter}$, parallel lines: another one, same mark.",
            doubt=f"Only $slope(a)$ or only ${letter}$: it climbs. Could a mix dip?",
            mixed=f"Why not? Flat for $slope(a)$, flat for ${letter}$: flat for any mix.",
            counted=(
                "Let the mark be 0, and $epsilon_0$ the unit."
                if relative
                else "Here the mark is 0: the best line meets every point."
            ),
            definition=(
                'res(epsilon_"rel") = res(epsilon) / epsilon_0 - 1' if relative else "epsilon_0 = 0"
            ),
            answer=(
                'None of them: this one! $epsilon_"rel"=epsilon"/"epsilon_0-1>=0$'
                if relative
                else "None of them: this one! $epsilon>=epsilon_0=0$"
            ),
        )
