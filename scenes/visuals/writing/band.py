"""The band of words at the foot of the frame: one sentence at a time, two lines at most.

>>> in_plain_letters('Its $res("squares")$ fill $epsilon$, whatever $slope(a)$ is.')
'Its squares fill ε, whatever a is.'
>>> in_plain_letters("never below $epsilon_0$")
'never below ε₀'
>>> lines_of("Short.")
['Short.']
"""

import re

from manim import DOWN, VGroup

from scenes.visuals.writing.pen import COLOURS, Pen
from scenes.visuals.writing.screen import BAND

LETTERS_IN_A_LINE = 56
LEADING = 0.5  # from one line to the next
# A track cannot set mathematics: what a formula in a sentence may hold, in plain letters.
_PLAIN = {
    'epsilon_"rel"': "ε_rel",
    "epsilon": "ε",
    "mu": "μ",
    "sigma": "σ",
    "lambda": "λ",
    "_0": "₀",
    "_1": "₁",
    "_2": "₂",
    "^2": "²",
    "times": "×",
    "dot": "·",
    "approx": "≈",
    ">=": "≥",
    "-": "\N{MINUS SIGN}",
    "slash": "/",
    "I_h": "I_h",
    '"': "",
}
_COLOURED = re.compile(rf"\b(?:{'|'.join(COLOURS)})\(([^()]*)\)")


def in_plain_letters(sentence: str) -> str:
    """Return ``sentence`` as a track shows it: its formulas in plain letters."""
    parts = sentence.split("$")
    return "".join(_formula_in_letters(part) if k % 2 else part for k, part in enumerate(parts))


def _formula_in_letters(source: str) -> str:
    before = None
    while before != source:
        before, source = source, _COLOURED.sub(r"\1", source)
    for name, letters in _PLAIN.items():
        source = (
            re.sub(rf"(?<![A-Za-z]){re.escape(name)}", letters, source)
            if name[0].isalpha()
            else source.replace(name, letters)
        )
    return source


def lines_of(sentence: str) -> list[str]:
    """Break ``sentence`` into at most two lines of nearly one length."""
    if "\n" in sentence:
        return sentence.split("\n")
    if len(in_plain_letters(sentence)) <= LETTERS_IN_A_LINE:
        return [sentence]
    # A formula is never broken: blanks between dollar signs do not count.
    blanks = [k for k, c in enumerate(sentence) if c == " " and sentence[:k].count("$") % 2 == 0]
    middle = len(sentence) / 2
    best = min(blanks, key=lambda k: abs(k - middle))
    return [sentence[:best], sentence[best + 1 :]]


def written(sentence: str, pen: Pen) -> VGroup:
    """Return ``sentence`` in its place in the band; ValueError when it does not fit."""
    lines = VGroup(*(pen.sentence(line) for line in lines_of(sentence)))
    if len(lines) > 2 or lines.width > BAND.width:
        raise ValueError(f"too long for the band of words: {in_plain_letters(sentence)!r}")
    x, y = BAND.middle
    for k, line in enumerate(lines):
        line.move_to((x, y, 0.0)).shift(((len(lines) - 1) / 2 - k) * LEADING * -DOWN)
    return lines
