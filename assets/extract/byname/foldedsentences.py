"""Rows written out as sentences that lines of one width fold: the lines of each, as one text.

Such a sentence ends with a full stop at the end of a line, and begins where a label of the form does; between them stands
nothing but names and figures, or it is none. Does not belong here: what a sentence says (rowsentences.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.byname.rowsentences import row_sentences
from assets.extract.byname.sentencelabels import is_row_label
from schemas.form import forms

# A sentence stands on no more lines, and a line that has no more than a figure may be the number of a page.
_MOST_LINES, _LONGEST_LINE = 9, 120
_ALONE = re.compile(r"\s*[-—–]*\s*[0-9]{1,4}\s*[-—–]*\s*")
_COLON = re.compile("[:：]")


def folded_sentences(lines: Sequence[str]) -> dict[int, str]:
    """The texts of sentences on several lines, with line breaks, by the index of their first line."""
    text = "\n".join(lines)
    return _folded(lines) if "：" in text or ":" in text else {}


def _folded(lines: Sequence[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    written = [n for n, text in enumerate(map(str.strip, lines)) if text]
    for at, last in enumerate(written):
        if not at or "。" not in lines[last]:
            continue
        if not lines[last].rstrip().endswith("。") or _may_be_whole(lines[last]):
            continue
        if (first := _first_line(lines, written, at)) is not None:
            found[first] = "\n".join(lines[first : last + 1])
    return found


def _may_be_whole(line: str) -> bool:
    rows = row_sentences(line.strip())
    return bool(rows) and _is_label(rows[0].labels[0])


def _first_line(lines: Sequence[str], written: Sequence[int], at: int) -> int | None:
    """The line that the sentence begins on: the nearest whose label is one of the form, or that behind another sentence."""
    farthest = None
    for back in range(1, min(_MOST_LINES, at + 1)):
        first = written[at - back]
        line = lines[first]
        if line.rstrip().endswith("。") or len(line) > _LONGEST_LINE or "|" in line or "\t" in line:
            return farthest
        if _ALONE.fullmatch(line) or first < written[at - back + 1] - 2:
            return None
        if not _COLON.search("".join(lines[first : written[at] + 1])):
            continue
        rows = row_sentences("\n".join(lines[first : written[at] + 1]).strip())
        if rows and _is_label(rows[0].labels[0]):
            return first
        farthest = first if rows else None
    return None


def _is_label(label: str) -> bool:
    return any(is_row_label(label, form) for form in forms().values())
