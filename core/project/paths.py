"""Where the project lies: everything is found from here, never from where a user stands."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
