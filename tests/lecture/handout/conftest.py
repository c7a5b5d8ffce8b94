"""The handout with two short films beside it, and its page in Chromium."""

import json

import pytest
from PIL import Image

from core.report.numbers import article_numbers, write_json
from lecture.films import NOTES, read_film
from lecture.handout.__main__ import write_handout
from tests.lecture.deck.barcode import write_film
from tests.lecture.explorer.hands import drawn

FILMS = ("LinearRegression2D", "GeometricFit")


@pytest.fixture(scope="package")
def films(tmp_path_factory):
    """Return two films by name: one without words in its picture, one with."""
    videos = tmp_path_factory.mktemp("video")
    (videos / "wordless").mkdir()
    for bit, (name, folder) in enumerate(zip(FILMS, (videos / "wordless", videos), strict=True)):
        noted = list(json.loads((NOTES / f"{name}.json").read_text("utf-8"))["steps"])
        write_film(folder, name, bit, [12] * len(noted), noted)
        Image.new("RGB", (192, 108), "#101418").save(folder / f"{name}.png")
    return {name: read_film(name, videos) for name in FILMS}


@pytest.fixture(scope="package")
def numbers():
    """Return numbers.json, read."""
    return json.loads(json.dumps(article_numbers()))


@pytest.fixture(scope="package")
def folder(tmp_path_factory, numbers, films):
    """Return the folder that the command fills."""
    folder = tmp_path_factory.mktemp("lecture")
    write_json(folder / "numbers.json", numbers)
    write_handout(folder, folder / "numbers.json", films)
    return folder


@pytest.fixture
def visit(opened, folder):
    """Return a function that opens the page, drawn, for a reader who wants less motion."""
    return lambda **options: drawn(
        opened(folder / "index.html", **{"reduced_motion": "reduce", **options})
    )


@pytest.fixture
def page(visit):
    """Return the page as it opens."""
    return visit()
