"""A page whose tags were left in the text: every block of it on a line of its own, without tags; tables keep theirs.

A paragraph, a heading or a row of a table may follow the last on the same line of the file; each becomes a line here and keeps
the number of the line that it was cut from. Does not belong here: what stands in a table (html.py).
"""

from __future__ import annotations

import re

from assets.extract.readers.marks import blank, without_struck
from assets.extract.readers.shown import NOTE

# What a page, XML or Muse marks words with; and what begins a line on the screen.
_INLINE = r"span|class|verbatim|strong|b|em|i|u|font|hi|a|o:p|st1:[a-z]{1,20}|label|small|ins|mark"
_BLOCK = (
    r"p|div|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|section|article|header|footer|center|blockquote|pre|form|"
    r"head|doc|main|comments|body|html|title|meta|link|base|!doctype|img|input|button|nav"
)
_HIDDEN = r"script|style"
_TAG = re.compile(
    rf"<(/?)(?:(table)|(tr)|({_HIDDEN})|({_BLOCK})|(?:{_INLINE}))(?:[\s\\/][^<>]{{0,2000}})?/?>",
    re.IGNORECASE,
)
# A tag whose properties go on below, and what ends it there.
_NAMED = r"[A-Za-z][\w:-]*+=(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\s\"'<>]++)"
_OPEN_TAG = re.compile(
    rf"<(?:table|thead|tbody|tr|t[dh]|col|{_BLOCK}|{_INLINE})(?:\s++{_NAMED})*+\s*$", re.IGNORECASE
)
_TAG_ENDS = re.compile(rf"\s*+(?:{_NAMED}\s*+)*+/?>")
# Text that was struck out, and small marks beside a figure: no digit of either may become one of the figure.
_STRUCK = re.compile(r"<(s|del|strike)\b[^<>]{0,200}>([^<>]{0,80})</\1>", re.IGNORECASE)
_NOTE = re.compile(rf"<sup\b[^<>]{{0,200}}>\s*{NOTE}\s*</sup>", re.IGNORECASE)
_SMALL = re.compile(r"<(sup|sub)\b[^<>]{0,200}>([^<>]{0,80})</\1>", re.IGNORECASE)


def without_tags(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines, cut where blocks begin and end, and the number of each in the text; None where no line was cut."""
    if not any("</" in line for line in lines):
        return lines, None
    lines = _with_whole_tags(lines)
    out: list[str] = []
    numbers: list[int] = []
    state = _State()
    for number, line in enumerate(lines, 1):
        pieces = [line] if "<" not in line and not state.hidden else state.pieces(line)
        if "<s" in line or "<d" in line:
            pieces = [p if "<t" in p else _without_small(p) for p in pieces]
        out += pieces
        numbers += [number] * len(pieces)
    return out, numbers if len(out) != len(lines) else None


def _with_whole_tags(lines: list[str]) -> list[str]:
    """The lines; the end of a tag that stands on the next line is taken up to its beginning."""
    found = list(lines)
    for n in range(len(found) - 1):
        if "<" in found[n] and _OPEN_TAG.search(found[n]) and (ends := _TAG_ENDS.match(found[n + 1])):
            found[n] += f" {ends[0].strip()}"
            found[n + 1] = found[n + 1][ends.end() :]
    return found


def _without_small(line: str) -> str:
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
