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


def cells_of_letters(written: Sequence[tuple[int, str]]) -> frozenset[int]:
    """The numbers of the lines that are such cells; `written` are those with a text, without the spaces about it."""
    texts = [text for _, text in written]
    found = [at for at, text in enumerate(texts) if _LIKE.fullmatch(text)]
    if not found:
        return frozenset()
    if sum(map(looks_like_figure, texts)) < _LEAST_ALONE:
        return frozenset()

    def beside(at: int, step: int) -> bool:
        near = texts[at + step] if 0 <= at + step < len(texts) else ""
        return looks_like_figure(near) or is_like_a_figure(near)

    between = [at for at in found if beside(at, 1)]
    ends = [at for at in found if not beside(at, 1) and beside(at, -1)]
    is_mark = sum(len(texts[at]) < _SHORT for at in ends) > sum(len(texts[at]) < _SHORT for at in between)
    ends = [at for at in ends if len(texts[at]) >= _SHORT or not is_mark]
    return frozenset(written[at][0] for at in (*between, *ends))
