"""The words that a table has for two of its columns, and their numbers as they are drawn."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from core.tables import unix_time
from core.tables.cells.dates import DateWriting
from core.tables.layout.layout import Layout
from core.tables.layout.readings import Reading
from core.tables.table import Floats
from core.tables.text.rows import Origin
from core.tables.time_scale import TimeScale, past_midnight
from core.writing.text import shorten

_UNIT = re.compile(r"\s*[\[(][^\])]*[\])]\s*$")
# dd.mm.yyyy, h:mm, UTC: how dates are written is no longer to be seen
_DATE_FORMAT = re.compile(r"\s*[\[(][dmyjhsTtu:./ -]+[\])]\s*$", re.IGNORECASE)


class Axis(NamedTuple):
    """The numbers of a column, its name with unit, and what became of dates."""

    values: Floats
    label: str
    time: TimeScale | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """What is known of x and y, which are two of the columns of a table."""

    origin: Origin
    layout: Layout
    columns: tuple[int, int]
    readings: tuple[Reading, ...]

    @property
    def title(self) -> str:
        """What the table says that it is, or else the name of its file."""
        return self.layout.said.get("title") or self.origin.title

    @property
    def source(self) -> str:
        """Where the table says that it comes from."""
        return self.layout.said.get("source", "")

    def axis(self, which: int, values: Floats) -> Axis:
        """Return x (0) or y (1) as numbers with name and unit; dates are seconds in ``values``."""
        name = self._name(which)
        reading = self.readings[which]
        notes: list[str] = []
        is_clock = isinstance(reading, DateWriting) and reading.is_clock
        if not isinstance(reading, DateWriting):
            moments = unix_time.seconds(name, values)
            if moments is None:
                unit = "" if _UNIT.search(name) else reading.unit
                return Axis(values, f"{name} [{unit}]" if unit else name)
            notes = [f"column {shorten(name, 40)!r} is read as time since 1970, in UTC"]
            values = moments
        elif is_clock:
            values, goes_on = past_midnight(values)
            notes = ["the clock passes midnight: later times count on"] if goes_on else []
        scale = TimeScale.of(values, is_clock=is_clock, from_zero=which == 1)
        places = scale.places(values)
        places.flags.writeable = False
        label = f"{_DATE_FORMAT.sub('', name)} [{scale.unit}]"
        slope = f": the slope is per {scale.unit}" if which == 0 else ""
        return Axis(places, label, scale, (f"{scale.note}{slope}", *notes))

    def _name(self, which: int) -> str:
        if self.layout.is_numbered:
            return "xy"[which]
        return self.layout.names[self.columns[which]]
