"""What a caption, a label or a header cell of a small table names: a row of the form, a column of it, or nothing that counts.

Words that mean a row in one place mean a column in another (总计, 其他): each is asked for one of the two. Belongs here: one text
by itself. Does not belong here: which of the two a table asks for (smalltables.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.byname.leaves import GLOSS, OTHER_YEAR, SURE
from assets.extract.headers.columnnames import column_matcher, group_matcher, other_header_matcher
from assets.extract.headers.corners import CORNERS
from assets.extract.headers.otherlabels import is_part_sum
from assets.extract.labelmatcher import row_matcher
from assets.extract.labels import number_of, squash, strip_numbering
from assets.extract.memory import remembering
from assets.extract.numbers import UNITS
from assets.extract.whose.names import is_own_name
from schemas.form import Row, Table, forms
from schemas.whose import WORDS, any_of

# A label of so many letters in common with a row's is this row's, where it stands among others of rows.
_LIKE = 0.9
_AROUND = "#*|\"'`，,；;。 "
# What stands around the name in a caption: 表3-1, （单位：件）, 申请办理情况.
_TABLE = re.compile(
    r"(?:附?(?:表|图)[一二三四五六七八九十0-9]{1,2}(?:[-—.][0-9一二三四五六七]{1,2})?[:、.]?|续表:?)"
)
_AGAIN = re.compile(r"\(?续表?[0-9一二三四五六七]{0,2}\)?:?$|之[一二三四五六七]$")
_UNIT = re.compile(rf"\(?(?:计量|数据)?单位:?(?:{'|'.join(sorted(UNITS))})\)?")
_END = re.compile(r"(?:的?(?:申请|办理|申请人)*(?:情况|数据|统计|明细|部分|表|数量)*)$")
_KIND_OF = re.compile(r"申请人(?:类型|类别)?(?:为|是|:)|(?:申请人?|类型|类别):")
# The figures of a table of one column: nothing else is said of them.
_COUNTS = re.compile(
    r"(?:申请|办理)?(?:数量|件数|数|数字|数值|数据|结果)(?:\([^()]{1,4}\))?|件|本年(?:数量|件数)?"
)
_POINTS_BELOW = re.compile(r"(?:如下|下表|下列|以下)[^。;]{0,12}[:。]?$")
_NOTE = re.compile(r"\(?(?:备?注|说明)(?:[:\d]|$)")
_YEAR = re.compile(r"20[0-9]{2}")
_ANOTHERS = re.compile(
    rf"20[0-9]{{2}}|同期|季度|[0-9]月|{OTHER_YEAR.pattern}|{any_of(WORDS.half_years, WORDS.earlier_years)}"
    rf"|{any_of(WORDS.own_body, WORDS.under_body, WORDS.examples, WORDS.made_up)}"
)
_BODY = re.compile(rf"{any_of(WORDS.bodies, WORDS.over_kinds)}$")
_MARKS = "-—–:：·/>→|_、. "


class SmallNames:
    """The names of one table of one form."""

    def __init__(self, form_id: str, table: Table) -> None:
        self._form_id, self._table = form_id, table
        self._rows = {row.key: row for row in table.rows}
        columns = {c.group for c in table.columns}
        groups = [g for g in table.groups if g.key not in columns]
        self._groups = sorted(
            ((strip_numbering(squash(w)), g.key) for g in groups for w in g.wordings),
            key=lambda pair: -len(pair[0]),
        )
        self._above = {row.key: {g.key for g in table.ancestors(row.key)} for row in table.rows}
        self._words = {strip_numbering(squash(w)) for row in table.rows for w in row.wordings}
        self.row = remembering(self._row)
        self.column = remembering(self._column)

    def _row(self, text: str) -> str | None:
        """The key of the row that a text names."""
        if _YEAR.search(text):
            return None
        for bare in _readings(text):
            if self._column_to_the_letter(bare) and not self._has_own_number(bare):
                continue  # 总计 and 其他 name columns, unless they bear the number of a row
            match = row_matcher(self._form_id, self._table.no).match(bare)
            if match is not None and match.score >= _LIKE and not GLOSS.search(bare):
                return match.key
        return self._below_group(squash(text))

    def _below_group(self, text: str) -> str | None:
        """The row whose label stands right behind that of its group."""
        bare = strip_numbering(text)
        for wording, group in self._groups:
            if not bare.startswith(wording) or len(bare) == len(wording):
                continue
            rest = bare[len(wording) :].lstrip(_MARKS)
            if deeper := self._below_group(rest):
                return deeper
            match = row_matcher(self._form_id, self._table.no).match(rest)
            if match is not None and match.score >= _LIKE and group in self._above[match.key]:
                return match.key
        return None

    def _column_to_the_letter(self, text: str) -> str | None:
        match = column_matcher(self._form_id, self._table.no).match(text)
        own = match is not None and match.score >= SURE and not GLOSS.search(text) and not is_part_sum(text)
        return match.key if match and own else None

    def _has_own_number(self, text: str) -> bool:
        match = row_matcher(self._form_id, self._table.no).match(text)
        row: Row | None = self._rows[match.key] if match else None
        return row is not None and number_of(text) is not None and number_of(text) == number_of(row.zh)

    def _column(self, text: str) -> str | None:
        """The key of the column that a text names."""
        if _YEAR.search(text) or OTHER_YEAR.search(text):
            return None
        return next((key for bare in _readings(text) if (key := self._column_to_the_letter(bare))), None)

    def is_group(self, text: str) -> bool:
        """Whether a text is the label of several rows or columns."""
        bare = strip_numbering(squash(text).strip(_AROUND))
        return any(
            group_matcher(self._form_id, self._table.no).match(each) is not None
            or any(each == wording for wording, _ in self._groups)
            for each in (bare, _END.sub("", bare))
        )

    def is_frame(self, text: str) -> bool:
        """Whether a text says nothing about whose or of when the figures below it are."""
        bare = squash(text).strip(_AROUND)
        if not bare or self.is_group(bare) or self.is_corner(bare):
            return True
        bare = _TABLE.sub("", bare, count=1)
        if not _AGAIN.sub("", bare):
            return True
        title = other_header_matcher(self._form_id, self._table.no).match(bare)
        if title is not None or _UNIT.fullmatch(bare) or bare in ("其中:", "其中"):
            return True
        return not _YEAR.search(bare) and not OTHER_YEAR.search(bare) and bool(_POINTS_BELOW.search(bare))

    def is_of_small(self, text: str) -> bool:
        """Whether a word that returns in a text is one of small tables: a name, or what stands over labels and figures."""
        bare = squash(text)
        parts = [bare[at:] for at in range(1, len(bare)) if self.is_corner(bare[:at])]
        known = self.row(text) or self.column(text) or self.is_frame(text)
        return bool(known) or any(map(is_count, [bare, *parts]))

    def is_place(self, text: str) -> bool:
        """Whether a text stands over figures that the form does not ask for: the sum of some columns."""
        return is_part_sum(text)

    def is_item(self, text: str) -> bool:
        """Whether a text is a label with the number or the group of an item that the form does not have."""
        bare = squash(text)
        is_led = any(strip_numbering(bare).startswith(w) for w, _ in self._groups) or number_of(bare)
        return bool(is_led) and not any(word in bare for word in self._words)

    def is_corner(self, text: str) -> bool:
        """Whether a text stands over labels."""
        bare = squash(text)
        return bare in CORNERS or bare in (
            "申请人",
            "申请人类型",
            "申请人类别",
            "办理情况",
            "处理情况",
            "序号",
        )


def may_be_anothers(text: str) -> bool:
    """Whether words may say that what stands below them is another year's, a part of the year's, or another body's."""
    bare = strip_numbering(squash(text).strip(_AROUND)).rstrip(":")
    return bool(_ANOTHERS.search(bare) or _BODY.search(_END.sub("", bare))) or is_own_name(_END.sub("", bare))


def is_count(text: str) -> bool:
    """Whether a header cell says no more than that there are figures below it."""
    return bool(_COUNTS.fullmatch(squash(text)))


def is_prose(text: str) -> bool:
    """Whether a line is a sentence, or a note, and no caption."""
    return "。" in text or bool(_NOTE.match(squash(text)))


@remembering
def _readings(text: str) -> Sequence[str]:
    """A text as it stands, and without what captions set around a name."""
    whole = squash(text).strip(_AROUND)
    bare = _TABLE.sub("", whole, count=1)
    bare = _UNIT.sub("", bare).strip(_AROUND + ":()") if _UNIT.search(bare) else bare.strip(_AROUND + ":")
    kind = _KIND_OF.sub("", strip_numbering(bare), count=1)
    short = _END.sub("", bare)
    return list(dict.fromkeys(each for each in (whole, bare, kind, short) if each))


@cache
def small_names(form_id: str, table_no: str) -> SmallNames:
    """The names of a table; shared by all reports."""
    return SmallNames(form_id, forms()[form_id].table(table_no))
