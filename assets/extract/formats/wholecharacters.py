"""Characters that escapes wrote as two halves, and halves that stand alone: no encoding has these, and no table takes them.

Belongs here: making them whole. Does not belong here: which escapes a text has (escapes.py, scripts.py, reprcells.py, lists.py).
"""

from __future__ import annotations

import re

_HALF = re.compile("[\ud800-\udfff]")


def whole_characters(text: str) -> str:
    """The text with one character where two escapes wrote its halves; a half alone is no character, and is marked as lost."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _HALF.search(text) else text
