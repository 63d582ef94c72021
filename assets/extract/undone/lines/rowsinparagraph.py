"""Rows written out as sentences that run on in one paragraph: `“规章”：本年制发件数 0、…。“行政许可”：本年处理决定数量 7。`

Each sentence is put on a line of its own, as other reports print them (byname/), the quotes about its label left out. Belongs here: where
one such sentence ends and the next begins. Does not belong here: what a sentence says (rowsentences.py), and headings that run on
(runonheadings.py).
"""

from __future__ import annotations

import re
from itertools import pairwise

from assets.extract.byname.rowsentences import row_sentences
from assets.extract.byname.sentencelabels import is_row_label
from schemas.form import forms

_STOP = re.compile(r"。[ \u3000\xa0]*")
_QUOTED = re.compile(r"[“「『《【\"](?P<label>[^：:=]{1,90}?)[”」』》】\"]\s*(?=[:：])")
_COLON = re.compile("[:：]")
# So many rows in a paragraph are no chance, and so many of its sentences must be rows.
_LEAST_ROWS, _LEAST_SHARE = 3, 0.5
_SHORTEST, _LONGEST_READ = 60, 1_000


def with_rows_on_lines(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines, such paragraphs cut into sentences, and the number of each line before; None where there are none."""
    cut = {at: found for at, line in enumerate(lines) if "。" in line and (found := _sentences(line))}
    if not cut:
        return lines, None
    out: list[str] = []
    numbers: list[int] = []
    for at, line in enumerate(lines):
        pieces = cut.get(at, [line])
        out += pieces
        numbers += [at + 1] * len(pieces)
    return out, numbers


def _sentences(line: str) -> list[str]:
    """The sentences of a paragraph that writes out rows; none where it does not."""
    if len(line) < _SHORTEST or line.count("。") < _LEAST_ROWS or not _COLON.search(line) or "\t" in line:
        return []
    if len(line) <= _LONGEST_READ and not _QUOTED.match(line) and row_sentences(line):
        return []  # read as it stands, each row below the labels that only the first one has in front
    ends = [0, *(stop.end() for stop in _STOP.finditer(line)), len(line)]
    pieces = [line[a:b].strip() for a, b in pairwise(ends)]
    pieces = [
        _QUOTED.sub(r"\g<label>", piece, count=1) if _QUOTED.match(piece) else piece for piece in pieces
    ]
    pieces = [piece for piece in pieces if piece]
    rows = sum(map(_is_row, pieces))
    return pieces if rows >= _LEAST_ROWS and rows >= _LEAST_SHARE * len(pieces) else []


def _is_row(text: str) -> bool:
    """Whether a sentence is one row, by its label to the letter, and nothing else."""
    rows = row_sentences(text)
    return len(rows) == 1 and any(is_row_label(rows[0].labels[-1], form) for form in forms().values())
