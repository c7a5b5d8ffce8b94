"""Every figure that was built as PDF is whole, of one page, and brings its fonts."""

import re

import pytest

from tests.artefacts.conftest import CHOICES
from tools.make.goals import wanted


@pytest.fixture(params=wanted("figures", CHOICES), ids=lambda target: target.name)
def pdf(request: pytest.FixtureRequest) -> bytes:
    content: bytes = request.param.file.read_bytes()
    return content


def test_is_a_whole_document_of_one_page(pdf: bytes) -> None:
    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1


def test_needs_no_font_of_the_reader(pdf: bytes) -> None:
    fonts = re.findall(rb"/Type /FontDescriptor\b", pdf)
    assert fonts
    assert len(re.findall(rb"/FontFile2 ", pdf)) == len(fonts)


def test_has_a_title_and_no_date(pdf: bytes) -> None:
    assert b"/Title" in pdf
    assert b"/CreationDate" not in pdf
