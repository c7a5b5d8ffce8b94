"""Nothing outside the project decides how a film looks or what make does.

(Of figures: tests/figures/test_shape.py.)
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.project.paths import ROOT
from tests.project_copy import Project

FOR_MANIM = """
[CLI]
background_opacity = 0.5
dry_run = True
frame_height = 3
frame_rate = 7
frame_width = 20
pixel_width = 100
renderer = opengl
tex_dir = /nowhere
[video_encoder]
codec = mpeg4
pixel_format = yuv444p
[video_encoder.options]
bf = 0
crf = 51
"""
SETTINGS_OF_FILMS = """
import scenes.studio
from manim import config
print(sorted(map(str, config.items())), config.video_encoder_options)
"""


def home_with(settings: dict[str, str], folder: Path) -> dict[str, str]:
    """Return the variables of a user whose home holds these files."""
    for path, text in settings.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder / ".config")}


def python(*arguments: str, **variables: str) -> str:
    environment = {name: text for name, text in os.environ.items() if name != "MPLCONFIGDIR"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment | variables,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.mark.slow
def test_no_settings_at_home_change_a_setting_of_films(tmp_path: Path) -> None:
    clean = python("-c", SETTINGS_OF_FILMS)
    for settings in (FOR_MANIM, "[CLI\nthis is broken"):
        home = home_with({".config/manim/manim.cfg": settings}, tmp_path)
        assert python("-c", SETTINGS_OF_FILMS, **home) == clean


@pytest.mark.slow
def test_variables_of_the_shell_choose_nothing(project: Project) -> None:
    hostile = {
        "DATA": "no such.csv",
        "RADIATION": "no such.csv",
        "THEME": "dark",
        "QUALITY": "k",
        "FORMAT": "pdf",
        "WORDS": "0",
        "GIF": "1",
        "X": "t",
        "OWN": "DATA",
        "BUILD": "elsewhere",
        "STATE": "elsewhere",
        "RUN": "/bin/false",
        "ARGS": "--no-such-option",
        "PYTHON": "/bin/false",
        "PYTHONPATH": "/nowhere",
        "PYTHONHOME": "/nowhere",
        "CDPATH": "/:/usr",
        "MATPLOTLIBRC": "/nowhere",
    }
    asked = ("figures", "numbers", "video", "QUALITY=l")
    assert project.built("-n", *asked, **hostile) == set()
    project.edit("figures/linreg.py")
    before = (project.folder / "build/figures/linreg.svg").read_bytes()
    assert project.built(*asked, **hostile) == {"linreg"}
    assert (project.folder / "build/figures/linreg.svg").read_bytes() == before
