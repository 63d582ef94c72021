"""Bars that do not part the cells: a program that finds tables on a page by the gaps between words sets them so.

Two or three columns come to stand in one cell (`| 1978 4962 | 3098 1630 |`), or a row of figures becomes the head of
a table of its own, its label above and below the bars. Such rows are plain text, and are made so here, before the
readers look at them; every line keeps its number. What the figures mean is not decided here, and a table whose bars
do part its cells is left alone, blanks and all.
"""

from __future__ import annotations

import re
from collections import Counter

from assets.extract.numbers import looks_like_figure
from assets.extract.readers.bars.labelsbelow import with_labels_in_rows

_BARS = re.compile(r"[|｜]")
_RULE = re.compile(r"[\s|｜:=-]+")
# Three digits behind one to three may be one figure: 1 113.
_THOUSANDS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
# The shape of a row is that of bars which part nothing where so many cells hold several figures, in so many rows.
_LEAST_CELLS, _LEAST_ROWS = 2, 3
# So many rows of figures that head a table of their own show that labels stand outside the bars.
_LEAST_HEADS = 3
# A program counts columns from 0 on above a table of its own; so many such figures are no row's.
_COUNTED = 3
_LONGEST_LINE = 2_000
# Two words within one cell.
_WORDS_IN_CELL = re.compile(r"[^\s|｜]\s++[^\s|｜]")
# Stands for a rule: the page's and no line of the report, and not an empty one either.
_DRAWN = "----"

# Figures in each cell from the first figure on; None for a cell with words.
_Shape = tuple[int | None, ...]


def unbar(lines: list[str]) -> list[str]:
    """The lines; from the first block whose bars part nothing on, without bars and rules."""
    joined = with_labels_in_rows(lines)
    barred = [n for n, line in enumerate(lines) if "|" in line or "｜" in line]
    if not _may_part_nothing(lines, barred):
        return joined
    shapes = {n: _shape(lines[n]) for n in barred}
    if not any(shapes.values()):
        return joined
    often = Counter(shape for n, shape in shapes.items() if _is_merged(shape) and not _is_thousands(lines[n]))
    merged = max(often.values(), default=0) >= _LEAST_ROWS
    heads = {n for n, shape in shapes.items() if shape and _heads_a_table(lines, n)}
    if not merged and len(heads) < _LEAST_HEADS:
        return joined
    blocks = _blocks(shapes)
    first = next(
        i
        for i, block in enumerate(blocks)
        if any(n in heads or (merged and _is_merged(shapes[n])) for n in block)
    )
    while first and not any(shapes[n] for n in blocks[first - 1]):
        first -= 1  # blocks of words alone are the header of the figures below them
    out = list(joined)
    for n in (n for block in blocks[first:] for n in block):
        out[n] = _DRAWN if _RULE.fullmatch(lines[n]) else " ".join(_BARS.sub(" ", joined[n]).split())
    return out


def _may_part_nothing(lines: list[str], barred: list[int]) -> bool:
    """Whether lines with bars may be merged rows, or heads of tables of their own: most texts have neither, and a look tells."""
    several = [n for n in barred if len(_WORDS_IN_CELL.findall(lines[n])) >= _LEAST_CELLS]
    if len(several) >= _LEAST_ROWS:
        return True
    after = {n + 1 for n in barred}
    heads = [n for n in barred if n not in after and "-" in "".join(lines[n + 1 : n + 2])]
    return len(heads) >= _LEAST_HEADS


def _heads_a_table(lines: list[str], n: int) -> bool:
    """Whether figures behind an empty cell head a table, words above it: its label stands outside the bars."""
    if n == 0 or n + 1 == len(lines) or _BARS.search(lines[n - 1]) or not lines[n - 1].strip():
        return False
    cells = _BARS.split(lines[n].strip().strip("|｜"))
    words = any(cell.strip() and not all(map(looks_like_figure, cell.split())) for cell in cells)
    if [cell.strip() for cell in cells[1:]] == [str(at) for at in range(len(cells) - 1)] and len(
        cells
    ) > _COUNTED:
        return False
    return not cells[0].strip() and not words and "-" in lines[n + 1] and bool(_RULE.fullmatch(lines[n + 1]))


def _blocks(shapes: dict[int, _Shape]) -> list[list[int]]:
    blocks: list[list[int]] = []
    for n in shapes:
        if blocks and blocks[-1][-1] == n - 1:
            blocks[-1].append(n)
        else:
            blocks.append([n])
    return blocks


def _shape(line: str) -> _Shape:
    if len(line) > _LONGEST_LINE or _RULE.fullmatch(line):
        return ()
    counts: list[int | None] = []
    for cell in _BARS.split(line.strip().strip("|｜")):
        tokens = cell.split()
        counts.append(len(tokens) if all(map(looks_like_figure, tokens)) else None)
    first = next((i for i, count in enumerate(counts) if count), len(counts))
    return tuple(counts[first:])


def _is_merged(shape: _Shape) -> bool:
    """Several cells with several figures, and no blank beside them: a blank would be a place, and places count."""
    return all(shape) and sum((count or 0) > 1 for count in shape) >= _LEAST_CELLS


def _is_thousands(line: str) -> bool:
    cells = [" ".join(cell.split()) for cell in _BARS.split(line)]
    return all(_THOUSANDS.fullmatch(cell) for cell in cells if " " in cell and looks_like_figure(cell[:1]))
