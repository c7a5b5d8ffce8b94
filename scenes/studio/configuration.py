"""manim with the project's settings, whatever its user keeps for manim elsewhere.

When manim is imported it reads ``~/.config/manim/manim.cfg``, and a ``manim.cfg`` of the folder
that one happens to stand in. Another frame, codec or renderer from there would be another film.
"""

import configparser
import os
from pathlib import Path

from core.project.paths import ROOT


def project_settings_only() -> None:
    """Import manim and let it know the project's ``manim.cfg`` and no other file."""
    home = os.environ.get("HOME")
    # a place in which no file can be: neither found, nor able to end the import by being broken
    os.environ["HOME"] = os.devnull
    try:
        import manim  # noqa: PLC0415
        from manim._config.utils import ManimConfig  # noqa: PLC0415
    finally:
        if home is None:
            del os.environ["HOME"]
        else:
            os.environ["HOME"] = home
    own = configparser.ConfigParser()
    own.read([Path(manim.__file__).parent / "_config" / "default.cfg", ROOT / "manim.cfg"])
    manim.config.update(ManimConfig().digest_parser(own))
