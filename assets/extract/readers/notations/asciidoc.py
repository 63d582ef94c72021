"""Tables of AsciiDoc: a bar opens each cell, and what stands in front of it says how many columns and rows the cell spans.

Where the line above says how many columns there are, cells fill the rows of the table one after the other, whatever
lines they stand on; else rows may go on over several lines, and blank lines part them. Does not belong here: rows of one
line each of a table that does not say its columns, which are those of other tables with bars (pipes.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.extract.model import Cell, GridRow
from assets.extract.readers.notations import asciidocrows

_FENCE = "|==="
_BAR = re.compile(r"(?<!\\)\|")
_LEAST_ROWS = 2
# [width="100%",cols="3*,25%",options="header"]
_COLUMNS = re.compile(r"\[(?:[^\[\]]*,)?cols=\"([^\"]*)\"[^\[\]]*\]\s*")
_TIMES = re.compile(r"\s*([0-9]{1,2})\*")
# 2+| spans two columns, .3+| three rows; a cell may say how it is set: ^.>s|
_CELL = re.compile(
    r"(?:(?:^|(?<=\s))(?:([0-9]{1,2})?(?:\.([0-9]{1,2}))?\+)?(?:[<^>]?(?:\.[<^>])?)[adehlmsv]?)?(?<!\\)\|",
    re.MULTILINE,
)
_HARD_BREAK = re.compile(r"\s\+$", re.MULTILINE)


def starts(lines: list[str], index: int) -> bool:
    """A fence below the number of its columns, if the cells fill them; or one over rows that all have as many cells, some on several lines."""
    if lines[index].startswith("["):
        fenced = index + 1 < len(lines) and lines[index + 1].strip() == _FENCE
        is_grid = fenced and not _has_rows_over_lines(lines, index + 1)
        return is_grid and _grid(lines[index : end(lines, index)], 0) is not None
    if lines[index].strip() != _FENCE:
        return False
    # where the columns are said, cells that do not fill them are none that blank lines part
    says_columns = index > 0 and _COLUMNS.fullmatch(lines[index - 1]) is not None
    if not says_columns and asciidocrows.rows_of(lines[index : end(lines, index)], 0, 0) is not None:
        return True
    return _has_rows_over_lines(lines, index)


def _has_rows_over_lines(lines: list[str], index: int) -> bool:
    """Whether a fence stands over rows that all have as many cells, some on several lines."""
    rows = _rows(lines[index : end(lines, index)], 0)
    widths = {len(row) for row in rows}
    return (
        len(rows) >= _LEAST_ROWS
        and len(widths) == 1
        and widths.pop() > 1
        and any(row[0].line_start < row[-1].line_start for row in rows)
    )


def end(lines: list[str], index: int) -> int:
    """The line after the closing fence; a table that is never closed ends with the text."""
    first = index + 1 + lines[index].startswith("[")
    return next((n + 1 for n in range(first, len(lines)) if lines[n].strip() == _FENCE), len(lines))


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    grid = _grid(lines, first_line)
    if grid is None and (merged := asciidocrows.rows_of(lines, first_line, block)) is not None:
        return merged
    if grid is None:
        return [GridRow(cells, "asciidoc", block) for cells in _rows(lines, first_line)]
    return [
        GridRow(
            cells, "asciidoc", block, spans=True, starts=tuple(starts) if len(starts) < len(cells) else ()
        )
        for cells, starts in grid
    ]


def _grid(lines: list[str], first_line: int) -> list[tuple[list[Cell], list[int]]] | None:
    """The rows that the cells fill, each with the columns at which its cells begin; None where they do not fill them.

    A row begins with the first cell of a line, and the last one ends with the table: else a cell is lost or one too many.
    """
    said = _COLUMNS.fullmatch(lines[0])
    if not said:
        return None
    width = sum(int(m[1]) if (m := _TIMES.match(part)) else 1 for part in said[1].split(","))
    rows: list[tuple[list[Cell], list[int]]] = []
    covered = [0] * width
    for cell, columns, height, is_first in _spanning(lines[1:], first_line + 1):
        if not rows or len(rows[-1][0]) == width:
            if not is_first:
                return None
            rows.append(([], []))
        cells, begun = rows[-1]
        _skip_covered(cells, covered, cell.line_start)
        at = len(cells)
        if at + columns > width or any(covered[at : at + columns]):
            return None
        begun.append(at)
        covered[at : at + columns] = [height - 1] * columns
        cells.append(cell)
        cells += [Cell("", cell.line_start, cell.line_end)] * (columns - 1)
        _skip_covered(cells, covered, cell.line_end)
    complete = len(rows) >= _LEAST_ROWS and len(rows[-1][0]) == width and not any(covered)
    return rows if complete else None


def _skip_covered(cells: list[Cell], covered: list[int], line: int) -> None:
    while len(cells) < len(covered) and covered[len(cells)] > 0:
        covered[len(cells)] -= 1
        cells.append(Cell("", line, line))


def _spanning(lines: list[str], first_line: int) -> Iterator[tuple[Cell, int, int, bool]]:
    """Each cell, how many columns and rows it spans, and whether it is the first of its line."""
    text = "\n".join("" if line.strip() == _FENCE else line for line in lines)
    bars = list(_CELL.finditer(text))
    line = first_line + (text.count("\n", 0, bars[0].end()) if bars else 0)
    for bar, following in zip(bars, [*bars[1:], None], strict=True):
        inside = text[bar.end() : following.start() if following else len(text)]
        body = _HARD_BREAK.sub("", inside.strip())
        number = line + (inside[: inside.index(body[0])].count("\n") if body else 0)
        is_first = not text[text.rfind("\n", 0, bar.start()) + 1 : bar.start()].strip()
        yield Cell(body, number, number + body.count("\n")), int(bar[1] or 1), int(bar[2] or 1), is_first
        line += inside.count("\n")


def _rows(lines: list[str], first_line: int) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[]]
    for number, line in enumerate(lines, first_line):
        if line.strip() == _FENCE:
            continue
        if not line.strip():
            rows.append([])
            continue
        rest, *texts = _BAR.split(line)
        if rows[-1] and rest.strip():
            cell = rows[-1][-1]
            rows[-1][-1] = Cell(f"{cell.text}\n{rest.strip()}".strip(), cell.line_start, number)
        rows[-1] += [Cell(text.strip(), number, number) for text in texts]
    return [row for row in rows if row]
