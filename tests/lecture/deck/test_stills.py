"""What is read of a film without a browser: its steps by frame, a still of each, and paper."""

import json
import subprocess
import sys
from fractions import Fraction

import pytest

from lecture.deck.__main__ import write_deck
from lecture.films import Sentence, read_film, read_sentences
from tests.lecture.deck.barcode import read, write_film


def test_a_step_is_known_by_its_first_and_last_frame(folder):
    film = read_film("Zero", folder / "video")
    assert [(step.first, step.last) for step in film.steps] == [(0, 49), (50, 89), (90, 159)]
    assert film.rate == Fraction(60)
    assert film.sentences[1] == Sentence("Sentence 1 of Zero.", 50, 89)
    assert film.said_in(film.steps[1]) == ["Sentence 1 of Zero."]


def test_a_formula_in_a_caption_has_room_about_its_signs_and_is_not_torn_apart(tmp_path):
    captions = tmp_path / "film.srt"
    captions.write_text(
        "1\n00:00:00,000 --> 00:00:01,000\nYes: y=−0.5x+1.2, ε_rel≥0,\nand +3 edge-on.\n",
        encoding="utf-8",
    )
    (sentence,) = read_sentences(captions, Fraction(10))
    shown = sentence.text.replace("\u00a0", "~")
    assert shown == "Yes: y~=~−0.5x~+~1.2, ε_rel~≥~0, and +3 edge-on."


def test_a_still_shows_the_last_frame_of_its_step(folder):
    for bit, name in enumerate(["Zero", "One"]):
        stills = [folder / "stills" / name / f"{number}.jpg" for number in (1, 2, 3)]
        assert [read(still.read_bytes()) for still in stills] == [(bit, 49), (bit, 89), (bit, 159)]


def test_the_film_without_words_is_preferred(folder, tmp_path):
    write_film(tmp_path, "Zero", 0, [10, 10])
    assert read_film("Zero", tmp_path).has_words
    (tmp_path / "wordless").symlink_to(folder / "video" / "wordless")
    film = read_film("Zero", tmp_path)
    assert not film.has_words
    assert film.file.parent.name == "wordless"


def test_a_film_of_a_users_table_is_played_and_lies_beside_the_articles(folder, tmp_path):
    own = tmp_path / "my" / "video"
    own.mkdir(parents=True)
    write_film(own, "One", 1, [10, 10])
    films = [read_film(name, own, folder / "video") for name in ("Zero", "One")]
    assert [film.is_own for film in films] == [False, True]
    write_deck(films, tmp_path / "lecture")
    played = (tmp_path / "lecture" / "deck.html").read_text()
    assert '"films/Zero.mp4"' in played
    assert '"films/own/One.mp4"' in played
    copy = tmp_path / "lecture" / "films" / "own" / "One.mp4"
    assert copy.read_bytes() == (own / "One.mp4").read_bytes()


def test_a_film_that_is_not_there_is_named(folder):
    with pytest.raises(ValueError, match=r"no film Two in .*: there is One, Zero; `make films`"):
        read_film("Two", folder / "video")


def test_the_same_films_give_the_same_files(folder, tmp_path):
    write_deck([read_film(name, folder / "video") for name in ("Zero", "One")], tmp_path)
    for name in ("deck.html", "speaker.html", "deck.pdf", "stills/One/3.jpg"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), name
    assert (tmp_path / "deck.pdf").read_bytes().startswith(b"%PDF")


def test_the_command_writes_what_the_deck_was_made_of(folder, tmp_path):
    command = [sys.executable, "-m", "lecture.deck", str(tmp_path), "One"]
    command += ["--videos", str(folder / "video"), "--depfile", str(tmp_path / "made_of")]
    subprocess.run(command, check=True)
    made_of = (tmp_path / "made_of").read_text().splitlines()
    assert {"lecture/deck/deck.js", "lecture/deck/paper.typ", "core/palette.py"} <= set(made_of)
    assert str(folder / "video" / "wordless" / "One.srt") in made_of
    data = (tmp_path / "deck.html").read_text().partition('id="lecture">')[2]
    assert [film["name"] for film in json.JSONDecoder().raw_decode(data)[0]["films"]] == ["One"]


def test_the_command_names_a_film_that_is_not_there(folder, tmp_path):
    command = [sys.executable, "-m", "lecture.deck", str(tmp_path), "Two"]
    command += ["--videos", str(folder / "video")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no film Two in" in done.stderr
    assert "there is One, Zero" in done.stderr
