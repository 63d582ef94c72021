"""The lines at a report's end that say who signed it and when.

Does not belong here: whose report it is, and of which year (identity.py).
"""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from assets.extract.dates import DATE, MONTH, to_date
from assets.extract.labels import squash
from assets.extract.whose.linemarkup import without_commands
from assets.extract.whose.names import LIKE_SELF, OTHER_NAME
from assets.extract.whose.titles import ONLY_KIND, ORG

_LINES = 15


def signature_in(lines: list[str]) -> tuple[tuple[int, str] | None, tuple[int, date | None] | None]:
    """Who signed and the day, each behind the number of its line; None where the last lines do not say."""
    backwards = (
        (n, without_commands(squash(lines[n - 1]))) for n in range(len(lines), 0, -1) if lines[n - 1].strip()
    )
    tail = list(islice(backwards, _LINES))[::-1]
    for position in range(len(tail) - 1, -1, -1):
        number, text = tail[position]
        found = DATE.fullmatch(text.strip("()"))
        if found:
            around = [*tail[max(0, position - 1) : position], *tail[position + 1 : position + 2]]
            return next((at for at in around if is_signature(at[1])), None), (number, to_date(found))
    if len(tail) > 1 and MONTH.fullmatch(tail[-1][1].strip("()")):
        tail.pop()
    return tail[-1] if tail and is_signature(tail[-1][1]) else None, None


def is_signature(text: str) -> bool:
    """Whether a squashed line may be the name of who signed."""
    return (
        4 <= len(text) <= 30
        and bool(ORG.search(OTHER_NAME.sub("", text)))
        and not ONLY_KIND.fullmatch(text)
        and not re.search(rf"[0-9,。:;、|]|^[一二三四五六]、|^(?!{LIKE_SELF})[我本]", text)
    )
