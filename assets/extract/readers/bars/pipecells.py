"""Cells set apart by pipes, one cell a line: `0 |`, or the pipe on a line of its own below its cell.

Belongs here: where cells and rows end. Does not belong here: rows on one line (pipes.py), what cells mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow, has_figure
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.bars.barlines import (
    FILLED,
    PADS,
    PIPES,
    ROW_END,
    WRITTEN,
    Line,
    is_bar,
    is_figure_line,
)
from assets.extract.readers.bars.equalrows import width_of_one_row, width_of_rows
from assets.extract.readers.bars.filledrows import filled_up, opened_above
from assets.extract.readers.bars.levelledrows import levelled_rows
from assets.extract.readers.bars.nextlabels import without_next_labels
from assets.extract.readers.plain.pages import below_page, is_page_mark
from assets.extract.sections import numbered_heading

# Rows of a cell a line; those of a table all of which proves how many cells each row has, so that each stands in its column.
CELLS, SQUARED = "pipe_cells", "pipe_grid"
ONE_CELL = re.compile(r"^[^|｜]*[|｜]{1,2}\s*$")
# Lines of a cell above its bar.
MOST_LINES = 12
_CLOSES_ROW = re.compile(r"[^|｜\s]\s*[|｜]{2}\s*$")
# How the header of a table begins that stands below another's rows.
OPENS_TABLE = re.compile(r"\(?本列\)?数据的?[勾钩]稽关系|申请人情况[|｜]|行政复议[|｜]")
# Cells before the figures of a row; what has more of them begins with a header.
_MOST_LABELS = 3


def is_one_cell_a_line(lines: list[str]) -> bool:
    """Whether most lines with a pipe close one cell."""
    barred = [line for line in lines if PIPES.search(line) and not ROW_END.match(line)]
    return len(lines) > 1 and sum(map(bool, map(ONE_CELL.match, barred))) > 0.6 * len(barred)


def is_above_bar(lines: list[str], index: int) -> bool:
    """Whether a line stands right above one that holds a pipe and nothing else."""
    return index + 1 < len(lines) and is_bar(lines[index + 1]) and bool(lines[index].strip())


def end_of_cells_above_bars(lines: list[str], index: int) -> int:
    """The line after the last bar that stands alone, with no more lines of a cell between two of them than cells have.

    Bars right below it fill up a row, and belong to it; where there are such, the heading of a section ends the table.
    """
    stop = index
    is_filled_up = False
    for number in range(index, len(lines)):
        if is_bar(lines[number]):
            stop = number + 1
        elif stop == number > index and ROW_END.match(lines[number]):
            stop, is_filled_up = number + 1, True
        elif number - stop >= MOST_LINES or _ends_table(lines[number], is_filled_up=is_filled_up):
            break
    return stop


def end_of_page(lines: list[str], index: int) -> int:
    """The next cell below the mark of a page and the blank lines about it, where a cell stands right above them; 0 where none does."""
    stop = below_page(lines, index)
    if stop == len(lines) or not any(map(is_page_mark, lines[index:stop])):
        return 0
    return stop if _is_cell(lines[index - 1]) and _is_cell(lines[stop]) else 0


def _is_cell(line: str) -> bool:
    return bool(ONE_CELL.match(line))


def _ends_table(line: str, *, is_filled_up: bool) -> bool:
    """Whether a line without a bar alone belongs to no cell above one: other bars, or a heading behind rows that are filled up."""
    return bool(PIPES.search(line)) or (is_filled_up and numbered_heading(line) is not None)


def read_cells(lines: list[tuple[int, str]], block: int) -> list[GridRow]:
    """Rows of a block of numbered lines.

    Where a row ends is told by bars that fill it up, by bars that close it, or by its text.
    """
    return [row for table in _tables(list(_joined(lines))) for row in _rows(table, block)]


def _rows(lines: list[Line], block: int) -> list[GridRow]:
    if told := levelled_rows(lines):
        start, end, rows = told
        # where those of the header are among them, each row has all its cells
        own = _grid_rows(rows, CELLS if start else SQUARED, block)
        return [*_rows(lines[:start], block), *own, *_rows(lines[end:], block)]
    if rows := _of_one_width(lines):
        return _grid_rows(rows, SQUARED, block)
    rows = filled_up(lines) or filled_up(opened_above(lines)) or without_next_labels(list(_closed(lines)))
    return _grid_rows(rows, CELLS, block)


def _grid_rows(rows: list[list[Cell]], layout: str, block: int) -> list[GridRow]:
    return [GridRow(cells, layout, block) for cells in rows if cells]


def _tables(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines of each table of the form, where no heading parts them: their rows are not of one width."""
    texts = [squash(text) if WRITTEN.search(text) else "" for text, _, _ in lines]
    start = 0
    for number, text in enumerate(texts):
        if not OPENS_TABLE.match(text) or not any(
            map(is_figure_line, (t for t, _, _ in lines[start:number]))
        ):
            continue
        # a bar that opens every row
        at = number - (is_bar(lines[start][0]) and is_bar(lines[number - 1][0]))
        yield lines[start:at]
        start = at
    yield lines[start:]


def _joined(lines: list[tuple[int, str]]) -> Iterator[Line]:
    """Cells over one or more lines as lines that close them."""
    written: list[str] = []
    start = 0
    for at, (number, line) in enumerate(lines):
        if is_page_mark(line) and not (lines[at + 1 :] and is_bar(lines[at + 1][1])):
            continue  # a page ended here; above a bar the mark is what a cell says
        start = start if written else number
        bar = max(line.rfind("|"), line.rfind("｜"))
        written.append(line[: bar + 1] or line)
        if bar >= 0:
            yield "\n".join(written), start, number - (is_bar(line) and start < number)
            written, start = ([line[bar + 1 :]] if line[bar + 1 :].strip() else []), number


def _of_one_width(lines: list[Line]) -> list[list[Cell]]:
    """Rows of as many cells each, where each line is one, blank ones too; empty where no width is told by their texts."""
    if any(len(PIPES.findall(line)) != 1 for line, _, _ in lines):
        return []
    cells = [Cell(PIPES.split(line)[0], first, last) for line, first, last in lines]
    texts = [cell.text for cell in cells]
    width = width_of_rows(texts) or width_of_one_row(texts)
    return [cells[at : at + width] for at in range(0, len(cells), width)] if width else []


def _closed(lines: list[Line]) -> Iterator[list[Cell]]:
    """A row goes on until pipes without text close it, or a text follows figures or blank cells."""
    cells: list[Cell] = []
    lines = _without_edges(lines)
    marked = any(ROW_END.match(text) or _CLOSES_ROW.search(text) for text, _, _ in lines)
    # where no blank cell is left, a label before a label may be that of a row of blank cells
    lost = not marked and all(WRITTEN.search(text) for text, _, _ in lines)
    below_header = False
    for line, first, last in lines:
        if marked and ROW_END.match(line):
            yield cells
            cells = []
            continue
        ends_row = bool(_CLOSES_ROW.search(line))
        parts = [Cell(text, first, last) for text in PIPES.split(line)[: -2 if ends_row else -1]]
        texts = [part.text for part in parts if part.text.strip()]
        figures = any(map(looks_like_figure, texts))
        words = any(not looks_like_figure(text) for text in texts)
        below_header = below_header or figures
        if words and not marked and (has_figure(cells) or _ends_blank(cells) or (lost and below_header)):
            yield cells
            cells = []
        if len(cells) > _MOST_LABELS and figures and not marked and not has_figure(cells):
            # the header runs into the first row: the label is the last text before the figures
            label = max((n for n, cell in enumerate(cells) if cell.text.strip()), default=0)
            yield cells[:label]
            cells = cells[label:]
        cells += parts
        if ends_row:
            yield cells
            cells = []
    yield cells


def _without_edges(lines: list[Line]) -> list[Line]:
    """Where bars fill rows up: the lines without bars that open rows or fill them up, which are no blank cells.

    Those that fill up are written as two bars on a line of their own, which end a row. A single bar is taken for a blank
    cell only where others, between figures, show that these are kept.
    """
    texts = [text for text, _, _ in lines]
    fill = [bool(FILLED.search(text)) or (bool(PADS.search(text)) and not is_bar(text)) for text in texts]
    if not any(
        PADS.search(text) or len(text.strip()) > 2
        for text, is_fill in zip(texts, fill, strict=True)
        if is_fill
    ):
        return lines
    after = [text for text, is_fill in zip(texts[1:], fill, strict=False) if is_fill]
    opened = bool(after) and all(map(is_bar, after))
    written = [number for number, text in enumerate(texts) if not is_bar(text)]
    kept = any(
        b > a + 1 and is_figure_line(texts[a]) and is_figure_line(texts[b]) for a, b in pairwise(written)
    )
    left: list[Line] = []
    for number, ((text, first, last), is_fill) in enumerate(zip(lines, fill, strict=True)):
        if is_fill:
            own = PADS.sub("|", text)
            left += [(own, first, last)] if WRITTEN.search(own) else []
            left.append(("||", first, last))
        elif not is_bar(text):
            left.append((text, first, last))
        elif opened and (number == 0 or fill[number - 1] or _opens(texts, number)):
            left.append(("||", first, last))
        elif kept or (number + 1 < len(fill) and fill[number + 1]):  # what fills up is on one line
            left.append((text, first, last))
        elif number and is_figure_line(texts[number - 1]) and _opens(texts, number):
            left.append(("||", first, last))  # it fills up a row that lacks one cell
    return left


def _opens(texts: list[str], number: int) -> bool:
    """Whether a bar stands right before words."""
    return (
        number + 1 < len(texts)
        and bool(WRITTEN.search(texts[number + 1]))
        and not is_figure_line(texts[number + 1])
    )


def _ends_blank(cells: list[Cell]) -> bool:
    """Whether several blank cells stand at the end, which no label has before it in its row."""
    return len(cells) > _MOST_LABELS and not any(cell.text.strip() for cell in cells[-_MOST_LABELS:])
