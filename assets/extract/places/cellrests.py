"""What is left of a cell on the lines beside its figure, so that the figure is not all that the cell says: `30` above `万`, `约` above `59`.

A page, or the clerk, breaks a cell: `2022` stands between `〔` and `〕31`, `29` above `.5万`, `12` above `→4`. Such words belong to no label of
the form, and to no sentence. Belongs here: which words are such rests, and whether they stand before or behind their figure. Does not
belong here: whose rests they are (besiderests.py), digits alone (cutfigures.py, unclaimed.py), and notes in brackets, which leave the figure
what it is.
"""

from __future__ import annotations

import re

from assets.extract.memory import remembering

_UNIT = "(?:件次|人次|批次|[件项条次个宗起份部户元倍])"
_NUMBER = r"[0-9][0-9,，.．]*+"
_BEHIND = re.compile(
    rf"[→⇒＞>/／、，,.．至到或及～~][ ]?{_NUMBER}[万亿]?{_UNIT}?(?:以上|左右)?"
    rf"|[0-9]{{0,2}}[万亿]元?{_UNIT}?|[百千]?[余多]{_UNIT}?|[0-9]{{0,4}}[%％‰倍]"
    rf"|(?:{_UNIT})?(?:以上|以下|以内|左右|上下)|[月日时天号]|年(?:度|[0-9]{{1,6}}{_UNIT}?)?|[〕］](?:[0-9]{{1,5}}号?)?文?"
    # a note that corrects the figure says another one
    rf"|[（(]?(?:(?:更正|订正|修正|改正)为?|[应改]为)(?:{_NUMBER}{_UNIT}?)?[）)]?"
)
_BEFORE = re.compile(
    rf"大?约|近|超过?|不足|不到|不少于|至少|至多|第|同|其中|原|原{_NUMBER}现?[0-9]*+|现|见|详?见?附件?|[〔［]|减少?|增加?|新增"
    rf"|(?:原|约|近){_NUMBER}|{_NUMBER}[、至到或→～~/／]"
)
# A line with the date of a report, or a sentence.
_DATE = re.compile(r"年\s*+[0-9]{1,2}\s*+月|[。；]")
TOKEN = re.compile(r"\S+")
_LONGEST = 12


def is_behind(word: str) -> bool:
    """Whether a word may be the rest of a cell that begins with a figure."""
    return len(word) <= _LONGEST and _BEHIND.fullmatch(word) is not None


def is_before(word: str) -> bool:
    """Whether a word may begin a cell whose figure follows."""
    return len(word) <= _LONGEST and _BEFORE.fullmatch(word) is not None


@remembering
def is_rest(word: str) -> bool:
    """Whether a word may be what is left of a cell."""
    return is_behind(word) or is_before(word)


def says_more(line: str) -> bool:
    """Whether a line is a sentence or a date, and no rests of cells."""
    return _DATE.search(line) is not None


@remembering
def rests(line: str) -> tuple[tuple[str, int], ...]:
    """The words of a line that may be rests of cells, and where they begin."""
    return tuple([(token[0], token.start()) for token in TOKEN.finditer(line) if is_rest(token[0])])
