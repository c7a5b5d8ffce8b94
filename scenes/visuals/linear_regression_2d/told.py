"""What the film says, as far as it depends on the table: nothing is said that is not so."""

from dataclasses import dataclass

from scenes.visuals.linear_regression_2d.shown_data import ShownData


@dataclass(frozen=True)
class Told:
    """Sentences and labels (see ``Pen.sentence`` and ``Pen.formula``) for one table."""

    question: str
    squares: str
    pouring: str
    two_numbers: str
    letter: str  # of the second number
    second: str
    only_second: str
    unit: str
    from_the_mark: str
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
            two_numbers=f"Its two numbers: slope $slope(a)$, {in_full}.",
            letter=letter,
            second=name,
            only_second=f"Now only the {name}: up and down.",
            unit=(
                "Other points, another $epsilon_0$: make it the unit."
                if relative
                else "Here the mark is 0: the best line meets every point."
            ),
            from_the_mark="Count from the mark: the best line has 0.",
            definition=(
                'res(epsilon_"rel") = res(epsilon) / epsilon_0 - 1' if relative else "epsilon_0 = 0"
            ),
            answer=(
                'For every line: $epsilon_"rel"=epsilon slash epsilon_0-1>=0$'
                if relative
                else "For every line: $epsilon>=epsilon_0=0$"
            ),
        )
