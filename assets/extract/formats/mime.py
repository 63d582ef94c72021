"""Pages and mails as programs save and send them (MHT, EML): the texts among the parts of MIME, decoded.

Every line keeps the number of the line that its first letter was encoded on. Pictures, styles and scripts, headers of parts and
of the mail are no text. Does not belong here: signs of quoting (marks.py), tags of a page (blocks.py).
"""

from __future__ import annotations

import binascii
import quopri
import re
from dataclasses import dataclass, field

_ENCODING = re.compile(r"^content-transfer-encoding:[ \t]*([\w-]{1,40})", re.IGNORECASE | re.MULTILINE)
_TYPE = re.compile(r"^content-type:[ \t]*([\w.+-]{1,60}/[\w.+-]{1,60})", re.IGNORECASE | re.MULTILINE)
_CHARSET = re.compile(r"[;\s]charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_BOUNDARY = re.compile(r"[;\s]boundary=(?:\"([^\"\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE)
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}:")
_TEXTS = ("text/plain", "text/html", "application/xhtml+xml")
_ALTERNATIVE = "multipart/alternative"


@dataclass
class _Part:
    """One part: its header lines and its body, the numbers of the body's lines, and the part it is another wording in."""

    header: list[str] = field(default_factory=list)
    body: list[tuple[int, str]] = field(default_factory=list)
    within: int = -1

    def said(self, expression: re.Pattern[str]) -> str:
        found = expression.search("\n".join(self.header))
        return next(filter(None, found.groups()), "").lower() if found else ""


def decoded(text: str) -> tuple[str, list[int] | None]:
    """The texts of the parts, and the number of each of their lines; the text itself and None where it has no such parts.

    Nothing grows: what is decoded is no longer than what it was encoded as.
    """
    if not _ENCODING.search(text):
        return text, None
    parts = _parts(text.split("\n"))
    if not any(part.said(_ENCODING) and part.body for part in parts):
        return text, None
    pages = {part.within for part in parts if part.said(_TYPE) in _TEXTS[1:]}
    out: list[str] = []
    numbers: list[int] = []
    for part in parts:
        kind = part.said(_TYPE) or "text/plain"
        # the same words are sent as a page and without its tags
        if kind in _TEXTS and not (kind == _TEXTS[0] and part.within >= 0 and part.within in pages):
            for number, line in _lines(part):
                out.append(line)
                numbers.append(number)
    return "\n".join(out), numbers


def _parts(lines: list[str]) -> list[_Part]:
    """The text cut at its boundaries."""
    boundaries: dict[str, int] = {}
    first = next((line for line in lines if line.strip()), "")
    parts = [_Part()]
    in_header = bool(_HEADER.match(first))
    for number, line in enumerate(lines, 1):
        name = line[2:].rstrip() if line.startswith("--") else ""
        if name in boundaries or name.removesuffix("--") in boundaries:
            parts.append(_Part(within=boundaries.get(name, -1)))
            in_header = name in boundaries
        elif not in_header:
            parts[-1].body.append((number, line))
        elif line.strip():
            parts[-1].header.append(f" {line.strip()}" if line[:1] in " \t" and parts[-1].header else line)
        elif parts[-1].header:
            in_header = False
            if boundary := _BOUNDARY.search("\n".join(parts[-1].header)):
                of_one = parts[-1].said(_TYPE) == _ALTERNATIVE
                boundaries[boundary[1] or boundary[2]] = len(parts) if of_one else -1
    return parts


def _lines(part: _Part) -> list[tuple[int, str]]:
    """The decoded lines of a part with their numbers."""
    decode = {"quoted-printable": _quoted_printable, "base64": _base64}.get(part.said(_ENCODING))
    if decode is None:
        return part.body
    out = bytearray()
    ends: list[tuple[int, int]] = []
    for number, line in part.body:
        out += decode(line)
        ends.append((len(out), number))
    text: list[tuple[int, str]] = []
    at, of = 0, 0
    encoding = _encoding(bytes(out), part.said(_CHARSET))
    for piece in bytes(out).split(b"\n"):
        while of + 1 < len(ends) and ends[of][0] <= at:
            of += 1
        text.append((ends[of][1] if ends else 1, piece.decode(encoding, "replace").rstrip("\r")))
        at += len(piece) + 1
    return text


def _quoted_printable(line: str) -> bytes:
    return quopri.decodestring(line.encode("utf-8", "replace") + b"\n")


def _base64(line: str) -> bytes:
    try:
        return binascii.a2b_base64(line)
    except ValueError:
        return b""


def _encoding(body: bytes, named: str) -> str:
    """UTF-8 where the body is in it, else what the part names if that is an encoding of traditional Chinese, else the other one."""
    try:
        body.decode()
    except UnicodeDecodeError:
        return "big5" if named.startswith("big5") else "gb18030"
    return "utf-8"
