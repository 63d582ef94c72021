"""Tables of troff's tbl as man, ms and other macros have them, line by line as rows of HTML.

A row is a line with a character between its cells, or goes on where a cell opens a block of text. Belongs here: which character
that is, blocks, and requests in them. Does not belong here: what the rows of HTML hold (html.py).
"""

from __future__ import annotations

import re
from html import escape

SIGN = ".TS"
_OPENS = re.compile(r"^\.TS(?: H)?\s*$")
_CLOSES = re.compile(r"^\.TE\b")
_SEPARATOR = re.compile(r"\btab ?\((.)\)")
_BLOCK, _BLOCK_END, _FROM_ABOVE, _FROM_LEFT = "T{", "T}", r"\^", r"\s"


def opens(line: str) -> bool:
    """Whether a table is opened on the line."""
    return bool(_OPENS.match(line))


def end(lines: list[str], index: int) -> int:
    """The line after the one that closes the table; one that is never closed ends with the text."""
    return next((n + 1 for n in range(index, len(lines)) if _CLOSES.match(lines[n])), len(lines))


def as_html(lines: list[str]) -> list[str]:
    """The lines of one table as those of HTML, as many."""
    separator, in_format, in_block = "\t", True, False
    out = []
    for line in lines:
        written = ""
        if in_block and line.startswith(_BLOCK_END):
            # behind a block stands the separator, whatever the table says it is
            cells = (
                line[len(_BLOCK_END) + 1 :].split(separator) if line[len(_BLOCK_END) :].strip(" \r") else []
            )
            written, in_block = "</td>" + _cells(cells), cells[-1:] == [_BLOCK]
        elif in_block:
            written = "" if line.startswith(".") else escape(line, quote=False)
        elif in_format or line.startswith(".T&"):
            if said := _SEPARATOR.search(line):
                separator = said[1]
            in_format = not line.rstrip(" \r").endswith(".")
        elif not line.startswith(".") and line.strip() not in ("", "_", "="):
            cells = line.rstrip("\r").split(separator)
            written, in_block = "<tr>" + _cells(cells), cells[-1] == _BLOCK
        out.append(written)
    return ["<table>" + out[0], *out[1:-1], out[-1] + "</table>"] if len(out) > 1 else out


def _cells(texts: list[str]) -> str:
    """Cells of HTML, left open where a block begins; blank where the cell above goes on, wide where the one before does."""
    written = []
    for at, text in enumerate(texts):
        wide = next(
            (n for n, after in enumerate(texts[at + 1 :], 1) if after.strip() != _FROM_LEFT), len(texts) - at
        )
        opens = f'<td colspan="{wide}">' if wide > 1 else "<td>"
        if text == _BLOCK:
            written.append(opens)
        elif text.strip() != _FROM_LEFT or not at:
            written.append(f"{opens}{'' if text.strip() == _FROM_ABOVE else escape(text, quote=False)}</td>")
    return "".join(written)
