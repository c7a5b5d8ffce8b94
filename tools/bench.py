"""Time every figure and film from nothing: python tools/bench.py MAKE FILE...

A film's line also says how its time compares with its playing time.
"""

import shlex
import subprocess
import sys
import time
from pathlib import Path

import av


def playing_time(film: Path) -> float:
    """Return the length of a film in seconds."""
    with av.open(str(film)) as container:
        return float(container.duration or 0) / av.time_base


def main(make: str, files: list[str]) -> None:
    """Build each file alone and print its seconds."""
    for file in files:
        began = time.perf_counter()
        subprocess.run([*shlex.split(make), file], check=True, stdout=subprocess.DEVNULL)
        seconds = time.perf_counter() - began
        note = ""
        if file.endswith(".mp4"):
            note = f"  {seconds / playing_time(Path(file)):.2f} of its playing time"
        print(f"{seconds:7.2f} s  {Path(file).name}{note}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
