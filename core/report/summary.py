"""All that is said about a line through a user's points: as data, and as a report to read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf, isfinite, isnan
from types import MappingProxyType
from typing import Any

from core.diagnosis.doubts import Doubt, doubts
from core.diagnosis.groups import group_doubt
from core.fits.correlation import CorrelationTest, pearson_test
from core.fits.line import LineFit, fit_line
from core.tables.dataset import Dataset
from core.writing.digits import quote, significant, with_error
from core.writing.text import shorten

LEVEL = 0.95
_LABEL = 60
_NO_GROUPS: Mapping[str, Sequence[str]] = MappingProxyType({})


@dataclass(frozen=True)
class Summary:
    """A data set, its line, Pearson's test (None where y is constant) and reasons for doubt."""

    data: Dataset
    fit: LineFit
    correlation: CorrelationTest | None
    doubts: tuple[Doubt, ...]

    @classmethod
    def of(cls, data: Dataset, groups: Mapping[str, Sequence[str]] = _NO_GROUPS) -> "Summary":
        """Fit and test; ValueError when the points do not define a line.

        ``groups`` has, by the name of a column, the group of each point ("" for none).
        """
        fit = fit_line(data.x, data.y)
        constant = data.y.min() == data.y.max()
        correlation = None if constant else pearson_test(data.x, data.y)
        pooled = group_doubt(data.x, data.y, fit, groups)
        found = (*((pooled,) if pooled else ()), *doubts(data.x, data.y, fit))
        return cls(data, fit, correlation, found)

    @cached_property
    def intervals(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The confidence intervals of slope and intercept."""
        return self.fit.confidence_interval(LEVEL)

    def as_json(self) -> dict[str, Any]:
        """Return every number in full, None where it is not defined, and every word."""
        fit, test = self.fit, self.correlation
        return _for_json(
            {
                "title": self.data.title,
                "source": self.data.source,
                "x_label": self.data.x_label,
                "y_label": self.data.y_label,
                "n": fit.n,
                "dof": fit.dof,
                "slope": fit.slope,
                "intercept": fit.intercept,
                "slope_stderr": fit.slope_stderr,
                "intercept_stderr": fit.intercept_stderr,
                "confidence_level": LEVEL,
                "slope_interval": list(self.intervals[0]),
                "intercept_interval": list(self.intervals[1]),
                "slope_p_value": fit.slope_p_value,
                "rss": fit.rss,
                "residual_sd": fit.residual_sd,
                "r_squared": fit.r_squared,
                "pearson": None
                if test is None
                else {
                    "r": test.r,
                    "t": test.t,
                    "p_value": test.p_value,
                    "log10_p": test.log10_p,
                    "interval": list(test.confidence_interval(LEVEL)),
                },
                "warnings": [str(doubt) for doubt in self.doubts],
                "notes": list(self.data.notes),
            }
        )

    def as_text(self) -> str:
        """Return a report of a screenful, ended by a new line."""
        data, fit = self.data, self.fit
        lines = [
            shorten(data.title, _LABEL),
            f"{fit.n} points, x: {shorten(data.x_label, _LABEL)}, "
            f"y: {shorten(data.y_label, _LABEL)}",
            *(f"note: {note}" for note in data.notes),
            "",
            "Line y = a x + b, least squares",
            _parameter("slope a", fit.slope, fit.slope_stderr, self.intervals[0]),
            _parameter("intercept b", fit.intercept, fit.intercept_stderr, self.intervals[1]),
            f"  residual      {significant(fit.rss)} = sum of (y - a x - b)^2",
            f"  scatter       {_known(fit.residual_sd)} = standard deviation of the residuals "
            f"(n - 2 = {fit.dof})",
            "",
            "Pearson's test for correlation",
            *self._correlation_lines(),
            "",
            *self._warning_lines(),
        ]
        return "\n".join(lines) + "\n"

    def _correlation_lines(self) -> list[str]:
        test = self.correlation
        if test is None:
            return ["  not defined: all y are equal"]
        low, high = test.confidence_interval(LEVEL)
        tiny = -inf < test.log10_p < -300
        p = f"10^{test.log10_p:.0f}" if tiny else f"{test.p_value:.2g}"
        return [
            f"  r             {test.r:.4f}   {LEVEL:.0%} interval {low:.4f} to {high:.4f}",
            f"  r squared     {self.fit.r_squared:.4f}",
            f"  p-value       {p} with t = {_known(test.t)}",
        ]

    def _warning_lines(self) -> list[str]:
        if not self.doubts:
            return ["Nothing found that speaks against a straight line."]
        return [
            "A straight line is doubtful here:",
            *(f"  WARNING {doubt}" for doubt in self.doubts),
        ]


def _parameter(name: str, value: float, stderr: float, interval: tuple[float, float]) -> str:
    if not isfinite(stderr):
        return f"  {name:<12}  {with_error(value, stderr)[0]}, uncertainty not known"
    low, high = (with_error(end, stderr)[0] for end in interval)
    return f"  {name:<12}  {quote(value, stderr)}   {LEVEL:.0%} interval {low} to {high}"


def _known(value: float) -> str:
    return "not known" if isnan(value) else significant(value)


def _for_json(values: dict[str, Any]) -> dict[str, Any]:
    """Replace nan and the infinities, which JSON does not know, by None."""
    return {name: _finite(value) for name, value in values.items()}


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return _for_json(value)
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not isfinite(value) else value
