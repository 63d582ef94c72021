"""Whose report of which year a text is: from title, period, signature, body and, last of all, the file's name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate, islice
from pathlib import PurePosixPath

from assets.extract.labels import ascii_width, squash
from assets.extract.memory import remembering, remembering_lines
from assets.extract.selfnamed import YEAR, title_in, who_drew_up, who_reports, year_in

_CHINESE_DIGITS = str.maketrans("〇○◯零一二三四五六七八九Ｏ", "00001234567890")
_TITLE = re.compile(r"政府?信息公开.{0,14}报告|政务公开.{0,10}年度?报告|信息公开.{0,8}年度报告")
_TITLE_END = re.compile(r"报告(?:\((?!.*国办)[^()]{0,20}\))?[》”\"]?$")
_NOT_TITLE = re.compile(
    r"通知|编制|要求|规定,|条例》|如下|格式|有关事项|上一篇|下一篇|附件|链接|首页|[。;!>|]"
)
# Another article that a page leads to.
_LINK = re.compile(r"\W*(?:[上下前后]一[篇条页个则]|相关(?:链接|文章|阅读|信息|报道))")
_TITLE_YEAR = re.compile(rf"({YEAR})(?:年度?)?")
_FIRST_DAY = "年1月1日"
_PERIOD = re.compile(rf"自?({YEAR})年1月1日(?:起)?(?:至|到|—|-|－|~)+({YEAR})?年?1[0-2]月[0-9]{{1,2}}日")
_DATE = re.compile(
    rf"({YEAR})[年./-]([0-9一二三四五六七八九十]{{1,3}})[月./-]([0-9一二三四五六七八九十]{{1,3}})日?"
)
_MONTH = re.compile(rf"{YEAR}年[0-9一二三四五六七八九十]{{1,2}}月")
ORG = re.compile(
    r"(?:人民政府|政府|办公室|办公厅|委员会|街道办事处|办事处|管理处|管委会|局|厅|委|办|处|院|中心|站|所|队|会|社|公司|集团|学校|大学|学院|医院|馆|台|部|区|县|市|镇|乡|支队|总队|分局)$"
)
# Quotes, rules and stops that may stand around a title.
_AROUND = '《》“”"-—_·:,、 '
_SELF = re.compile(r"本|我[^国]")
TAG = re.compile(r"<[^<>]{0,200}>")
# What opens a heading in LaTeX, ConTeXt, man, Texinfo, Typst and on wikis.
_HEADING_MARK = re.compile(
    r"\\[a-z]{1,20}\*?(?:\[title=)?\{|\.S[HS](?![A-Za-z])|@(?:top|chapter)|={1,6}(?=[^=])"
)
# When a browser printed a page, in front of its title: 2024/1/18 09:26, 1/18/24, 9:26 AM.
_PRINTED_AT = re.compile(
    r"^(?:20[0-9]{2}[/-][0-9]{1,2}[/-][0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}),?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[AP]M)?(?![0-9])"
)
_UNDERLINE = re.compile(r"[-=~*_—]{3,}")
_FIRST_WORDS = ("信息公开", "信息公开工作", "公开工作年度", "信息公开年度")
_LAST_WORDS = {"报告", "年度报告", "工作报告", "年度工作报告", "工作年度报告"}
_WHOLE_WORDS = ("信息公开工作年度报告", "信息公开年度报告", "信息公开工作报告")
_LONGEST_LINE = 500
_LONGEST_PIECE = 30
_LINES_OF_TITLE = 40
_LINES_OF_SENTENCES = 60
# So far below the first title another may be that is the same with its agency: what stands farther off is a link.
_TITLES_APART = 6
_LINES_OF_SIGNATURE = 15
_LONGEST_TITLE_LINE = 60


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of identity: its value, where it stands, and what kind of place that is."""

    value: str
    line: int | None
    source: str


@dataclass
class Identity:
    """What a text says of itself; None where it does not say."""

    title: str | None = None
    title_line: int | None = None
    agency: Evidence | None = None
    year: Evidence | None = None
    signature: Evidence | None = None
    published_on: date | None = None
    published_on_line: int | None = None
    years: list[Evidence] = field(default_factory=list)


def to_year(text: str) -> int | None:
    """A year in Arabic or Chinese digits; None where it is none."""
    digits = text.translate(_CHINESE_DIGITS)
    return int(digits) if digits.isdigit() and 2000 <= int(digits) <= 2100 else None


@dataclass(frozen=True, slots=True)
class Title:
    """A report's title as printed, over indexes `first` to `last` of the lines; `parts` are its lines."""

    text: str
    parts: tuple[tuple[int, str], ...]

    @property
    def first(self) -> int:
        """Index of its first line."""
        return self.parts[0][0]

    @property
    def year(self) -> int | None:
        """The year it names."""
        found = _TITLE_YEAR.search(self.text)
        return to_year(found[1]) if found else None

    @property
    def agency(self) -> str | None:
        """The agency it names."""
        return _agency_of_title(self.text)


def titles(lines: list[str]) -> list[Title]:
    """Every title in the text, each with the lines above it that belong to it (agency, year)."""
    bare = list(map(_bare, lines))
    named = [
        i
        for i, text in enumerate(bare)
        if "公开" in text
        and len(text) <= _LONGEST_TITLE_LINE
        and not (_NOT_TITLE.search(text) or _LINK.match(text))
    ]
    if not named:
        return []
    written = [i for i, text in enumerate(bare) if text]
    found = []
    for index in named:
        text, position = bare[index], bisect_left(written, index)
        parts = [(index, text)]
        after = written[position + 1] if position + 1 < len(written) else None
        if not _TITLE_END.search(text):
            # the title broken in the middle of its words
            if after is None or not _is_broken(text, bare[after]):
                continue
            parts.append((after, bare[after]))
        if not _TITLE.search("".join(part for _, part in parts)):
            continue
        for above in written[max(0, position - 3) : position][::-1]:
            if not _is_title_piece(bare[above]):
                break
            parts.insert(0, (above, bare[above]))
        found.append(Title("".join(part for _, part in parts), tuple(parts)))
    return found


def _is_broken(text: str, after: str) -> bool:
    """Whether a title goes on in the line after it, broken between two of its words or within one."""
    if after in _LAST_WORDS and text.endswith(_FIRST_WORDS):
        return True
    return any(
        text.endswith(words[:at]) and after == words[at:]
        for words in _WHOLE_WORDS
        for at in range(4, len(words))
    )


def _is_title_piece(text: str) -> bool:
    """A line that can stand above the last line of a title: an agency, a year, or both."""
    if len(text) > _LONGEST_PIECE or re.search(r"[。,:;!?()|]|目录|首页|当前位置|索引号|发布|报告", text):
        return False
    return bool(
        ORG.search(re.sub(rf"{YEAR}年?度?$", "", text)) or _TITLE_YEAR.fullmatch(text) or text == "关于"
    )


def identify(lines: list[str], source_file: str, first_table_line: int | None) -> Identity:
    """Collect the evidence. `first_table_line` bounds where a title may stand."""
    identity = Identity()
    _read_title(identity, lines[: first_table_line or len(lines)])
    _read_period(identity, lines)
    _read_signature(identity, lines)
    above = min(first_table_line or _LINES_OF_SENTENCES, _LINES_OF_SENTENCES)
    sentences = ["" if _LINK.match(text := TAG.sub("", line)) else text for line in lines[:above]]
    _read_agency(identity, sentences, source_file)
    _read_year(identity, sentences, source_file)
    return identity


def _read_title(identity: Identity, lines: list[str]) -> None:
    """The first title on the first page that names a year, else the first: a running head may come before it.

    One that is printed twice may name the agency only once.
    """
    page = list(islice((i for i, line in enumerate(lines) if line.strip()), _LINES_OF_TITLE))
    found = titles(lines[: page[-1] + 1]) if page else []
    title = next((title for title in found if title.year), found[0] if found else None)
    if title and not title.agency:
        again = (
            t
            for t in found
            if t.agency and t.year == title.year and 0 < t.first - title.first < _TITLES_APART
        )
        title = next(again, title)
    if title is None:
        _read_title_in_text(identity, lines)
        return
    identity.title, identity.title_line = title.text, title.first + 1

    def line_of(words: str) -> int:
        return next((i for i, text in title.parts if words in text), title.first) + 1

    if title.year is not None:
        printed = _TITLE_YEAR.search(title.text)
        identity.years.append(Evidence(str(title.year), line_of(printed[1] if printed else ""), "title"))
    if title.agency:
        identity.agency = Evidence(title.agency, line_of(title.agency[:4]), "title")


def _read_title_in_text(identity: Identity, lines: list[str]) -> None:
    """A title that no line break sets apart from the text around it."""
    text, line_at = joined(lines[:_LINES_OF_TITLE])
    found = title_in(text)
    if found is None:
        return
    at, name = found
    title = Title(name, ((line_at(at) - 1, name),))
    identity.title, identity.title_line = title.text, title.first + 1
    if title.year is not None:
        identity.years.append(Evidence(str(title.year), title.first + 1, "title"))
    if title.agency:
        identity.agency = Evidence(title.agency, title.first + 1, "title")


@remembering
def _bare(line: str) -> str:
    """A line's words without markup around them; a line that only underlines has none. A long line stays as it is."""
    if len(line) > _LONGEST_LINE:
        return line
    text = _PRINTED_AT.sub("", squash(TAG.sub("", line)).strip('#*|《》“”"_'))
    if mark := _HEADING_MARK.match(text):
        text = text[mark.end() :].rstrip("=}")
    return "" if _UNDERLINE.fullmatch(text) else text


def _agency_of_title(title: str) -> str | None:
    """The title without its year and from 政府信息公开 on."""
    head = re.split(r"政府?信息公开|政务公开|信息公开", title)[0]
    head = re.sub(r"^[^\u3400-\u9fff]+", "", _TITLE_YEAR.sub("", head))
    head = re.sub(r"^(?:关于|附件[0-9]*[::]?)|(?:关于|的|年度|年)$", "", head.strip(_AROUND))
    if _SELF.match(head):
        return None
    return head if len(head) >= 2 and ORG.search(head) else (head if len(head) >= 4 else None)


@remembering_lines
def joined(lines: Sequence[str]) -> tuple[str, Callable[[int], int]]:
    """The lines as one squashed text, and the number of the line in which a character of it stands."""
    pieces = list(map(squash, lines))
    ends: list[int] = []

    def line_at(at: int) -> int:
        if not ends:  # few who join lines ask for one
            ends.extend(accumulate(map(len, pieces)))
        return bisect_right(ends, at) + 1

    return "".join(pieces), line_at


def _read_period(identity: Identity, lines: list[str]) -> None:
    if period := period_in(lines):
        identity.years.append(Evidence(str(period[0]), period[1], "period"))


def period_in(lines: list[str]) -> tuple[int, int] | None:
    """The year of which the first period of a whole year is, and its line; None where none stands on the first pages."""
    text, line_at = joined(lines[:400])
    found = _PERIOD.search(text) if _FIRST_DAY in text else None
    year = to_year(found[2] or found[1]) if found else None
    if found and year and (found[2] is None or to_year(found[1]) == year):
        return year, line_at(found.start())
    return None


def _read_signature(identity: Identity, lines: list[str]) -> None:
    backwards = ((n, squash(lines[n - 1])) for n in range(len(lines), 0, -1) if lines[n - 1].strip())
    tail = list(islice(backwards, _LINES_OF_SIGNATURE))[::-1]
    for position in range(len(tail) - 1, -1, -1):
        number, text = tail[position]
        found = _DATE.fullmatch(text.strip("()"))
        if found:
            identity.published_on, identity.published_on_line = _to_date(found), number
            if position and _is_signature(tail[position - 1][1]):
                identity.signature = Evidence(tail[position - 1][1], tail[position - 1][0], "signature")
            elif position + 1 < len(tail) and _is_signature(tail[position + 1][1]):
                identity.signature = Evidence(tail[position + 1][1], tail[position + 1][0], "signature")
            return
    if len(tail) > 1 and _MONTH.fullmatch(tail[-1][1].strip("()")):
        tail.pop()
    if tail and _is_signature(tail[-1][1]):
        identity.signature = Evidence(tail[-1][1], tail[-1][0], "signature")


def _is_signature(text: str) -> bool:
    return (
        4 <= len(text) <= 30
        and bool(ORG.search(text))
        and not re.search(r"[0-9,。:;、|]|^[一二三四五六]、", text)
    )


def _to_date(found: re.Match[str]) -> date | None:
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


def _read_agency(identity: Identity, lines: list[str], source_file: str) -> None:
    if identity.agency is not None:
        return
    body, line_at = joined(lines)
    head = _agency_of_title(squash(PurePosixPath(source_file).stem))
    if drawn_up := who_drew_up(body):
        identity.agency = Evidence(drawn_up[1], line_at(drawn_up[0]), "body")
    elif identity.signature is not None:
        identity.agency = identity.signature
    elif told := who_reports(body):
        identity.agency = Evidence(told[1], line_at(told[0]), "body")
    elif head and ORG.search(head):
        identity.agency = Evidence(head, None, "file_name")


def _read_year(identity: Identity, lines: list[str], source_file: str) -> None:
    if not identity.years:
        body, line_at = joined(lines)
        if told := year_in(body):
            identity.years.append(Evidence(str(to_year(told[1])), line_at(told[0]), "body"))
    if not identity.years:
        for part in (PurePosixPath(source_file).stem, *PurePosixPath(source_file).parts[:-1][::-1]):
            in_name = re.search(r"(?<![0-9])(20[0-9]{2})(?![0-9])", ascii_width(part))
            if in_name:
                identity.years.append(Evidence(in_name[1], None, "file_name"))
                break
    identity.year = identity.years[0] if identity.years else None
