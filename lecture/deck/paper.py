"""The lecture on paper: a still of each step, what is said there and the note."""

import json
from pathlib import Path
from typing import Any

import typst

from core.project.whole_file import whole_file

SOURCE = Path(__file__).with_name("paper.typ")


def write_paper(films: list[dict[str, Any]], output: Path) -> None:
    """Write ``output``/deck.pdf of ``films``, as the deck's page has them, with their stills."""
    with whole_file(output / "deck.pdf") as unfinished:
        compiler = typst.Compiler(
            SOURCE.read_bytes(),
            root=output,
            ignore_system_fonts=True,
            sys_inputs={"films": json.dumps(films)},
        )
        compiler.compile(output=unfinished, format="pdf", pdf_standards="ua-1")
