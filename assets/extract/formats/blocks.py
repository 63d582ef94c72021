"""A page whose tags were left in the text: every block of it on a line of its own, without tags; tables keep theirs.

A paragraph, a heading or a row of a table may follow the last on the same line of the file; each becomes a line here and keeps
the number of the line that it was cut from. Does not belong here: what stands in a table (html.py).
"""

from __future__ import annotations

import re

from assets.extract.formats.marks import blank, without_struck
from assets.extract.formats.wholetags import INLINE, with_whole_cells, with_whole_tags, without_unseen_rows
from assets.extract.readers.notations.shown import NOTE, alone

# What begins a line on the screen.
_BLOCK = (
    r"p|div|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|section|article|header|footer|center|blockquote|pre|form|"
    r"head|doc|main|comments|body|html|title|meta|link|base|!doctype|img|input|button|nav|"
    # what DocBook and JATS call the same
    r"(?:sim|formal)?para|subtitle|sect[1-6]|sec|chapter|book|itemizedlist|orderedlist|listitem|list-item|literallayout"
)
_HIDDEN = r"script|style"
_TAG = re.compile(
    rf"<(/?)(?:((?:informal)?table)|(tr)|({_HIDDEN})|({_BLOCK})|(?:{INLINE}))(?:[\s\\/][^<>]{{0,2000}})?/?>",
    re.IGNORECASE,
)
# Text that was struck out, and small marks beside a figure: no digit of either may become one of the figure.
_STRUCK = re.compile(r"<(s|del|strike)\b[^<>]{0,200}>([^<>]{0,80})</\1>", re.IGNORECASE)
_NOTE = re.compile(rf"<sup\b[^<>]{{0,200}}>\s*{NOTE}\s*</sup>", re.IGNORECASE)
_ALONE = re.compile(r"(^|\|)\s*+<(sup|sub)\b[^<>]{0,200}>([^<>]{0,80})</\2>\s*+(?=\||$)", re.IGNORECASE)
_SMALL = re.compile(r"<(sup|sub)\b[^<>]{0,200}>([^<>]{0,80})</\1>", re.IGNORECASE)


def without_tags(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines, cut where blocks begin and end, and the number of each in the text; None where no line was cut."""
    if not any("</" in line for line in lines):
        return lines, None
    count = len(lines)
    lines, whole = with_whole_tags(without_unseen_rows(lines))
    out: list[str] = []
    numbers: list[int] = []
    state = _State()
    for number, line in zip(whole, lines, strict=True):
        pieces = [line] if "<" not in line and not state.hidden else state.pieces(line)
        if "<s" in line or "<d" in line:
            pieces = [p if "<t" in p else _without_small(p) for p in pieces]
        out += pieces
        numbers += [number] * len(pieces)
    out, numbers = with_whole_cells(out, numbers)
    return out, numbers if len(out) != count or numbers != list(range(1, count + 1)) else None


def _without_small(line: str) -> str:
    line = _ALONE.sub(lambda found: f"{found[1]}{alone(found[3])}", line)
    return _SMALL.sub(r"[\2]", _NOTE.sub(blank, without_struck(_STRUCK.sub(r"~~\2~~", line))))


class _State:
    """Where a line of the page starts: in how many tables, and in what no reader sees."""

    def __init__(self) -> None:
        self.depth = 0
        self.hidden = ""

    def pieces(self, line: str) -> list[str]:
        """At least one; blank ones only where the line has nothing else."""
        found: list[str] = []
        piece: list[str] = []
        at = 0

        def cut() -> None:
            text = "".join(piece)
            piece.clear()
            if text.strip():
                found.append(text)

        for tag in _TAG.finditer(line):
            closes, table, row, hidden, block = tag.groups()
            if self.hidden:
                if closes and hidden and hidden.lower() == self.hidden:
                    self.hidden, at = "", tag.end()
                continue
            if table:
                if not self.depth:
                    piece.append(line[at : tag.start()])
                    cut()
                    at = tag.start()
                self.depth = max(0, self.depth + (-1 if closes else 1))
                if not self.depth:
                    piece.append(line[at : tag.end()])
                    cut()
                    at = tag.end()
            elif row and self.depth and not closes:
                piece.append(line[at : tag.start()])
                cut()
                at = tag.start()
            elif not self.depth:
                piece.append(line[at : tag.start()])
                at = tag.end()
                if hidden and not closes:
                    self.hidden = hidden.lower()
                if block:
                    cut()
        if not self.hidden:
            piece.append(line[at:])
        cut()
        return found or [""]
