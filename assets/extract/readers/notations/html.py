"""Tables that were left as HTML in the text, or written as rows and cells of TEI, DocBook and their like.

Merged cells of HTML are expanded, so every cell has its true column; TEI has lost what was merged.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from assets.extract.model import Cell, GridRow
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.notations.cellbreaks import text_of
from assets.extract.readers.notations.cellsofrows import mark_cells_of_rows
from assets.extract.readers.notations.shown import leave_what_is_shown

_OPEN = re.compile(r"<(?:informal)?table\b", re.IGNORECASE)
_CLOSE = re.compile(r"</(?:informal)?table\s*>", re.IGNORECASE)
_SPAN = re.compile(r"""[\s\\"']*(\d{1,3})""")
_MOST_COLUMNS = 64
_ROWS, _CELLS = ("tr", "row"), ("td", "th", "cell", "entry")
# An empty element in the way of XML, which HTML does not know.
_EMPTY = re.compile(r"<(cell|row|td|th)(\s[^<>]{0,200})?/>", re.IGNORECASE)


def starts(lines: list[str], index: int) -> bool:
    """A line that opens a table."""
    return bool(_OPEN.search(lines[index]))


def end(lines: list[str], index: int) -> int:
    """The line after the one that closes the table; a table that is never closed ends with the text."""
    return end_of(lines, index, _OPEN, _CLOSE)


def end_of(lines: list[str], index: int, opens: re.Pattern[str], closes: re.Pattern[str]) -> int:
    """The line after the one on which everything is closed that was opened; the end of the text where none is."""
    depth = 0
    for number in range(index, len(lines)):
        depth += len(opens.findall(lines[number])) - len(closes.findall(lines[number]))
        if depth <= 0:
            return number + 1
    return len(lines)


def _span(node: etree._Element, name: str) -> int:
    printed = node.get(name)
    if not printed:
        return 1
    digits = _SPAN.match(printed)
    return max(1, min(int(digits[1]) if digits else 1, _MOST_COLUMNS))


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    source = _EMPTY.sub(r"<\1\2></\1>", "\n".join(lines))
    try:
        root = lxml_html.document_fromstring(source)
    except (etree.ParserError, ValueError):
        return []
    leave_what_is_shown(root, source)
    _open_frames(root)
    rows: list[GridRow] = []
    for table in root.iter("table", "informaltable"):
        rows += _table(table, first_line, block)
    return rows


def _open_frames(root: etree._Element) -> None:
    """Make text of the tables of one cell that stand in a cell: a frame around a figure is no table."""
    for table in list(root.iter("table")):
        if next(table.iterancestors(*_CELLS), None) is None:
            continue
        inside = [element for element in table.iter() if isinstance(element.tag, str)]
        if sum(element.tag in _CELLS for element in inside) == 1:
            for element in inside:
                element.tag = "span"


def _table(table: etree._Element, first_line: int, block: int) -> list[GridRow]:
    """A spanned place holds a blank cell, the first place of the span the text."""
    rows: list[GridRow] = []
    covered: dict[int, int] = {}
    merged: list[tuple[int, int, int]] = []
    above: dict[int, str] = {}
    for tr in table.iter(*_ROWS):
        cells: list[Cell] = []
        starts: list[int] = []
        under: list[int] = []

        def skip_covered(cells: list[Cell], starts: list[int], under: list[int], line: int) -> None:
            while covered.get(len(cells), 0) > 0:
                covered[len(cells)] -= 1
                # a blank one is blank for each row as if it had a cell of its own; words belong to none but their own
                if not above[len(cells)]:
                    starts.append(len(cells))
                elif looks_like_figure(above[len(cells)]):
                    under.append(len(cells))
                cells.append(Cell("", line, line))

        row_line = first_line + (tr.sourceline or 1) - 1
        for td in tr:
            if td.tag not in _CELLS:
                continue
            skip_covered(cells, starts, under, row_line)
            text, breaks = text_of(td)
            start = first_line + (td.sourceline or 1) - 1
            body = text.strip("\n")
            # sourceline is that of the tag; the text may start some lines below it
            start += len(text) - len(text.lstrip("\n")) if body else 0
            starts.append(len(cells))
            # breaks of the page are no lines of the source
            stop = start + max(0, body.count("\n") - breaks)
            width, height = _span(td, "colspan"), _span(td, "rowspan")
            if height > 1 and len(cells) < _MOST_COLUMNS:
                merged.append((len(rows), len(cells), height))
            for offset in range(min(width, _MOST_COLUMNS - len(cells))):
                covered[len(cells)] = height - 1
                above[len(cells)] = body.strip()
                cells.append(Cell(body if offset == 0 else "", start, stop))
        skip_covered(cells, starts, under, row_line)
        if cells:
            wider = tuple(starts) if len(starts) < len(cells) else ()
            rows.append(GridRow(cells, "html", block, spans=tr.tag == "tr", starts=wider, under=tuple(under)))
    if merged:
        mark_cells_of_rows(rows, merged)
    return rows
