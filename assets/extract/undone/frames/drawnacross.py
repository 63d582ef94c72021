"""Lines that Markdown draws across a page, three stars alone between blank lines: no cells, though stars beside figures may be.

Does not belong here: rules of dashes, which also stand in tables (dashes.py).
"""

from __future__ import annotations

import re

_DRAWN = re.compile(r"\s*\* ?\* ?\*\s*")


def without_lines_across(lines: list[str]) -> list[str]:
    """The lines, blank where one is drawn across the page."""
    if not any(_DRAWN.fullmatch(line) for line in lines if "*" in line):
        return lines
    around = zip(["", *lines], lines, [*lines[1:], ""], strict=False)
    return [
        "" if _DRAWN.fullmatch(line) and not above.strip() and not below.strip() else line
        for above, line, below in around
    ]
