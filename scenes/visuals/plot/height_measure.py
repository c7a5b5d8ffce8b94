"""What the height of the landscape is called: epsilon_rel, or epsilon where that has no meaning."""

from dataclasses import dataclass
from math import log10

from core.landscape.squared import ResidualLandscape
from core.palette import Theme
from scenes.visuals.writing.readouts import FixedFormat, Readout


@dataclass(frozen=True)
class HeightMeasure:
    """Name and value of a height, and what the film says of it in the end."""

    symbol: str
    name: str
    unit: float
    statement: str
    meaning: str
    remark: str
    spoken: str

    @classmethod
    def of(cls, landscape: ResidualLandscape) -> "HeightMeasure":
        """Choose the words for ``landscape``."""
        if landscape.relative:
            return cls(
                symbol='epsilon_"rel"',
                name='epsilon_"rel"',
                unit=1.0,
                statement='epsilon_"rel" = epsilon / epsilon_0 - 1 >= 0',
                meaning="excess over the best line, in units of $epsilon_0$",
                remark="for every slope and every intercept:",
                spoken="epsilon rel is epsilon over epsilon 0, minus 1.",
            )
        power = round(log10(landscape.unit))
        return cls(
            symbol=f"epsilon slash 10^({power})" if power else "epsilon",
            name="epsilon",
            unit=landscape.unit,
            statement="epsilon >= epsilon_0 = 0",
            meaning="the best line meets every point",
            remark="on one line: nothing to be relative to",
            spoken="The points lie on one line: epsilon 0 is 0, and epsilon rel has no meaning.",
        )

    def value(self, height: float) -> float:
        """Return what the read-out shows at ``height``."""
        return height * self.unit

    def readout(self, height: float, theme: Theme) -> Readout:
        """Return a read-out at ``height``."""
        layout = (
            FixedFormat(decimals=3, exponent=0, integer_digits=1)
            if self.unit == 1.0
            else FixedFormat.for_range(0.0, 4 * self.unit)
        )
        return Readout(self.name, layout, self.value(height), theme.ink)
