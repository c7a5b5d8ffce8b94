"""What the film says, as far as it depends on the table: nothing is said that is not so."""

from dataclasses import dataclass

from scenes.visuals.linear_regression_2d.shown_data import ShownData


@dataclass(frozen=True)
class Told:
    """Sentences and labels (see ``Pen.sentence`` and ``Pen.formula``) for one table."""

    question: str
    squares: str
    pouring: str
    numbers: str
    letter: str  # of the second number
    second: str
    only_second: str
    unit: str
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
            question=f"{points} points, three lines. Which fits best?",
            squares=(
                "Each miss makes a square."
                if drawn == n
                else f"Each miss makes a square: {drawn} of {n} are drawn."
            ),
            pouring=(
                "The squares of a line fill its tank."
                if drawn == n
                else f"The squares of all {n} points fill its tank."
            ),
            numbers=f"Slope $slope(a)$, {in_full}, and $res(epsilon)$: all its squares.",
            letter=letter,
            second=name,
            only_second=f"Only ${letter}$: another one, on the same mark.",
            unit=(
                "Count in units of $epsilon_0$, from the mark."
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
