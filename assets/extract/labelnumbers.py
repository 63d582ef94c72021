"""The numbers that labels open with: those that a form prints, those of habit, and those by which a sum is misnumbered.

Belongs here: which numbers a label may have, and whether a text's number is none of them. Does not belong here: reading the number of a
text (labels.py), and what becomes of a text that has another (labelmatcher.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from assets.extract.labels import number_of
from schemas.form import Label

# What stands about a number.
MARKS = "().、"
_DIGITS = "一二三四五六七八九十"


def is_against(text: str, numbers: Set[str]) -> bool:
    """Whether a label opens with a number of the same kind as `numbers`, and with none of them."""
    number = number_of(text)
    return number is not None and number not in numbers and any(n[-1] == number[-1] for n in numbers)


def numbers_of(labels: Iterable[Label]) -> dict[str, frozenset[str]]:
    """The numbers that each label may open with: those of its wordings, and that of numbering through all groups."""
    found: dict[str, frozenset[str]] = {}
    through = 0
    for label in labels:
        own = {number for wording in label.wordings if (number := number_of(wording))}
        if any(number.endswith(".") for number in own):
            through += 1
            own.add(f"{through}.")
        found[label.key] = frozenset(own)
    return found


def slips_of(label: Label) -> frozenset[str]:
    """The numbers by which a sum of all groups is misnumbered: that of the group before, one too many, and its own in digits.

    Sums of a single group that a report adds go on with the numbers of the rows they add up, in digits: they have others.
    """
    if getattr(label, "total_of", None) is None:
        return frozenset()
    own = (number.strip(MARKS) for w in label.wordings if (number := number_of(w)))
    at = {_DIGITS.index(number) for number in own if number in _DIGITS}
    return frozenset(each for n in at for each in (_DIGITS[n - 1], _DIGITS[n + 1], str(n + 1)))
