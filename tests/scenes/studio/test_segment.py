"""The same frames give the same bytes, whatever lay in the encoder's memory before."""

import os
import subprocess
import sys

import pytest

from core.project.paths import ROOT

# Moving discs at 480p, where x264 reads memory that nobody has written unless it is told not to.
SCRIPT = """
import configparser, hashlib
from fractions import Fraction
import numpy as np
from manim._config.video_encoder import VideoEncoderSpec
from scenes.studio.segment import SegmentEncoder, reproducible

settings = configparser.ConfigParser()
settings.read("manim.cfg")
options = tuple(settings.items("video_encoder.options"))
spec = VideoEncoderSpec("mp4", "libx264", "yuv420p", 854, 480, Fraction(15), options)
encoder = SegmentEncoder(reproducible(spec))
y, x = np.ogrid[-30:30, -30:30]
disc = x**2 + y**2 < 900
for frame in range(30):
    pixels = np.full((480, 854, 4), 255, np.uint8)
    for number in range(12):
        left = (60 * number + 9 * frame + 40) % 790
        top = int(210 + 200 * np.sin(frame / 9 + number))
        pixels[top : top + 60, left : left + 60, number % 3][disc] = 40
    encoder.add(pixels)
print(hashlib.sha256(encoder.finish().movie).hexdigest())
"""


@pytest.mark.slow
def test_junk_in_fresh_memory_does_not_change_a_byte() -> None:
    """An encoder that reads memory it never wrote would make films that differ now and then."""
    encoded = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env=os.environ | {"MALLOC_PERTURB_": junk},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for junk in ("0", "1", "77")
    }
    assert len(encoded) == 1
