"""Letters that a scanner reads for digits (`lOO` for 100, `O` for 0, `53l`), where a figure stands a line: cells whose figure is lost.

They keep their place among the figures of their row, which are known all the same. A letter by itself may be the mark before a
line, or the number of a page: it is a cell between two figures, or between a label and a figure; right above words only where
more of them stand above figures. Does not belong here: what the letters mean, which nobody can know.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.numbers import looks_like_figure

_LIKE = re.compile(r"(?!I{2,}$)(?=[0-9]*[oOlI〇])[0-9oOlI〇]{1,7}(?:件)?")
_SHORT = 2
# So many lines of such a text hold a figure alone.
_LEAST_ALONE = 20


def is_like_a_figure(text: str) -> bool:
    """Whether a text is made of digits and letters that look like some, one letter at least."""
    return bool(_LIKE.fullmatch(text))


def cells_of_letters(lines: Sequence[tuple[int, str]]) -> frozenset[int]:
    """The numbers of the lines that are such cells."""
    found = [n for n, (_, line) in enumerate(lines) if _LIKE.fullmatch(line.strip())]
    if not found:
        return frozenset()
    written = [n for n, (_, line) in enumerate(lines) if line.strip()]
    text = {n: lines[n][1].strip() for n in written}
    if sum(looks_like_figure(line) for line in text.values()) < _LEAST_ALONE:
        return frozenset()
    place = {n: at for at, n in enumerate(written)}

    def beside(n: int, step: int) -> bool:
        at = place[n] + step
        near = text[written[at]] if 0 <= at < len(written) else ""
        return looks_like_figure(near) or is_like_a_figure(near)

    between = [n for n in found if beside(n, 1)]
    ends = [n for n in found if not beside(n, 1) and beside(n, -1)]
    is_mark = sum(len(text[n]) < _SHORT for n in ends) > sum(len(text[n]) < _SHORT for n in between)
    ends = [n for n in ends if len(text[n]) >= _SHORT or not is_mark]
    return frozenset(lines[n][0] for n in (*between, *ends))
