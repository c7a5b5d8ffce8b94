"""Write explorer.html, which needs nothing beside it: ``python -m lecture.explorer build/lecture``.

With a table of your own, its points come first.
"""

from argparse import Namespace
from pathlib import Path

from core.project.command import Command
from core.project.depfile import prerequisites_noted
from core.project.whole_file import write_whole
from core.tables.dataset import read_dataset
from lecture.explorer.page import explorer_page

_SOURCES = Path(__file__).parents[1]


def main(options: Namespace) -> None:
    """Write the page."""
    with prerequisites_noted(options.depfile, _SOURCES):
        own = options.table and read_dataset(options.table, options.x, options.y, options.sheet)
        write_whole(options.output / "explorer.html", explorer_page(own))


def parser() -> Command:
    """Return what understands the command line."""
    command = Command(prog="python -m lecture.explorer", description=__doc__)
    command.add_argument("output", type=Path, help="the folder to write explorer.html to")
    command.add_argument("table", nargs="?", help="a table of your own")
    command.add_argument("--x", metavar="NAME", help="column drawn to the right")
    command.add_argument("--y", metavar="NAME", help="column drawn upwards")
    command.add_argument("--sheet", metavar="NAME", help="its sheet, if it is a workbook")
    command.add_argument("--depfile", type=Path, metavar="PATH", help="write what was read")
    return command


if __name__ == "__main__":
    parser().run(main)
