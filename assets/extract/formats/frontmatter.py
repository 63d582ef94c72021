"""What a program says of each page in a block of YAML above it: `primary_language: zh`, `is_table: True` between two lines of `---`.

Pages are put together with it between them, in the midst of a table that goes on. Belongs here: such blocks of one and the same names, the
first of which opens the text. Does not belong here: one that says what the text is (a title, an agency), rules of Markdown alone.
"""

from __future__ import annotations

import re

_RULE = "---"
_ENTRY = re.compile(r"([A-Za-z]\w{0,40}):(?: [\x20-\x7e]*)?")
_MOST_ENTRIES, _LEAST_BLOCKS = 30, 2


def without_front_matter(lines: list[str]) -> list[str]:
    """The lines, those of such blocks blank."""
    first = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    names = _names_from(lines, first)
    if not names:
        return lines
    starts = [at for at in range(first, len(lines)) if _names_from(lines, at) == names]
    if len(starts) < _LEAST_BLOCKS:
        return lines
    out = list(lines)
    for at in starts:
        out[at : at + len(names) + 2] = [""] * (len(names) + 2)
    return out


def _names_from(lines: list[str], at: int) -> list[str]:
    """The names in the block that a line opens; none where it opens none, or one that has words of a report."""
    if lines[at : at + 1] == [] or lines[at].rstrip() != _RULE:
        return []
    names: list[str] = []
    for line in lines[at + 1 : at + 2 + _MOST_ENTRIES]:
        if line.rstrip() == _RULE:
            return names
        entry = _ENTRY.fullmatch(line.rstrip())
        if entry is None:
            return []
        names.append(entry[1])
    return []
