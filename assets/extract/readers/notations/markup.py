"""Tables in markup whose marks open rows and cells: each notation is a list of marks and what they are in HTML.

Line by line the marks become those of HTML, so that one reader (html.py) places merged cells and every cell keeps its line.
Belongs here: BBCode, tables of MediaWiki, list tables of reStructuredText and Djot, Texinfo, ConTeXt, Typst and the
table tokens of document converters. Does not belong here: LaTeX, whose marks mean what the braces about them allow (latex.py),
troff, whose rows are told by a character that each table names (tbl.py), and Typst's count of columns (typst.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape

from assets.extract.model import GridRow
from assets.extract.readers.notations import html, latex, tbl, typst

_WIDTH = re.compile(r"""(?:colspan|n[cx])\s{0,3}[=:]\s{0,3}["']?(\d{1,3})""")
_HEIGHT = re.compile(r"""(?:rowspan|n[ry])\s{0,3}[=:]\s{0,3}["']?(\d{1,3})""")
_ROW, _CELL = "<tr>", "<td>"

_Written = str | Callable[[re.Match[str]], str]


def _cell(found: re.Match[str]) -> str:
    """A cell with the width and height that the mark's attributes give."""
    said = found[1] or ""
    width, height = _WIDTH.search(said), _HEIGHT.search(said)
    hidden = ' style="display:none"' if "display:none" in said.replace(" ", "") else ""
    return _spanned(width and width[1], height and height[1], hidden)


def _textile_cell(said: str) -> str:
    width, height = re.search(r"\\(\d+)", said), re.search(r"/(\d+)", said)
    return _spanned(width and width[1], height and height[1])


def _spanned(width: str | None, height: str | None, more: str = "") -> str:
    return f'<td colspan="{width or 1}" rowspan="{height or 1}"{more}>'


@dataclass(frozen=True)
class _Notation:
    """What opens a table, what closes it, and the marks in between; `kept` tells that the marks have angle brackets.

    Without `closes` the table ends above the first line that is not indented, or that `goes_on` does not match. `spans`
    tells that no merged cell is lost.
    """

    opens: re.Pattern[str]
    closes: re.Pattern[str] | None
    marks: tuple[tuple[re.Pattern[str], _Written], ...]
    spans: bool = True
    kept: bool = False
    goes_on: re.Pattern[str] = re.compile(r"\s*$|\s")


def _marks(*pairs: tuple[str, _Written]) -> tuple[tuple[re.Pattern[str], _Written], ...]:
    return tuple((re.compile(mark, re.MULTILINE | re.IGNORECASE), written) for mark, written in pairs)


# Attributes of a cell of a wiki, up to the bar that parts them from its text.
_ATTRIBUTES = (
    r"""((?:[ \t]{0,9}[a-z-]{1,20}[ \t]?=[ \t]?(?:"[^"\n]{0,200}"|[\w%-]{1,40}))++)[ \t]{0,9}\|(?!\|)"""
)

_WIKI = _Notation(
    re.compile(r"^\s*\{\|"),
    re.compile(r"^\s*\|\}"),
    _marks(
        (r"^[ \t]*+\|\}.*+$|^[ \t]*+\|\+.*+$", ""),
        # the first row may stand right below
        (r"^[ \t]*+(?:\|-|\{\|).*+$", _ROW),
        (rf"(?:^[ \t]*+[|!]|\|\||!!){_ATTRIBUTES}", _cell),
        (r"^[ \t]*+[|!]|\|\||!!", _CELL),
        (r"'''?", ""),
    ),
)
# Textile with paragraphs in its cells: a bar above each and below the last, where the next row's stands under it.
_TEXTILE = _Notation(
    re.compile(r"^ ?\|[\\/]\d{1,2}(?:[\\/]\d{1,2})?\.$"),
    re.compile(r"^\s*$"),
    _marks(
        (r"\A|^ ?\|$(?=\n ?\||\s*\Z)", _ROW),
        (r"^ ?\|(?:\\(\d{1,2}))?(?:/(\d{1,2}))?\.?$", lambda found: _spanned(found[1], found[2])),
        (r"^p(?:&[lg]t;|=)*\.(?: |$)", ""),
    ),
)
# Textile with a row on each line, of which one has a merged cell.
_TEXTILE_ROWS = _Notation(
    re.compile(r"^ ?\|(?:[^|\n]*+\|)*?[_<>=^~]{0,3}[\\/]\d{1,2}[\\/\d_<>=^~]{0,8}\.\s"),
    None,
    _marks(
        (r"\|\s*?$", ""),
        (r"^ ?(?=\|)", _ROW),
        (r"\|((?:[_=^~]|&[lg]t;|[\\/]\d{1,2}){1,6})\.(?=\s)", lambda found: _textile_cell(found[1])),
        (r"\|", _CELL),
    ),
    goes_on=re.compile(r" ?\|"),
)
# Where a table says how many columns it has, its lines tell nothing (typst.py).
_TYPST = _Notation(
    re.compile(r"#?\btable\((?=\s*$|\s*columns\s*:)"),
    re.compile(r"^\s*\)"),
    _marks(
        (r"^[ \t]*+(?=\[|table\.cell\()", _ROW),
        (r"table\.cell\(([^()\n]{0,80})\)\[", _cell),
        (r"(?<![\w)])\[", _CELL),
        (r"\](?=\s*+(?:,|$))", "</td>"),
    ),
)
_BBCODE = _Notation(
    re.compile(r"\[table\b", re.IGNORECASE),
    re.compile(r"\[/table\]", re.IGNORECASE),
    _marks(
        (r"\[t[dh]=(\d{1,2}),(\d{1,2})[^\]\n]{0,40}\]", r'<td colspan="\1" rowspan="\2">'),
        (r"\[t[dh]\b[^\]\n]{0,80}\]", _CELL),
        (r"\[/t[dh]\]", "</td>"),
        (r"\[tr\b[^\]\n]{0,80}\]", _ROW),
        (r"\[/tr\]|\[/?table\b[^\]\n]{0,80}\]", ""),
        (r"\[/?(?:b|i|u|size|font|color|backcolor|align|url|p|float)\b[^\]\n]{0,200}\]", ""),
    ),
)
# A program that cannot print a table says `[TABLE]` in its place: one that is there has its first row or cell right below.
_HAS_ROW, _MOST_ABOVE_ROW = re.compile(r"\[t[rdh]\b", re.IGNORECASE), 10
_NOTATIONS = (
    _TEXTILE,
    _TEXTILE_ROWS,
    _WIKI,
    _BBCODE,
    _Notation(
        re.compile(r"^\s*\.\. list-table::"),
        None,
        _marks(
            (r"^[ \t]*+\.\. list-table::.*+$|^[ \t]*+:[a-z-]++:.*+$", ""),
            (r"^[ \t]*+\* -(?=\s)", _ROW + _CELL),
            (r"^[ \t]*+-(?=\s)", _CELL),
            (r"\*\*", ""),
        ),
        spans=False,
    ),
    # Djot's: a list whose items are lists of cells
    _Notation(
        re.compile(r"^(?:\{\.table\b[^{}\n]{0,80}\}\s*$|- \+(?:\s|$))"),
        None,
        _marks(
            (r"^\{\.table\b[^{}\n]*+\}[ \t]*+$|^-[ \t]*+$", ""),
            (r"^- \+(?=\s|$)", _ROW + _CELL),
            (r"^[ \t]++\+(?=\s|$)", _CELL),
        ),
        spans=False,
        goes_on=re.compile(r"\s*$|\s|-(?:\s|$)"),
    ),
    _Notation(
        re.compile(r"^@multitable\b"),
        re.compile(r"^@end multitable"),
        _marks((r"^@(?:multitable|end)\b.*+$", ""), (r"^@(?:head)?item\b", _ROW + _CELL), (r"@tab\b", _CELL)),
        spans=False,
    ),
    _Notation(
        re.compile(r"\\startxtable\b"),
        re.compile(r"\\stopxtable\b"),
        _marks(
            (r"\\startxcell(\[[^\]\n]{0,80}\])?", _cell),
            (r"\\startxrow(?:\[[^\]\n]{0,80}\])?", _ROW),
            (r"\\stopxcell", "</td>"),
            (r"\\(?:start|stop)x[a-z]++(?:\[[^\]\n]{0,80}\])?", ""),
            # a label that Word's list numbered is a list of one item
            (r"\\(?:start|stop)(?:enumerate|itemize)(?:\[[^\]\n]{0,80}\]){0,2}|\\item\b", ""),
        ),
    ),
    _TYPST,
    _Notation(
        re.compile(r"<otsl>"),
        re.compile(r"</otsl>"),
        _marks(
            (r"<(?:fcel|ched|rhed|srow|ecel)>", _CELL),
            (r"<[lux]cel>", "<td></td>"),
            (r"<nl>", _ROW),
            (r"<otsl>", _ROW),
            (r"</otsl>|<loc_\d{1,4}>", ""),
        ),
        kept=True,
    ),
)
# Between rows that share a line.
_ROW_ENDS = re.compile(r"(?<=\\\\)(?=\s*+\S)|(?<=<nl>)|(?<=.)(?=\[tr\b)")
# One of these stands in every text that has such a table.
SIGNS = (
    "|\\",
    "|/",
    "{|",
    "[table",
    "[TABLE",
    "list-table::",
    "{.table",
    "- +",
    "@multitable",
    tbl.SIGN,
    "startxtable",
    "table(",
    "<otsl>",
    *latex.SIGNS,
)

_SIGN = re.compile("|".join(map(re.escape, SIGNS)))


def opens(line: str) -> bool:
    """Whether a table of one of the notations is opened on the line."""
    return _SIGN.search(line) is not None and (
        latex.opens(line) or tbl.opens(line) or _notation(line) is not None
    )


def rows_apart(line: str) -> list[str]:
    """The pieces of a line that opens a table: what follows a row stands on a line of its own."""
    return _ROW_ENDS.sub("\n", line).split("\n")


def starts(lines: list[str], index: int) -> bool:
    """A line that opens a table of one of the notations."""
    if not opens(lines[index]):
        return False
    return _notation(lines[index]) is not _BBCODE or any(
        map(_HAS_ROW.search, lines[index : index + _MOST_ABOVE_ROW])
    )


def end(lines: list[str], index: int) -> int:
    """The line after the one that closes the table; one that is never closed ends with the text."""
    if tbl.opens(lines[index]):
        return tbl.end(lines, index)
    notation = _notation(lines[index])
    if notation is None:
        return latex.end(lines, index)
    if notation is _TYPST and (stop := typst.end(lines, index)) is not None:
        return stop
    for number in range(index, len(lines)):
        if notation.closes is None:
            if number > index and not notation.goes_on.match(lines[number]):
                return number
        elif notation.closes.search(lines[number]) and (
            number > index or notation.kept or "[" in lines[index]
        ):
            return number + 1
    return len(lines)


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    notation = _notation(lines[0])
    if tbl.opens(lines[0]):
        return [replace(row, spans=False) for row in html.read(tbl.as_html(lines), first_line, block)]
    if notation is None:
        return html.read(latex.as_html(lines), first_line, block)
    if notation is _TYPST and (page := typst.as_html(lines)) is not None:
        return html.read(page, first_line, block)
    source = "\n".join(lines)
    source = source if notation.kept else escape(source, quote=False)
    for mark, written in notation.marks:
        source = mark.sub(written, source)
    rows = html.read(f"<table>{source}</table>".split("\n"), first_line, block)
    for row in rows:
        row.spans = row.spans and notation.spans
    return rows


def _notation(line: str) -> _Notation | None:
    return next((n for n in _NOTATIONS if n.opens.search(line)), None)
