"""Bytes to text: which encoding a file is in, and whether it is a text at all.

Strict throughout: a byte that an encoding does not allow rules that encoding out, so that no replacement character
ever stands where a figure was printed. Does not belong here: opening files (walk.py), or what a text says (extract).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# First bytes of the formats that documents arrive in when nobody converted them.
_MAGIC = (
    (b"PK\x03\x04", "zip, docx, xlsx or ofd"),
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc or xls"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"Rar!", "RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"\x1f\x8b", "gzip archive"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# What a Chinese report is made of: ASCII, spaces, punctuation, box drawing, ideographs, full-width forms.
_USUAL = re.compile(r"[\t\n\r\f\v -~\xa0-\xff\u2000-\u27ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
# The same for a text that claims to be GB18030: kana, Greek or Cyrillic are what other encodings turn into there.
_GB_PROSE = re.compile(
    r"[\u2010-\u203b\u2160-\u217f\u2460-\u249b\u2500-\u25ff\u3000-\u3017\u4e00-\u9fff\uff01-\uff5e]"
)


@dataclass(frozen=True)
class Decoded:
    """The outcome: `status` is one of `text`, `empty`, `binary`, `undecodable` (schemas.tables.FILE_STATUSES)."""

    status: str
    text: str = ""
    encoding: str | None = None
    detail: str | None = None

    @property
    def line_count(self) -> int | None:
        """Number of lines; None where this is not text."""
        if self.status != "text":
            return None
        return self.text.count("\n") + (not self.text.endswith("\n"))


def decode(data: bytes) -> Decoded:
    """Tell the encoding of `data` and decode it; line ends become a line feed each."""
    if not data:
        return Decoded("empty")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return Decoded("binary", detail=name)
    found = _by_bom(data) or _by_nuls(data) or _by_bytes(data)
    if found is None:
        if b"\x00" in data:
            return Decoded("binary", detail="NUL bytes")
        return Decoded("undecodable", detail="not valid UTF-8, GB18030 or UTF-16")
    text, encoding = found
    if "\x00" in text:
        return Decoded("binary", detail="NUL characters")
    if len(_CONTROL.findall(text)) * 50 > len(text):
        return Decoded("binary", detail="control characters")
    text = with_own_line_ends(text)
    if not text.strip("\ufeff \t\n\f\v\u3000\xa0"):
        return Decoded("empty", detail="white space only")
    return Decoded("text", text, encoding)


def with_own_line_ends(text: str) -> str:
    """The text with `\\n` at the end of each line, whichever of `\\r\\n`, `\\r` and `\\n` it has."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _share(pattern: re.Pattern[str], text: str) -> float:
    """The share of characters that `pattern` knows; 1 for an empty text."""
    return len(pattern.findall(text)) / len(text) if text else 1.0


def _by_bom(data: bytes) -> tuple[str, str] | None:
    """A byte order mark settles the encoding, if the rest bears it out."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = _strict(data[len(bom) :], encoding.removesuffix("-sig"))
            return None if text is None else (text, encoding)
    return None


def _by_nuls(data: bytes) -> tuple[str, str] | None:
    """NUL bytes in a text are the empty half of UTF-16 characters: digits, spaces, line ends."""
    return _utf16(data) if b"\x00" in data else None


def _by_bytes(data: bytes) -> tuple[str, str] | None:
    """UTF-8 is self-checking and goes first; GB18030 accepts much that it did not write and must look like prose."""
    text = _strict(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    text = _strict(data, "gb18030")
    if text is not None and _is_gb_prose(text):
        return text, "gb18030"
    return _utf16(data)


def _utf16(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: the byte order under which nearly all characters are usual ones."""
    candidates = []
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strict(data, encoding)
        if text is not None and not _CONTROL.search(text):
            candidates.append((_share(_USUAL, text), encoding, text))
    if not candidates:
        return None
    share, encoding, text = max(candidates)
    return (text, encoding) if share > 0.9 else None


def _is_gb_prose(text: str) -> bool:
    """Whether the characters are those of mainland prose: most ideographs within GB 2312, few exotic scripts."""
    wide = len(text) - len(text.encode("ascii", "ignore"))
    if not wide:
        return True
    prose = "".join(_GB_PROSE.findall(text))
    usual = len(prose.encode("gb2312", "ignore")) // 2  # all of it is wide, two bytes each
    return usual / wide > 0.7
