"""What can be chosen of a picture of a fit, on its command line."""

from argparse import ArgumentParser

from core.fits.scaled_line import SCALES

from .style import SIZES


def add_x_and_y(parser: ArgumentParser) -> None:
    """Add the two columns that are drawn, by name or number, and the sheet that has them."""
    parser.add_argument("--x", metavar="NAME", help="column drawn to the right")
    parser.add_argument("--y", metavar="NAME", help="column drawn upwards")
    add_sheet(parser)


def add_sheet(parser: ArgumentParser) -> None:
    """Add the sheet that has the table, where it is a workbook."""
    parser.add_argument("--sheet", metavar="NAME", help="sheet of a workbook")


def add_columns(parser: ArgumentParser) -> None:
    """Add the columns that a fit can be made of."""
    add_x_and_y(parser)
    parser.add_argument(
        "--sigma", metavar="NAME", help="column of the standard deviations of y: bars and weights"
    )
    parser.add_argument(
        "--group", metavar="NAME", help="column of groups: a line for each, and do they differ?"
    )


def add_choices(parser: ArgumentParser) -> None:
    """Add words, scales and size."""
    parser.add_argument("--title", default="", help="written above the picture")
    parser.add_argument("--x-label", metavar="WORDS", help="in place of the column's name")
    parser.add_argument("--y-label", metavar="WORDS", help="in place of the column's name")
    parser.add_argument(
        "--log", dest="scales", choices=SCALES[1:], default="",
        help="fit a line to the logarithms of x, of y or of both, and draw these axes so",
    )  # fmt: skip
    parser.add_argument("--size", choices=SIZES, default="blog", help="[blog]")
