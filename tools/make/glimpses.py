"""What one wants to see of a film at once: a frame, a sheet of frames, one step of it."""

import re

from tools.make.choices import Choices
from tools.make.pictures import folder_of_film, shown
from tools.make.targets import films

# Each with the choice that it needs besides FILM.
GLIMPSES = {"still": "at", "sheet": "", "step": "step"}


def glimpse(kind: str, choices: Choices) -> list[str]:
    """Return Python's arguments for a ``kind`` of look; ValueError where a choice is missing."""
    if choices.film not in films():
        raise ValueError(f"FILM={choices.film} is unknown: choose one of {' '.join(films())}")
    needed = GLIMPSES[kind]
    chosen = getattr(choices, needed) if needed else ""
    if needed and not chosen:
        example = {"at": "AT=41.5, in seconds", "step": 'STEP="the name of a step"'}[needed]
        raise ValueError(f"make {kind} needs {example}")
    name = "-".join([choices.film, re.sub(r"[^\w.]+", "-", chosen) or kind])
    folder, form = ("steps", "mp4") if kind == "step" else ("stills", "png")
    return [
        *("-m", f"scenes.{kind}", choices.film, *shown(choices.film, choices)),
        *(("--quality", choices.quality) if choices.quality else ()),
        *((f"--{needed}={chosen}",) if needed else ()),
        *("--output", f"{folder_of_film(choices.film, choices).path}/{folder}/{name}.{form}"),
    ]
