"""Time every figure and film from nothing: python -m tools.bench [QUALITY=l ...].

A film's line also says how its time compares with its playing time.
"""

import subprocess
import sys
import time
from pathlib import Path

import av

from tools.make.choices import Choices
from tools.make.goals import wanted


def playing_time(film: Path) -> float:
    """Return the length of a film in seconds."""
    with av.open(str(film)) as container:
        return float(container.duration or 0) / av.time_base


def main(chosen: list[str]) -> None:
    """Build each file alone and print its seconds."""
    chosen = [*chosen, "BUILD=build/bench"]
    for goal in ("figures", "films"):
        for target in wanted(goal, Choices.of(chosen)):
            began = time.perf_counter()
            command = [sys.executable, "-m", "tools.make", target.name, *chosen]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            seconds = time.perf_counter() - began
            note = ""
            if target.verb == "film":
                note = f"  {seconds / playing_time(target.file):.2f} of its playing time"
            print(f"{seconds:7.2f} s  {target.file.name}{note}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
