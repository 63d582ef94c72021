"""Cells set apart by pipes: Markdown, closed, leading, trailing or compact rows, and one cell a line (`0 |`)."""

from __future__ import annotations

import re

from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow
from assets.extract.numbers import looks_like_figure

_PIPES = re.compile(r"[|｜]")
# A rule between rows, in two looks: one expression for both would try every way to divide a long run of dashes.
_OF_RULE = re.compile(r"[\s|｜:+=-]*")
_DASHES = re.compile(r"[-=]{2}")
_ONE_CELL = re.compile(r"^[^|｜]*[|｜]{1,2}\s*$")
_ESCAPE = re.compile(r"\\([-+.#*_()\[\]<>~`!/])")
_EMPHASIS = re.compile(r"\*\*|__")
_CLOSES_ROW = re.compile(r"[^|｜\s]\s*[|｜]{2}\s*$")
_ROW_END = re.compile(r"^\s*[|｜]{2,}\s*$")
# Cells before the figures of a row; what has more of them begins with a header.
_MOST_LABELS = 3
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def starts(lines: list[str], index: int) -> bool:
    """A line with a pipe."""
    return bool(_PIPES.search(lines[index]))


def end(lines: list[str], index: int) -> int:
    """The block is the run of such lines, and of figures that a row wrapped at its last pipe left on a line of their own."""
    ended = 0  # lines so far that end with a pipe, less those that do not
    while index < len(lines):
        if starts(lines, index):
            ended += 1 if _is_wrapped(lines[index]) else -1
        elif not (ended <= 0 and _is_wrapped(lines[index - 1]) and looks_like_figure(squash(lines[index]))):
            break
        index += 1
    return index


def _is_wrapped(line: str) -> bool:
    """Whether a line may be cut: it ends with a pipe and does not start with one."""
    text = line.strip()
    return bool(text) and bool(_PIPES.match(text[-1])) and not _PIPES.match(text)


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    one_cell = [line for line in lines if _ONE_CELL.match(line)]
    if len(lines) > 1 and len(one_cell) > 0.6 * len([x for x in lines if not _ROW_END.match(x)]):
        return _one_cell_a_line(lines, first_line, block)
    numbered = [(n, _clean(line)) for n, line in enumerate(lines, first_line) if not _is_rule(line)]
    # a pipe at the edge is a border where every row has it; elsewhere it sets a blank cell apart
    opened = all(_PIPES.match(line.lstrip()) for _, line in numbered)
    closed = all(_PIPES.match(line.rstrip()[-1:]) for _, line in numbered)
    # where rows are not closed, one that ends with a pipe is cut there if figures follow
    cut = sum(1 if _is_wrapped(line) else -1 for _, line in numbered) < 0
    rows: list[GridRow] = []
    for index, (number, line) in enumerate(numbered):
        parts = _PIPES.split(line.strip())
        parts = parts[1 if opened else 0 : len(parts) - 1 if closed and len(parts) > 1 else len(parts)]
        cells = [Cell(text, number, number) for text in parts]
        if cut and index and _is_wrapped(numbered[index - 1][1]) and looks_like_figure(squash(parts[0])):
            rows[-1].cells[-1:] = cells
        elif cells:
            rows.append(GridRow(cells, "pipes", block))
    return rows


def _is_rule(line: str) -> bool:
    return bool(_OF_RULE.fullmatch(line) and _DASHES.search(line))


def _clean(line: str) -> str:
    """The line without Markdown's marks of emphasis, escapes and breaks."""
    return _EMPHASIS.sub("", _ESCAPE.sub(r"\1", _BREAK.sub("\n", line.replace("\\|", "/"))))


def _one_cell_a_line(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Each line closes a cell; a row goes on until pipes without text close it, or a text follows figures."""
    rows: list[GridRow] = []
    cells: list[Cell] = []
    marked = any(_ROW_END.match(line) or _CLOSES_ROW.search(line) for line in lines)
    for number, line in enumerate(lines, first_line):
        if marked and _ROW_END.match(line):
            if cells:
                rows.append(GridRow(cells, "pipe_cells", block))
            cells = []
            continue
        ends_row = bool(_CLOSES_ROW.search(line))
        parts = [Cell(text, number, number) for text in _PIPES.split(line)[: -2 if ends_row else -1]]
        texts = [part for part in parts if part.text.strip()]
        starts_row = any(not looks_like_figure(part.text) for part in texts) and _has_figures(cells)
        if cells and starts_row and not marked:
            rows.append(GridRow(cells, "pipe_cells", block))
            cells = []
        figures = any(part.text.strip() and looks_like_figure(part.text) for part in parts)
        if len(cells) > _MOST_LABELS and figures and not marked and not _has_figures(cells):
            # the header runs into the first row: the label is the text before the figures
            rows.append(GridRow(cells[:-1], "pipe_cells", block))
            cells = cells[-1:]
        cells += parts
        if ends_row:
            rows.append(GridRow(cells, "pipe_cells", block))
            cells = []
    if cells:
        rows.append(GridRow(cells, "pipe_cells", block))
    return rows


def _has_figures(cells: list[Cell]) -> bool:
    return any(cell.text.strip() and looks_like_figure(cell.text) for cell in cells)
