"""Tags and cells of markup on one line each, wherever the program that wrote them broke its lines.

A break within a tag is none of the text: a tag whose properties go on below is taken together, and where it marks words, so
are these. In a table, lines with nothing but tags join the words of their cell: how far a header lies above a figure is counted in
lines. Each line keeps the number of its first words. Does not belong here: what the tags mean (blocks.py, html.py).
"""

from __future__ import annotations

import re

# What a page or XML marks words with.
INLINE = r"span|class|verbatim|strong|b|em|i|u|font|hi|a|o:p|st1:[a-z]{1,20}|label|small|ins|mark|emphasis|phrase|bold|italic"
_NAME = r"[A-Za-z_][\w:.-]{0,60}+"
_PROPERTY = (
    rf"{_NAME}\s*+=\s*+(?:\\*+\"[^\"<>]*+\"|\\*+'[^'<>]*+'|[^\s\"'<>]++)"
    r"|(?:nowrap|noshade|hidden|checked|disabled|selected|x:[a-z]{1,12})(?=[\s/>])"
)
_WHOLE = re.compile(rf"<(?:/{_NAME}|{_NAME}(?:\s++(?:{_PROPERTY}))*+)\s*+/?>", re.IGNORECASE)
_BEGINS = re.compile(rf"</?{_NAME}(?:\s|$)")
_OF_WORDS = re.compile(rf"</?(?:{INLINE})(?![\w:.-])", re.IGNORECASE)
# Rows of a table in a comment, which no reader sees.
_COMMENT = re.compile(r"<!--((?:[^-]++|-(?!->))*+)-->")
_ROW = re.compile(r"<t[dhr]\b", re.IGNORECASE)
# On so many lines a tag may stand.
_MOST_LINES = 12
_TABLE = re.compile(r"<(/?)(?:informal)?table\b", re.IGNORECASE)
_TAGS = re.compile(r"<[/!?A-Za-z][^<>]*+>")
_OPENS = re.compile(r"<(?:tr|row|t[dh]|cell|entry)\b", re.IGNORECASE)
_CELL = re.compile(r"<(?:t[dh]|cell|entry)\b", re.IGNORECASE)


def without_unseen_rows(lines: list[str]) -> list[str]:
    """The lines without comments that hold rows of a table; each keeps its number."""
    if not any("<!--" in line for line in lines):
        return lines
    return _COMMENT.sub(_unseen, "\n".join(lines)).split("\n")


def _unseen(found: re.Match[str]) -> str:
    return "\n" * found[1].count("\n") if _ROW.search(found[1]) else found[0]


def with_whole_tags(lines: list[str]) -> tuple[list[str], list[int]]:
    """The lines with every tag on one of them, and the number of each."""
    found: list[str] = []
    numbers: list[int] = []
    line, number, at = "", 0, 0
    while at < len(lines):
        line, number = lines[at], at + 1
        at += 1
        while (opened := line.rfind("<")) > line.rfind(">") and (whole := _whole(line[opened:], lines, at)):
            tag, end, rest = whole
            at = end
            has_words = bool(_words(line[:opened]))
            line = line[:opened] + tag
            if not _OF_WORDS.match(tag):
                found.append(line)
                numbers.append(number)
                line, number = rest, at
                continue
            line += rest
            number = number if has_words else at
        found.append(line)
        numbers.append(number)
    return found, numbers


def _whole(start: str, lines: list[str], at: int) -> tuple[str, int, str] | None:
    """The tag that starts so and goes on in the lines from index `at`, the index behind them, and what stands behind it there."""
    if not _BEGINS.match(start):
        return None
    pieces = [start.rstrip()]
    for index in range(at, min(at + _MOST_LINES, len(lines))):
        piece, closed, rest = lines[index].partition(">")
        if "<" in piece:
            return None
        pieces.append(piece.strip())
        if closed:
            tag = " ".join(piece for piece in pieces if piece) + ">"
            return (tag, index + 1, rest) if _WHOLE.fullmatch(tag) else None
    return None


def with_whole_cells(lines: list[str], numbers: list[int]) -> tuple[list[str], list[int]]:
    """The lines, of which those with nothing but tags of a table stand with the words of their cell, and the number of each."""
    found: list[str] = []
    kept: list[int] = []
    cell = _Cell()
    depth = 0
    for line, number in zip(lines, numbers, strict=True):
        opened = depth
        if "able" in line.lower():
            depth = max(0, depth + sum(-1 if closes else 1 for closes in _TABLE.findall(line)))
        if opened or depth:
            if not cell.takes(line):
                found.append(cell.text)
                kept.append(cell.number)
                cell = _Cell()
            cell.add(line, number)
        if not depth and cell.number:
            found.append(cell.text)
            kept.append(cell.number)
            cell = _Cell()
        elif not (opened or depth):
            found.append(line)
            kept.append(number)
    return found, kept


class _Cell:
    """The lines of a cell up to the end of its first line of words, and the number of these."""

    def __init__(self) -> None:
        self.text = ""
        self.number = 0
        self._has_words = self._has_cell = False

    def takes(self, line: str) -> bool:
        """Whether a line belongs to it: one of tags, up to the next that open a cell or row, or its first of words."""
        if not self.number:
            return True
        opens = _OPENS.search(line) if self._has_cell or self._has_words else None
        if opens and (self._has_words or not _words(line[: opens.start()])):
            return False
        return not (self._has_words and _words(line))

    def add(self, line: str, number: int) -> None:
        has_words, has_cell = bool(_words(line)), bool(_CELL.search(line))
        if not self.number or (not self._has_words and (has_words or (has_cell and not self._has_cell))):
            self.number = number
        self.text += line if has_words else line.strip()
        self._has_words |= has_words
        self._has_cell |= has_cell


def _words(line: str) -> str:
    """What of a line is no tag."""
    return (_TAGS.sub("", line) if "<" in line else line).strip()
