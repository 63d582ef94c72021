"""Pages whose tags were escaped, `&lt;p&gt;` or `\\u003cp>`: cut at their blocks as any page, once the marks of escaping are gone.

Belongs here: whether what was escaped are tags. Does not belong here: the marks of escaping (escapes.py), tags (blocks.py).
"""

from __future__ import annotations

from assets.extract.formats.blocks import without_tags
from assets.extract.formats.escapes import unescape

_ESCAPED = ("lt;p", "lt;/p", "lt;d", "lt;/d", "u003c")


def with_tags_unescaped(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines without marks of escaping, cut at the blocks of a page whose tags these were, and their numbers before."""
    had_tags = any(sign in line for line in lines if ";" in line or "\\" in line for sign in _ESCAPED)
    lines, numbers = unescape(lines)
    if not had_tags:
        return lines, numbers
    lines, again = without_tags(lines)
    if again is None or numbers is None:
        return lines, again if numbers is None else numbers
    return lines, [numbers[number - 1] for number in again]
