"""Contrast as the Web Content Accessibility Guidelines 2.2 define it, and colours as others see.

Simulated deficiencies: Machado, Oliveira, Fernandes, A physiologically-based model for simulation
of color vision deficiency, IEEE TVCG 15 (2009) 1291, severity 1, in linear RGB.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

DEFICIENCIES = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def rgb(colour: str) -> NDArray[np.float64]:
    """Return the linear red, green and blue of ``#RRGGBB``."""
    parts = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def seen(colour: str, deficiency: str | None = None) -> NDArray[np.float64]:
    """Return linear RGB as someone with ``deficiency`` sees it."""
    linear = rgb(colour)
    return linear if deficiency is None else np.clip(DEFICIENCIES[deficiency] @ linear, 0, 1)


@cache
def contrast(
    colour: str, ground: str, opacity: float = 1.0, deficiency: str | None = None
) -> float:
    """Return the contrast ratio, 1 to 21, of ``colour`` laid over ``ground``."""
    under, over = (
        np.array([int(c[i : i + 2], 16) for i in (1, 3, 5)], dtype=float) for c in (ground, colour)
    )
    mixed = np.clip(np.rint((1 - opacity) * under + opacity * over), 0, 255).astype(int)
    laid = "#{:02X}{:02X}{:02X}".format(*mixed)
    weights = np.array([0.2126, 0.7152, 0.0722])
    low, high = sorted(float(weights @ seen(c, deficiency)) for c in (laid, ground))
    return (high + 0.05) / (low + 0.05)


def difference(one: str, other: str, deficiency: str | None = None) -> float:
    """Return how far apart two colours are seen, CIE 1976 (Delta E; 2 is just visible)."""
    return float(np.linalg.norm(_lab(seen(one, deficiency)) - _lab(seen(other, deficiency))))


def _lab(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    xyz = to_xyz @ linear / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])
