"""Render one step of a film alone: ``python -m scenes.step LinearRegression2D --step line``."""

import argparse
import sys
import tempfile
from pathlib import Path

from core.project.paths import ROOT
from scenes.command import QUALITIES, carried_out, film_parser, settings_of


def main(arguments: list[str] | None = None) -> int:
    """Render the step that the command line asks for; return the exit code."""
    parser = film_parser("python -m scenes.step", __doc__, quality="l")
    parser.add_argument("--step", required=True, help="its name")
    parser.add_argument("--output", type=Path, help="the MP4 file")
    options = parser.parse_args(arguments)
    return carried_out(options.film, lambda: _render(options))


def _render(options: argparse.Namespace) -> None:
    from scenes.studio import workers  # noqa: PLC0415  importing manim takes a second
    from scenes.studio.production import produce  # noqa: PLC0415
    from scenes.studio.segment import join  # noqa: PLC0415

    output: Path = options.output or ROOT / "build" / "steps" / f"{options.film}.mp4"
    with tempfile.TemporaryDirectory(prefix="film-step-") as name:
        folder = Path(name)
        production = produce(
            options.film,
            settings_of(options),
            QUALITIES[options.quality],
            folder / "media",
            workers.hire(None, None, folder),
            only=options.step,
        )
        output.parent.mkdir(parents=True, exist_ok=True)
        join(production.segments, production.plan.encoder.frame_rate, output)
    print(output)


if __name__ == "__main__":
    sys.exit(main())
