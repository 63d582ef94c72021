"""Words over a column that make it another than the one whose label they are like.

A label that lost letters is still that column's. One with a word beside it that says whose or of when the figures are
(组织合计, 上年总计, 历年制发件数) is no damaged one, and a label that stands in the place of another moved its column.
Belongs here: telling the two from damage. Does not belong here: what a header lacks (headerlacks.py), and the order of
labels among each other (gridheader.py, plainheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from assets.extract.headers.corners import CORNERS
from assets.extract.labels import core, normalize, squash
from assets.extract.meaning import is_said_in_brackets, is_turned
from schemas.form import Column
from schemas.whose import WORDS

_OTHERS = (*WORDS.earlier_years, *WORDS.half_years, *WORDS.undecided)
_SUMS = (*WORDS.sums, *WORDS.sums_of_parts)
# Letters of a label that make a word like it.
_LEAST_LIKE = 4


def is_anothers(text: str, column: Column) -> bool:
    """Whether a text like a column's label has a word that makes it another's: another year, another deed, or a part's sum."""
    own = "\n".join(map(squash, column.wordings))
    bare = core(text)  # a note in brackets may speak of another year: 本年增/减（与上年相比）
    strange = () if any(word in own for word in WORDS.last_year) else WORDS.last_year
    if any(word in bare and word not in own for word in (*strange, *_OTHERS)):
        return True
    if is_part_sum(text) and any(word in own for word in _SUMS):
        return True
    letters = [normalize(w) for w in column.wordings]
    return is_turned(bare, letters) or is_said_in_brackets(squash(text), letters)


def whose_other(text: str, columns: Sequence[Column]) -> Column | None:
    """The one column whose whole label stands in a text with a word that makes it another's (自然人以外)."""
    bare = core(text)
    like = [c for c in columns if any(letters in bare for letters in map(normalize, c.wordings))]
    return like[0] if len(like) == 1 and is_anothers(text, like[0]) else None


def is_part_sum(text: str) -> bool:
    """Whether a text names the sum of some of the columns: 小计, or a sum beside the word for those that it is of."""
    letters = squash(text)
    if normalize(letters) in WORDS.sums_of_parts:
        return True
    return any(word in letters for word in _SUMS) and any(word in letters for word in WORDS.parts)


def out_of_place(texts: Sequence[str], columns: Sequence[Column]) -> str | None:
    """The label, whole or cut behind its first letters, that stands in the place of another; None without such.

    `texts` stand over the figures, one for each column. Labels of groups move what is below them: no such table is asked.
    """
    if len(texts) != len(columns) or any(c.group for c in columns):
        return None
    for place, text in enumerate(map(squash, texts)):
        fits = [
            i for i, c in enumerate(columns) if len(text) > 1 and any(w.startswith(text) for w in _own(c))
        ]
        if fits and place not in fits:
            return text
    return None


def anothers_on_lines(
    rows: Sequence[Sequence[str]], columns: Sequence[Column], print_: Set[str]
) -> str | None:
    """The word of a line that is a column's label with a word that makes it another's; None without such.

    `print_` are the labels of all columns of the table: those of the block above may stand on the lines, too.
    """
    for text in (squash(word) for row in rows for word in row):
        if text not in print_ and whose_other(text, columns):
            return text
        for word in _OTHERS:  # last year's columns are the next block's above it
            rest = text.removeprefix(word)
            if rest == text or len(rest) < _LEAST_LIKE:
                continue
            like = [c for c in columns if any(w.endswith(rest) for w in _own(c))]
            if like and all(is_anothers(text, c) for c in like):
                return text
    return None


def out_of_place_on_lines(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> str | None:
    """`out_of_place` of the words of a line, behind its corner, if all of them begin labels."""
    for row in rows:
        texts = [text for text in map(squash, row) if text not in CORNERS]
        begin = all(any(w.startswith(text) for c in columns for w in _own(c)) for text in texts)
        if len(texts) < len(row) and begin and (told := out_of_place(texts, columns)):
            return told
    return None


def _own(column: Column) -> list[str]:
    return [squash(w) for w in column.wordings]
