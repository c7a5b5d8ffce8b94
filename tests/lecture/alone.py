"""A page with one piece and nothing else."""

from pathlib import Path

from lecture import pieces, style
from lecture.page import in_script


def write_alone(target: Path, title: str, piece: str, constants: object) -> Path:
    """Write the page; in it ``model`` is what the script ``piece`` mounts with ``constants``."""
    target.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        f"<style>{style.style_sheet()}{pieces.style_sheet()}</style>"
        f'<main><h1>{title}</h1><div id="piece"></div></main><script>{pieces.script()}\n'
        f"const model = {piece}.mount(document.getElementById('piece'), "
        f"{in_script(constants)});</script>",
        encoding="utf-8",
    )
    return target
