"""The lines of small tables as rows of cells: rows of grids, and lines of text with a label and its figures.

Grids keep their blank cells; lines of text have lost them. Belongs here: cutting a grid's row at a heading that a converter set into
its last cell, and putting together names and figures that stand a line each. Does not belong here: what rows mean (smalltables.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.inpieces.smallnames import SmallNames, is_count, is_prose
from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow, Item
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import bare_pages, is_furniture
from assets.extract.records import record
from assets.extract.sections import numbered_heading

_NO_WORDS = re.compile(r"[^\u3400-\u9fff]*")
_YEAR = re.compile(r"20[0-9]{2}")
_TOKEN = re.compile(r"\S+")
_LONGEST_LINE = 2_000
# So many figures are a row, though words stand in its last cell.
_LEAST_FIGURES = 3
# So many names side by side are a header.
_LEAST_NAMES = 2


@record
class SmallRow:
    """A row of cells, or one cell of words; `block` is that of its grid, -1 in plain text, where blank cells are not in the text.

    `is_loose` tells that its label and its figures do not stand on one line.
    """

    cells: list[Cell]
    layout: str
    block: int = -1
    is_loose: bool = False

    @property
    def line(self) -> int:
        """Its first line."""
        return self.cells[0].line_start

    @property
    def text(self) -> str:
        """What all its cells say."""
        return " ".join(cell.text for cell in self.cells)

    @property
    def is_grid(self) -> bool:
        """Whether blank cells are in the text."""
        return self.block >= 0

    @property
    def written(self) -> list[int]:
        """Indexes of the cells that are not blank."""
        return [at for at, cell in enumerate(self.cells) if cell.text.strip()]

    @property
    def figures(self) -> list[int]:
        """Indexes of the cells that hold figures."""
        return [at for at, cell in enumerate(self.cells) if looks_like_figure(cell.text.strip())]


def small_rows(
    items: Sequence[Item], lines: list[str], first: int, end: int, names: SmallNames
) -> list[SmallRow]:
    """The rows and the words on the lines from `first` to before `end`, in the order of the text."""
    rows: list[SmallRow] = []
    pages = bare_pages(lines).lines
    covered: set[int] = set()
    for item in items:
        if isinstance(item, GridRow) and item.line_end >= first and item.line_start < end:
            covered.update(range(item.line_start, item.line_end + 1))
            if item.block >= 0:  # else its figures have their names beside them (named.py)
                rows += [row for row in _cut(item, lines) if first <= row.line < end]
    rows += [
        row
        for number in range(first, min(end, len(lines) + 1))
        if number not in covered
        and number not in pages
        and not is_furniture(lines[number - 1])
        and (row := _of_line(lines[number - 1], number, names))
    ]
    rows.sort(key=lambda row: row.line)
    return _joined(rows, names)


def _cut(item: GridRow, lines: Sequence[str]) -> list[SmallRow]:
    """The row, cut where a cell with a figure goes on with other lines: words of these stand between two tables."""
    rows: list[SmallRow] = []
    cells: list[Cell] = []
    for cell in item.cells:
        own, *rest = cell.text.split("\n") if cell.text.strip() else [cell.text]
        starts_blank = not lines[cell.line_start - 1].strip()
        if starts_blank and cell.text.strip() and numbered_heading(own):
            own, rest = "", [own, *rest]
        if not rest or not (not own or looks_like_figure(own.strip()) or any(map(numbered_heading, rest))):
            cells.append(cell)
            continue
        cells.append(Cell(own, cell.line_start, cell.line_start))
        rows.append(SmallRow(cells, item.layout, item.block))
        at = cell.line_end - len(rest) + 1
        rows += [
            SmallRow([Cell(text, at + n, at + n)], item.layout) for n, text in enumerate(rest) if text.strip()
        ]
        cells = []
    return [*rows, SmallRow(cells, item.layout, item.block)] if cells else rows


def _of_line(line: str, number: int, names: SmallNames) -> SmallRow | None:
    if not line.strip() or len(line) > _LONGEST_LINE:
        return None
    tokens = [Cell(found[0], number, number) for found in _TOKEN.finditer(line)]
    at = len(tokens)
    while at and looks_like_figure(tokens[at - 1].text):
        at -= 1
    figures = sum(looks_like_figure(token.text) for token in tokens)
    if at == len(tokens) and _NO_WORDS.fullmatch(line) and not _YEAR.search(line):
        return None  # a rule, or a mark that encloses a table
    if figures > len(tokens) - at and (at < len(tokens) or figures >= _LEAST_FIGURES):
        # words stand in some cells: where a name or a figure leads the line, each word behind it is a cell
        starts = 0 if looks_like_figure(tokens[0].text) else 1
        at = starts if not starts or names.row(tokens[0].text) or names.column(tokens[0].text) else at
    if at < len(tokens) and "。" not in line:
        head = line[: line.index(tokens[at].text, sum(len(t.text) for t in tokens[:at]))].strip()
        label = [Cell(head, number, number)] if head else []
        return SmallRow([*label, *tokens[at:]], "running")
    if len(tokens) > 1 and is_header(tokens, names):
        return SmallRow(tokens, "running")
    return SmallRow([Cell(line.strip(), number, number)], "running")


def is_header(cells: Sequence[Cell], names: SmallNames) -> bool:
    """Whether cells are names or counts, each of them, behind what may stand in a corner."""
    texts = [cell.text for cell in cells if cell.text.strip()]
    if len(texts) + 1 == len(cells) == _LEAST_NAMES and not cells[0].text.strip():
        texts = ["", *texts]
    named = [bool(names.row(text) or names.column(text)) for text in texts]
    if sum(named) >= _LEAST_NAMES:
        others = [text for is_named, text in zip(named[1:], texts[1:], strict=True) if not is_named]
        return all(names.is_place(text) or names.is_item(text) for text in others)
    is_led = len(texts) == _LEAST_NAMES and (names.is_corner(texts[0]) or not texts[0])
    return is_led and (named[1] or is_count(texts[1]))


def _joined(rows: list[SmallRow], names: SmallNames) -> list[SmallRow]:
    """The rows, with those put together whose names and figures stand a line each."""
    out: list[SmallRow] = []
    at = 0
    while at < len(rows):
        count = 0
        while at + count < len(rows) and _is_lone_figure(rows[at + count]):
            count += 1
        if not count:
            out.append(rows[at])
            at += 1
            continue
        figures = [row.cells[0] for row in rows[at : at + count]]
        at += count
        words = 0
        while words < len(out) and _is_lone_word(out[-1 - words]):
            words += 1
        out += _under_names(out, words, figures, names)
    return out


def _under_names(out: list[SmallRow], words: int, figures: list[Cell], names: SmallNames) -> list[SmallRow]:
    """The rows that figures are with the last words, which are taken off `out`: a header, a label, or nothing."""
    count = len(figures)
    texts = [row.cells[0].text for row in out[len(out) - words :]]
    for own, other, label in (
        (names.column, names.row, 0),
        (names.row, names.column, 1),
        (names.column, names.row, 1),
        (names.column, is_count, 1),
    ):
        end = len(texts) - label
        header = texts[max(0, end - count) : end]
        keys = [own(text) or (names.is_place(text) and text) for text in header]
        is_whole = len(header) == count > 1 and all(keys) and len({*keys}) == count
        if not is_whole or (label and not other(texts[-1])):
            continue
        if (
            end > count
            and (own(before := texts[end - count - 1]) or names.is_place(before))
            and not other(before)
        ):
            continue  # the header goes on above: some of its columns are blank
        cells = [row.cells[0] for row in out[len(out) - words :]]
        del out[len(out) - count - label :]
        top = SmallRow(cells[end - count : end], "cell_per_line")
        own_label = [] if other is is_count else cells[end:]
        return [top, SmallRow([*own_label, *figures], "cell_per_line", is_loose=True)]
    if not words:
        return [SmallRow(figures, "cell_per_line", is_loose=True)]
    last = out.pop()
    return [SmallRow([last.cells[0], *figures], "cell_per_line", is_loose=True)]


def _is_lone_figure(row: SmallRow) -> bool:
    return not row.is_grid and len(row.cells) == 1 and looks_like_figure(row.cells[0].text)


def _is_lone_word(row: SmallRow) -> bool:
    return not row.is_grid and len(row.cells) == 1 and not is_prose(squash(row.cells[0].text))
