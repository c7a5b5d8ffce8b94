"""Dates and clock times below an axis whose numbers count years, days, minutes or seconds."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, num2date
from matplotlib.ticker import Formatter, FuncFormatter, Locator

from core.tables.time_scale import TimeScale, clock

FEWEST, MOST = 3, 6
YEARS_AS_NUMBERS = 5
DAY = 86400.0
# words for ticks that are years, months, days, hours, minutes, seconds apart; for the first of
# them in a year, month, day ...; and for what stands once, in the corner
EACH = ["%Y", "%b", "%d %b", "%H:%M", "%H:%M", "%H:%M:%S"]
FIRST = ["", "%Y", "%d %b", "%d %b", "%H:%M", "%H:%M"]
IN_COMMON = ["", "%Y", "%Y", "%Y-%m-%d", "%Y-%m-%d", "%Y-%m-%d"]
CLOCK_STEPS = np.array(
    [1, 2, 5, 10, 15, 30]
    + [60 * minutes for minutes in (1, 2, 5, 10, 15, 30)]
    + [3600 * hours for hours in (1, 2, 3, 4, 6, 12, 24)]
)


def has_dates(ax: Axes, time: TimeScale | None) -> bool:
    """Tell whether dates serve x better than its numbers: over many years those are the years."""
    left, right = ax.get_xlim()
    return time is not None and (time.unit != "year" or right - left < YEARS_AS_NUMBERS)


def set_dates(ax: Axes, time: TimeScale) -> None:
    """Put ticks at round dates or times, and write those; the limits of x are final."""
    if time.is_clock:
        ax.xaxis.set_major_locator(_ClockTimes(time))
        ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: clock(_seconds(time, [x])[0])))
        return
    ax.xaxis.set_major_locator(_Dates(time))
    ax.xaxis.set_major_formatter(_DateWords(time))


def _seconds(time: TimeScale, places: object) -> np.ndarray:
    """Return the whole seconds nearest to places: a tick is never at the end of a day before."""
    return np.round(time.seconds(np.asarray(places, dtype=np.float64)))


class _ClockTimes(Locator):
    def __init__(self, time: TimeScale) -> None:
        self.time = time

    def __call__(self) -> list[float]:
        return self.tick_values(*self.axis.get_view_interval())  # type: ignore[union-attr]

    def tick_values(self, vmin: float, vmax: float) -> list[float]:
        low, high = self.time.seconds(np.array([vmin, vmax]))
        enough = CLOCK_STEPS[high - low <= CLOCK_STEPS * MOST]
        step = enough[0] if enough.size else DAY * np.ceil((high - low) / DAY / MOST)
        times = np.arange(np.ceil(low / step), high // step + 1) * step
        return list(self.time.places(times))


class _Dates(Locator):
    def __init__(self, time: TimeScale) -> None:
        self.time = time

    def __call__(self) -> list[float]:
        return self.tick_values(*self.axis.get_view_interval())  # type: ignore[union-attr]

    def tick_values(self, vmin: float, vmax: float) -> list[float]:
        low, high = _seconds(self.time, [vmin, vmax]) / DAY
        ticks = AutoDateLocator(minticks=FEWEST, maxticks=MOST)
        found = np.asarray(ticks.tick_values(num2date(low), num2date(high)))
        inside = (found >= low) & (found <= high)
        return list(self.time.places(found[inside] * DAY))


class _DateWords(Formatter):
    def __init__(self, time: TimeScale) -> None:
        self.time = time
        self.words = ConciseDateFormatter(
            AutoDateLocator(), formats=EACH, zero_formats=FIRST, offset_formats=IN_COMMON
        )

    def __call__(self, x: float, pos: int | None = None) -> str:
        return str(self.words(_seconds(self.time, [x])[0] / DAY, pos))

    def format_ticks(self, values: list[float]) -> list[str]:
        return list(self.words.format_ticks(_seconds(self.time, values) / DAY))

    def set_locs(self, locs: list[float]) -> None:
        super().set_locs(locs)
        self.format_ticks(locs)  # which finds the offset

    def get_offset(self) -> str:
        return str(self.words.get_offset())
