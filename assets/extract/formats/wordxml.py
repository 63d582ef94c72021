"""Texts of Word as XML (`<w:tbl>`, `<w:tr>`, `<w:tc>`, `<w:p>`): their tags become those of a page, merged cells are told as there.

Text that was deleted or moved away while changes were tracked, hidden text and what stands twice for older programs are left out;
struck-out and raised text is marked as in a page. Every line keeps its number. Does not belong here: what the tags of a page mean
(blocks.py, html.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SIGN = "wordprocessingml"
_PREFIX = re.compile(r"\bxmlns:(\w{1,20})=[\"'][^\"'<>]{0,200}\bwordprocessingml/(?:[\w.]+/)?main[\"']")
_TAG = re.compile(r"<(/?)([A-Za-z]\w{0,20}):(\w{1,40})((?:\s[^<>]*?)?)(/?)>|<[?!][^<>]*>")
_VALUE = re.compile(r"\b\w{1,20}:val\s*=\s*[\"']([^\"']{0,40})[\"']")
_OFF = {"0", "false", "off", "none", "baseline"}
_INSTEAD = {"tab": " ", "ptab": " ", "br": "<br/>", "cr": "<br/>", "noBreakHyphen": "-"}
_LEFT_OUT = {"del", "moveFrom", "Fallback", "footnote", "endnote", "comment", "rt"}
_LOOKS = {"strike": "del", "dstrike": "del", "vertAlign": "sup"}
_MOST = 64


@dataclass
class _Cell:
    """A cell that was opened: where its mark and its text stand among the pieces, and what it spans."""

    at: int
    width: int = 1
    height: int = 1
    goes_on: bool = False
    begins: bool = False


@dataclass
class _Table:
    """A table in the making: the cell that is open, the column that comes next, the merged cells from above by column."""

    cell: _Cell | None = None
    column: int = 0
    above: dict[int, _Cell] = field(default_factory=dict)
    row: int = 0
    is_row_deleted: bool = False


class _Page:
    """The pieces of the page that the tags write."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.pieces: list[str] = []
        self.tables: list[_Table] = []
        self.left_out = 0
        self.is_text = False
        self.look = ""

    def text(self, said: str) -> None:
        if not self.is_text or self.left_out or self.look == "vanish":
            self.pieces.append("\n" * said.count("\n"))
        else:
            self.pieces.append(f"<{self.look}>{said}</{self.look}>" if self.look and said.strip() else said)

    def tag(self, name: str, closes: bool, attributes: str, alone: bool) -> None:
        if name in _LEFT_OUT:
            if alone:  # of the end of a paragraph, or of a row
                self._deleted()
            else:
                self.left_out += -1 if closes else 1
        elif name == "t":
            self.is_text = not closes and not alone
        elif name == "r":
            self.look = ""
        elif name in _LOOKS or name == "vanish":
            value = _VALUE.search(attributes)
            if not closes and not (value and value[1] in _OFF):
                self.look = _LOOKS.get(name, name)
        elif name in _INSTEAD:
            self.pieces.append("" if closes or self.left_out else _INSTEAD[name])
        elif name == "p":
            self.pieces.append("" if alone or self.left_out else f"<{'/' * closes}p>")
        elif name in ("tbl", "tr", "tc") and not self.left_out:
            self._of_table(name, closes)
        elif self.tables and not closes:
            self._span(name, _VALUE.search(attributes))
        self.pieces.append("\n" * attributes.count("\n"))

    def _deleted(self) -> None:
        if self.tables and self.tables[-1].cell is None and not self.left_out:
            self.tables[-1].is_row_deleted = True

    def _of_table(self, name: str, closes: bool) -> None:
        if name == "tbl":
            if closes and self.tables:
                self.tables.pop()
            elif not closes:
                self.tables.append(_Table())
            self.pieces.append(f"<{'/' * closes}table>")
        elif self.tables:
            table = self.tables[-1]
            if name == "tr":
                if closes and table.is_row_deleted:
                    self._leave_out(table.row)
                table.column, table.row, table.is_row_deleted = 0, len(self.pieces), False
                self.pieces.append(f"<{'/' * closes}tr>")
            elif not closes:
                table.cell = _Cell(len(self.pieces))
                self.pieces.append("")
            elif table.cell is not None:
                self._close(table, table.cell)

    def _close(self, table: _Table, cell: _Cell) -> None:
        """Write what the cell spans; one that goes on from above is no cell of its own."""
        merged = table.above.get(table.column)
        table.cell = None
        if cell.goes_on and merged is not None and merged.width == cell.width:
            merged.height += 1
            self.pieces[merged.at] = _opened(merged)
            self._leave_out(cell.at)
        else:
            self.pieces[cell.at] = _opened(cell)
            self.pieces.append("</td>")
            for column in range(table.column, table.column + cell.width):
                table.above.pop(column, None)
            if cell.begins:
                table.above[table.column] = cell
        table.column += cell.width

    def _leave_out(self, at: int) -> None:
        self.pieces[at:] = ["\n" * piece.count("\n") for piece in self.pieces[at:]]

    def _span(self, name: str, value: re.Match[str] | None) -> None:
        table = self.tables[-1]
        if name == "gridBefore" and value and value[1].isdecimal():
            table.column += (width := min(int(value[1]), _MOST))
            self.pieces.append(f'<td colspan="{width}"></td>')
        elif table.cell is not None and name == "gridSpan" and value and value[1].isdecimal():
            table.cell.width = max(1, min(int(value[1]), _MOST))
        elif table.cell is not None and name == "vMerge":
            table.cell.begins = value is not None and value[1] == "restart"
            table.cell.goes_on = not table.cell.begins


def _opened(cell: _Cell) -> str:
    return f'<td colspan="{cell.width}" rowspan="{cell.height}">'


def with_tags_of_word(text: str) -> str:
    """The text with such tags, and without what stands outside its body; as many lines as before."""
    if _SIGN not in text or (named := _PREFIX.search(text)) is None:
        return text
    prefix = named[1]
    head, opens, rest = text.partition(f"<{prefix}:body>")
    body, _, tail = rest.partition(f"</{prefix}:body>")
    if not opens or f"<{prefix}:p" not in body:
        return text
    page, at = _Page(prefix), 0
    for tag in _TAG.finditer(body):
        page.text(body[at : tag.start()])
        at = tag.end()
        if tag[2] == prefix or tag[3] == "Fallback":
            page.tag(tag[3], bool(tag[1]), tag[4], bool(tag[5]))
        else:
            page.pieces.append("\n" * tag[0].count("\n"))
    page.text(body[at:])
    return "\n" * head.count("\n") + "".join(page.pieces) + "\n" * tail.count("\n")
