"""Every space of a text turned into one that does not break (U+00A0): in a text with marks of tables they become plain ones again.

Lines of nothing but such a space stay: they may be blank cells. Does not belong here: those spaces in other texts (seenblanks.py).
"""

from __future__ import annotations

import re

_SPACE = "\u00a0"
_MARKED = re.compile(
    r"^\u00a0*\.\.\u00a0[a-z-]{1,30}::|[|｜]\u00a0|\u00a0[|｜]|^\u00a0*[*-]\u00a0-(?:\u00a0|$)", re.MULTILINE
)
_LEAST = 20


def with_plain_spaces(lines: list[str]) -> list[str]:
    """The lines with plain spaces, where the text has none and its tables need them."""
    text = "\n".join(lines)
    if " " in text or text.count(_SPACE) < _LEAST or not _MARKED.search(text):
        return lines
    return [line.replace(_SPACE, " ") if line.strip() else line for line in lines]
