"""Pages as XML that gives every piece of text its place (`<text top="982" left="375" width="34" height="18">2652</text>`): set out as lines.

Pieces that stand at one height are one line, from left to right, as far apart as on the page, so that columns stand in line. A line keeps
the number of its first piece's. Belongs here: pieces with their places as attributes. Does not belong here: records of JSON (elements.py),
places before words (placedtext.py).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assets.crawl.decode import with_own_line_ends
from assets.extract.places.positions import display_width

_PIECE = re.compile(
    r"<text\b(?P<places>(?:\s+[a-zA-Z]{1,12}=\"[^\"<>]{0,60}\"){4,12})\s*>(?P<words>.{0,2000}?)</text>"
)
_PLACE = re.compile(r"\b(top|left|width|height)=\"(-?[0-9]{1,6})(?:\.[0-9]{1,9})?\"")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_PAGE = re.compile(r"<page\b")
# So many pieces are a document.
_LEAST = 20
# The middles of pieces of one line lie no farther apart, in heights; so near the next piece goes on with the word.
_APART, _JOINED = 0.4, 0.3
# The share of pieces whose letters are narrower than those by which columns are set out.
_NARROW = 0.05


@dataclass(frozen=True, slots=True)
class _Piece:
    line: int
    top: int
    left: int
    width: int
    height: int
    words: str

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def with_lines_of_pages(text: str, numbers: list[int] | None) -> tuple[str, list[int] | None]:
    """The pages set out as lines, and the number of each of them; the text as it is where it is none of XML with places."""
    if "<text" not in text or 'left="' not in text:
        return text, numbers
    lines = with_own_line_ends(text).split("\n")
    pages = [page for page in _pages(lines) if page]
    pieces = [piece for page in pages for piece in page]
    if len(pieces) < _LEAST:
        return text, numbers
    widths = sorted(p.width / display_width(p.words) for p in pieces if p.width > 0)
    unit = max(1.0, widths[int(len(widths) * _NARROW)]) if widths else 1.0
    margin = min(piece.left for piece in pieces)
    out: list[tuple[int, str]] = []
    for page in pages:
        out += [(row[0].line, _set_out(row, unit, margin)) for row in _rows(page)]
        out.append((page[-1].line, "\f"))
    at = numbers or range(1, len(lines) + 1)
    return "\n".join(line for _, line in out), [at[number - 1] for number, _ in out]


def _pages(lines: Sequence[str]) -> Iterator[list[_Piece]]:
    """The pieces of each page that hold words."""
    page: list[_Piece] = []
    for number, line in enumerate(lines, 1):
        if _PAGE.search(line):
            yield page
            page = []
        for found in _PIECE.finditer(line) if "<text" in line else ():
            at = {name: int(value) for name, value in _PLACE.findall(found["places"])}
            words = html.unescape(_TAG.sub("", found["words"])).replace("\u3000", "  ").rstrip()
            if len(at) == len(("top", "left", "width", "height")) and words.strip():
                page.append(_Piece(number, at["top"], at["left"], at["width"], at["height"], words))
    yield page


def _rows(page: Sequence[_Piece]) -> list[list[_Piece]]:
    """The pieces of a page line by line, from the top."""
    rows: list[list[_Piece]] = []
    for piece in sorted(page, key=lambda p: (p.middle, p.left)):
        if rows and piece.middle - rows[-1][0].middle <= _APART * min(piece.height, rows[-1][0].height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.left) for row in rows]


def _set_out(row: Sequence[_Piece], unit: float, margin: int) -> str:
    """The pieces of a line with as much room between them as on the page."""
    line, end = "", 0
    for piece in row:
        gap = piece.left - end
        if line and gap <= _JOINED * piece.height:
            line += piece.words
        else:
            room = round((piece.left - margin) / unit) - display_width(line)
            line += " " * max(room, 2 if line else 0) + piece.words
        end = piece.left + piece.width
    return line
