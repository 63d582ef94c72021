"""Tab cells (tabcells.py) out of which the blank lines between rows were taken, blank cells among them.

The tab before each cell is still there, so all cells can be counted: a row ends behind as many cells below its label as its
table has columns, and what is blank beyond them opens the next row, whose label stands right of columns that merged cells cover.
The rows are set apart again only where every cell of the table agrees: one that is lost or too many leaves the lines as
they are. Does not belong here: tables without blank cells, whose tabs tell nothing (tabcells.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from assets.extract.forms import printed_form
from assets.extract.labelmatcher import row_matcher
from assets.extract.labels import normalize, squash
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import is_furniture
from schemas.form import Form, Table, forms

# No row of any form has so many cells.
_MORE_THAN_A_ROW = 24
# Blank cells before a label right of no merged cell, of one, and of two: all there, those of one column alone, or left out.
_COVERED, _OF_ONE, _LEFT_OUT = (0, 1, 2), (0, 0, 1), (0, 0, 0)
_BRACKETS = ("(", "（")

# Cells that follow each other: the line of each, from 0, and its text.
_Cells = list[tuple[int, str]]


def with_rows_apart(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines with a blank one before each row, and the number of each before, from 1; None where nothing was done."""
    if len([line for line in lines if line[:1] == "\t"]) <= _MORE_THAN_A_ROW:
        return lines, None
    stretches = _stretches(lines)
    form_id = printed_form(lines) if stretches else None
    if form_id is None:
        return lines, None
    breaks: set[int] = set()
    for cells in stretches:
        form = forms()[form_id]
        found = _Rows(cells, form).breaks() or _Rows(cells, form, is_grid=True).breaks()
        if found is None:
            continue
        last, text = cells[-1]
        breaks |= found if _is_word(text) else found | {last + 1}
    if not breaks:
        return lines, None
    out: list[str] = []
    numbers: list[int] = []
    for at, line in enumerate(lines):
        if at in breaks and at and lines[at - 1].strip(" \r\f"):
            out.append("")
            numbers.append(at + 1)
        out.append(line)
        numbers.append(at + 1)
    return out, numbers


def _stretches(lines: Sequence[str]) -> list[_Cells]:
    """Tables whose cells follow each other without a blank line; none where one stands between cells, or no cell is blank."""
    begun = [at for at, line in enumerate(lines) if line[:1] == "\t"]
    texts = "\n".join(map(str.rstrip, [lines[at][1:] for at in begun]))
    if "\t" in texts or all(lines[at].strip() for at in begun):
        return []
    found: list[_Cells] = [[(begun[0], lines[begun[0]].strip())]]
    for at, after in pairwise(begun):
        between = [line.strip() for line in lines[at + 1 : after] if not is_furniture(line)]
        words = [line for line in between if line]
        if between and not words:
            return []
        line, text = found[-1][-1]
        is_word = _is_word(text)
        if any(map(looks_like_figure, words)) or (words and not is_word and words[0].startswith(_BRACKETS)):
            return []  # what goes on is a cell with a figure
        if words and between == words[:1] and not text and squash(words[0]) in _names_of_all():
            found[-1][-1] = line, words[0]  # the break stands before the name of a column, not within it
        elif words and (not is_word or len(words) < len(between)):
            found.append([])
        elif words:
            found[-1][-1] = line, text + "".join(words)
        found[-1].append((after, lines[after].strip()))
    return found if max(map(len, found)) > _MORE_THAN_A_ROW else []


def _is_word(text: str) -> bool:
    return bool(text) and not looks_like_figure(text)


class _Rows:
    """The rows of cells that follow each other, as the labels and the widths of the form's tables part them.

    `is_grid` tells that a label that spans columns has a blank cell behind it for each of the others.
    """

    def __init__(self, cells: _Cells, form: Form, *, is_grid: bool = False) -> None:
        self._is_grid = is_grid
        self._lines = [line for line, _ in cells]
        self._texts = [text for _, text in cells]
        self._tables = [table for table in form.tables if not table.one_row]
        self._side_by_side = [len(table.cells) for table in form.tables if table.one_row]
        self._form = form
        clauses = (block.clause for table in self._tables for block in table.blocks)
        self._headers = {squash(table.header) for table in form.tables}
        self._titles = {squash(clause.zh) for clause in clauses if clause is not None} | self._headers
        self._groups = {
            normalize(wording): len(table.ancestors(group.key))
            for table in self._tables
            for group in table.groups
            for wording in group.wordings
        }
        self._width = 0

    def breaks(self) -> set[int] | None:
        """The lines before which a row begins; None where a cell is not accounted for."""
        texts, breaks = self._texts, {self._lines[0]}
        # of every label below a row: right of how many merged cells it may stand, and how many blank cells stand before it
        covered: set[tuple[int, int]] = set()
        at, is_below_row, is_in_group = 0, False, False
        while at < len(texts):
            word = next((n for n in range(at, len(texts)) if texts[n]), len(texts))
            if word == len(texts) or not _is_word(texts[word]):
                is_one_row = len(texts) - at in self._side_by_side and not any(map(_is_word, texts[at:]))
                if is_below_row or not is_one_row:
                    return None
                return breaks | {self._lines[at]} if self._is_even(covered) else None
            width, depth = self._row(word)
            if width is None:
                return None
            if is_below_row:
                breaks.add(self._lines[at])
                if depth is None and not texts[at - 1]:
                    return None  # whether that cell is the row's nobody can tell
                if depth is not None:
                    covered.add((depth, word - at))
            elif squash(texts[word]) in self._headers or (width and not is_in_group):
                breaks.add(self._lines[word])
            elif word > at:
                breaks.add(self._lines[at])
            is_in_group = not width and normalize(texts[word]) in self._groups
            is_below_row = bool(width)
            at = word + 1 + width
        return breaks if self._is_even(covered) else None

    def _row(self, at: int) -> tuple[int | None, int | None]:
        """How many cells a label has, 0 where it is none of a row, None where some of them are not there; and its depth.

        The depth is that of the groups that a label stands in; None where the label is a stranger's.
        """
        text = self._texts[at]
        room = next(
            (n for n in range(at + 1, len(self._texts)) if _is_word(self._texts[n])), len(self._texts)
        )
        room -= at + 1
        for table in self._tables:
            match = row_matcher(self._form.id, table.no).match(text)
            if match is None:
                continue
            self._width, depth = len(table.keys_of[match.key]), len(table.ancestors(match.key))
            spanned = _COVERED[-1] - depth if self._is_grid and table.groups else 0
            if any(self._texts[at + 1 : at + 1 + spanned]):
                return None, None
            whole = self._width + spanned
            if whole <= room <= whole + _COVERED[-1] or (0 < room < whole and self._is_closed(at + 1, whole)):
                return whole, depth
            is_header = squash(text) in _names(table)
            return (0 if is_header else None), (0 if is_header else None)
        has_figure = any(self._texts[at + 1 : at + 1 + room])
        if has_figure and self._width and room not in self._side_by_side:
            return (self._width if self._width <= room else None), None
        return 0, self._groups.get(normalize(text), 0)

    def _is_closed(self, start: int, width: int) -> bool:
        """Whether so many cells, words that no label is among them, end where a label of the form or the table begins."""
        after = self._texts[start + width :]
        following = next((text for text in after if text), None)
        words = [text for text in self._texts[start : start + width] if _is_word(text)]
        return (
            len(self._texts) >= start + width
            and not any(map(self._is_known, words))
            and (following is None or self._is_known(following))
        )

    def _is_known(self, text: str) -> bool:
        return (
            normalize(text) in self._groups
            or squash(text) in self._titles
            or any(
                squash(text) in _names(table) or row_matcher(self._form.id, table.no).match(text) is not None
                for table in self._tables
            )
        )

    def _is_even(self, covered: set[tuple[int, int]]) -> bool:
        """Whether as many blank cells stand before all labels as merged cells cover there, or none before any."""
        return any(
            all(blanks == usual[depth] for depth, blanks in covered)
            for usual in ((_COVERED,) if self._is_grid else (_COVERED, _OF_ONE, _LEFT_OUT))
        )


@cache
def _names_of_all() -> frozenset[str]:
    """The words of the headers of all tables."""
    return frozenset().union(*(_names(table) for form in forms().values() for table in form.tables))


@cache
def _names(table: Table) -> frozenset[str]:
    """The words of a table's header."""
    return frozenset(squash(wording) for column in table.columns for wording in column.wordings)
