"""Marks that a program or a mail set into the lines of a text, undone line by line before anything else is read.

The sign of quoting before every line of a forwarded text, bars as a scanner reads them (a broken bar, the letter 丨), struck-out text between
tildes, the addresses of links, remarks that no page shows, the quotes about a line in bold, and the control character behind every cell of a Word table. Every line keeps its number. Does not belong here: names of headings (anchors.py), tags of a page (blocks.py), characters
written as escapes (escapes.py) and lines that were folded (unfold.py).
"""

from __future__ import annotations

import re
from itertools import groupby

from assets.extract.formats.anchors import without_anchors

_QUOTED = re.compile(r"[ \u3000]?(?:[>＞]+[ \u3000]?)+")
# So large a share of the written lines is quoted where the whole text is.
_LEAST_SHARE, _LEAST_LINES = 0.95, 10
# Rows of a table that is quoted in a text that is not.
_LEAST_QUOTED = 3
_BARS = "¦丨∣￨"
# So many lines with so many of one of these are rows of a table.
_LEAST_ROWS, _LEAST_BARS = 5, 2
_CELL_END = "\x07"
# Text that is struck out beside other text.
_STRUCK = re.compile(r"~~[^~|]{1,80}~~(?=[ ]?[0-9])|(?<=[0-9])[ ]?~~[^~|]{1,80}~~")

# A picture without words, and the words of a link; digits beside a link might become one figure with those in it.
_PICTURE = re.compile(r"!\[\]\((?:[^()\s]++|\([^()\s]*+\))*+\)")
_LINK = re.compile(
    r"(?<![\w\])!])\[([^\[\]]{0,300})\]\((?:[^()\s]++|\([^()\s]*+\))*+(?:\s+\"[^\"]{0,300}\")?\)(?![\w\[(])"
)
# A line of words that MediaWiki sets in bold or slanted letters.
_STRESSED = re.compile(r"(\s*)('{2,5})([^'|]{1,300})\2(\s*)")
# What a program remarks on a piece of the text, which holds no cell.
_REMARK = re.compile(r"<!--[^<>|0-9]{0,80}-->")


def without_marks(text: str) -> list[str]:
    """The lines of a text without quoting, with plain bars, and with a tab for the end of a Word cell."""
    lines = text.split("\n")
    if ">" in text or "＞" in text:
        written = [line.lstrip(" \u3000") for line in lines if line.strip()]
        quoted = sum(line.startswith((">", "＞")) for line in written)
        if len(written) >= _LEAST_LINES and quoted >= _LEAST_SHARE * len(written):
            lines = [_QUOTED.sub("", line, count=1) if _QUOTED.match(line) else line for line in lines]
        else:
            lines = _without_quoted_tables(lines)
    for bar in (bar for bar in _BARS if bar in text):
        if sum(line.count(bar) >= _LEAST_BARS for line in lines) >= _LEAST_ROWS:
            lines = [line.replace(bar, "|") for line in lines]
    if "<!--" in text:
        lines = [_REMARK.sub("", line) for line in lines]
    if "](" in text:
        lines = [_LINK.sub(r"\1", _PICTURE.sub("", line)) if "](" in line else line for line in lines]
    lines = without_anchors(text, lines)
    if "''" in text:
        lines = [_STRESSED.sub(r"\1\3\4", line) if _STRESSED.fullmatch(line) else line for line in lines]
    if "~~" in text:
        lines = [without_struck(line) for line in lines]
    if _CELL_END in text:
        lines = [line.replace(_CELL_END, "\t") for line in lines]
    return lines


def _without_quoted_tables(lines: list[str]) -> list[str]:
    """The lines without the sign of quoting before those of a quoted stretch that holds rows between bars, its caption among them."""
    out = list(lines)
    for is_quoted, run in groupby(range(len(lines)), lambda n: _QUOTED.match(lines[n]) is not None):
        stretch = list(run) if is_quoted else []
        plain = [_QUOTED.sub("", lines[n], count=1) for n in stretch]
        if sum(text.lstrip().startswith("|") for text in plain) >= _LEAST_QUOTED:
            for n, text in zip(stretch, plain, strict=True):
                out[n] = text
    return out


def without_struck(line: str) -> str:
    """The line without text between tildes beside a figure."""
    return _STRUCK.sub(blank, line) if "~~" in line else line


def blank(found: re.Match[str]) -> str:
    """As many spaces as letters: the columns of a table may be told by where they stand."""
    return " " * len(found[0])
