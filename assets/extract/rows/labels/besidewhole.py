"""Words beside a label that is whole on a line without figures: they are of another row, and so are the figures beside them.

`行政强制` stands above `行政捡 57`, or `四、结转下年度继续办理` below `（七 息计 173 3 …`: a label whose cells are blank, and next to it
a row whose label nobody knows. The two lines together are still like the label that the one is to the letter. Belongs here: telling such
words from the rest of a label, its gloss, and pieces of a group's label beside it. Does not belong here: labels that
two rows share (runlabels.py), and what becomes of the row without figures (labelonly.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from assets.extract.labelmatcher import Match, row_matcher
from assets.extract.labels import normalize, squash
from assets.extract.model import GridRow, Run
from assets.extract.numbers import looks_like_figure
from schemas.form import forms

_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
# A label this much alike is whole; a single letter may be a piece of anything.
_WHOLE, _LEAST_LETTERS = 0.85, 2


def is_beside_whole(form_id: str, table_no: str, match: Match, lines: Sequence[str], at: int) -> bool:
    """Whether some lines of a text that is like a label are more like it by themselves, and the rest is no part of it.

    `lines` are those that make up the text; figures stand behind the words of line `at`, or below it.
    """
    for first in range(at + 1, len(lines)):
        if _is_row("".join(lines[first:]), match, form_id, table_no):
            return _is_strange("".join(lines[:first]), form_id, table_no, match.key)
    for end in range(at, 0, -1):
        if _is_row("".join(lines[:end]), match, form_id, table_no):
            rest = _without_gloss("".join(lines[:end]), "".join(lines[end:]))
            return _is_strange(rest, form_id, table_no, match.key)
    return False


def lines_of(
    text: str, words: str, above: Sequence[str], below: Sequence[str], is_piece: Callable[[str], bool]
) -> tuple[list[str], int]:
    """The lines that the text of a label is made of, and which of them is that of the figures, or the last above them.

    `words` are those on the line of the figures: what of them the text leaves out is one with the rest, unless it `is_piece` of a
    group's label.
    """
    rest = text.removesuffix(squash("".join(below))) if below else text
    lines: list[str] = []
    if words:
        beside = next((words[i:] for i in range(len(words)) if rest.endswith(words[i:])), words)
        rest = rest.removesuffix(beside)
        lines = [beside if is_piece(words.removesuffix(beside)) else words]
    for fragment in reversed(above):
        if not rest:
            break
        line = squash(fragment)
        lines.insert(0, line if rest.endswith(line) else rest)
        rest = rest.removesuffix(lines[0])
    return [*lines, *below], max(0, len(lines) - 1)


def has_label_beside(item: GridRow | Run, row: str, form_id: str, table_no: str) -> bool:
    """Whether a line next to figures that have strange words of their own is the label of a row.

    So are words in front of other figures on the same line: `行政强制 18  行政确认 28`.
    """
    if not isinstance(item, Run):
        return False
    above = [f.text for f in item.before]
    own = item.head if normalize(item.head) else above.pop() if above else ""
    words = _without_gloss("".join(above[-1:]), own).split()
    figures = [at for at, word in enumerate(words) if looks_like_figure(word)]
    if not words or not _is_strange(
        "".join(words[figures[-1] + 1 :] if figures else words), form_id, table_no, row
    ):
        return False
    beside = [*above[-1:], *(f.text for f in item.after[:1])]
    beside += ["".join(words[: figures[0]])] if figures else []
    found = [row_matcher(form_id, table_no).match(squash(text)) for text in beside]
    return any(match is not None and match.key == row for match in found)


def _without_gloss(above: str, text: str) -> str:
    """A text without what stands in a bracket that is still open above it."""
    before = squash(above)
    if before.count("(") <= before.count(")"):
        return text
    return re.sub(r"^[^)）]*[)）]?", "", text)


def _is_row(text: str, whole: Match, form_id: str, table_no: str) -> bool:
    match = row_matcher(form_id, table_no).match(squash(text))
    return match is not None and match.key == whole.key and match.score >= max(_WHOLE, whole.score)


def _is_strange(text: str, form_id: str, table_no: str, row: str) -> bool:
    """Whether words are no gloss in brackets, and no piece of the row's label, of a group's or a column's."""
    bare = normalize(_BRACKETED.sub("", squash(text)))
    if len(bare) < _LEAST_LETTERS:
        return False
    return not any(bare in name for name in _names(form_id, table_no, row))


@cache
def _names(form_id: str, table_no: str, row: str) -> tuple[str, ...]:
    table = forms()[form_id].table(table_no)
    own = [each for each in table.rows if each.key == row]
    return tuple({normalize(w) for label in (*own, *table.groups, *table.columns) for w in label.wordings})
