"""A label beside those of the form's columns on a line of a plain header: `信息内容 上年 本年制发件数 本年废止件数 现行有效件数`.

Where blank cells vanish, a row with as many figures as the form has columns may be one of that column's, too, with a blank. Belongs
here: labels that stand in the line itself, between its corner and its end, beside all of the columns. Does not belong here: columns
whose figures all rows have (extracolumns.py), headers on several lines (headerwords.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.headers.corners import CORNERS
from assets.extract.headers.headerprint import header_words
from assets.extract.labels import squash
from assets.extract.plainheaders.glosses import without_glosses
from schemas.form import Column, Table
from schemas.whose import WORDS

# What filers head such columns with, alone or before what it is of (其中：网络).
_BESIDE = frozenset(
    squash(word)
    for words in (
        WORDS.last_year,
        WORDS.earlier_years,
        WORDS.comparisons,
        WORDS.checks,
        WORDS.sums,
        WORDS.sums_of_parts,
        WORDS.half_years,
    )
    for word in words
)
_NUMBER = re.compile(r"[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|[0-9]{1,2}[.、]")
# A name amid those of the columns, which is no piece of one of them.
_NAME = re.compile("[\u3400-\u9fff]{2,8}")
_PART = re.compile("(?:其中|累计|同比|环比|备注|说明)[:：]?[\u3400-\u9fff]{0,6}")


def label_beside(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> str | None:
    """Such a label; None where no line, or the words from a corner on, names all columns and it besides."""
    known = header_words(table, columns)
    wanted = {c.key for c in columns}
    spread = [[squash(word) for word in line.split()] for line in without_glosses(lines)]
    joined = [text for words in spread for text in words]
    corner = max((at for at, text in enumerate(joined) if text in CORNERS), default=None)
    if corner is not None:
        joined = joined[corner:]
        end = next((at for at, text in enumerate(joined) if _begins_row(text, table)), len(joined))
        spread.append(joined[:end])
    for texts in spread:
        named = {key for text in texts if (key := known.by_wording.get(text))}
        if named != wanted:
            continue
        named_at = [at for at, text in enumerate(texts) if text in known.by_wording]
        for at, text in enumerate(texts):
            if text in known.by_wording:
                continue
            if text in _BESIDE or _PART.fullmatch(text):
                return text
            is_amid = named_at[0] < at < named_at[-1] and not table.one_row
            if is_amid and not known.is_known(text) and _NAME.fullmatch(text):
                return text
    return None


def _begins_row(text: str, table: Table) -> bool:
    """Whether a word is the label of a row, or begins one that the form numbers."""
    return bool(_NUMBER.match(text)) or text in _labels_of_rows(table)


@cache
def _labels_of_rows(table: Table) -> frozenset[str]:
    return frozenset(squash(w) for row in table.rows for w in row.wordings)
