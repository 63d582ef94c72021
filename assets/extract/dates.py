"""Years and days as reports write them, in Arabic or Chinese digits.

Does not belong here: which of the years of a text is the report's (identity.py, selfnamed.py).
"""

from __future__ import annotations

import re
from datetime import date

# The nought among Chinese digits, for which clerks type a figure or a letter: 二0二四, 二O二四. One digit at least is Chinese beside 二.
_NOUGHT = "[〇○◯零Ｏ0Oo]"
YEAR = (
    r"(?:(?:19|20)[0-9]{2}|[一二][〇○◯零一二三四五六七八九Ｏ]{3}"
    rf"|二{_NOUGHT}(?:{_NOUGHT}[一二三四五六七八九]|[一二三](?:{_NOUGHT}|[一二三四五六七八九])))"
)
_CHINESE_DIGITS = str.maketrans("〇○◯零一二三四五六七八九ＯOo", "0000123456789000")
DATE = re.compile(
    rf"({YEAR})[年./-]([0-9一二三四五六七八九十]{{1,3}})[月./-]([0-9一二三四五六七八九十]{{1,3}})日?"
)
# What stands behind a year's figures: 2023年度假区管委会 is the 度假区 of 2023, no 假区 of 2023年度.
OF_YEAR = "年(?:度(?!假区))?"
# What a school reports on is two halves of two years, and of neither; the dash between them may be lost.
SCHOOL_YEAR = re.compile(rf"(?:{YEAR}(?:学?年)?[-—–－~～至到、/]{{0,3}})?{YEAR}学年度?")
MONTH = re.compile(rf"{YEAR}年[0-9一二三四五六七八九十]{{1,2}}月")


def to_year(text: str) -> int | None:
    """A year in Arabic or Chinese digits; None where it is none."""
    digits = text.translate(_CHINESE_DIGITS)
    return int(digits) if digits.isdigit() and 2000 <= int(digits) <= 2100 else None


def to_date(found: re.Match[str]) -> date | None:
    """The day of a match of DATE; None where the calendar has no such day."""
    year = to_year(found[1])
    month, day = (_small_number(found[k]) for k in (2, 3))
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


def _small_number(text: str) -> int:
    """1 to 31 in Arabic or Chinese numerals; 0 where it is none."""
    if text.isdigit():
        return int(text)
    tens, _, ones = text.partition("十") if "十" in text else ("", "", text)
    digits = dict(zip("一二三四五六七八九", range(1, 10), strict=True))
    ten = 10 * (digits.get(tens, 1) if "十" in text else 0)
    return ten + digits.get(ones, 0)
