"""What the header of a block says, remembered: headers come back from report to report to the letter.

Belongs here: answers that depend on nothing but the words of a header and on the form. Does not belong here: where the
header stands (headerplace.py), and whatever looks at figures (blockheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assets.extract.headers.columnnames import column_matcher
from assets.extract.headers.gridheader import Header, grid_header
from assets.extract.headers.headerlacks import lacking, out_of_turn
from assets.extract.headers.headerlost import cut_at_ends, leaves_one_place
from assets.extract.headers.headerplace import below_title, money_header
from assets.extract.headers.headerprint import header_words
from assets.extract.headers.otherlabels import anothers_on_lines, out_of_place_on_lines
from assets.extract.headers.repeated import repeated_columns
from assets.extract.labels import squash
from assets.extract.memory import remembering_header
from assets.extract.model import Cell, GridRow
from assets.extract.places.positions import header_cells
from assets.extract.plainheaders.besideheader import leans_on_header
from assets.extract.plainheaders.groupline import mended
from assets.extract.plainheaders.headerwords import loose_order, strange_columns
from assets.extract.plainheaders.mergedcells import merged_once
from assets.extract.plainheaders.piecesofprint import against_print
from assets.extract.plainheaders.plainheader import text_order
from assets.extract.plainheaders.printedorder import with_order_of_print
from assets.extract.plainheaders.stackedheader import is_spaced
from schemas.form import Block, Table

_Lines = tuple[str, ...]


def cells_said(
    rows: Sequence[GridRow], form_id: str, table: Table, block: Block, labels: tuple[int, int]
) -> Header:
    """What rows of cells say (gridheader.grid_header)."""
    texts = tuple([tuple([cell.text for cell in row.cells]) for row in rows])
    return _cells_said(texts, tuple([row.starts for row in rows]), form_id, table, block, labels)


@remembering_header
def _cells_said(  # noqa: PLR0913 - all that a header of cells depends on
    texts: tuple[_Lines, ...],
    starts: tuple[tuple[int, ...], ...],
    form_id: str,
    table: Table,
    block: Block,
    labels: tuple[int, int],
) -> Header:
    rows = [
        GridRow([Cell(text, 0, 0) for text in row], "", 0, starts=at)
        for row, at in zip(texts, starts, strict=True)
    ]
    return grid_header(rows, form_id, table, block.columns, labels)


# So many spaces before a word set it out.
_INDENT = 4


@dataclass(frozen=True)
class PlainHeader:
    """What plain words say: the order of the columns, where it is not the form's, or the conflict with it.

    `spans` are the labels with their places, `units` the texts about the unit of columns of money.
    """

    order: list[str] | None
    conflict: str | None
    spans: list[Cell] | None
    units: dict[str, str]


@remembering_header
def lines_said(lines: _Lines, as_printed: _Lines, form_id: str, table: Table, block: Block) -> PlainHeader:
    """What the lines of a plain header say, those with whole labels put together and those in the text."""
    matcher = column_matcher(form_id, table.no)
    spans = header_cells(lines, matcher, [c.key for c in block.columns])
    order, conflict = _text_order(lines, as_printed, table, block)
    if order is not None and (apart := _elsewhere(order, spans or (), lines, block)):
        order, conflict = None, apart
    text = squash("".join(lines))
    printed = {c.key: money_header(text, c.zh) for c in block.columns if c.money}
    return PlainHeader(order, conflict, spans, {key: unit for key, unit in printed.items() if unit})


def _elsewhere(order: Sequence[str], spans: Sequence[Cell], lines: Sequence[str], block: Block) -> str | None:
    """Labels of one level that stand from left to right in another order than the text gives them; None where none do.

    A page may give a label that stands higher first, wherever on the line it stands.
    """
    if not is_spaced(lines) and not any(line[:_INDENT].isspace() for line in lines if line.strip()):
        return None
    keys = {squash(w): c for c in block.columns for w in c.wordings}
    placed = [keys[text] for cell in sorted(spans, key=lambda c: c.w0) if (text := squash(cell.text)) in keys]
    for grouped in (True, False):
        level = [c for c in placed if bool(c.group) is grouped]
        told = [key for key in order if key in {c.key for c in level}]
        if len({c.key for c in level}) == len(level) and told != [c.key for c in level]:
            return "、".join(c.zh for c in level)
    return None


@remembering_header
def order_said(lines: _Lines, table: Table, block: Block) -> tuple[list[str] | None, str | None]:
    """The order that lines of a header tell, or the conflict (plainheader.text_order)."""
    return _text_order(lines, lines, table, block)


def _text_order(
    lines: _Lines, as_printed: _Lines, table: Table, block: Block
) -> tuple[list[str] | None, str | None]:
    """`plainheader.text_order`; where labels are out of order, one with a wrong letter among them is taken for what it is."""
    lines, as_printed = (tuple(merged_once(of, table, block.columns)) for of in (lines, as_printed))
    told, conflict = text_order(lines, table, block.columns)
    if conflict is not None and (whole := mended(lines, block.columns)):
        again, _ = text_order(whole, table, block.columns)
        told, conflict = (again, None) if again else (told, conflict)
    told, conflict = with_order_of_print(told, conflict, as_printed, table, block.columns)
    if beside := leans_on_header(told, lines, table, block.columns):
        return None, beside
    return told, conflict


@remembering_header
def print_said(lines: _Lines, table: Table, block: Block) -> str | None:
    """Labels that stand so on no page in the form's order (piecesofprint.against_print)."""
    return against_print(lines, table, block.columns)


@remembering_header
def said_again(lines: _Lines, form_id: str, table: Table, block: Block) -> list[str] | None:
    """The column of each place where the cells of one column are printed several times."""
    return repeated_columns(lines, table, block.columns, column_matcher(form_id, table.no))


@remembering_header
def strange_said(lines: _Lines, form_id: str, table: Table, block: Block) -> str | None:
    """The columns named in the lines of a plain header that the form does not have."""
    words = header_words(table, block.columns)
    return strange_columns(lines, table, block.columns, words, column_matcher(form_id, table.no))


@remembering_header
def strange_below_title(lines: _Lines, form_id: str, table: Table, block: Block) -> str | None:
    """`strange_said` of the lines below the table's title."""
    return strange_said(tuple(below_title(lines, table)), form_id, table, block)


@remembering_header
def gainsaid_by(
    words: tuple[_Lines, ...], table: Table, block: Block, in_place: bool | None, full: bool
) -> str | None:
    """What the words of a header, line by line, say against the form's order; None where they say nothing.

    `in_place` tells whether its cells stand in that order, one or another left blank, None if that is not known. `full`
    tells that most rows have a figure for each column, and none has more.
    """
    known = header_words(table, block.columns)
    if in_place is None:
        in_place = full and leaves_one_place(words, block.columns, known)
    in_place = in_place or (full and cut_at_ends(words, block.columns, known))
    for ask in (loose_order, out_of_turn, *([] if in_place else [lacking])):
        if told := ask(words, block.columns, known):
            return told
    print_ = {squash(w) for column in table.columns for w in column.wordings}
    return anothers_on_lines(words, block.columns, print_) or out_of_place_on_lines(words, block.columns)
