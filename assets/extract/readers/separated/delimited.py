"""One row a line, cells set apart by tabs (TSV) or by commas or semicolons with quotes (CSV)."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from itertools import accumulate, pairwise

from assets.extract.model import Cell, GridRow
from assets.extract.numbers import OWN_COMMA, looks_like_figure
from assets.extract.readers.separated.barethousands import uncut
from assets.extract.readers.separated.quotedrows import MOST_QUOTED, cells_of, quoted_row
from assets.extract.undone.words.brokenlabels import is_label

_DIGITS = re.compile(r"[\d\s]+")
_APART_DIGITS = re.compile(r"\d\s+\d")
# A label that runs into its first figure: the commas are those of thousands.
_GLUED_LABEL = re.compile(r"[^\W\d_][0-9]+$")
_OWN_COMMA = re.compile(OWN_COMMA)
_SINGLE_TAB = re.compile(r"(?<!\t)\t(?:\t\t)*(?!\t)")
_LEAST_CSV_LINES = 3
# A long table may name each row's table so.
_TABLE_NAME = re.compile(r"(?:附?表|[Tt]able)\s?[0-9]{1,2}")
# So many fields in a row and in the one above are no chance; nor are so many in one that stands alone.
_LEAST_LIKE = 4
_LEAST_ALONE = 8
_LONGEST_LINE = 2_000
# So many tabs alone are no paragraph's.
_LEAST_BLANK = 3
# Letters of a label in a table of two lines.
_LONGEST_NAME = 40
# Lines of a row of words with line breaks in its cells, and letters in a line of a cell.
_MOST_WRAPPED, _LONGEST_PIECE = 40, 12


def starts_tsv(lines: list[str], index: int) -> bool:
    """A line with a tab between texts, or with at least two tabs."""
    line = lines[index]
    if "\t" not in line:
        return line.startswith('"') and quoted_row(lines, index) > 0
    return (
        "\t" in line.strip(" ") and (line.count("\t") > 1 or not line.startswith("\t")) and bool(line.strip())
    )


def has_blank_rows(lines: list[str]) -> bool:
    """Whether lines hold nothing but tabs, each as many as the row right above it: rows have a line each, blank ones, too."""
    blank = [n for n, line in enumerate(lines) if line.count("\t") >= _LEAST_BLANK and not line.strip()]
    return bool(blank) and all(
        n > 0 and lines[n - 1][:1].strip() and lines[n - 1].count("\t") == lines[n].count("\t") for n in blank
    )


def end_tsv(lines: list[str], index: int) -> int:
    """The block is the run of such lines."""
    if wrapped := _wrapped(lines, index):
        return wrapped
    while index < len(lines) and (starts_tsv(lines, index) or quoted_row(lines, index)):
        index = quoted_row(lines, index) or index + 1
    return index


def _wrapped(lines: list[str], index: int) -> int:
    """The end of one row of words whose cells have line breaks: 0 where there is none.

    Such a row stands alone between blank lines, a tab before its first cell, and a line of it has no tab at all.
    """
    if not lines[index].startswith("\t"):
        return 0
    stop = index
    while stop < len(lines) and lines[stop].strip():
        stop += 1
        if stop - index > _MOST_WRAPPED:
            return 0
    rows = lines[index:stop]
    alone = index == 0 or not lines[index - 1].strip()
    if not alone or any(line.startswith("\t") for line in rows[1:]):
        return 0
    pieces = [piece for line in rows for piece in line.split("\t") if piece.strip()]
    if all("\t" in line for line in rows) or any(
        len(p) > _LONGEST_PIECE or p.strip()[0].isdigit() for p in pieces
    ):
        return 0
    return stop


def read_tsv(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    if _wrapped(lines, 0) == len(lines):
        cells: list[Cell] = []
        for number, line in enumerate(lines, first_line):
            first, *more = line.split("\t")
            if cells:
                cells[-1] = Cell(f"{cells[-1].text}\n{first}", cells[-1].line_start, number)
            else:
                cells = [Cell(first, number, number)]
            cells += [Cell(text, number, number) for text in more]
        return [GridRow(cells, "tsv", block)]
    # some programs set two tabs between cells, and never one
    doubled = not any(_SINGLE_TAB.search(line) for line in lines)
    joint = "\t\t" if doubled else "\t"
    rows: list[GridRow] = []
    index = 0
    while index < len(lines):
        stop = quoted_row(lines, index) or index + 1
        cells = cells_of(lines[index:stop], index + first_line, joint)
        if any('"' in line or "\r" in line for line in lines[index:stop]):
            cells = [replace(cell, text=_unquoted(cell.text)) for cell in cells]
        rows.append(GridRow(cells, "tsv", block))
        index = stop
    return rows


def _unquoted(text: str) -> str:
    """A cell without the quotes in which a program set it; a line may still have its carriage return."""
    text = text.removesuffix("\r")
    if len(text) > 1 and text[0] == text[-1] == '"' and text.count('"') % 2 == 0:
        return text[1:-1].replace('""', '"')
    return text


def _split(line: str) -> list[str]:
    """The fields of a line, or of lines that quotes make one; none where it is too long or has control characters."""
    by_semicolons = ";" in line and (line.count(";") > line.count(",") or not _OWN_COMMA.search(line))
    delimiter = ";" if by_semicolons else ","
    if len(line) > _LONGEST_LINE or delimiter not in line:
        return []
    try:
        return next(csv.reader(line.splitlines(keepends=True), delimiter=delimiter), [])
    except csv.Error:
        return []


def _fields(line: str, least: int = 3, like: int = 0) -> list[str] | None:
    """The fields of a CSV line; None where the commas are those of prose or of large figures.

    Between rows of as many fields as it has (`like`), one figure may have been broken in its cell.
    """
    fields = _split(line)
    broken = [f for f in fields if _APART_DIGITS.search(f)]
    if len(fields) == like >= _LEAST_LIKE and len(broken) == 1 and all(map(_DIGITS.fullmatch, broken)):
        broken = []
    if len(fields) < least or broken or any("。" in f for f in fields):
        return None
    if _GLUED_LABEL.search(fields[0]) and '"' not in line and not _TABLE_NAME.fullmatch(fields[0].strip()):
        return None
    return fields


def starts_csv(lines: list[str], index: int) -> bool:
    """Three lines in a row that read as CSV, or a line of words above one of words and figures, or of figures, in as many fields.

    Or a whole row, alone on its page.
    """
    first: list[str] = []
    while index < len(lines) and len(first) < _LEAST_CSV_LINES:
        record, index = _record(lines, index)
        if not _fields(record, least=2):
            break
        first.append(record)
    if (len(first) == _LEAST_CSV_LINES and all(map(_fields, first))) or _is_header(first):
        return True
    return len(first) == 1 and _is_row_alone(first[0])


def _is_row_alone(line: str) -> bool:
    """Whether a line is the one row of a table on its page: a label of the form, and a figure for each of many columns."""
    if line.count(",") + 1 < _LEAST_ALONE:
        return False
    label, *figures = _fields(line) or [""]
    return len(figures) + 1 >= _LEAST_ALONE and is_label(label) and all(map(looks_like_figure, figures))


def _record(lines: list[str], index: int) -> tuple[str, int]:
    """The line, with those below where they are the rest of cells in quotes, and the index of the next one."""
    quotes = lines[index].count('"')
    for stop in range(index + 1, min(index + MOST_QUOTED, len(lines)) if quotes % 2 else 0):
        quotes += lines[stop].count('"')
        if quotes % 2 == 0:
            record = "\n".join(lines[index : stop + 1])
            fields = _split(record)
            broken = [field for field in fields if "\n" in field]
            if len(fields) > 1 and broken:
                return record, stop + 1
            break
    return lines[index], index + 1


def _is_header(lines: list[str]) -> bool:
    rows = [_fields(line, least=2) for line in lines[:2]]
    if len(rows) < 2 or not rows[0] or not rows[1] or len(rows[0]) != len(rows[1]):
        return False
    words, (label, *figures) = rows[0], rows[1]
    if looks_like_figure(label) and len(words) >= _LEAST_LIKE:
        label = words[0]
    return not any(
        looks_like_figure(text) or not 0 < len(text) <= _LONGEST_NAME for text in [*words, label]
    ) and all(map(looks_like_figure, figures))


def end_csv(lines: list[str], index: int) -> int:
    """The block is the run of such lines."""
    like = 0
    while index < len(lines):
        record, stop = _record(lines, index)
        fields = _fields(record, 2)
        if fields is None and stop < len(lines):
            # in row after row they are the figures of two columns in one cell
            below = _fields(_record(lines, stop)[0], 2)
            broken = _fields(record, 2, like)
            is_amid = below is not None and len(below) == like
            fields = broken if is_amid or (broken and _is_beside_empty(broken)) else None
        if not fields:
            break
        like, index = len(fields), stop
    return index


def _is_beside_empty(fields: list[str]) -> bool:
    """Whether the cell behind the one that two figures share is empty, and all others hold a figure: `0,0,0 0,`."""
    empty = [at for at, field in enumerate(fields) if not field.strip()]
    return len(empty) == 1 and empty[0] > 0 and _DIGITS.fullmatch(fields[empty[0] - 1]) is not None


def read_csv(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`.

    Where figures have commas of thousands without quotes around them, no row that may have one can be cut.
    """
    records: list[tuple[str, int]] = []
    rows: list[list[str]] = []
    index = 0
    while index < len(lines):
        record, stop = _record(lines, index)
        records.append((record, index + first_line))
        rows.append(_fields(record, 2, len(rows[-1]) if rows else 0) or [record])
        index = stop
    rows = uncut(rows, ['"' in record for record, _ in records])
    found: list[GridRow] = []
    for row, (_, line) in zip(rows, records, strict=True):
        ends = list(accumulate((text.count("\n") for text in row), initial=line))
        cells = [Cell(text, a, z) for text, (a, z) in zip(row, pairwise(ends), strict=True)]
        found.append(GridRow(cells, "csv", block))
    return found
