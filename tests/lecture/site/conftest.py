"""A site of two short films and three figures, with a lecture as `make lecture` leaves it."""

from functools import partial
from pathlib import Path
from types import SimpleNamespace

import matplotlib as mpl
import pytest
from PIL import Image

from core.palette import THEMES
from core.project.paths import DATA
from core.tables.dataset import read_dataset
from figures import experiment, linreg
from figures.parts.output import save
from figures.parts.style import rc
from lecture.deck.__main__ import write_deck
from lecture.explorer.page import explorer_page
from lecture.films import read_film
from lecture.page import FRONT
from lecture.site import __main__ as command
from tests.lecture.deck.barcode import write_film

FILMS = ("One", "Zero")
AWKWARD = """<svg xmlns="http://www.w3.org/2000/svg" width="150pt" height="75pt" viewBox="0 0 2 1">
<title>Less &lt; "more" &amp; $more</title><desc>A "description" &lt;b&gt;.</desc>
<rect width="2" height="1" fill="{colour}"/></svg>"""


@pytest.fixture(scope="package")
def pictures(tmp_path_factory):
    """Return a folder of films in video/, of figures in light/ and dark/."""
    folder = tmp_path_factory.mktemp("pictures")
    write_films(folder / "video")
    points = read_dataset(DATA / "header.csv")
    for theme in THEMES:
        (folder / theme).mkdir()
        with mpl.rc_context(rc(theme)):
            save(partial(linreg.picture, points, theme), folder / theme / "linreg.svg")
            save(partial(experiment.picture, DATA, theme), folder / theme / "experiment.svg")
        (folder / theme / "awkward.svg").write_text(AWKWARD.format(colour="green"))
    return folder


def write_films(video: Path) -> None:
    for bit, name in enumerate(reversed(FILMS)):
        (video / "wordless").mkdir(parents=True, exist_ok=True)
        for folder in (video, video / "wordless"):
            write_film(folder, name, bit, [50, 40, 70])
        sentences = (video / f"{name}.srt").read_text().replace(",", ".").split("\n\n")
        cues = [cue.partition("\n")[2] for cue in sentences]
        (video / f"{name}.vtt").write_text("\n\n".join(["WEBVTT", *cues]))
        Image.new("RGB", (320, 180)).save(video / f"{name}.png")


@pytest.fixture(scope="package")
def lecture(pictures):
    folder = pictures / "lecture"
    write_deck([read_film(name, pictures / "video") for name in FILMS], folder)
    (folder / "explorer.html").write_text(explorer_page(), encoding="utf-8")
    (folder / "handout.pdf").write_bytes((folder / "deck.pdf").read_bytes())
    article = f'<!doctype html><html lang="en"><title>Article</title>{FRONT}'
    (folder / "index.html").write_text(article)
    return folder


@pytest.fixture(scope="package")
def build(pictures, lecture):
    """Return a function that makes a site in a folder, from other folders where some are given."""

    def build_site(output: Path, **others) -> Path:
        kinds = {"videos": [pictures / "video"], **{one: [pictures / one] for one in THEMES}}
        options = {"output": output, "lecture": lecture} | kinds | others
        command.main(SimpleNamespace(**options))
        return output

    return build_site


@pytest.fixture(scope="package")
def site(build, tmp_path_factory):
    return build(tmp_path_factory.mktemp("site") / "site")


PAGES = (
    "index.html",
    *(f"films/{name}.html" for name in FILMS),
    *(f"figures/{name}.html" for name in ("linreg", "experiment", "awkward")),
)
