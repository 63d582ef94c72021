r"""Texts in the language of troff (ms, man and their like): its requests and the marks among the words are taken off.

`.PP` stands on a line of its own before each paragraph, `\f[B]` before bold words; a table (tbl.py) becomes one of a page at once, for the tabs
between its blocks are no cells. A table of one column that holds tables is the page's, and only those are tables. Every line keeps its
number. Does not belong here: the rows of a table (tbl.py), characters by their numbers (escapes.py).
"""

from __future__ import annotations

import re

from assets.extract.readers.notations import tbl

_REQUEST = re.compile(r"[.'](?:\\\"|[A-Za-z]{1,2}(?:\s|$)|pdfhref\b)")
_PARAGRAPH = re.compile(r"\.(?:PP|LP|IP|P|TS|SH|TH|TP)\b")
# So many of these make a text one of troff.
_LEAST = 3
# A request whose words are the text's.
_HEADING = re.compile(r"\.(?:S[HS]|[BI]) +(?![0-9]*\s*$)\"?(.*?)\"?\s*")
_FONT = re.compile(r"\\(?:f(?:\[[A-Z]{0,4}\]|\([A-Z]{2}|[A-Z])|[&/,^|])")
_WRITTEN = {"lq": "“", "rq": "”", "oq": "‘", "cq": "’", "em": "—", "en": "–", "ti": "~", "bu": "•"}
_SPECIAL = re.compile(rf"\\\[({'|'.join(_WRITTEN)})\]")
_COLUMN = re.compile(r"[acelnrsACELNRS]")
_WIDTH = re.compile(r"[wpvWPV]\([^()]*\)")


def without_requests(lines: list[str]) -> list[str]:
    """The lines without them, and the tables as those of a page."""
    if sum(bool(_PARAGRAPH.match(line)) for line in lines if line[:1] == ".") < _LEAST:
        return lines
    own = [_bare(line) if "\\" in line else line for line in lines]
    _open_pages(own)
    out: list[str] = []
    while len(out) < len(own):
        at = len(out)
        if tbl.opens(own[at]):
            # merged cells may be lost
            table = tbl.as_html(own[at : tbl.end(own, at)])
            out += [
                re.sub(r"<(/?)t([rd])\b", lambda t: f"<{t[1]}{'row' if t[2] == 'r' else 'cell'}", t)
                for t in table
            ]
        elif heading := _HEADING.fullmatch(own[at]):
            out.append(heading[1])
        else:
            out.append("" if _REQUEST.match(own[at]) else own[at])
    return out


def _bare(line: str) -> str:
    return _FONT.sub("", _SPECIAL.sub(lambda found: _WRITTEN[found[1]], line))


def _open_pages(lines: list[str]) -> None:
    """Blank the marks of tables of one column that hold tables."""
    open_: list[tuple[int, list[int]]] = []
    for index, line in enumerate(lines):
        if tbl.opens(line):
            open_.append((index, []))
        elif line.startswith(".TE") and open_:
            begin, inner = open_.pop()
            if open_:
                open_[-1][1].extend((begin, index))
            head = _columns_told(lines, begin, index)
            if inner and head:
                within = [n for a, b in zip(inner[::2], inner[1::2], strict=True) for n in range(a, b + 1)]
                for n in {begin, index, *range(begin, head + 1), *range(head + 1, index)} - set(within):
                    if n <= head or n == index or lines[n].strip() in ("T{", "T}"):
                        lines[n] = ""


def _columns_told(lines: list[str], begin: int, stop: int) -> int | None:
    """The line that ends what a table says of its columns, if it is but one."""
    for index in range(begin + 1, stop):
        line = lines[index].rstrip()
        if line.endswith("."):
            return index if len(_COLUMN.findall(_WIDTH.sub("", line))) == 1 else None
    return None
