"""Bars without a cell at the end of rows of one line: what fills a row up to the width of its table, as wide as merged cells are.

    一、本年新收 | 7 | 3 | | | 2 | 1 | 13 | ||
    三、本年度办理结果 | （一）予以公开 | 2 | 1 | | | 1 | 1 | | |

Several such bars stand together, without the room that a blank cell has. One alone looks like a blank cell, and is one where
others between figures show that these are kept, unless the rows that several bars fill up show that it is a cell too many. Belongs here:
which bars at the end of a line are no cells. Does not belong here: cells a line each (pipecells.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.bars.barlines import PADS, PIPES

_BLANK_BETWEEN = re.compile(r"[|｜]\s+[|｜]\s*[^|｜\s]")
_BLANK = re.compile(r"[|｜]\s+[|｜]")
_GLUED = re.compile(r"[|｜]{2,}\s*$")
_GLUED_WITHIN = re.compile(r"[|｜]{2,}\s*[^|｜\s]")
# So many rows with as many cells are no chance.
_LEAST_ROWS, _LEAST_SHARE = 3, 0.8


def without_pads(lines: list[str]) -> list[str]:
    """Rows without the bars that fill them up, which are no blank cells."""
    pads = [PADS.search(line) for line in lines]
    if not any(pad and len(pad[1]) > 1 for pad in pads):
        return _without_glued(lines)
    kept = any(map(_BLANK_BETWEEN.search, lines))
    beyond = _no_cells(lines, pads) if kept else frozenset()
    return [
        line[: pad.start(1)] if pad and (len(pad[1]) > 1 or not kept or n in beyond) else line
        for n, (line, pad) in enumerate(zip(lines, pads, strict=True))
    ]


def _no_cells(lines: Sequence[str], pads: Sequence[re.Match[str] | None]) -> frozenset[int]:
    """The rows at whose end a single bar is no blank cell.

    It fills a row up to the bars of all others, where it would be a cell more than any of these has: so it is where all rows between as
    many bars whose end is plain, several of them, have as many cells behind their labels. Or the row has a bar less than most of
    these: it lost a cell, in whose place what fills it up must not be counted.
    """
    bars = [len(PIPES.findall(line)) for line in lines]
    counts: dict[int, list[int]] = {}
    for line, pad, width in zip(lines, pads, bars, strict=True):
        if pad and len(pad[1]) > 1 and (behind := _behind_label(line[: pad.start(1)])):
            counts.setdefault(width, []).append(behind)
    usual = max(counts, key=lambda width: len(counts[width]), default=0)
    out = set()
    for n, (line, pad) in enumerate(zip(lines, pads, strict=True)):
        if pad and len(pad[1]) == 1:
            behind = _behind_label(line[: pad.start(1)])
            known = counts.get(bars[n], [])
            is_beyond = len(known) >= _LEAST_ROWS and set(known) == {behind}
            whole = counts[usual] if bars[n] == usual - 1 else []
            is_short = len(whole) >= _LEAST_ROWS and set(whole) == {behind + 1}
            if is_beyond or is_short:
                out.add(n)
    return frozenset(out)


def _without_glued(lines: list[str]) -> list[str]:
    """Rows without bars that stand right behind the bar of their last cell, where nearly all have as many cells behind their labels.

    All are of as many bars, and blank cells have room in them. A row that has other cells then lacks one, or has one too many.
    """
    pads = [_GLUED.search(line) for line in lines]
    if not any(pads) or any(map(_GLUED_WITHIN.search, lines)) or not any(map(_BLANK.search, lines)):
        return lines
    cells = [pad and _behind_label(line[: pad.start() + 1]) for line, pad in zip(lines, pads, strict=True)]
    found = [behind for behind in cells if behind]
    usual = max(map(found.count, found), default=0)
    if usual < _LEAST_ROWS or usual < _LEAST_SHARE * len(found):
        return lines
    bars = [len(PIPES.findall(line)) for line in lines]
    width = max(bars)
    # where not all are as wide, rows that lost a cell still have none in what fills them up
    short = (width - 1, max(found, key=found.count) - 1)
    return [
        line[: pad.start() + 1] if pad and (min(bars) == width or (count, behind) == short) else line
        for line, pad, count, behind in zip(lines, pads, bars, cells, strict=True)
    ]


def _behind_label(line: str) -> int:
    """How many cells stand behind the last words of a row that the line closes; 0 where there are only words or none."""
    cells = PIPES.split(line)[:-1]
    words = [at for at, cell in enumerate(cells) if cell.strip() and not looks_like_figure(squash(cell))]
    return len(cells) - 1 - words[-1] if words else 0
