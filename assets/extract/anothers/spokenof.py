"""Of which table a sentence speaks, and of which of its rows and columns: 上表, 表中“总计”一列, 第三部分表格, 规范性文件一行, 注：…, *….

Belongs here: how a sentence points at a table or at a part of it. Does not belong here: what it says (unchanging.py), and what becomes of
the figures (unexplained.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assets.extract.labels import core, squash, strip_numbering
from schemas.form import CellKey, Form, Table
from schemas.whose import any_of

# 表 of a table, and not of 代表, 发表, 报表, 表内容.
_TABLE = r"(?<![代发外手仪钟列])表"
_BELOW = re.compile(
    r"下表|下列(?:表格?|数据|数字|统计)|以下(?:各[行列项])?(?:所列)?的?(?:表格?|数据|数字|统计|报表|情况表|[均都只仅]?[为系是])|列表如下|下文表|下面(?:的)?表"
)
_ABOVE = re.compile(
    r"上表|上列(?:表格?|数据|数字)|以上(?:各[行列项])?(?:所列)?的?(?:表格?|数据|数字|统计|报表|[均都只仅]?[为系是])|以上(?:各[件项])?(?:申请|案件)(?=均|都|全部|皆|非|并非|不是)|上述(?:统计)?(?:表格?|数据|数字|统计)|上面(?:的)?表"
)
_HERE = re.compile(
    rf"(?<![日基版样])[本该此]表(?!示|现|达|述|明|彰|态|决)|{_TABLE}[中内](?![容国])|{_TABLE}格(?:中|内|数|所|系|为|均|仅|的)|本部分(?:表|数据|数字|统计)|此处.{{0,20}}(?:表|数据|数字)|该列|该[行栏]|[该此]数(?![据字额量])"
)
BY_SECTION = re.compile(r"第([二三四234])部分.{0,6}?(?:表|数据|数字|“)|表([二三四])(?![个次年月名位级])")
_PART = re.compile(r"[一两二三四五六各][行列栏]|第[一二三四五六七八九十0-9]{1,2}[行列栏]|[该此首末][行列栏]")
_OF_LABEL = re.compile(r"[一两二三各][行列栏]|部分|的?数字|的?数据|的?数量|[为系是]")
# Any of these in a clause, with other words of the report for its names: what it says is said of figures.
POINTS = re.compile("|".join(each.pattern for each in (_BELOW, _ABOVE, _HERE, BY_SECTION, _PART)))
_NOTE = re.compile(r"[(（]?(?:备?注|说明|编者按|附注|特此说明)[0-9一二三①②③]?[:.、]|[(（]?注[0-9①②③]")
MARK = re.compile(r"(?:[*＊※★#△▲①-⑨]|\[[0-9]\]|\([0-9]\)|〔[注0-9]{1,2}〕)")
_QUOTED = re.compile(r"“([^“”]{2,40})”")
_HINT = re.compile(r"表|以[上下]|[上下][述列]|[行列栏]|部分|此处|注|说明|编者按|[*＊※★#△▲①-⑨〔\[(（]")
# Letters of words that are no sentence.
_LONGEST_BARE = 40
# Letters of a label that is known without quotation marks.
_LEAST_LABEL = 4


@dataclass(frozen=True, slots=True)
class Named:
    """Tables that a sentence points at: by number, or by where they stand of it (`below`, `above`, `here`)."""

    numbers: frozenset[str]
    where: str | None


def may_speak(line: str) -> bool:
    """Whether a line may speak of a table at all."""
    return bool(_HINT.search(line))


_BRACKETED = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_GLOSS = re.compile(r"\((?:(?:历史|历年)累计[^()]{0,4}|(?:金额)?单位:[^()]{0,3}元)\)")


def is_note(text: str) -> bool:
    """Whether a squashed line says that it is a note, or stands in brackets, or that it is figures: 上年同期数据."""
    if _GLOSS.fullmatch(text):
        return False  # of the heads of documents in force and of fees
    if _NOTE.match(text) or _BRACKETED.fullmatch(text):
        return True
    return len(text) <= _LONGEST_BARE and text.endswith("数据")


def pointed_at(sentence: str, form: Form) -> Named | None:
    """The tables that a squashed sentence points at; None where it points at none."""
    numbers = {_NUMBERS[found[1] or found[2]] for found in BY_SECTION.finditer(sentence)}
    numbers |= {no for no, pattern in _by_name(form) if pattern.search(sentence)}
    if numbers:
        return Named(frozenset(numbers), None)
    for where, pattern in (("below", _BELOW), ("above", _ABOVE), ("here", _HERE)):
        if pattern.search(sentence):
            return Named(frozenset(), where)
    return None


@cache
def _by_name(form: Form) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How a sentence points at a table by its name, by the table's number."""
    found = []
    for table in form.tables:
        names = any_of(squash(name) for name in (table.zh, *table.aliases))
        pattern = rf"“{names}”(?:一?表|中|部分|数据|的)|{names}(?:统计)?表格?(?:[中内所的为系是均]|数据|数字)"
        found.append((table.no, re.compile(pattern)))
    return tuple(found)


_NUMBERS = {"二": "2", "三": "3", "四": "4", "2": "2", "3": "3", "4": "4"}


def names_part(sentence: str) -> bool:
    """Whether a squashed sentence speaks of rows or columns."""
    return bool(_PART.search(sentence))


@cache
def _labels(table: Table) -> tuple[tuple[str, frozenset[CellKey], bool], ...]:
    """The labels of a table and of groups of its rows, with the cells of each, and whether it is a column's."""
    found = []
    for row, keys in table.keys:
        found += [(wording, frozenset(keys), False) for wording in row.wordings]
    for group in table.groups:
        under = [keys for row, keys in table.keys if group in table.ancestors(row.key)]
        cells = frozenset(key for keys in under for key in keys)
        found += [(wording, cells, False) for wording in group.wordings]
    for column in table.columns:
        cells = frozenset(key for key in table.cells if key.col_key == column.key)
        found += [(wording, cells, True) for wording in column.wordings]
    return tuple((strip_numbering(squash(text)), cells, is_column) for text, cells, is_column in found)


@cache
def bare_labels(table: Table) -> tuple[str, ...]:
    """The labels of a table as sentences name them: without numbers and brackets."""
    return tuple({core(text): None for text, _, _ in _labels(table)})


def cells_of(sentence: str, table: Table) -> frozenset[CellKey]:
    """The cells of the rows and columns that the sentence names, before it says something of them; empty where it names none."""
    named: set[CellKey] = set()
    is_column = bool(re.search("[列栏]", sentence)) and not re.search("[一两二三各]行", sentence)
    is_row = bool(re.search("[一两二三各]行", sentence)) and not re.search("[一两二三各][列栏]", sentence)
    for quoted in _names(sentence):
        whole = core(quoted)
        own = [each for each in _labels(table) if core(each[0]) == whole] or [
            each for each in _labels(table) if len(whole) >= 2 and whole in core(each[0])
        ]
        of_kind = [each for each in own if (each[2] and is_column) or (not each[2] and is_row)]
        for _, cells, _ in of_kind or own:
            named |= cells
    return frozenset(named)


def _names(sentence: str) -> Iterator[str]:
    """What a sentence quotes and the words before 一行, 一列 or what it says, as may be labels."""
    yield from _QUOTED.findall(sentence)
    subject = re.split(r"[一两二三各][行列栏]|部分|数字|数据|[为系是]", sentence, maxsplit=1)[0]
    if len(subject) < len(sentence) and "“" not in subject:
        for each in re.split(
            r"[、和与及,]|上表中?|下表中?|本表中?|[该此]表中?|表[中内]|注:|说明:|备注:|^[*＊※]", subject
        ):
            if len(each) >= _LEAST_LABEL:
                yield each
    if led := _LED.match(sentence):
        yield led["label"]


# A label that leads a sentence on figures, without a word for a row: 注：行政处罚数有误, 本年新收数量仅统计到9月底.
_LED = re.compile(
    r"(?:\(?[一二三四五六七八九十0-9]{1,2}[\).、])?(?:(?:备?注|说明)[0-9]?:)?(?P<label>[\u4e00-\u9fff]{4,20}?)(?:的?(?:数量|件数|总数|数据|数字|数)(?![据字量])(?:一[栏列行项])?)?"
    r"(?=(?:均|都|仅|只|暂|全|实)*(?:[为系是]|属于|统计[至到]|截[至止]|有误|(?:填写|填报|统计|录入)?(?:有误|错误)|填错))"
)


def is_led_by_label(sentence: str, table: Table) -> bool:
    """Whether the label of a row or a column leads a squashed sentence that says what its figures are."""
    found = _LED.match(sentence)
    return bool(found) and any(core(found["label"]) in core(label) for label, _, _ in _labels(table))  # type: ignore[index]
