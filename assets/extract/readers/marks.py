"""Marks that a program or a mail set into the lines of a text, undone line by line before anything else is read.

The sign of quoting before every line of a forwarded text, bars as a scanner reads them (a broken bar, the letter 丨), tags of
paragraphs and words outside tables, and the control character behind every cell of a Word table. Every line keeps its number. Does not belong here: characters
written as escapes (escapes.py) and lines that were folded (unfold.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTED = re.compile(r"[ \u3000]?(?:[>＞]+[ \u3000]?)+")
# So large a share of the written lines is quoted where the whole text is.
_LEAST_SHARE, _LEAST_LINES = 0.95, 10
_BARS = "¦丨∣￨"
# So many lines with so many of one of these are rows of a table.
_LEAST_ROWS, _LEAST_BARS = 5, 2
_CELL_END = "\x07"
# What a page or XML marks paragraphs and words with.
_TAG = re.compile(
    r"</?(?:p|div|span|strong|b|em|i|u|font|h[1-6]|head|hi|doc|main|comments|section|article|body|html|a|sup|sub|o:p)(?:\s[^<>]{0,400})?/?>",
    re.IGNORECASE,
)
# Text that is struck out beside other text, and the mark of a note behind a figure or a word.
_STRUCK = re.compile(r"<(del|s|strike)\b[^<>]{0,200}>([^<>]{0,80})</\1>", re.IGNORECASE)
_STRUCK_BESIDE = re.compile(r"~~[^~|]{1,80}~~(?=[ ]?[0-9])|(?<=[0-9])[ ]?~~[^~|]{1,80}~~")
_NOTE = re.compile(
    r"<sup\b[^<>]{0,200}>\s*[\[(（]?(?:注|[0-9]{1,2}|[①-⑳]|[a-zA-Z]|[*※†‡]+)[\])）]?\s*</sup>", re.IGNORECASE
)
_TABLE = re.compile(r"<(/?)table\b", re.IGNORECASE)


def without_marks(text: str) -> list[str]:
    """The lines of a text without quoting and tags around words, with plain bars, and with a tab for the end of a Word cell."""
    lines = text.split("\n")
    if ">" in text or "＞" in text:
        written = [line.lstrip(" \u3000") for line in lines if line.strip()]
        quoted = sum(line.startswith((">", "＞")) for line in written)
        if len(written) >= _LEAST_LINES and quoted >= _LEAST_SHARE * len(written):
            lines = [_QUOTED.sub("", line, count=1) if _QUOTED.match(line) else line for line in lines]
    for bar in (bar for bar in _BARS if bar in text):
        if sum(line.count(bar) >= _LEAST_BARS for line in lines) >= _LEAST_ROWS:
            lines = [line.replace(bar, "|") for line in lines]
    if "~~" in text:
        lines = [_STRUCK_BESIDE.sub(_blank, line) if "~~" in line else line for line in lines]
    if "</" in text:
        lines = list(_without_tags(lines))
    if _CELL_END in text:
        lines = [line.replace(_CELL_END, "\t") for line in lines]
    return lines


def _without_tags(lines: list[str]) -> Iterator[str]:
    """The lines without tags, but for those of tables, which are read by their tags."""
    depth = 0
    for line in lines:
        opened = [match[1] == "" for match in _TABLE.finditer(line)]
        if depth or opened or "<" not in line:
            yield line
        else:
            bare = _TAG.sub("", _NOTE.sub(_blank, _STRUCK.sub(r"~~\2~~", line)))
            yield _STRUCK_BESIDE.sub(_blank, bare)
        depth = max(0, depth + sum(1 if opens else -1 for opens in opened))


def _blank(found: re.Match[str]) -> str:
    """As many spaces as letters: the columns of a table may be told by where they stand."""
    return " " * len(found[0])
