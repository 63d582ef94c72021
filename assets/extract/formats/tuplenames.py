"""Names of columns that a program writes with all names above them: `"('申请人情况', '法人或其他组织', '商业企业')": 49`.

The last of them is the column's own. It stands for them all where no other column of the record has the same, so that which
column it is does not go by what stands above it. Does not belong here: which column a name is (byname/).
"""

from __future__ import annotations

import re
from collections import Counter

_NAME = re.compile(r"\"\((?:'[^'\"\n]{0,120}', ?)+'(?P<own>[^'\"\n]{0,120})'\)\"(?=\s*:)")
_ENDS = "}"


def with_own_names(lines: list[str]) -> list[str]:
    """The lines with the own name of each column."""
    out = list(lines)
    record: list[tuple[int, str]] = []
    for n, line in enumerate([*lines, _ENDS]):
        record += [(n, found["own"]) for found in _NAME.finditer(line)]
        if record and _ENDS in line:
            counts = Counter(own for _, own in record)
            if max(counts.values()) == 1:
                for at in {at for at, _ in record}:
                    out[at] = _NAME.sub(lambda found: f'"{found["own"]}"', lines[at])
            record = []
    return out
