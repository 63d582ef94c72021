"""Marks behind an agency's name that are none of its letters: the number or sign of a note, a point, a tick, the stroke of a broken line.

    临泽县财政局[2]
    2023年政府信息公开工作年度报告

Belongs here: what a name never ends in. Does not belong here: numbers that a name has before its kind (第二中学), and numbers of pages
and lines (titles.py, formats/everyline.py).
"""

from __future__ import annotations

import re

_MARKS = re.compile(
    r"(?:[-+*#>~|\\/│√✓▪•◦●■□»›§†‡※¶\u2070-\u2079²³¹①-⑳]"
    r"|[\[【(]注?[0-9]{1,2}[\])】])+$"
)
# One digit behind a kind of agency is a note's, too: no name counts there.
_DIGIT = re.compile(r"(?<=[局厅府委会处室院镇乡])[0-9]$")


def without_marks_behind(name: str) -> str:
    """The name without such marks; nothing but marks stays as it is."""
    return _MARKS.sub("", _DIGIT.sub("", name)) or name
