"""Headers that lost a word or another, where those that are left tell the place of each that is not.

A program may leave a cell of the header blank, drop a word, or cut the last letters of a line; the columns are all there
then, and the words that are left stand in the form's order. Belongs here: telling such a loss from columns that are
gone or moved. Does not belong here: what a header lacks (headerlacks.py), and what its order is (plainheader.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from assets.extract.headers.corners import CORNERS
from assets.extract.headers.headerlacks import SPAN, labels_in
from assets.extract.labels import squash
from assets.extract.plainheaders.stackedheader import Words
from schemas.form import Column

# Letters that are left of a label whose last ones were cut off, and of one with a wrong letter.
_LEAST_CUT = _LEAST_DAMAGED = 3
_LETTER = re.compile(r"[^\W\d_]")
# What may name a column, of no more letters than any does.
_NAME = re.compile(r"[^\W\d_]{1,8}")
# How alike what is printed in a corner is to the form's words for it, where some letters are wrong: 钩稽关系.
_ALIKE = 85


def cut_at_ends(rows: Sequence[Sequence[str]], columns: Sequence[Column], words: Words) -> bool:
    """Whether the labels that a header lacks are the last of their level, and another lacks its last letters.

    Its words were cut off, and its columns were not: those that are named stand before those that are not.
    """
    texts = {squash(word) for row in rows for word in row}
    cut = {
        c.key
        for c in columns
        for text in texts
        if len(text) >= _LEAST_CUT and text != squash(c.zh) and squash(c.zh).startswith(text)
    }
    whole = {c.key for c in columns if texts & set(words.columns[c.key])}
    told = [[c.key in whole | cut for c in columns if bool(c.group) is level] for level in (True, False)]
    return bool(cut - whole) and all(
        level == sorted(level, reverse=True) and any(level) for level in told if level
    )


def is_in_place(rows: Sequence[Sequence[str]] | None, columns: Sequence[Column], words: Words) -> bool | None:
    """Whether the cells of header rows stand over their columns, one or another left blank; None where places tell nothing.

    `rows` are the cells over the figures, one for each column.
    """
    if rows is None:
        return None
    if _stand_in_place(rows, columns, words):
        return True
    return False if _moved_within(rows, columns, words) else None


def _stand_in_place(rows: Sequence[Sequence[str]], columns: Sequence[Column], words: Words) -> bool:
    """Whether the cells of header rows are the labels of the form in its order, one or another left blank.

    `rows` are the cells over the figures, one for each column. A label may stand in any of the rows.
    """
    named: set[str] = set()
    for row in rows:
        for text, column in zip(map(squash, row), columns, strict=True):
            if text in words.columns[column.key]:
                named.add(column.key)
            elif text and text not in words.spans and text not in words.other:
                return False
    # a row may have been filled up with blanks: where not both ends are named, most must be
    return {columns[0].key, columns[-1].key} <= named or 2 * len(named) > len(columns)


def leaves_one_place(rows: Sequence[Sequence[str]], columns: Sequence[Column], words: Words) -> bool:
    """Whether the labels of two rows that a header has stand in the form's order and leave one place for each it lacks.

    Nothing else may stand among them, no two that are lost be neighbours, since those may have stood either way, and
    most must be there. Of labels in one row one that is lost may have stood anywhere. A group bounds those below it.
    """
    seen = _seen(rows, columns, words)
    if seen is None or SPAN not in seen:
        return False
    found = [i for i in seen if i != SPAN]
    last = len(columns) - 1
    lost = sorted({*range(last + 1)} - {*found})
    if 2 * len(found) <= len(columns) or len(set(found)) < len(found):
        return False
    if any(b - a == 1 for a, b in pairwise(lost)) or (last in lost and not {*lost} <= {0, last}):
        return False
    below = [at for at, i in enumerate(found) if columns[i].group]
    if below != [*range(below[0], below[-1] + 1)] or (last in found and found.index(last) > below[-1]):
        return False
    levels = [[i for i in found if bool(columns[i].group) is level] for level in (False, True)]
    return all(level == sorted(level) for level in levels)


def leaves_one_each(
    rows: Sequence[Sequence[str]], columns: Sequence[Column], words: Words, groups: int
) -> bool:
    """Whether a header prints the labels in the form's order once for each of so many groups, without one, always the same."""
    seen = _seen(rows, columns, words)
    if seen is None or len(seen) != groups * (len(columns) - 1):
        return False
    found = seen[: len(columns) - 1]
    return found == sorted({*found}) and seen == found * groups


def _moved_within(rows: Sequence[Sequence[str]], columns: Sequence[Column], words: Words) -> bool:
    """Whether cells of one header row leave the form's order: some labels in their places, others beside them.

    `rows` are the cells over the figures, blank ones kept. A row of labels without any blank cell may have lost some.
    """
    place = {w: i for i, c in enumerate(columns) for w in words.columns[c.key]}
    beside = {i for i, c in enumerate(columns) if not c.group} if words.spans else set()
    for texts in ([squash(cell) for cell in row] for row in rows):
        named = [(at, place[text]) for at, text in enumerate(texts) if text in place]
        apart = {at - i for at, i in named if i not in beside}
        if len(apart) > 1 and (0 in apart or "" in texts[named[0][0] : named[-1][0]]):
            return True
    return False


def keeps_step(rows: Sequence[Sequence[str]], columns: Sequence[Column], words: Words) -> bool:
    """Whether the labels in each row of cells stand as far apart as in the form, which every group begins again."""
    place = {w: i for i, c in enumerate(columns) for w in words.columns[c.key]}
    named = [[(at, place[text]) for at, text in enumerate(map(squash, row)) if text in place] for row in rows]
    return all(len({(at - i) % len(columns) for at, i in row}) <= 1 for row in named)


def _seen(rows: Sequence[Sequence[str]], columns: Sequence[Column], words: Words) -> list[int] | None:
    """The columns that words name, whole or in pieces, SPAN for a group; None if a label lacks a piece, or a word is none of the header's.

    Before the first label others may stand, if none is lost there and they are no name of another column.
    """
    place = {w: i for i, c in enumerate(columns) for w in words.columns[c.key]}
    found: list[int] = []
    begun: dict[int, str] = {}
    foreign = False
    for text in (text for row in rows for text in _texts(row, place)):
        if not _LETTER.search(text):
            continue  # a rule or a number
        goes_on = next((i for i, rest in begun.items() if rest.startswith(text)), None)
        if goes_on is not None:
            begun[goes_on] = begun[goes_on].removeprefix(text)
        elif labels := labels_in(text, place, words):
            found += labels
        elif (i := _begun_by(text, columns)) is not None:
            begun[i] = squash(columns[i].zh).removeprefix(text)
            found.append(i)
        elif (i := _damaged(text, place)) is not None:
            found.append(i)
        elif not any(text in w or w in text for w in words.other):
            if any(i != SPAN for i in found) or (_NAME.fullmatch(text) and text not in CORNERS):
                return None
            foreign = foreign or not _is_copy(text, words)
    first = next((i for i in found if i != SPAN), None)
    return None if first is None or any(begun.values()) or (foreign and first) else found


def _texts(row: Sequence[str], place: dict[str, int]) -> list[str]:
    """The words of a line; as one word where they are all of one label with space inside: 商业 企业, each of which names the column, too."""
    whole = squash("".join(row))
    return [whole] if whole in place else [squash(word) for word in row]


def _is_copy(text: str, words: Words) -> bool:
    """Whether a text is what the form prints beside its labels, or a piece of it, but for a wrong letter or two."""
    return any(len(text) <= len(w) + 1 and fuzz.partial_ratio(text, w) >= _ALIKE for w in words.other)


def _begun_by(text: str, columns: Sequence[Column]) -> int | None:
    """The column whose label alone begins with a text."""
    fits = [i for i, c in enumerate(columns) if squash(c.zh).startswith(text)]
    return fits[0] if len(fits) == 1 else None


def _damaged(text: str, place: dict[str, int]) -> int | None:
    """The column of whose label alone a text is a copy with one letter wrong, lost or too many."""
    near = {
        i
        for w, i in place.items()
        if min(len(w), len(text)) >= _LEAST_DAMAGED and Levenshtein.distance(w, text) == 1
    }
    return near.pop() if len(near) == 1 else None
