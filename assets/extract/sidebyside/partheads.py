"""The header of a part of table 4 in the form's own words: 合计 is 总计 there, 其他 is 其他结果, 行政复议情况 is 行政复议.

A part (splitrow.py) is told by a header that names each of its columns once for each of its rows; so a word that is alike to one label
only can be nothing else. Belongs here: which label such a word is. Does not belong here: what the labels say together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assets.extract.headers.headerprint import header_words
from assets.extract.labels import squash, strip_numbering
from assets.extract.meaning import is_turned
from assets.extract.plainheaders.headerwords import alike_to
from assets.extract.sidebyside.fourthlabels import as_labels
from schemas.form import Table

# What stands behind a label and leaves it what it is: 行政复议情况, 总计（件）.
_BEHIND = re.compile(r"(?:案件)?(?:情况|数量?)?(?:[(（](?:单位[:：])?[件宗起][)）])?$")
_WORD = re.compile(r"[^\s|｜,;\"]+")
# A longer word is a sentence; so many letters of a row's label are its own (直接起诉).
_LONGEST, _LEAST_OF_ROW = 24, 4


def in_own_words(texts: Sequence[str], table: Table) -> list[str]:
    """Cells or lines, those of their words that are a label otherwise worded as the form has it."""
    return [_WORD.sub(lambda word: _own_word(word[0], table), text) for text in texts]


@lru_cache(maxsize=2000)
def _own_word(word: str, table: Table) -> str:
    text = squash(word)
    if len(text) > _LONGEST:
        return word
    bare = strip_numbering(text)
    (label,) = as_labels([bare], table)
    over = {squash(lb.zh) for lb in (*table.rows, *table.groups)}
    if label in over:
        return label
    bare = _BEHIND.sub("", bare)
    (label,) = as_labels([bare], table)
    if label in over:
        return label
    if len(bare) >= _LEAST_OF_ROW and (pieces := [lb for lb in over if bare in lb]):
        return pieces[0] if len(pieces) == 1 else word
    words = header_words(table, table.columns)
    wordings = [w for all_of in words.columns.values() for w in all_of]
    alike = [words.by_wording[bare]] if bare in words.by_wording else alike_to(bare, words)
    if len(alike) != 1 or is_turned(bare, wordings):
        return word
    return next(squash(column.zh) for column in table.columns if column.key == alike[0])
