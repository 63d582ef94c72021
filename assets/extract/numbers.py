"""What a printed cell says: a figure with its unit, nothing, not applicable, or a text without one reading.

The wordings are those of schemas and of real reports; what is not plainly a figure is never made one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assets.extract.dates import YEAR
from assets.extract.labels import ascii_width, squash
from assets.extract.memory import remembering
from assets.extract.records import record
from schemas.besides import BESIDES
from schemas.whose import WORDS, any_of

# What the number of a page looks like.
PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_DASHES = re.compile(r"[-—–―─－_/\\.…·*~]+")
_NONE_WORDS = {"无", "没有", "暂无", "不适用", "无此项", "N/A", "NA", "n/a"}
# What a program that reads pictures makes of a nought that stands alone. Figures in words but 零 are not read: 一 may be a dash.
ROUND_LETTERS = {"o", "O", "〇"}
# What programs print for an empty cell.
EMPTY_WORDS = {
    "NaN",
    "nan",
    "None",
    "NULL",
    "null",
    "<NA>",
    "NaT",
    "&nbsp;",
    "（空）",
    "(空)",
    "（空白）",
    "(空白)",
    "（未填）",
    "(未填)",
    "（未填写）",
    "(未填写)",
}
_NO_CHANGE = {"未增未减", "无增减", "无变化", "未变", "不变", "持平", "无增无减"}
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_MONEY_UNITS = r"人民币元|万元|亿元|元|万|亿"
_COUNT_UNITS = r"件次|人次|批次|件|项|条|次|个|宗|起|份|批|部|户"
# A note behind a figure that says how it stands to the year before.
_COMPARED = (
    rf"\((?:同比|[较比与和]?{any_of(WORDS.last_year)}(?:同期|度)?|[较比]{YEAR}年(?:同期|度)?)(?:持平|[:为是]?"
    r"(?:增加|增长|减少|下降|上升|增|减|降|升)?了?"
    rf"[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?(?:%|{_MONEY_UNITS}|{_COUNT_UNITS})?)\)"
)
# What stands before the one figure that a cell gives, and says no more than that it is all; 合计 without a unit behind may be a label.
_IN_ALL = rf"[总一]?共计?(?=[0-9])|[合总][计計](?=[0-9][0-9,.]{{0,15}}(?:{_MONEY_UNITS}|{_COUNT_UNITS}))"
_FIGURE = re.compile(
    rf"(?:{_IN_ALL})?(?P<sign>[+\-−–]|新增|增加|减少|增|减|↑|↓)?(?P<yuan>[¥￥])?(?P<number>{_NUMBER})"
    rf"(?:(?P<unit>{_MONEY_UNITS}|{_COUNT_UNITS})(?:(?<=[件宗起次])\([件宗起次]\))?|\((?P<in_brackets>{_MONEY_UNITS}|{_COUNT_UNITS})\))?"
    r"(?P<gloss>\((?:其中|含|包括|包含)[^()]*\)|\([0-9]{1,5}(?:\.[0-9]{1,4})?%\)|"
    rf"\((?:{'|'.join(BESIDES.remarks)})\)|"
    rf"(?P<compared>{_COMPARED}))?"
    r"(?:\*{1,3}|※|[(\[]注[0-9一二三四五]?[)\]]|。)?"
)
# A figure with the mark of a note that is a number itself, or with another that corrects it: a cell of its own, and no one reading.
_MARKED = re.compile(r"[0-9]{1,9}(?:[①-⑳¹²³]|[(（][\u4e00-\u9fff]{1,6}[:：]?[0-9]{1,9}[\u4e00-\u9fff]?[)）])")
# What says that a figure is of all years: one where the column is, too.
_ALL_YEARS = re.compile(rf"(?P<figure>[0-9]{{1,9}})[(（](?:{'|'.join(BESIDES.all_years)})[)）]")
_REMARK = re.compile("|".join((*BESIDES.remarks, *BESIDES.all_years)))
_MINUS = {"-", "−", "–", "减", "减少", "↓"}
_WORDS_OF_CHANGE = {"新增", "增", "增加", "减", "减少", "↑", "↓"}
_MONEY = set(_MONEY_UNITS.split("|"))
# A comma that is none of thousands, as a pattern.
OWN_COMMA = r"(?:(?<![0-9]),|,(?![0-9]{3}(?![0-9])))"
UNITS = _MONEY | set(_COUNT_UNITS.split("|"))
# Digits that a converter set apart: "1 113" or "12\n3" may be one figure or two.
_SPLIT_DIGITS = re.compile(r"\d[,.]?\s+[,.]?\d")
# A dash that a line break sets apart from the digits below it is a sign, or says that there is none.
_SPLIT_SIGN = re.compile(r"[^\w\s]\s*\n\s*\d")
# A separator that slid behind the digits after it and left a space in its place: 102,583 as "102 58,3", 0.0 as "0 0.".
# Read only where the groups of three, or zeros, leave one reading.
_SLID_COMMA = re.compile(r"([1-9][0-9]{0,2}) (?=[0-9,]{4}(?![0-9,]))([0-9]{1,3}),([0-9]*)")
# Thousands with a point, and a nought before other digits: 02 may be 0 with the mark of a note, or the end of a figure.
_NO_COUNT = re.compile(r"[1-9]\.0{3}$|^0+[1-9]")
_SLID_POINT = re.compile(r"0 0+\.0*")
# A count of more digits is none: the number of a seal or of a paper ran into it, or two figures into one.
_MOST_DIGITS = 9
# Cells no longer than this are remembered.
_LONGEST_REMEMBERED = 200


@record
class Figure:
    """`status` as in schemas.tables; `value` only where it is `reported`; `unit` only where printed in the cell."""

    status: str
    value: float | None = None
    unit: str | None = None


def parse_figure(raw: str, *, signed: bool = False, money: bool = False, counts: bool = False) -> Figure:
    """Read a cell. `signed` allows words of increase and decrease, `money` allows units of money.

    What `counts` has no fraction, and does not begin with a nought: 1.507 may be thousands, or two figures.
    """
    return parsed(raw.strip(), signed, money, counts)


def parsed(raw: str, signed: bool, money: bool, counts: bool) -> Figure:
    """`parse_figure` of a cell without spaces around it."""
    return (_parse_short if len(raw) <= _LONGEST_REMEMBERED else _parse)(raw, signed, money, counts)


def _parse(raw: str, signed: bool, money: bool, counts: bool) -> Figure:
    text = squash(raw)
    if not text or text in EMPTY_WORDS:
        return Figure("blank")
    if _DASHES.fullmatch(text) or text in _NONE_WORDS:
        return Figure("not_applicable")
    if text in ROUND_LETTERS or text == "零" or (signed and text in _NO_CHANGE):
        return Figure("reported", 0.0)
    printed = ascii_width(raw).strip()
    if slid := _SLID_COMMA.match(printed) or _SLID_POINT.match(printed):
        text = squash(("0" if slid.re is _SLID_POINT else "".join(slid.groups())) + printed[slid.end() :])
    elif _SPLIT_DIGITS.search(printed) or ("\n" in raw and _SPLIT_SIGN.match(printed)):
        return Figure("unparsed")
    found = _FIGURE.fullmatch(text)
    if found is None:
        return Figure("unparsed")
    sign, unit = found["sign"], found["unit"] or found["in_brackets"]
    # the sign of the yuan says money, and not whether in yuan or in ten thousands of them
    is_money = unit in _MONEY or found["yuan"] is not None
    if (sign in _WORDS_OF_CHANGE and not signed) or (is_money and not money):
        return Figure("unparsed")
    value = float(found["number"].replace(",", ""))
    is_long = sum(map(str.isdigit, found["number"])) > _MOST_DIGITS
    if counts and (is_long or not value.is_integer() or _NO_COUNT.search(found["number"])):
        return Figure("unparsed")
    return Figure("reported", -value if sign in _MINUS else value, unit)


_parse_short = lru_cache(maxsize=100_000)(_parse)


def is_compared(raw: str) -> bool:
    """Whether a figure has a note behind it that says how it stands to the year before."""
    found = _FIGURE.fullmatch(squash(raw)) if "(" in raw or "（" in raw else None
    return found is not None and found["compared"] is not None


def without_all_years(raw: str) -> str:
    """A cell of a column that counts those of all years, without a bracket that says so."""
    found = _ALL_YEARS.fullmatch(squash(raw)) if "计" in raw else None
    return found["figure"] if found else raw


def is_remark(words: str) -> bool:
    """Whether squashed words behind a figure are known to leave it what it is, if it is read with them at all."""
    return bool(_REMARK.fullmatch(words))


@remembering
def looks_like_figure(token: str) -> bool:
    """Whether a token of running text can be a cell: a figure, also one with the mark of a note, a dash, or 无.

    A letter for a nought is a mark before a line, too, and a figure before a full stop may end a sentence.
    """
    if token.strip() in ROUND_LETTERS or token.rstrip().endswith("。"):
        return False
    figure = parse_figure(token, signed=True, money=True)
    return figure.status in {"reported", "not_applicable"} or bool(
        _MARKED.fullmatch(token.strip()) or _ALL_YEARS.fullmatch(squash(token))
    )


_WHOLE_FIGURE = re.compile(r"[0-9]{1,9}|[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_LONGEST_FIGURE = 11


def taken_apart(text: str, width: int) -> list[str] | None:
    """The figures of a row that were printed without anything between them; None where more than one row fits.

    Only commas of thousands tell: `1,2345,678` is two figures. `1000000` may be seven figures, or six and a blank, and
    so may `0000000`, for some reports print `00`.
    """
    if not re.fullmatch("[0-9,]+", text) or not width <= len(text) <= width * _LONGEST_FIGURE:
        return None
    # for each place in the text: number of figures before it -> the ways to have so many, two at most
    ways: list[dict[int, list[list[str]]]] = [{} for _ in range(len(text) + 1)]
    ways[0][0] = [[]]
    for start, before in enumerate(ways[:-1]):
        for end in range(start + 1, min(len(text), start + _LONGEST_FIGURE) + 1):
            if _WHOLE_FIGURE.fullmatch(text, start, end):
                for count, rows in before.items():
                    if count < width:
                        there = ways[end].setdefault(count + 1, [])
                        there += [[*row, text[start:end]] for row in rows][: 2 - len(there)]
    found = [row for rows in ways[-1].values() for row in rows]
    return found[0] if len(found) == 1 and len(found[0]) == width else None
