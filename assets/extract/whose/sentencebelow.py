"""The sentence that says who drew the report up, where it stands below the tables: a page's boxes came in another order.

Asked where nothing above the tables names the agency. Belongs here: that one sentence, by its opening and its end. Does not belong here: the
same sentence at the head of a report (selfnamed.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import joined
from assets.extract.whose.evidence import Evidence
from assets.extract.whose.names import is_government
from assets.extract.whose.selfnamed import who_drew_up

# 根据《…条例》第五十条规定，某局编制本报告: from the law to the word for the report.
_DRAWN_UP = re.compile(
    r"(?:根据|按照|依据)[^。;；]{0,12}《[^《》]{4,30}条例》[^。;；]{0,60}?([^。,;；]{3,30}?)(?:编制|编写|撰写)(?:了)?(?:本|此|该)[^。]{0,12}?报告"
)


def drawn_up_below(lines: Sequence[str], first_table_line: int | None) -> Evidence | None:
    """The agency that draws the report up by a sentence from line `first_table_line` on; None where there is none, or several."""
    if not first_table_line:
        return None
    body, line_at = joined(["", *lines[first_table_line:]])
    found = []
    for sentence in _DRAWN_UP.finditer(body):
        if named := who_drew_up(sentence[0]):
            found.append((sentence.start() + named[0], named[1]))
        elif is_government(sentence[1]):
            found.append((sentence.start(1), sentence[1]))
    if len({name for _, name in found}) != 1:
        return None
    return Evidence(found[0][1], first_table_line - 1 + line_at(found[0][0]), "body")
