"""The site as files: its pages, where they lead, and the sizes that they state."""

import re
import subprocess
import sys

import pytest

from lecture.site import pages, sizes
from lecture.site.sizes import size
from tests.lecture.site.conftest import FILMS, PAGES, write_films
from tests.lecture.site.reading import Page


def files(site):
    return [file for file in site.rglob("*") if file.is_file()]


def test_there_is_a_page_for_everything(site):
    assert {str(file.relative_to(site)) for file in site.rglob("*.html")} == {
        *PAGES,
        *(f"lecture/{name}.html" for name in ("index", "deck", "speaker", "explorer")),
    }


@pytest.mark.parametrize("name", PAGES)
def test_every_link_is_relative_and_leads_to_a_file(site, name):
    addresses = [one for one in Page(site / name).addresses if not one.startswith("data:")]
    assert addresses
    for address in addresses:
        assert not re.match(r"[a-z]+:|/", address), address
        place = ((site / name).parent / address.partition("#")[0]).resolve()
        assert place.is_relative_to(site.resolve()), address
        assert place.is_file(), address


def test_no_page_knows_another_address(site):
    for name in (*PAGES, "site.css", "site.js"):
        assert "//" not in re.sub(r"data:\S*", "", (site / name).read_text("utf-8")).replace(
            "// ", ""
        ), name


def test_front_leads_to_every_page(site):
    led_to = set(Page(site / "index.html").addresses)
    assert {*PAGES[1:], "lecture/index.html", "lecture/explorer.html", "lecture/deck.html"} < led_to


@pytest.mark.parametrize("name", ["index", "deck", "explorer"])
def test_a_page_of_the_lecture_leads_back_and_alone_it_has_no_such_link(site, lecture, name):
    back = [one for one in Page(site / f"lecture/{name}.html").addresses if ".." in one]
    assert back == ["../index.html"]
    assert (site / "lecture" / back[0]).is_file()
    assert not [one for one in Page(lecture / f"{name}.html").addresses if ".." in one]


def test_without_an_article_there_is_no_door_to_it(build, lecture, tmp_path):
    (tmp_path / "lecture").mkdir()
    (tmp_path / "lecture/explorer.html").write_bytes((lecture / "explorer.html").read_bytes())
    front = (build(tmp_path / "site", lecture=tmp_path / "lecture") / "index.html").read_text()
    assert "lecture/explorer.html" in front
    assert "lecture/index.html" not in front


@pytest.mark.parametrize("name", PAGES[1:])
def test_the_sizes_of_files_are_stated(site, name):
    text = Page(site / name).text
    offered = [
        one for one in files((site / name).parent)
        if one.stem == (site / name).stem and one.suffix not in (".html", ".jpg")
    ]  # fmt: skip
    assert len(offered) in (2, 4)
    for file in offered:
        stated = size(file.stat().st_size).replace("\xa0", " ")
        assert re.search(rf"{re.escape(file.name)} [\w ,]+ {stated}", text), (file.name, text)


def test_the_total_and_the_largest_file_are_stated_and_no_file_is_too_large(site):
    weights = [file.stat().st_size for file in files(site)]
    text = Page(site / "index.html").text
    stated = [size(count).replace("\xa0", " ") for count in (sum(weights), max(weights))]
    assert f"is {stated[0]}, no file larger than {stated[1]}," in text
    assert max(weights) <= sizes.MOST


def test_a_file_that_no_host_takes_is_refused_and_the_old_site_stays(build, tmp_path, monkeypatch):
    output = build(tmp_path / "site")
    before = (output / "index.html").read_bytes()
    monkeypatch.setattr(sizes, "MOST", 40_000)
    with pytest.raises(ValueError, match=r"has \d+\skB, and many hosts .* smaller QUALITY"):
        build(output)
    assert (output / "index.html").read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_what_is_gone_leaves_the_site_and_the_same_pictures_give_the_same_site(
    build, site, tmp_path
):
    output = build(tmp_path / "site")
    (output / "films" / "Gone.html").touch()
    build(output)
    assert {file.relative_to(site): file.read_bytes() for file in files(site)} == {
        file.relative_to(output): file.read_bytes() for file in files(output)
    }


def test_the_users_own_picture_takes_the_place_of_the_articles(build, pictures, tmp_path):
    own = tmp_path / "own"
    write_films(own)
    (own / "Zero.mp4").unlink()
    sentences = (own / "One.srt").read_text().replace("Sentence", "Own sentence")
    (own / "One.srt").write_text(sentences)
    (own / "linreg.svg").write_bytes((pictures / "light" / "awkward.svg").read_bytes())
    site = build(
        tmp_path / "site",
        videos=[own, pictures / "video"],
        light=[own, pictures / "light"],
        dark=[own, pictures / "dark"],
    )
    assert "Own sentence" in Page(site / "films" / "One.html").text
    assert "Own sentence" not in Page(site / "films" / "Zero.html").text
    assert 'Less < "more" & $more' in Page(site / "figures" / "linreg.html").text


def test_a_figure_without_its_other_theme_is_named(build, tmp_path):
    with pytest.raises(ValueError, match=r"no figure .*linreg\.svg: `make site` draws both"):
        build(tmp_path / "site", dark=[tmp_path])


def test_an_index_of_a_caption_is_set_below_the_line():
    assert pages._with_indices("ε_rel is ε/ε₀ - 1 < 2") == (
        "ε<sub>rel</sub> is ε/ε<sub>0</sub> - 1 &lt; 2"
    )


def test_the_words_of_a_film_and_of_a_figure_stand_on_its_page(site):
    for name in FILMS:
        assert f"Sentence 1 of {name}." in Page(site / "films" / f"{name}.html").text
    awkward = Page(site / "figures" / "awkward.html").text
    assert 'A "description" <b>.' in awkward
    assert "200 × 100 pixels" in awkward


def test_the_command_writes_the_site(pictures, lecture, site, tmp_path):
    kinds = [f"--{kind}={pictures / folder}" for kind, folder in
             (("videos", "video"), ("light", "light"), ("dark", "dark"))]  # fmt: skip
    command = [sys.executable, "-m", "lecture.site", str(tmp_path / "site")]
    subprocess.run([*command, f"--lecture={lecture}", *kinds], check=True)
    assert (tmp_path / "site/index.html").read_bytes() == (site / "index.html").read_bytes()
