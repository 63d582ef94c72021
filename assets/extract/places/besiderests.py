"""Figures beside which the rest of their cell stands: above or below them where the text is set out by spaces, else next to them.

The figure alone is not what the cell says then, and is in doubt. Where no place tells whose rest it is, all figures of the row that
are no noughts are. Belongs here: whose rests they are. Does not belong here: what a rest is (cellrests.py), and blank cells with words
beside them (besideblanks.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from assets.extract.cells import TableReading
from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.places.cellrests import (
    TOKEN,
    is_before,
    is_behind,
    rests,
    says_more,
)
from assets.extract.places.positions import display_width
from assets.extract.readers.plain.pages import is_furniture
from schemas.form import CellKey, Form, Table

_LAYOUTS = {"aligned", "running", "cell_per_line", "tsv", "pipes"}
_PLAIN = {"aligned", "running"}
# Lines above or below a row on which rests of its cells may stand, and blank lines between two paragraphs of a cell.
_MOST_LINES, _MOST_BLANK = 3, 1
_LONGEST_LINE = 400
# So far from its figure, in letters' widths, a rest may begin or end.
_BESIDE = 2
_LONGEST_SHOWN = 80
# So many figures make a line a row.
_FIGURES_OF_ROW = 2
_NOUGHTS = {"0", "0件", "０", "00"}
# A change of that much, in a column of changes.
_WAYS = ("增", "减", "增加", "减少")
# What stands behind the year of a document.
_OF_YEARS = "年〕］"
_WALLS = "\t|｜ \u3000"

_Span = tuple[int, int, int, int]


def doubt_beside_rests(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the figures in doubt beside which the rest of their cell stands."""
    plain = [table for table in tables if table.layout in _LAYOUTS and table.cells]
    if not plain:
        return
    may_have: dict[int, list[tuple[str, _Span]]] = {}
    for table in plain:
        own = range(
            max(1, min(table.lines, default=1) - _MOST_LINES), max(table.lines, default=0) + 2 + _MOST_LINES
        )
        for number in own:
            if (
                number not in may_have
                and number <= len(lines)
                and 0 < len(lines[number - 1]) <= _LONGEST_LINE
            ):
                line = lines[number - 1]
                if (found := rests(line)) and not says_more(line) and not is_furniture(line):
                    may_have[number] = [(word, _span(line, at, word)) for word, at in found]
    if not may_have:
        return
    rows = {
        n for table in tables for cell in table.cells.values() for n in (cell.line_start, cell.line_end) if n
    }
    for table in plain:
        _Doubts(table, lines, form.table(table.table_no), rows).go_through(may_have)


class _Doubts:
    """The doubts of one table."""

    def __init__(self, reading: TableReading, lines: list[str], table: Table, rows: set[int]) -> None:
        self.reading, self.lines, self.table, self.rows = reading, lines, table, rows
        self.columns = {column.key: column for column in table.columns}
        self.on_line: dict[int, list[CellKey]] = defaultdict(list)
        self.raws: dict[CellKey, str] = {}
        self.measures: tuple[int, ...] | None = None
        for _, keys in table.keys:
            for key in keys:
                cell = reading.cells.get(key)
                if cell is not None and cell.status == "reported" and cell.line_start and cell.raw:
                    self.raws[key] = cell.raw
                    self.on_line[cell.line_start].append(key)
        labels = [*table.columns, *table.groups, *table.rows]
        self.labels = [squash(wording) for label in labels for wording in label.wordings]
        self.labels += [squash(block.clause.zh) for block in table.blocks if block.clause]
        # words that are cells of their own
        self.own = {(c.line_start, c.raw) for c in reading.cells.values() if c.status != "reported" and c.raw}

    def go_through(self, may_have: Mapping[int, list[tuple[str, _Span]]]) -> None:
        for number, words in may_have.items():
            for word, span in words:
                self._doubt_at(number, word, span)

    def _doubt_at(self, number: int, word: str, span: _Span) -> None:
        line = self.lines[number - 1]
        words = line.strip(_WALLS).split()
        if (number, word) in self.own:
            return
        is_alone = len(words) == 1
        is_row = number in self.rows or sum(map(looks_like_figure, words)) >= _FIGURES_OF_ROW
        is_plain = self.reading.layout in _PLAIN and not is_row
        if is_plain and not (is_alone and not span[0]):
            near = [n for n in self._near(number, word) if n in self.on_line and self._is_set_out(n)]
            if word[0] in _OF_YEARS and (years := self._years(near)):
                for key in years:
                    self._doubt(key, near[0], word)
                return
            under = [(key, n) for n in near for key in self._under(n, span, word)]
            for key, n in under:
                self._doubt(key, n, word)
            if under or (near and span[0]):
                return
        if self._is_label(word) and not (is_alone and word in _WAYS and self._is_below_label(number)):
            return
        if is_behind(word) and words[0] == word and (above := self._next(number, -1)) in self.on_line:
            self._doubt_one(self.on_line[above][-1], above, word)
        elif is_before(word) and words[-1] == word and (below := self._next(number, 1)) in self.on_line:
            self._doubt_one(self.on_line[below][0], below, word)
        elif is_before(word) and number in self.on_line:
            self._doubt_behind(number, word, span)
        elif is_plain and words[0] != word and (len(word) > 1 or word in _OF_YEARS):
            self._doubt_row(number, word)

    def _is_label(self, word: str) -> bool:
        """Whether a word may be a piece of a label."""
        return any(squash(word) in label for label in self.labels)

    def _is_below_label(self, number: int) -> bool:
        """Whether the label of a row stands above a line, so that it is a cell's."""
        above = squash(self.lines[self._next(number, -1) - 1])
        return any(above == squash(wording) for row in self.table.rows for wording in row.wordings)

    def _is_set_out(self, line: int) -> bool:
        """Whether spaces show the places of a line's figures."""
        first = min((at[0] for key, at in self._places(line) if key), default=-1)
        return first >= 0 and "  " in self.lines[line - 1][first:].rstrip()

    def _near(self, number: int, word: str) -> Iterator[int]:
        """The nearest line of a row on the side where a word's figure stands, none blank between."""
        for step in [-1] * is_behind(word) + [1] * is_before(word):
            for n in range(number + step, number + step * (_MOST_LINES + 1), step):
                if not 0 < n <= len(self.lines) or not self.lines[n - 1].strip():
                    break
                if n in self.rows:
                    yield n
                    break

    def _next(self, number: int, step: int) -> int:
        """The next line with text, not more than a blank one off."""
        for n in range(number + step, number + step * (2 + _MOST_BLANK), step):
            if 0 < n <= len(self.lines) and self.lines[n - 1].strip():
                return n
        return 0

    def _under(self, line: int, span: _Span, word: str) -> Iterator[CellKey]:
        """The cells of a line right above or below a word."""
        places = self._places(line)
        first = min(at[0] for key, at in places if key)
        is_label = self._is_label(word) and (is_before(word) or self._is_header(line))
        for i in self._measures():
            over = [(min(at[i + 1], span[i + 1]) - max(at[i], span[i]), key, at) for key, at in places]
            most = max(shared for shared, _, _ in over)
            for shared, key, at in over:
                if (
                    shared == most > -_BESIDE
                    and key
                    and not (is_label or (self._is_label(word) and at[0] == first))
                ):
                    yield key

    def _measures(self) -> tuple[int, ...]:
        """Where in a span the measure stands in which the figures of each column stand in line; both where it does not tell."""
        if self.measures is None:
            starts: dict[tuple[int, str], set[int]] = defaultdict(set)
            ends: dict[tuple[int, str], set[int]] = defaultdict(set)
            figures = [(key, at) for line in self.on_line for key, at in self._places(line) if key]
            for key, at in figures:
                for i in (0, 2):
                    starts[i, key.col_key].add(at[i])
                    ends[i, key.col_key].add(at[i + 1])
            spread = {
                i: sum(min(len(starts[at]), len(ends[at])) for at in starts if at[0] == i) for i in (0, 2)
            }
            self.measures = tuple(i for i in (0, 2) if spread[i] == min(spread.values()))
        return self.measures

    def _is_header(self, line: int) -> bool:
        """Whether a row is the first below a header, whose words stand above it."""
        return not any(n in self.rows for n in range(line - 1 - _MOST_LINES, line))

    def _places(self, line: int) -> list[tuple[CellKey | None, _Span]]:
        """Where the words of a line stand, with the cell of each that is a figure."""
        text = self.lines[line - 1]
        keys = [*self.on_line[line]]
        found: list[tuple[CellKey | None, _Span]] = []
        for token in reversed([*TOKEN.finditer(text)]):
            has_cell = keys and token[0] == self.raws[keys[-1]].split()[0]
            found.append((keys.pop() if has_cell else None, _span(text, token.start(), token[0])))
        return found

    def _doubt_behind(self, line: int, word: str, span: _Span) -> None:
        """Doubt the figure that follows a word on its line."""
        for key, at in self._places(line):
            if key and at[0] == span[1] + 1:
                self._doubt_one(key, line, word)

    def _doubt_row(self, number: int, word: str) -> None:
        """Doubt the figures of the nearest row, or of years the one that is a year, where no places tell more."""
        near = next(self._near(number, word), 0)
        if near not in self.on_line or self._is_set_out(near):
            return
        keys = [key for key in self.on_line[near] if self.raws[key] not in _NOUGHTS]
        for key in (word[0] in _OF_YEARS and self._years([near])) or keys:
            self._doubt(key, near, word)

    def _years(self, lines: list[int]) -> list[CellKey]:
        """The figures of rows that look like years."""
        return [key for n in lines for key in self.on_line[n] if _is_year(self.raws[key])]

    def _doubt_one(self, key: CellKey, line: int, word: str) -> None:
        if not (self.columns[key.col_key].signed and word in _WAYS):
            self._doubt(key, line, word)

    def _doubt(self, key: CellKey, line: int, word: str) -> None:
        cell = self.reading.cells[key]
        if cell.status != "reported":
            return
        self.reading.doubt(key, "cell-unparsed", line)
        row = next(row for row in self.table.rows if row.key == key.row_key)
        where = {
            "row_key": key.row_key,
            "col_key": key.col_key,
            "row": row,
            "column": self.columns[key.col_key],
        }
        self.reading.note("cell-unparsed", line=line, raw=f"{cell.raw} {word}"[:_LONGEST_SHOWN], **where)


def _is_year(raw: str) -> bool:
    return len(raw) == 4 and raw.startswith(("19", "20"))


def _span(line: str, start: int, word: str) -> _Span:
    """Where a word begins and ends, in characters and in display width."""
    wide = display_width(line[:start])
    return start, start + len(word), wide, wide + display_width(word)
