"""The lecture on paper: a still of each step, what is said there and the note."""

import json
from pathlib import Path
from typing import Any

import typst
from PIL import Image

from core.project.whole_file import unfinished_folder, whole_file

SOURCE = Path(__file__).with_name("paper.typ")
# What ground.css makes of a film on dark ground, for paper: invert, turn the hue, brighten.
# With 1 - v for v, the matrix is that of hue-rotate(180deg) in Filter Effects Module Level 1.
_WEIGHTS = (0.213, 0.715, 0.072)
_BRIGHTNESS = 1.1
TURNED = tuple(
    _BRIGHTNESS * value
    for row in range(3)
    for value in (*((column == row) - 2 * _WEIGHTS[column] for column in range(3)), 255)
)


def write_paper(films: list[dict[str, Any]], output: Path) -> None:
    """Write ``output``/deck.pdf of ``films``, as the deck's page has them, with their stills."""
    with unfinished_folder(output / "paper") as folder, whole_file(output / "deck.pdf") as pdf:
        on_paper = [
            {**film, "steps": [_on_paper(film, step, output, folder) for step in film["steps"]]}
            for film in films
        ]
        compiler = typst.Compiler(
            SOURCE.read_bytes(),
            root=output,
            ignore_system_fonts=True,
            sys_inputs={"films": json.dumps(on_paper)},
        )
        compiler.compile(output=pdf, format="pdf", pdf_standards="ua-1")


def _on_paper(
    film: dict[str, Any], step: dict[str, Any], output: Path, folder: Path
) -> dict[str, Any]:
    """Return ``step`` with a still that takes no more ink than it must."""
    if film["theme"] == "light":
        return step
    light = folder / step["still"].replace("/", "-")
    Image.open(output / step["still"]).convert("RGB", TURNED).save(light, quality=85)
    return {**step, "still": light.relative_to(output).as_posix()}
