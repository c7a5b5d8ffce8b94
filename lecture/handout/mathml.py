"""What browsers need to be told of formulas so that they look as they do on paper."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

_FORMULA = re.compile(r"\(?<math\b.*?</math>[.,;:)°]*", re.DOTALL)
_FENCES = {"(": ")", "|": "|"}
_TALL = ("mfrac", "mtable", "munder", "munderover", "msqrt")
# Typst writes combining accents, which stand beside a letter and not on it.
_ACCENTS = {"\u0302": "^", "\u0304": "\u00af"}


def as_on_paper(html: str) -> str:
    """Return the page with parentheses no taller than need be, and accents above their letters."""
    return _FORMULA.sub(_formula, html)


def _formula(found: re.Match[str]) -> str:
    before, source, after = re.split(r"(<math.*</math>)", found[0], flags=re.DOTALL)
    formula = ElementTree.fromstring(source)
    _fit_fences_and_accents(formula)
    if formula.get("display") == "block":
        return before + "".join(_side_by_side(formula)) + after
    # No line begins with the comma after a formula.
    written = ElementTree.tostring(formula, encoding="unicode")
    return f'<span class="glued">{before}{written}{after}</span>' if before + after else written


def _side_by_side(formula: ElementTree.Element) -> Iterator[str]:
    """Yield formulas that stand beside each other each by itself: a narrow page stacks them."""
    parts: list[list[ElementTree.Element]] = [[]]
    for part in formula:
        if part.tag == "mspace" and part.get("width") == "1em":
            parts.append([])
        else:
            parts[-1].append(part)
    if len(parts) > 1:
        yield '<div class="together">'
    for one in parts:
        alone = ElementTree.Element("math", formula.attrib)
        alone.extend(one)
        yield ElementTree.tostring(alone, encoding="unicode")
    if len(parts) > 1:
        yield "</div>"


def _fit_fences_and_accents(formula: ElementTree.Element) -> None:
    for row in formula.iter():
        parts = list(row)
        fenced = len(parts) > 2 and _FENCES.get(parts[0].text or "") == parts[-1].text
        if fenced and not any(part.tag in _TALL for part in row.iter()):
            parts[0].set("stretchy", "false")
            parts[-1].set("stretchy", "false")
        if row.tag == "mover" and row.get("accent"):
            parts[1].text = _ACCENTS.get(parts[1].text or "", parts[1].text)
            parts[1].set("stretchy", "false")
