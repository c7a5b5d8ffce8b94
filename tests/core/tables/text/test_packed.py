"""Text comes out of gzip and UTF-16 as if it had never been in it; what is no text gets a hint."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from core.tables.dataset import read_dataset

ROOT = Path(__file__).parents[4]
TEXT = "Länge [µm];y\n1,5;10\n2,5;20,25\n"
UTF_16_LE = b"\xff\xfe" + TEXT.encode("utf-16-le")

PACKED = {
    "gzip": gzip.compress(TEXT.encode()),
    "gzip, mark": gzip.compress(TEXT.encode("utf-8-sig")),
    "gzip, two members": gzip.compress(TEXT[:20].encode()) + gzip.compress(TEXT[20:].encode()),
    "gzip, zeros at the end": gzip.compress(TEXT.encode()) + bytes(600),
    "UTF-16, little end first": UTF_16_LE,
    "UTF-16, big end first": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "UTF-16 in gzip": gzip.compress(UTF_16_LE),
    "UTF-16, CRLF": b"\xff\xfe" + TEXT.replace("\n", "\r\n").encode("utf-16-le"),
}


def write(folder: Path, content: bytes, name: str = "my.csv.gz") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("content", PACKED.values(), ids=PACKED)
def test_packed_text_is_read(tmp_path, content):
    data = read_dataset(write(tmp_path, content))
    assert (data.x.tolist(), data.y.tolist()) == ([1.5, 2.5], [10, 20.25])
    assert (data.x_label, data.title, data.notes) == ("Länge [µm]", "my", ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_many_blocks_join_without_a_seam(tmp_path, encoding):
    text = "x,y\n" + "".join(f"{k},{-k}\n" for k in range(150_000))
    data = read_dataset(write(tmp_path, gzip.compress(text.encode(encoding), 1)))
    assert data.x.tolist() == list(range(150_000))
    assert (data.y == -data.x).all()


DAMAGED = {
    "cut off": (PACKED["gzip"][:-9], "is a gzip file that is cut off"),
    "half": (PACKED["gzip"][:25], "is a gzip file that is cut off"),
    "no gzip": (b"\x1f\x8b\x08\x00" + b"x" * 90, "begins as a gzip file does and is damaged"),
    "nothing": (gzip.compress(b""), "is empty"),
    "UTF-16 cut off": (UTF_16_LE[:-1], "begins as UTF-16 does, and is none"),
    "half a letter": (b"\xff\xfe" + b"\x00\xd8" + TEXT.encode("utf-16-le"), "and is none"),
}


@pytest.mark.parametrize(("content", "said"), DAMAGED.values(), ids=DAMAGED)
def test_damage_is_said(tmp_path, content, said):
    with pytest.raises(ValueError, match=r"my\.csv\.gz") as error:
        read_dataset(write(tmp_path, content))
    assert said in str(error.value)


FOREIGN = {
    "my.parquet": (b"PAR1\x15\0", "is a Parquet file: write it as CSV"),
    "my.json": (b'[\n  {"x": 1, "y": 2}]', "is a JSON file: write it as CSV"),
    "my.geojson": (b'{"type": "FeatureCollection"}', "is a JSON file"),
    "my.html": (b"<!DOCTYPE html>\n<html>", "is a web page: download the table itself"),
    "page.csv": (b"\xef\xbb\xbf\n <html lang='en'>", "is a web page"),
    "my.xml": (b"<?xml version='1.0'?>", "is an XML file"),
    "my.pdf": (b"%PDF-1.7", "is a PDF file"),
    "my.csv.bz2": (b"BZh91AY&SY", "is a packed file: unpack it"),
    "my.csv.xz": (b"\xfd7zXZ\0", "is a packed file"),
    "my.csv.zst": (b"\x28\xb5\x2f\xfd\x04", "is a packed file"),
    "my.zip": (b"PK\x03\x04" + bytes(60), "give the table that is in it"),
    "my.npy": (b"\x93NUMPY\x01\0", "is an array of NumPy: write it as CSV"),
    "my.sqlite": (b"SQLite format 3\0", "is a database"),
    "my.h5": (b"\x89HDF\r\n\x1a\n\0", "is an HDF5 file"),
    "my.rds": (gzip.compress(b"X\n\0\0\0\x03", mtime=0), "is a file of R"),
    "my.bin": (b"1,2\n\0\0", "is not a text table"),
}


@pytest.mark.parametrize(
    ("name", "content", "said"), [(n, *v) for n, v in FOREIGN.items()], ids=FOREIGN
)
def test_other_files_get_the_hint_that_helps(tmp_path, name, content, said):
    with pytest.raises(ValueError, match=name) as error:
        read_dataset(write(tmp_path, content, name))
    assert said in str(error.value)


@pytest.mark.parametrize("header", ["[m],[s]", "<x>,y", "{x},y", "BZ,h", "X,Y"])
def test_a_header_may_look_a_little_like_them(tmp_path, header):
    data = read_dataset(write(tmp_path, f"{header}\n1,2\n3,4\n".encode(), "my.csv"))
    assert data.x_label == header.split(",")[0]


@pytest.mark.parametrize("address", ["https://example.org/my.csv", "ftp://a/b?c=d", "s3://a/b"])
def test_an_address_keeps_its_slashes_and_gets_its_hint(address):
    for given in (address, Path(address)):
        with pytest.raises(ValueError, match="is an address: download the table") as error:
            read_dataset(given)
        assert address in str(error.value)


MEMORY = """
import resource, sys
from core.tables.dataset import read_dataset
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    read_dataset(sys.argv[1])
except ValueError as error:
    print(error)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other units")
def test_a_small_file_with_a_great_deal_of_nothing_is_refused_in_little_memory(tmp_path):
    path = write(tmp_path, gzip.compress(b"1," * 60_000_000, 1))
    run = subprocess.run(
        [sys.executable, "-c", MEMORY, str(path)],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    said, memory = run.stdout.splitlines()
    assert "line without an end" in said
    assert int(memory) < 40_000
