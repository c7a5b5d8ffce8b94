"""Labs of equal sheets that HalfThickness must cope with, and how one is given to it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scenes.settings import FilmSettings

SECONDS, ROOM_SECONDS = 60, 300


@dataclass(frozen=True)
class MadeLab:
    """What is counted behind lead: a rate that lead thins, and ``room`` without a source."""

    depths_mm: NDArray[np.float64]
    mu_per_mm: float
    room: float = 0.0
    rate: float = 500.0

    def settings(self, folder: Path) -> FilmSettings:
        """Write it as a user's table and return the settings that show it."""
        counts = SECONDS * (self.rate * np.exp(-self.mu_per_mm * self.depths_mm) + self.room)
        rows = [f"{d:g},{n:.0f},{SECONDS}" for d, n in zip(self.depths_mm, counts, strict=True)]
        if self.room:
            rows.insert(0, f"background,{ROOM_SECONDS * self.room:.0f},{ROOM_SECONDS}")
        table = folder / "lab.csv"
        table.write_text("thickness_mm,counts,live_time_s\n" + "\n".join(rows) + "\n")
        return FilmSettings(data=table)


LABS = {
    "thick sheets, thinned slowly": MadeLab(2 * np.arange(10.0), 0.12),
    "thin sheets, thinned fast": MadeLab(0.5 * np.arange(8.0), 1.8),
    "none of a hundred arrives": MadeLab(np.arange(6.0), 1.9, rate=5000.0),
    "a background": MadeLab(np.arange(12.0), 0.6, room=1.0),
}
