"""Every figure that was built as SVG can be shown, scaled and read aloud."""

import xml.etree.ElementTree as ET

import pytest

from tests.artefacts.conftest import CHOICES
from tools.make.goals import wanted

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=wanted("figures", CHOICES), ids=lambda target: target.name)
def svg(request: pytest.FixtureRequest) -> ET.Element:
    return ET.parse(request.param.file).getroot()


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
