from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.errors import NotText
from daylight.ingest.decode import clean_code_points, decode

TEXT = "“Żaden most” – the envoy Łukasz Brzęk said in Kraków – “costs €3 million.”\r\nNobody replied.\r\n"
WESTERN = "“We are café owners,” Señora Ibáñez said – “not ministers.” It cost €3,000."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_comes_out_as_it_was_with_newlines_untranslated(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "x.txt") == TEXT


def test_a_big_endian_mark_is_dropped() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "x.txt") == TEXT


def test_western_print_without_a_declaration() -> None:
    assert decode(WESTERN.encode("cp1252"), "x.txt") == WESTERN
    assert decode(WESTERN.replace("“", '"').replace("€", "").encode("cp1252"), "x") == WESTERN.replace("“", '"').replace(
        "€", ""
    )


def test_another_alphabet_is_recognised() -> None:
    text = "Министр сказал, что паром не выйдет из порта до конца расследования, и что экипажи об этом знают. " * 5
    assert decode(text.encode("cp1251"), "x.txt") == text


@pytest.mark.parametrize("label", ["iso-8859-2", "windows-1250"])
def test_a_page_says_its_encoding(label: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body>Łódź, Kraków</body></html>'
    assert decode(page.encode(label), "x.html", markup=True) == page


def test_a_page_that_says_a_wrong_encoding_is_read_as_what_it_is() -> None:
    page = '<meta charset="iso-8859-1"><p>Łódź “said”</p>'
    assert decode(page.encode(), "x.html", markup=True) == page


@pytest.mark.parametrize("label", ["zlib", "rot13", "unicode_escape", "idna", "nonsense", "utf-7", "utf-16"])
def test_an_encoding_that_no_page_has_is_not_used(label: str) -> None:
    page = f'<meta charset="{label}"><p>caf\\u00e9 ' + "é“"
    assert decode(page.encode("cp1252"), "x.html", markup=True) == page


def test_one_damaged_byte_costs_one_character() -> None:
    data = TEXT.encode() * 3
    cut = data.rindex("ó".encode()) + 1
    assert decode(data[:cut], "x.txt") == data[: cut - 1].decode() + "\ufffd"


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 abc", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04word", b"some\0text\0in\0it and more", bytes(range(256)) * 40],
)
def test_what_is_no_text_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(NotText, match=r"x\.bin: this is .{5,}"):
        decode(data, "x.bin")


@settings(deadline=None)
@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_are_text_or_refused_and_the_text_can_be_written(data: bytes, markup: bool) -> None:
    try:
        text = decode(data, "x", markup=markup)
    except NotText:
        return
    assert text.encode().decode() == text
    assert "\0" not in text


@settings(deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_is_kept_code_point_for_code_point(text: str) -> None:
    if not text.startswith(("%PDF", "PK\x03", "GIF8", "RIFF", "{\\rtf", "SQLite", "\ufeff")):
        assert decode(text.encode(), "x") == text


@settings(deadline=None)
@given(st.text(alphabet=st.characters(), max_size=100))
def test_replacing_what_cannot_be_written_keeps_offsets(text: str) -> None:
    clean = clean_code_points(text)
    assert len(clean) == len(text)
    assert clean.encode().decode() == clean
