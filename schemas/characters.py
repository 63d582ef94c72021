"""Traditional characters with their simplified forms: some sites show reports in them.

One to one, so that places on a line stay. Does not belong here: a dictionary of the language, or other looks of a letter
(assets/extract/labels.py).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("traditional.txt")


@cache
def simplified() -> dict[str, str]:
    """Traditional character -> simplified one."""
    rows = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    letters = "".join(rows)
    return dict(zip(letters[::2], letters[1::2], strict=True))
