"""A line of a plain header that names the whole upper level, the group too, in another order than the form's: 自然人 总计 法人或其他组织.

The form's columns may be printed in any order of their labels, level by level and by their heights; but what stands on one line stands
side by side. Belongs here: that one line against the form's order. Does not belong here: orders that a header tells as a whole
(printedorder.py, groupline.py), a head that comes before the others only because it is taller (besideheader.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import squash
from schemas.form import Column, Table

_BETWEEN = re.compile(r"[\s|｜│┃,;\"]+")


def upper_line_against(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> str | None:
    """The labels of such a line; None where there is none, or another line names them in the form's order."""
    groups = {squash(w): g.key for g in table.groups for w in g.wordings}
    keys = groups | {squash(w): c.key for c in columns if not c.group for w in c.wordings}
    standard = list(dict.fromkeys(c.group or c.key for c in columns))
    if len(standard) < 2 or not any(c.group for c in columns):
        return None
    against = None
    for line in lines:
        words = [word for word in map(squash, _BETWEEN.split(line)) if word in keys]
        told = [keys[word] for word in words]
        if told == standard:
            return None
        if sorted(told) == sorted(standard):
            against = "、".join(words)
    return against
