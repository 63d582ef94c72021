"""Tables drawn with + - | or with box characters: grid tables of pandoc, psql and friends.

A line with all of the table's walls is cut at them. Where walls are missing (cells that span columns, borders that
stop at a cell spanning rows) cells are found by display columns, in which wide characters count two; programs
disagree about characters of ambiguous width, and some count every character one: the count that fits the borders is used.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from assets.extract.model import Cell, GridRow
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.drawn import boxends, chopped
from assets.extract.readers.drawn.boxblocks import (
    BORDER,
    CORNERS,
    INNER_BORDER,
    RULE_CHARS,
    RULED,
    RULES,
    WALL,
    WALLS,
    from_wall,
    indent,
    is_border,
)
from assets.extract.readers.drawn.frames import Frame, Piece, is_second_label
from assets.extract.readers.drawn.gridcells import as_said, merged_figures
from assets.extract.readers.drawn.movedwalls import corners_of
from assets.extract.readers.drawn.overborders import Region, has_text, with_words_over_borders
from assets.extract.readers.drawn.shortwraps import with_walls_of_wraps
from assets.extract.readers.drawn.widths import columns_of

# A first column of no width, as a program draws a cell over several rows of which none are left.
_NARROW, _NARROW_BORDER = re.compile(r"^(\s*\|)\|(?=(.))"), re.compile(r"^\s*\|\|-{2}")
# A region between two borders with this many lines of figures holds a row a line, not one row of many lines.
_ROWS_A_REGION = 4
_HEADER_AND_BODY = 2
# Border and all, such a region may hold one row whose label was broken by hand.
_ROW_OF_TWO_LINES = 3
_MARGINS = 3  # a wall, and a space on each side of what a cell holds


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    left = indent(lines[0])
    lines = _without_narrow([from_wall(line, left) or "" for line in lines])
    counts = {len(WALL.findall(line)) for line in lines}
    walls = max(counts, default=0)
    if walls < 2:
        return []
    wide = max((1, 2, 0), key=lambda width: _fit(lines, width))
    edges = _edges(lines, wide)
    if (ended := boxends.closed(lines, edges, WALLS, wide)) is not lines:
        lines, walls = ended, walls + 1
        counts = {len(WALL.findall(line)) for line in lines}
    if len(edges) in counts:
        walls = len(edges)  # a line with more has a wall too many
    lines = with_walls_of_wraps(lines, walls)
    regions: list[Region] = [[]]
    down: list[int] = []
    short: dict[int, int] = {}
    for number, line in enumerate(lines, first_line):
        pieces = _cut(line, walls, edges, wide, down)
        if line.strip() and len(pieces) < walls - 1 and not is_border(line):  # nothing stands between pages
            shown = boxends.whole_columns(line, edges, WALLS + CORNERS, wide)
            short |= {number: max(shown, 1)} if shown is not None else {}
        if any(text is None for _, text in pieces):
            regions.append([])
            down = [edges.index(at) for at, c in columns_of(line, wide) if at in edges and _goes_down(c)]
        regions[-1].append((number, pieces))
    rows: list[dict[int, Cell]] = []
    columns = max(walls - 1, len(edges) - 1)
    too_many = max(counts) - 1
    # borders about the header and the whole, and none between the rows
    frame = Frame(edges, wide) if sum(map(has_text, regions)) <= _HEADER_AND_BODY else None
    is_known = frame is None and len(edges) == columns + 1
    measure = Frame(edges, wide) if len(edges) == columns + 1 else None
    between = Frame(edges, wide) if is_known else None
    # without borders between the rows a figure below another may be the next row's
    room = dict(enumerate(right - left - _MARGINS for left, right in pairwise(edges))) if is_known else {}
    whole: set[int] = set()
    for region in with_words_over_borders(regions):
        if is_known and chopped.is_one_row([_texts(pieces) for _, pieces in region], room, wide):
            whole.add(len(rows))
            rows += _rows(region, None, None, is_one=True)
            continue
        lacks_borders = between is not None and between.holds_rows([pieces for _, pieces in region])
        rows += _rows(region, between if lacks_borders else frame, measure)
    found = []
    for number, row in enumerate(rows):
        top, bottom = min(c.line_start for c in row.values()), max(c.line_end for c in row.values())
        size = too_many if max(row) >= columns else columns
        size = min([size, *(shown for line, shown in short.items() if top <= line <= bottom)])
        rooms = {} if _has_gap(row) else room
        said = {at: as_said(cell, rooms.get(at, 0), number in whole) for at, cell in row.items()}
        cells = [said.get(column, Cell("", top, top)) for column in range(size)]
        starts = tuple(sorted(row)) if merged_figures(row, size) else ()
        found.append(GridRow(cells, "grid", block, spans=True, starts=starts))
    return found


def _has_gap(row: dict[int, Cell]) -> bool:
    """Whether a label goes on below a line on which it has nothing: it may be the next row's."""
    return any(
        cell.line_end - cell.line_start > cell.text.count("\n") and not cell.text.startswith(".")
        for cell in row.values()
    )


def _without_narrow(lines: list[str]) -> list[str]:
    """The lines without the second of two walls that open them, where a border between rows shows that no column is between."""
    if not any(map(_NARROW_BORDER.match, lines)):
        return lines
    return [
        _NARROW.sub(lambda found: found[1] + (found[2] if found[2] in RULES else " "), line) for line in lines
    ]


def _edges(lines: list[str], wide: int) -> list[int]:
    return sorted(
        {
            at
            for line in lines
            if BORDER.match(line) or INNER_BORDER.match(line)
            for at, c in columns_of(line, wide)
            if c in CORNERS
        }
    )


def _fit(lines: list[str], wide: int) -> int:
    """How many walls stand under the corners of the borders."""
    edges = set(_edges(lines, wide))
    return sum(
        at in edges
        for line in lines
        if not BORDER.match(line)
        for at, c in columns_of(line, wide)
        if c in WALLS
    )


@cache
def _goes_down(char: str) -> bool:
    """Whether a wall stands below a character of a border, as far as it tells."""
    return char in WALLS or re.search("DOWN|VERTICAL", unicodedata.name(char, "")) is not None


def _cut(line: str, walls: int, edges: list[int], wide: int, down: list[int]) -> list[Piece]:
    """The line cut at its walls; `down` are the columns whose walls the border above shows."""
    stripped = line.strip()
    count = len(WALL.findall(stripped))
    if count >= walls and stripped[0] in WALLS:
        return list(enumerate(part.strip() for part in WALL.split(stripped)[1:-1]))
    chars = columns_of(line, wide)
    if count == len(down) and any(c in WALLS and at not in edges for at, c in chars):
        # letters of another width moved the walls, which are all there
        parts = [part.strip() for part in WALL.split(stripped)[1:-1]]
        if not any(is_border(f"+{part}") for part in parts):
            return list(zip(down, parts, strict=False))
    by_column = dict(chars)
    stands = [(e, e) for e in edges if by_column.get(e, " ") in WALLS + CORNERS]
    drawn = [at for at, c in chars if c in WALLS]
    if any(at not in edges for at in drawn) and not RULED.search(line):
        stands = corners_of(drawn, edges) or stands
    pieces: list[Piece] = []
    for (left, corner), (right, behind) in pairwise(stands):
        inside = "".join(c for at, c in chars if left < at < right)
        column = edges.index(corner)
        if inside and set(inside) <= RULE_CHARS and any(c in RULES for c in inside):
            pieces += [(c, None) for c in range(column, edges.index(behind))]
        else:
            pieces.append((column, inside.strip()))
    rest = "".join(c for at, c in chars if at > stands[-1][0]).strip() if stands else ""
    if rest.strip(WALLS + RULES + CORNERS):  # text beyond the last wall that stands is no blank
        pieces.append((edges.index(stands[-1][1]), rest))
    return pieces


def _texts(pieces: Sequence[Piece]) -> dict[int, str]:
    return {column: text for column, text in pieces if text}


def _rows(
    region: Region, frame: Frame | None, measure: Frame | None, is_one: bool = False
) -> list[dict[int, Cell]]:
    """The rows of a region without borders inside; `frame` where lines may be rows that no borders part.

    `measure` tells where a line may be the rest of figures that were longer than their cells.
    """
    with_figures = [
        n for n, pieces in region if sum(bool(t) and looks_like_figure(t or "") for _, t in pieces) >= 2
    ]
    many = len(with_figures) >= _ROWS_A_REGION and not is_one
    rows: list[dict[int, Cell]] = []
    above: list[Piece] = []
    for number, pieces in region:
        texts = [(column, text) for column, text in pieces if text is not None]
        if not any(text for _, text in texts):
            continue
        may_part = len(region) > _ROW_OF_TWO_LINES or number in with_figures
        if (
            not rows
            or (
                many
                and number in with_figures[1:]
                and not (
                    measure is not None and measure.may_go_on(above, pieces, with_labels=frame is not None)
                )
            )
            or (many and is_second_label(rows[-1], pieces))
            or (may_part and frame is not None and frame.parts(rows[-1], above, pieces))
        ):
            rows.append({})
        above = pieces
        for column, text in texts:
            old = rows[-1].get(column)
            if old is None or (text and not old.text):  # a blank cell stands where its row begins
                rows[-1][column] = Cell(text, number, number)
            elif text:
                rows[-1][column] = Cell(f"{old.text}\n{text}", old.line_start, number)
    return rows
