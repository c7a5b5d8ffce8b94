"""Every figure that was built can be shown, scaled and read aloud."""

import os
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

SVG = "{http://www.w3.org/2000/svg}"
FIGURES = Path(os.environ["BUILD"]) / "figures"


@pytest.fixture(params=os.environ["FIGURES"].split())
def svg(request: pytest.FixtureRequest) -> ET.Element:
    return ET.parse(FIGURES / f"{request.param}.svg").getroot()


def test_is_an_image_that_scales(svg: ET.Element) -> None:
    assert svg.tag == f"{SVG}svg"
    assert svg.get("role") == "img"
    assert svg.get("viewBox")


def test_has_alternative_text(svg: ET.Element) -> None:
    title, description = svg.findtext(f"{SVG}title"), svg.findtext(f"{SVG}desc")
    assert title
    assert title.strip()
    assert description
    assert len(description) > len(title)
    labels = (svg.get("aria-labelledby") or "").split()
    identified = {child.get("id") for child in svg}
    assert labels
    assert identified.issuperset(labels)


def test_shows_something_inside_its_frame(svg: ET.Element) -> None:
    assert len(list(svg.iter(f"{SVG}path"))) > 10


def test_needs_no_font_of_the_reader(svg: ET.Element) -> None:
    assert not list(svg.iter(f"{SVG}text"))


def test_nothing_half_made_is_left() -> None:
    assert not list(FIGURES.glob(".*"))
