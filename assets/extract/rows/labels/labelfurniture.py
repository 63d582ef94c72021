"""What stands between the rows of figures of a plain text without being part of a row's label.

Belongs here: names of groups, labels of columns, and the numbers of rows that tell where labels begin. Does not belong here: which
row a run of figures is (runlabels.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assets.extract.labels import ascii_width, normalize, squash, strip_numbering
from schemas.form import forms

# The number of a row within its group: a label starts with it.
NUMBERED = re.compile(r"[（(]?\d{1,2}[）).、．](?!\d)")
OPENS = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七])[）).、．](?!\d)")
# Letters above the figures that are too few for the likeness of the whole label to need them.
_SCRAP = 2


@dataclass(frozen=True)
class Furniture:
    """What stands between rows of figures without being part of a row's label."""

    groups: tuple[str, ...]
    columns: re.Pattern[str]
    names: frozenset[str]
    side_by_side: bool
    in_front: re.Pattern[str]
    numbered: tuple[str, ...]
    labels: tuple[str, ...]
    names_of: Mapping[str, tuple[str, ...]]

    def without_groups(self, words: str) -> str:
        """Words on the line of figures without labels of groups in front that the row's numbered label is glued to.

        The row's label alone tells what it is: more letters of a group make it like a longer one.
        """
        narrow = ascii_width(words)
        return narrow[found.end() :] if (found := self.in_front.match(narrow)) else words

    def has(self, fragment: str) -> bool:
        """A piece of a group label set in a narrow column beside the rows, or a line of column labels.

        A column label alone on its line may be a row's (总计, 其他), except in a table that has rows side by side.
        """
        text = normalize(fragment)
        if len(text) <= 4 and any(text in group for group in self.groups):
            return True
        words = len(fragment.split())
        return (words > 1 or self.side_by_side) and not self.columns.sub("", squash(fragment))

    def begins_group(self, words: str) -> bool:
        """Whether words are the first letters of a group's numbered name, or all of it with the first of a row's label."""
        text = squash(words)
        if not OPENS.match(text):
            return False
        rests = [text.removeprefix(name) for name in self.numbered if text.startswith(name)]
        return any(name.startswith(text) for name in self.numbered) or any(
            label.startswith(rest) for rest in rests for label in self.labels
        )

    def begins_label(self, words: str, below: str) -> bool:
        """Whether words on the line of figures begin a label of a row with its group's name, and end none.

        Alone they may be a piece of the group's label beside the rows, where the name does not go on below.
        """
        text = squash(words)
        if not self.begins_group(words):
            return False
        going_on = text + squash(below)
        return (
            not any(name.startswith(text) for name in self.numbered)
            or (text in self.numbered and self.is_numbered(below))
            or any(
                text != name and below and (name.startswith(going_on) or going_on.startswith(name))
                for name in self.numbered
                if name.startswith(text)
            )
        )

    def begins_so(self, text: str, below: Sequence[str], row: str) -> bool:
        """Whether a label that goes on below its figures begins as the row's does: a scrap of another label above does not."""
        above = normalize(text.removesuffix(squash("".join(below))))
        if not above or len(above) > _SCRAP:
            return True
        return any(
            any(letter in name[: len(above) + _SCRAP] for letter in above) for name in self.names_of[row]
        )

    def opens_row(self, fragment: str) -> bool:
        """Whether a fragment begins with the number of a row, maybe behind the name of its group."""
        return self.is_numbered(self.without_groups(fragment))

    @staticmethod
    def is_numbered(fragment: str) -> bool:
        """Whether a fragment has the number of a row: 3.其他 is one, whatever group has these letters."""
        return bool(NUMBERED.match(fragment.strip()))

    def is_column(self, label: str, before: Sequence[str]) -> bool:
        """Whether a label is the last of a header: a column's name without a row's number, below words of others.

        `label` is squashed; 总计 is a row of table 3 and a column of tables 3 and 4.
        """
        if strip_numbering(label) != label or normalize(label) not in self.names:
            return False
        if self._ends_row(before):
            return False
        words = [normalize(token) for text in before for token in text.split() if squash(text) != label]
        return any(any(word in name for name in self.names) for word in words if word)

    def _ends_row(self, before: Sequence[str]) -> bool:
        """Whether the one line above, since the last row of figures, is the label of a row that is blank: 其他 above 总计.

        A header has more words than one column's. Beside the label may stand its group's name, and a letter of one set downward.
        """
        if len(before) != 1:
            return False
        *beside, own = map(normalize, before[0].split() or [""])
        lone = [word for word in beside if word not in self.groups]
        if len(lone) > 1 or any(len(word) > 1 for word in lone):
            return False
        return bool(own) and any(own in names for names in self.names_of.values())


@cache
def furniture_of(form_id: str, table_no: str) -> Furniture:
    """What stands so between the rows of a table; shared by all reports."""
    form = forms()[form_id]
    table = form.table(table_no)
    columns = sorted((re.escape(normalize(c.zh)) for c in table.columns), key=len, reverse=True)
    wordings = {strip_numbering(squash(w)) for g in table.groups for w in g.wordings}
    groups = sorted(map(re.escape, wordings), key=len, reverse=True)
    return Furniture(
        tuple(normalize(g.zh) for g in table.groups),
        re.compile("|".join(columns)),
        frozenset(normalize(w) for t in form.tables for c in t.columns for w in c.wordings),
        table.one_row,
        re.compile(
            rf"\s*+(?:(?:{OPENS.pattern})?\s*+(?:{'|'.join(groups) or '(?!)'})\s*+)+(?={OPENS.pattern})"
        ),
        tuple(squash(w) for g in table.groups for w in g.wordings),
        tuple(
            name for r in table.rows for w in r.wordings for name in (squash(w), strip_numbering(squash(w)))
        ),
        {row.key: tuple(normalize(w) for w in row.wordings) for row in table.rows},
    )
