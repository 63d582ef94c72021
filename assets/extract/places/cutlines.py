"""Lines that were cut at a width, what stood behind it lost: a row that reaches there may lack figures, a header columns.

Nothing in such a row shows it: what is left may have as many cells as a whole one. The text shows it: no line is longer,
and paragraphs end in the midst of a sentence there, rows without the bar that others end with. Does not belong here: lines
that go on below (unfold.py), and rows of one block of bars (readers/bars/pipes.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.cells import TableReading
from assets.extract.readers.drawn.boxblocks import CORNERS

# No program cuts a text narrower; so many letters are a piece of a sentence, and so many lines show the width.
_NARROWEST, _LEAST_LETTERS, _LEAST_CUT = 12, 10, 2
_LETTER = re.compile("[\u4e00-\u9fff]")
# What a sentence goes on behind, and what opens a paragraph or a heading.
_GOES_ON = re.compile("[\u4e00-\u9fff0-9，、（“《]$")
_OPENS = re.compile(
    r"\s*(?:$|#|\||\*\*|[（(]?[一二三四五六七八九十]{1,2}[）)、]|[一二三四五六]是|[0-9]{1,2}[.、．])"
)
_BARS = ("|", "│", "┃", "｜")
_SENTENCE = re.compile("[，。；：]")
# A figure that was cut may have gone as a whole, with the spaces about it.
_SHORTER = 8
# Lines above the first row of a table that may be its header.
_HEADER = 8


def doubt_cut(reading: TableReading, lines: Sequence[str], width: int | None) -> None:
    """Put a table in doubt one of whose lines may have been cut at this width."""
    if width is None or not reading.lines:
        return
    first, last = min(reading.lines), max(reading.lines)
    own = range(max(0, first - 1 - _HEADER), last)
    cut = next((n for n in own if len(lines[n]) >= width - _SHORTER and not _is_prose(lines[n])), None)
    if cut is not None:
        reading.note("table-unreadable", line=cut + 1, detail=f"{width} | …")
        for key in reading.cells:
            reading.doubt(key, "table-unreadable", first)


def cut_width(lines: Sequence[str]) -> int | None:
    """The number of letters at which the lines of a text were cut; None where nothing shows that they were."""
    width = max(map(len, lines), default=0)
    if width < _NARROWEST:
        return None
    at_width = [n for n, letters in enumerate(map(len, lines)) if letters == width]
    if len(at_width) < _LEAST_CUT:
        return None
    prose = [n for n in at_width if _is_prose(lines[n])]
    broken = [n for n in prose if _GOES_ON.search(lines[n]) and _OPENS.match(_following(lines, n))]
    rows = [line.strip() for line in lines if line.strip().startswith(_BARS)]
    is_closed = any(row.endswith(_BARS) for row in rows if len(row) > 1)
    cut_rows = sum(is_closed and _is_unclosed(lines[n].strip()) for n in at_width)
    if 2 * len(broken) < len(prose):
        return width if cut_rows > _LEAST_CUT else None
    return width if broken and len(broken) + cut_rows >= _LEAST_CUT else None


def _is_prose(line: str) -> bool:
    return (
        not line.lstrip().startswith(_BARS)
        and "\t" not in line
        and len(_LETTER.findall(line)) >= _LEAST_LETTERS
        and _SENTENCE.search(line) is not None
        and "  " not in line.strip()
    )


def _is_unclosed(row: str) -> bool:
    """Whether a row begins with a bar and ends with none, nor with a corner."""
    return row.startswith(_BARS) and not row.endswith((*_BARS, *CORNERS))


def _following(lines: Sequence[str], n: int) -> str:
    """The next line that is not blank."""
    return next((line for line in lines[n + 1 :] if line.strip()), "")
