"""Numbers alone on their lines that count something, as the line below them says: `6` above `件`, `3` above `场，发布政策解读`.

A page's number counts nothing; what stands below it may begin with such a word by chance, or be the unit that a blank cell holds. So numbers
that count on are no pages' only where the lines below all of them begin so. Belongs here: that question. Does not belong here: which numbers
count on (pages.py), units that wrapped in a narrow cell (undone/words/unitsalone.py).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assets.extract.numbers import UNITS

# Beside the units of cells the words that sentences count with.
_WORDS = (*sorted(UNITS), *"年月日号场篇名人家期类种位")


def are_measured(numbers: Collection[int], lines: Sequence[str]) -> bool:
    """Whether the next line with text below each of these lines, from 1, begins with the unit of its number."""
    return bool(numbers) and all(
        next(filter(None, map(str.strip, lines[number : number + 3])), "").startswith(_WORDS)
        for number in numbers
    )
