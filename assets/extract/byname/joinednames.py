"""Names that a long table joins to one, taken apart: `三、本年度办理结果 > （一）予以公开`, `法人或其他组织-商业企业`.

The sign between them is that behind which so many names of rows and columns stand to the letter; a name that is one of the form's
as it stands (本年增/减) stays whole. Does not belong here: paths that end with a column's name (named.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from assets.extract.model import Cell

# A point behind a number is that of the number.
_SIGN = re.compile(r"\s*(?:->|=>|[/\\>→»›|_·\-—–]{1,2}|(?<![0-9０-９])[:：.]{1,2})\s*")
# So many different names that a sign takes apart are no chance.
_LEAST = 3


def names_apart(figures: list[list[Cell]], is_name: Callable[[str], bool]) -> list[list[Cell]]:
    """The names before each figure, each name of the form with what stood before it apart."""
    texts = {cell.text for cells in figures for cell in cells[:-1]}
    joined = {text for text in texts if _SIGN.search(text)}
    cuts = {text: cut for text in joined if (cut := _cut(text, is_name)) is not None}
    signs = Counter(_between(text, cut) for text, cut in cuts.items())
    common = {sign for sign, count in signs.items() if count >= _LEAST}
    if not common:
        return figures
    parts: dict[str, list[str]] = {}
    for text in joined:
        cut = cuts.get(text) or (None if is_name(text) else _last(text, common))
        if cut is not None and _between(text, cut) in common:
            parts[text] = [text[: cut[0]].strip(), text[cut[1] :].strip()]
    return [
        [
            *(
                Cell(part, name.line_start, name.line_end)
                for name in names
                for part in parts.get(name.text, [name.text])
            ),
            figure,
        ]
        for *names, figure in figures
    ]


def _cut(text: str, is_name: Callable[[str], bool]) -> tuple[int, int] | None:
    """Where the last sign begins and ends behind which a name stands."""
    for sign in reversed(list(_SIGN.finditer(text))):
        if sign.start() and is_name(text[sign.end() :].strip()):
            return sign.span()
    return None


def _last(text: str, common: set[str]) -> tuple[int, int] | None:
    """Where the last such sign begins and ends, for a name behind it that is damaged."""
    found = [
        s
        for s in _SIGN.finditer(text)
        if s[0].strip() in common and text.count("（", s.end()) == text.count("）", s.end())
    ]
    return found[-1].span() if found and found[-1].start() else None


def _between(text: str, cut: tuple[int, int]) -> str:
    return text[cut[0] : cut[1]].strip()
