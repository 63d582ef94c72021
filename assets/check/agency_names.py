"""A name of an agency taken apart: its region, and the body within it.

`沈阳市辽中区工信局` is 工业和信息化局 of 辽中区. Belongs here: what one name says by itself. Does not belong here: which names mean
one agency when taken together (agencies.py).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from assets.check.divisions import Division, divisions, short_names
from assets.extract.labels import is_spread_in
from schemas.agency import wording

GOVERNMENT = "人民政府"
# A division that is in no table of codes: towns, streets, development zones, and names since changed or misprinted.
_TOWN = re.compile(r"(.{1,7}?(?:街道|民族乡|乡|镇|苏木))(?=人民政府|政府|办事处|街道办|党政|$)")
_ZONES = "(?:开发区|高新区|经开区|新区|管理区|示范区|度假区|保税区|产业园区|工业园区|园区|风景区)"
_ZONE = re.compile(f"(.{{2,16}}?{_ZONES})")
# 高新区 alone is one of hundreds: it says where only behind the name of its city.
_ZONE_OF = re.compile(f"(.{{0,16}}?{_ZONES})")
_UNLISTED = re.compile(
    r"(.{2,6}?(?:省|自治区|自治州|地区|盟|市(?!场|政|容|民)|自治县|县|自治旗|旗|(?<![园发新开理范假税景])区(?!域|划)))(?=.{2})"
)
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_HEADS = ("局", "委员会", "办公室", "厅", "中心", "院", "会", "社", "处", "队", "委", "办")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart. `region` is the words of its region, `divisions` the divisions they may mean, lowest first
    (one: known; several: ambiguous; none: not listed), `town` a town, street or zone below it, `body` the rest in full words.
    """

    printed: str
    region: tuple[str, ...]
    divisions: tuple[Division, ...]
    town: str | None
    body: str
    abbreviated: bool

    @property
    def place(self) -> str | None:
        """The region as a key: the id of its division, or its lowest name where it has none; None without a region."""
        if len(self.divisions) == 1:
            base = f"{self.divisions[0].rank}:{self.divisions[0].id}"
        elif self.region:
            base = "".join(self.region)
        else:
            base = ""
        return f"{base}/{self.town}" if self.town else base or None

    @property
    def level(self) -> str | None:
        """The level of its region: province, city, county or township; None where the name does not tell."""
        if self.town:
            return "township" if _TOWN.fullmatch(self.town) else None
        ranks = {division.rank for division in self.divisions}
        if len(ranks) == 1:
            return ranks.pop()
        last = self.region[-1] if self.region else ""
        if last.endswith(("省", "自治区")):
            return "province"
        if last.endswith(("自治州", "地区", "盟")):
            return "city"
        if last.endswith(("县", "旗", "区")):
            return "county"
        return None  # a 市 may be either

    @property
    def kind(self) -> str:
        """`government` or `department`."""
        return "government" if self.body in (GOVERNMENT, "街道办事处", "办事处", "") else "department"


@cache
def parse(printed: str) -> Name:
    """Take a name apart; never fails: what is not recognised is all body."""
    text = _BRACKETS.sub("", unicodedata.normalize("NFKC", printed).replace(" ", ""))
    words, found, rest = _divisions(text)
    if not words:
        while len(words) < 3 and (match := _UNLISTED.match(rest)):
            words, rest = (*words, match[1]), rest[match.end() :]
    town = _TOWN.match(rest) or (_ZONE_OF if words else _ZONE).match(rest)
    if town:
        rest = rest[town.end() :]
    body = rest or (GOVERNMENT if words or town else "")
    full = wording().abbreviations.get(body, body)
    return Name(printed, words, found, town[1] if town else None, full, full != body)


def _divisions(text: str) -> tuple[tuple[str, ...], tuple[Division, ...], str]:
    """The region words in front, the divisions they may mean, and the rest. Full names go before short ones."""
    words: tuple[str, ...] = ()
    meant: tuple[Division, ...] = ()
    rest = text
    while rest and len(words) < 3:
        step = _step(rest, meant)
        if step is None:
            break
        word, meant = step
        words, rest = (*words, word), rest[len(word) :]
    return words, meant, rest


def _step(rest: str, within: tuple[Division, ...]) -> tuple[str, tuple[Division, ...]] | None:
    for length in range(min(len(rest), 12), 1, -1):
        word = rest[:length]
        if length == len(rest) and not within and word not in divisions():
            continue
        found = divisions().get(word, ())
        if (
            not found
            and not word.endswith(_HEADS)
            and (short := short_names().get(word))
            and short.rank != "county"
        ):
            found = (short,)
        if within:
            found = tuple(d for d in found if any(upper in d.above for upper in within))
        if found:
            return word, found
    return None


def may_abbreviate(short: str, long: str) -> bool:
    """Whether a body's name may be short for another: its letters stand in the other in order, first and last ones alike.

    Alone this proves nothing (市监局 might be many things); it makes a signature's testimony believable.
    """
    if not 3 <= len(short) < len(long) or short[-1] != long[-1]:
        return False
    return is_spread_in(short, long)
