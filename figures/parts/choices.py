"""What can be chosen of a picture of a fit, on its command line."""

from argparse import ArgumentParser

from core.fits.scaled_line import SCALES

from .style import SIZES


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
