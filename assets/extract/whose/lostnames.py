"""A name with letters that a program lost (`\\ufffd州市柳林镇人民政府`), and the same name where the text still has it whole.

Belongs here: putting back such letters in the name of the agency. Does not belong here: which place names it (identity.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import squash

_LOST = "\ufffd"
_LETTER = "[\u3400-\u9fff]"
# A name of which less is left may be another's.
_LEAST_LEFT = 4


def whole_name(name: str, title: str | None, lines: Sequence[str]) -> tuple[str, int] | None:
    """The one name in a text that a damaged name is but for what it lost, letter for letter, and its line; None where none or several are.

    A name's first letter may be lost in the title right before the rest. The first and the last of a name must be those of the words
    that it stands in.
    """
    if title and _LOST + name in title:
        name = _LOST + name
    if _LOST not in name or len(name) - name.count(_LOST) < _LEAST_LEFT:
        return None
    letters = "".join(_LETTER if letter == _LOST else re.escape(letter) for letter in name)
    before = f"(?<!{_LETTER})" if name.startswith(_LOST) else ""
    fits = re.compile(before + letters + (f"(?!{_LETTER})" if name.endswith(_LOST) else ""))
    found: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        for match in fits.findall(squash(line)):
            found.setdefault(match, number)
    return next(iter(found.items())) if len(found) == 1 else None
