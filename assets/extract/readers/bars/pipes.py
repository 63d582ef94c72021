"""Cells set apart by pipes: Markdown, closed, leading, trailing or compact rows.

Does not belong here: one cell a line (pipecells.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from assets.extract.labels import squash
from assets.extract.model import Cell, GridRow
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.bars import brokenrows
from assets.extract.readers.bars.barlines import PIPES
from assets.extract.readers.bars.blanksamid import end_of_rows_with_blanks_amid, rows_with_blanks_amid
from assets.extract.readers.bars.blanksbelow import with_blanks_below
from assets.extract.readers.bars.linepads import without_pads
from assets.extract.readers.bars.partedrows import end_of_parted_rows, parted_rows
from assets.extract.readers.bars.pipecells import (
    MOST_LINES,
    ONE_CELL,
    end_of_cells_above_bars,
    end_of_page,
    is_above_bar,
    is_one_cell_a_line,
    read_cells,
)
from assets.extract.undone.words.brokenlabels import is_group, is_label

# A rule between rows, in two looks: one expression for both would try every way to divide a long run of dashes.
_OF_RULE = re.compile(r"[\s|｜:+=-]*")
_BARS = ("|", "｜")
_DASHES = re.compile(r"[-=]{2}")
_BAR_FIRST = re.compile(r"(\|\s*)\\\|")
_ESCAPE = re.compile(r"\\([-+.#*_()\[\]<>~`!/])")
_EMPHASIS = re.compile(r"\*\*|__")
# A piece of a cell that is printed over several lines, in letters; a line between tables that is none.
_LONGEST_PIECE = 12
_CAPTION = re.compile(r"\s*(?:[附图]?表|附件|[(（]?[一二三四五六七八九十][)）、.．])")
# So many rows with blank lines about each are no chance; bars of such a row, and blank lines between two.
_LEAST_ALONE, _LEAST_BARS, _MOST_BLANK = 3, 3, 2
# Lines that were cut are shorter by so few letters than each other: a space, or a piece of a figure; so many were cut.
_CUT_SPACE, _LEAST_CUT = 5, 2
# What Org puts at the end of a line in a cell; the next line is a row in which only such cells go on.
_BREAKS = "\\\\"
# How Textile says that a cell is one of the header, or how it is set.
_SET = re.compile(r"(?<=\|)(?:_|<>|[<>=])\.(?=\s)")
# How a program names a column without a name, before the number of its place.
_NAME = "Col"
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def starts(lines: list[str], index: int) -> bool:
    """A line with a pipe, or one above a line that holds a pipe and nothing else."""
    if PIPES.search(lines[index]):
        return True
    return is_above_bar(lines, index) and not brokenrows.starts(lines, index + 1)


def end(lines: list[str], index: int) -> int:
    """The block is the run of such lines, and of figures that a row wrapped at its last pipe left on a line of their own."""
    if not PIPES.search(lines[index]):
        return end_of_cells_above_bars(lines, index)
    if stop := end_of_parted_rows(lines, index) or end_of_rows_with_blanks_amid(lines, index):
        return stop
    ended = 0  # lines so far that end with a pipe, less those that do not
    closed = 0  # the same, whether or not they start with one
    while index < len(lines):
        if PIPES.search(lines[index]):
            text = lines[index].strip()
            is_closed = text.endswith(_BARS)
            ended += 1 if is_closed and not text.startswith(_BARS) else -1
            closed += 1 if is_closed else -1
        elif ended <= 0 and _is_wrapped(lines[index - 1]) and _is_figure_alone(lines, index):
            pass
        elif after := end_of_page(lines, index):
            index = after
            continue
        elif rest := _rest_of_cell(lines, index, is_closed=closed > 0) or _rows_alone(lines, index):
            index = rest
            continue
        else:
            break
        index += 1
    return index


def _is_figure_alone(lines: list[str], index: int) -> bool:
    """Whether a line is a figure, and the next one none: of two the first may be the number of a page."""
    following = lines[index + 1] if index + 1 < len(lines) else ""
    return looks_like_figure(squash(lines[index])) and not looks_like_figure(squash(following))


def _rows_alone(lines: list[str], index: int) -> int:
    """The line after the last of several rows with blank lines about each, which cells that hold paragraphs leave."""
    stop = count = 0
    while True:
        at = next(
            (n for n in range(index, min(index + _MOST_BLANK + 1, len(lines))) if lines[n].strip()), index
        )
        is_alone = at > index and (at + 1 == len(lines) or not lines[at + 1].strip())
        if not is_alone or len(PIPES.findall(lines[at])) < _LEAST_BARS:
            return stop if count >= _LEAST_ALONE else 0
        stop = index = at + 1
        count += 1


def _rest_of_cell(lines: list[str], index: int, *, is_closed: bool) -> int:
    """The next line with a pipe, where those up to there are a part of its first cell: short, in cells that lines close."""
    stop = index
    while stop < len(lines) and not PIPES.search(lines[stop]):
        if stop - index == MOST_LINES or not 0 < len(lines[stop].strip()) <= _LONGEST_PIECE:
            return 0
        stop += 1
    if stop == len(lines):
        return 0
    if _CAPTION.match(lines[index]):
        whole = "".join(lines[index:stop]) + PIPES.split(lines[stop])[0]
        if not is_label(whole) and not is_group(whole):
            return 0
    before = lines[index - 1]
    in_cells = ONE_CELL.match(before) and ONE_CELL.match(lines[stop])
    return stop if in_cells or (is_closed and not _is_closed(before)) else 0


def _is_closed(line: str) -> bool:
    return line.rstrip().endswith(_BARS)


def _is_wrapped(line: str) -> bool:
    """Whether a line may be cut: it ends with a pipe and does not start with one."""
    text = line.strip()
    return text.endswith(_BARS) and not text.startswith(_BARS)


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    lines = _with_backslashes(lines)
    numbered = list(enumerate(lines, first_line))
    if parted := parted_rows(numbered):
        return [GridRow(cells, "pipe_cells", block) for cells in parted]
    written = [(number, line) for number, line in numbered if line.strip()]
    amid, left = rows_with_blanks_amid(written)
    if amid:
        below = read(lines[left[0][0] - first_line :], left[0][0], block) if left else []
        return [*(GridRow(cells, "pipes", block) for cells in amid), *below]
    if is_one_cell_a_line(lines):
        return read_cells(numbered, block)
    clean = [(number, _clean(line)) for number, line in written if not _is_rule(line)]
    clean = with_blanks_below(clean)
    clean = list(zip((number for number, _ in clean), without_pads([line for _, line in clean]), strict=True))
    printed = _rows(clean)
    # a pipe at the edge is a border where every row has it; elsewhere it sets a blank cell apart
    opened = all(PIPES.match(row[0][1].lstrip()) for row in printed)
    closed = all(_is_closed(row[-1][1]) for row in printed)
    # where rows are not closed, one that ends with a pipe is cut there if figures follow
    cut = sum(1 if _is_wrapped(row[0][1] + row[-1][1]) else -1 for row in printed) < 0
    lost = set() if closed or not opened else _cut_off(dict(numbered))
    are_named = _NAME in "\n".join([line for row in printed for _, line in row])
    rows: list[GridRow] = []
    for index, row in enumerate(printed):
        cells = _cells(row)
        if row[-1][0] in lost:
            # so few that the row is known to be short
            figures = [at for at, cell in enumerate(cells) if looks_like_figure(squash(cell.text))]
            cells = cells[: figures[0] + 1] if figures else cells
        cells = cells[1 if opened else 0 : len(cells) - 1 if closed and len(cells) > 1 else len(cells)]
        if are_named:
            cells = [_named(cell, place) for place, cell in enumerate(cells, 1)]
        if (
            cut
            and cells
            and rows
            and _is_wrapped(printed[index - 1][-1][1])
            and looks_like_figure(squash(cells[0].text))
        ):
            rows[-1].cells[-1:] = cells
        elif cells and rows and (whole := _with_rest(rows[-1].cells, cells)):
            rows[-1].cells = whole
        elif cells:
            rows.append(GridRow(cells, "pipes", block))
    return rows


def _with_backslashes(lines: list[str]) -> list[str]:
    r"""The lines, in which `\|` is a cell `\`, as some write a dash, and a bar, where rows then have the bars of all others.

    It is a bar within a cell, as Markdown has it, where they have so without it. Where rows differ, no cell begins with a bar.
    """
    if not any("\\|" in line for line in lines):
        return lines
    rows = [line for line in lines if "|" in line and not _is_rule(line)]
    counts = {line.count("|") for line in rows if "\\|" not in line} or {line.count("|") for line in rows}
    return [_with_backslash(line, counts) if "\\|" in line else line for line in lines]


def _with_backslash(line: str, counts: set[int]) -> str:
    """A line for which others have so many bars."""
    if len(counts) == 1 and line.count("|") in counts:
        return line.replace("\\|", "\\ |")
    is_in_cell = len(counts) == 1 and line.count("|") - line.count("\\|") in counts
    return line if is_in_cell else _BAR_FIRST.sub(r"\1\\ |", line)


def _with_rest(cells: list[Cell], rest: list[Cell]) -> list[Cell]:
    """The cells of a row with the rest of those that end with a sign for a line break; none where the next row is no rest."""
    goes_on = [cell.text.rstrip().endswith(_BREAKS) for cell in cells]
    if len(cells) != len(rest) or not any(goes_on):
        return []
    if any(bool(cell.text.strip()) != expected for cell, expected in zip(rest, goes_on, strict=True)):
        return []
    return [
        Cell(f"{a.text.rstrip().removesuffix(_BREAKS)}\n{b.text}", a.line_start, b.line_end) if broken else a
        for a, b, broken in zip(cells, rest, goes_on, strict=True)
    ]


def _cut_off(lines: Mapping[int, str]) -> set[int]:
    """The lines of closed rows that were cut at a width: those as long as any, where no other lost the bar that closes it."""
    size = {number: len(line.rstrip()) for number, line in lines.items()}
    long = {number for number, length in size.items() if length >= max(size.values()) - _CUT_SPACE}
    unclosed = {number for number, line in lines.items() if not _is_closed(line)}
    # rows that are padded to one length have lost a few bars, and nothing else
    all_alike = len(long) == len(lines) and len(unclosed) * 4 < len(lines)
    bars = {number: len(PIPES.findall(line)) for number, line in lines.items()}
    # rows that are never closed have as many bars each as one that ends with a blank cell
    lost_bars = {bars[number] for number in unclosed} != {max(bars.values())}
    was_cut = _LEAST_CUT <= len(unclosed) < len(lines) and unclosed <= long and lost_bars and not all_alike
    return long if was_cut else set()


def _named(cell: Cell, place: int) -> Cell:
    """The cell, blank where its text is the name that a program gives to a column without one: that of its place."""
    return Cell("", cell.line_start, cell.line_end) if cell.text.strip() == f"{_NAME}{place}" else cell


_Row = list[tuple[int, str]]


def _rows(lines: _Row) -> list[_Row]:
    """The lines of each row: one, or where rows are closed by a pipe those up to the next that is.

    Rows are closed where no line ends with a figure and none that goes on has more pipes, with its rest, than a whole row.
    """
    joined: list[_Row] = [[]]
    for number, line in lines:
        joined[-1].append((number, line))
        if _is_closed(line):
            joined.append([])
    whole = max((_bars(row) for row in joined if len(row) == 1), default=0)
    cut = [row for row in joined if len(row) > 1]
    ends = [PIPES.split(line)[-1] for row in cut for _, line in row[:-1]]
    if cut and not joined[-1] and max(map(_bars, cut)) <= whole and not any(map(looks_like_figure, ends)):
        return joined[:-1]
    return [[line] for line in lines]


def _bars(row: _Row) -> int:
    return sum(len(PIPES.findall(line)) for _, line in row)


def _cells(row: _Row) -> list[Cell]:
    """The cells of a row, over all its lines: the last of a line goes on at the beginning of the next."""
    cells: list[Cell] = []
    for number, line in row:
        parts = [Cell(text, number, number) for text in PIPES.split(line.strip())]
        if cells:
            before = cells.pop()
            parts[0] = Cell(f"{before.text}\n{parts[0].text}", before.line_start, number)
        cells += parts
    return cells


def _is_rule(line: str) -> bool:
    return bool(_OF_RULE.fullmatch(line) and _DASHES.search(line))


def _clean(line: str) -> str:
    """The line without marks of emphasis and of setting, escapes and breaks."""
    line = _SET.sub("", line) if ". " in line and line.startswith("|") else line
    return _EMPHASIS.sub("", _ESCAPE.sub(r"\1", _BREAK.sub("\n", line.replace("\\|", "/"))))
