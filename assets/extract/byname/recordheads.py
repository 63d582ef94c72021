"""The label of a row on a line of its own above the names of its columns with their figures: `【规章】`, below it `本年制发件数：0`.

Programs set it in brackets, as a heading of markdown or in bold letters; without any of these it is one only where it is a label of the
form to the letter. Belongs here: which line is such a label. Does not belong here: the figures below it (keyed.py), and lists of
terms, which are read as a whole (terms.py).
"""

from __future__ import annotations

import re

from assets.extract.byname.leaves import is_column
from assets.extract.byname.named import cut_path
from assets.extract.byname.sentencelabels import is_row_label
from schemas.form import Form

_BRACKETS = dict(zip('【[「『〖〔《<〈［“"', '】]」』〗〕》>〉］”"', strict=True))
_MARKED = re.compile(r"#{1,6}\s+(?P<heading>[^#]*[^#\s])[\s#]*|(?P<stars>\*\*|__)(?P<bold>[^*_]+)(?P=stars)")
_NAME = re.compile(r"[\s\-*•·]*(?P<name>[^\s:：=][^:：=]{0,60}?)[\s*]*[:：=]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST = 120


def row_above_names(line: str, below: str, form: Form) -> str | None:
    """The label that a line is, by itself and by the line below it; None where it is none."""
    text = line.strip()
    if len(text) > _LONGEST or not _HAN.search(text):
        return None
    name = _NAME.match(below)
    if name is None or not _is_of_column(name["name"], form):
        return None
    marked = _MARKED.fullmatch(text)
    label = (marked["heading"] or marked["bold"]).strip() if marked else text
    if _BRACKETS.get(label[0]) == label[-1]:
        return label[1:-1].strip()
    # the labels of groups may stand before the row's
    return label if marked or is_row_label(label, form) or is_row_label(label.split()[-1], form) else None


def _is_of_column(name: str, form: Form) -> bool:
    return cut_path(name, form) is not None or any(is_column(name, form, table) for table in form.tables)
