"""Rows of cells with blank ones whose figures may stand on lines beside them that are no row's.

    （一）   | 0 | 若干 | 5        "2.重复申请";"0";"11";"";""
    — 4 —                          "— 4 —"
    予以公开 |   |      |          "";"";"";"若干";"16"

The figures stand beside the first piece of the label, in a row that cannot be told, or a line that opens with blank cells follows
the end of the page. Belongs here: which rows are such, by the text between them and their neighbours. Does not belong here:
second halves that are rows of the same cells (secondhalves.py), and pieces of a label that make up the whole (cutrows.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, TypeGuard

from assets.extract.labels import normalize, squash, squash_lines
from assets.extract.model import GridRow, Item
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.rows.cut.secondhalves import LONGEST_SAID, labels_of_forms, row_below
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.finding.links import NEAR_OVER_PAGE, has_figures
from assets.extract.sections import numbered_heading
from schemas.form import Row, Table

_LETTER = re.compile("[\u3400-\u9fff]")
_FIGURE = re.compile(r"(?<![0-9.])[0-9]+(?![0-9.、．年])")
_WALL = re.compile("[|｜│┃;；,，\t]")
_AROUND = "\"'“” \r"
# What stands between the names of a group and of a row.
_JOINTS = str.maketrans("", "", "-—–_/>→·|:")
_CLOSES = (")", "]", "〕", "】")
# Layouts whose readers give every line of a table to one of its rows.
_WHOLE = ("grid", "html")
# Blank cells before the first one of a second half: the label's, and that of a figure.
_LEAST_BLANK = 2


def with_unread_halves(
    links: Sequence[Link], items: Sequence[Item], lines: Sequence[str], table: Table
) -> list[Link]:
    """The rows with blank cells whose figures may be on lines of no row right above or below them."""
    in_text = sorted(links, key=lambda link: link.candidate.line)
    found: list[Link] = []
    end = 0
    starts = [link.candidate.line for link in in_text[1:]]
    for link, start in zip_longest(in_text, starts):
        candidate = link.candidate
        has_cells = isinstance(candidate.item, GridRow) and candidate.figures and not candidate.stray
        if has_cells and (
            (not has_figures(candidate) and _has_piece_beside(link, lines, end, start, table))
            or (not candidate.figures[-1].text.strip() and _is_above_half(candidate.index, items, lines))
        ):
            found.append(link)
        end = candidate.line_end
    return found


def _has_piece_beside(link: Link, lines: Sequence[str], end: int, start: int | None, table: Table) -> bool:
    """Whether a piece of a row's label stands behind line `end` of the row above, or before line `start` of the row below."""
    own, row = link.candidate, table.rows[link.row]
    groups = [group.zh for group in table.ancestors(row.key)]
    between = lines[max(end, own.line - 1 - 2 * NEAR_OVER_PAGE) : own.line - 1]
    below = lines[own.line_end : min(start or len(lines), own.line_end + 2 * NEAR_OVER_PAGE)]
    return _is_below_piece(own.label, between, row, groups) or _is_above_piece(own.label, below, row)


def _is_below_piece(label: str, between: Sequence[str], row: Row, groups: Sequence[str]) -> bool:
    """Whether a label is the rest of the row's, whose beginning stands between this row and the one above.

    The names of its groups may stand before it.
    """
    rest = _without_joints(label)
    if rest.startswith(_CLOSES):
        return True
    wholes = [_without_joints(wording) for wording in row.wordings]
    wholes += [_without_joints(group + row.zh) for group in groups]
    pieces = [whole.removesuffix(rest) for whole in wholes if rest and whole.endswith(rest)]
    pieces = [piece for piece in pieces if piece]
    if rest in wholes:
        # the row has all of its label: what another wording has before it stands in headings, too
        written = [line for line in between if line.strip()]
        between = [
            line
            for line, below in zip_longest(written, written[1:], fillvalue="")
            if _has_figure(line, below)
        ]
    text = squash_lines(between) if pieces else ""
    return any(piece in text if _LETTER.search(piece) else _ends_a_cell(piece, between) for piece in pieces)


def _has_figure(line: str, below: str) -> bool:
    """Whether figures stand beside the words of a line, or in the cell below them."""
    return bool(_FIGURE.search(line)) or looks_like_figure(below.strip())


def _without_joints(label: str) -> str:
    return squash(label).translate(_JOINTS)


def _ends_a_cell(number: str, lines: Sequence[str]) -> bool:
    """Whether what is written in a cell ends with the number of a label."""
    cells = (cell.strip(_AROUND) for line in lines for cell in _WALL.split(line))
    return any(squash(cell).endswith(number) for cell in cells if cell)


def _is_above_piece(label: str, below: Sequence[str], row: Row) -> bool:
    """Whether a label is the beginning of the row's, whose rest stands between this row and the one below."""
    start = squash(label)
    wholes = [squash(wording) for wording in row.wordings]
    pieces = [whole.removeprefix(start) for whole in wholes if start and whole.startswith(start)]
    pieces = [piece for piece in pieces if len(piece) > 1]
    text = squash_lines(below) if pieces else ""
    return any(piece in text for piece in pieces)


def _is_above_half(index: int, items: Sequence[Any], lines: Sequence[str]) -> bool:
    """Whether what opens with blank cells follows a row, across the end of a page, and is no row of as many cells."""
    row = items[index]
    if row.layout in _WHOLE:
        return False
    at = row_below(items, index)
    below = items[at] if at is not None else None
    line = _line_below(row, lines)
    if at is not None and isinstance(below, GridRow) and (line is None or below.line_start <= line):
        if len(below.cells) == len(row.cells):
            return False
        if len({cell.line_start for cell in below.cells}) == len(below.cells) > 1:  # a cell a line
            rest = [item for item in items[at : at + len(row.cells)] if _is_of_block(item, below.block)]
            return _opens_blank([cell.text.strip() for item in rest for cell in item.cells], _LEAST_BLANK)
    if line is None or row.line_end > row.line_start:
        return False
    framed = bool(_WALL.match(lines[row.line_start - 1].strip(" ")))
    fields = [field.strip(_AROUND) for field in _WALL.split(lines[line - 1].strip(" "))]
    return _opens_blank(fields, _LEAST_BLANK + framed) and not any(
        isinstance(item, GridRow)
        and item.line_start <= line <= item.line_end
        and (len(item.cells) == len(row.cells) or item.line_end > item.line_start)
        for item in items
    )


def _is_of_block(item: Item, block: int) -> TypeGuard[GridRow]:
    return isinstance(item, GridRow) and item.block == block


def _opens_blank(fields: Sequence[str], least: int) -> bool:
    """Whether so many fields are blank before the first that is not, which is no label."""
    written = [field for field in fields if field]
    if any(fields[:least]) or not written:
        return False
    return not any(len(field) > LONGEST_SAID or normalize(field) in labels_of_forms() for field in written)


def _line_below(row: Item, lines: Sequence[str]) -> int | None:
    """The first line with cells below a row and the end of its page."""
    for number in range(row.line_end + 1, min(row.line_end + NEAR_OVER_PAGE, len(lines)) + 1):
        text = lines[number - 1]
        if _WALL.search(text.strip(" |")) and any(_fields(text)):
            return number
        if numbered_heading(text) is not None:
            return None
    return None


def _fields(text: str) -> Iterator[str]:
    """What is written in the fields of a line that is no page's end."""
    if not is_furniture(text.strip(_AROUND + "|;,\t")):
        yield from (field.strip(_AROUND) for field in _WALL.split(text))
