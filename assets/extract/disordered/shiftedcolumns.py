"""Columns printed one after the other (incolumns.py) whose names and figures may have slid against each other.

A name without figures, or figures without a name, says that a program set the figures of one column below the name of
the next: `本年制发件数`, an empty line, `本年废止件数`, `0`, `6`. Which columns have slid is not told but by how many
figures they have. Where a clause has all its names and as many whole columns, and nothing of the table is left
over, they go together in their order. Does not belong here: finding the columns, and what proves the rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assets.extract.labels import normalize, squash
from assets.extract.model import Cell
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import bare_pages, is_furniture
from schemas.form import Block, Form, Table

# A column's name and its figures; a name has none of its own where they have slid.
Groups = Mapping[str, Sequence[Sequence[Cell]]]
_HEADING = re.compile(r"[一二三四五六七]、")
_LONGEST_HEADING = 30


@dataclass(frozen=True)
class _Part:
    """A name with the figures right below it (`key`, and the block that it is of), or figures that follow no name."""

    key: str | None
    block: Block | None
    name: Cell | None
    figures: tuple[Cell, ...]


def in_step(
    found: Groups, lines: list[str], form: Form, table: Table, key_of: Callable[[str], str | None]
) -> dict[str, list[list[Cell]]]:
    """The columns of `found` that are not in doubt, and those that a clause's names and columns give in their order.

    `key_of` gives the column that a line names.
    """
    columns = {key: [list(group) for group in groups] for key, groups in found.items()}
    parts = _parts(found, lines, form, table, key_of)
    if all(part.key is not None and part.figures for part in parts):
        return columns
    block = _block_in_order(parts, table)
    if block is not None:
        names, figures = _split(parts, block)
        for name, own in zip(names, figures, strict=True):
            columns[str(name.key)] = [[name.name, *own.figures]] if name.name else []
        return columns
    doubted = {len(part.figures) for part in parts if part.key is None}
    for part in parts:
        expected = len(part.block.rows) if part.block else 0
        if part.block and len(part.figures) != expected:
            doubted |= {len(part.figures), expected}
    of_key = {
        key: {len(block.rows) for block in table.blocks if key in {c.key for c in block.columns}}
        for key in columns
    }
    return {key: groups for key, groups in columns.items() if not of_key[key] & doubted}


def _parts(
    found: Groups, lines: list[str], form: Form, table: Table, key_of: Callable[[str], str | None]
) -> list[_Part]:
    """The names and figures of the table as they stand."""
    of_name = {
        group[0].line_start: (key, n, group)
        for key, groups in found.items()
        for n, group in enumerate(groups)
    }
    taken = {cell.line_start for _, _, group in of_name.values() for cell in group[1:]}
    first = min(of_name)
    corner = squash(table.header)
    start = next((n for n, line in enumerate(lines[:first], 1) if squash(line) == corner), first)
    others = {
        normalize(name) for other in form.tables if other is not table for name in (other.zh, *other.aliases)
    }
    rows = {squash(w) for row in table.rows for w in row.wordings}
    pages = bare_pages(lines).lines
    parts: list[_Part] = []
    loose: list[Cell] = []
    for number, line in enumerate([*lines[start - 1 :], ""], start):
        text = squash(line)
        is_loose = number not in taken and looks_like_figure(line.strip()) and key_of(line) is None
        if is_loose and number not in pages and not is_furniture(line):
            loose.append(Cell(line.strip(), number, number))
            continue
        if loose:
            parts.append(_Part(None, None, None, tuple(loose)))
            loose = []
        if number in of_name:
            key, n, group = of_name[number]
            blocks = [block for block in table.blocks if key in {c.key for c in block.columns}]
            parts.append(_Part(key, blocks[n] if n < len(blocks) else None, group[0], tuple(group[1:])))
        is_heading = len(text) < _LONGEST_HEADING and _HEADING.match(text) and text not in rows
        if parts and (is_heading or normalize(line) in others):
            break
    return parts


def _split(parts: Sequence[_Part], block: Block) -> tuple[list[_Part], list[_Part]]:
    """The names of a block, and the columns of figures from the first of them to the next block's first name."""
    begin = next(i for i, part in enumerate(parts) if part.block is block)
    end = next((i for i, p in enumerate(parts) if i > begin and p.key and p.block is not block), len(parts))
    own = parts[begin:end]
    return [part for part in own if part.key], [part for part in own if part.figures]


def _block_in_order(parts: Sequence[_Part], table: Table) -> Block | None:
    """The block whose names stand together in the form's order among as many whole columns; None if there is none.

    Every other name must have its figures, and no others may be left.
    """
    for block in table.blocks:
        keys = [c.key for c in block.columns]
        if len(keys) < 2 or not any(part.block is block for part in parts):
            continue
        names, figures = _split(parts, block)
        rest = [part for part in parts if part not in names and part not in figures]
        if (
            [part.key for part in names] == keys
            and [len(part.figures) for part in figures] == [len(block.rows)] * len(keys)
            and all(p.block is not None and len(p.figures) == len(p.block.rows) for p in rest)
            and not any(part.block is block for part in rest)
            and not any(
                c.key in {k.key for b in table.blocks if b is not block for k in b.columns}
                for c in block.columns
            )
        ):
            return block
    return None
