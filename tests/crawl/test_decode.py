import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.crawl.decode import decode

# What reports are made of. A text must have some Chinese: ASCII alone is UTF-8 whatever it was saved as.
PROSE = st.text(
    st.sampled_from("政府信息公开工作年度报告一二三四五六（）、。：“”％0123456789\tABC -/\n件元"), min_size=4
)
TEXTS = st.builds("公开报告{}".format, PROSE)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "gbk"]))
def test_a_text_comes_back_from_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@given(TEXTS, st.sampled_from(["utf-16-le", "utf-16-be"]), st.booleans())
def test_utf_16_comes_back_with_and_without_a_mark(text: str, encoding: str, mark: bool) -> None:
    bom = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}[encoding]
    decoded = decode((bom if mark else b"") + f"{text}2022\n".encode(encoding))
    assert (decoded.text, decoded.encoding) == (f"{text}2022\n", encoding)


@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.status == "text") == (decoded.encoding is not None) == (decoded.line_count is not None)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_become_one_and_are_counted(end: str) -> None:
    decoded = decode(f"一{end}{end}二{end}".encode())
    assert (decoded.text, decoded.line_count) == ("一\n\n二\n", 3)


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", "empty"),
        (codecs.BOM_UTF8 + b" \r\n\t", "empty"),
        ("　\n".encode("utf-16"), "empty"),
        (b"%PDF-1.7", "binary"),
        (b"PK\x03\x04\x14\x00", "binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 20, "binary"),
        (bytes(range(256)), "binary"),
        ("报告".encode() + b"\x00" * 30, "binary"),
        (b"\x01\x02\x03\x04abc", "binary"),
        ("公開報告".encode("big5") * 9, "undecodable"),
        ("报告".encode() + b"\xff", "undecodable"),
        (codecs.BOM_UTF8 + b"\xff\xfe\xfd", "undecodable"),
    ],
)
def test_what_is_no_text_is_told_apart(data: bytes, status: str) -> None:
    assert decode(data).status == status
