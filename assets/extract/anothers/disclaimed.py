"""A report that says of itself, or of all its tables, that its figures are nobody's, another year's, wrong or withdrawn.

    本报告已作废 | 本页面内容为测试内容 | 以上各表数据均为2020年数据 | （填报样例，数字均为虚拟） | 更正：本报告所有表格数据均有误，现予撤回

It may stand anywhere: under the title, in the introduction, among other matters, behind the signature. Reports speak all the time of
corrections of other reports, of errors of other bodies and of last year, so a clause counts only if it begins with this text (本报告, 本页) or
all its tables (以上各表), and goes on at once with what they are. A line in brackets that says nothing else is said of the text where it
stands. Belongs here: that doubt, of all tables. Does not belong here: what is said of one table (unexplained.py, notown.py), and of tables of
which the text says that they are elsewhere (withheld.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from assets.extract.anothers.instructions import is_instruction
from assets.extract.anothers.ownwords import own_of
from assets.extract.anothers.unexplained import CODE
from assets.extract.cells import TableReading
from assets.extract.dates import YEAR, to_year
from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.numbers import looks_like_figure
from assets.extract.sections import headings
from assets.extract.whose.evidence import Identity
from assets.extract.wordlines import word_lines
from schemas.ofnoweight import OF_NO_WEIGHT
from schemas.whose import WORDS, any_of

_LONGEST, _LONGEST_BRACKET, _LONGEST_SHOWN = 1500, 30, 60
# So many figures make a line a row.
_ROW, _PIECES = 3, re.compile(r"[\s|]+")
_HINT = re.compile(r"[本此]|以[上下]|[上下前]述|各表|数[据字]|[(（【\[〔]")
_AROUND = "#*|\"' \t"
_BRACKETS = str.maketrans("【】〔〕[]", "()()()")
_ENDS = ("。", ";", "!", "?", ")", ":")
_CLAUSES = re.compile(r"[,;。!:]")
# What may stand before a clause's first word, where no sign parts them.
_LEAD = re.compile(
    r"^(?:[(一二三四五六0-9)、.]+|(?:需要)?(?:特别)?(?:说明|指出)的是|(?:因|由于)[^,]{2,16}?(?:原因|故障|失误|疏忽)|经(?:核查|自查|核实|核对|审核|复核)|特此(?:说明|声明)|现)+"
)

# The text by itself; no 本报告期, 本文化.
_TEXT = rf"(?:(?:本|此|以下)(?:份|年度)?(?:{any_of(OF_NO_WEIGHT.of_texts)})(?![期书厅化物体字旅明秘度])(?:内容|全文)?)"
_OF = r"(?:[中内里的]|所(?:列|附|载|示|有|涉及)|各项?|全部|所有|有关|相关|主要|部分|第?[二三四](?:[、和及与]第?[二三四]){1,2}(?:个?部分)?)*+"
_FIGURES = r"(?:统计|数据)?(?:表格?|数据|数字|数值|统计数?|内容|信息)(?:[中内里的]|所列|所示|所填|各项|全部)*(?:数据|数字|数值|统计数?)?"
_ALL = rf"(?:(?:以[上下]|[上下前]述|下列)(?:各|所有|全部|[两二三23](?=[个张]))[个张]?|各)(?:统计)?(?:表格?|(?<!各)数据|(?<!各)数字){_OF}(?:{_FIGURES})?"
_OF_REPORT = re.compile(rf"(?:{_TEXT}{_OF}(?:{_FIGURES})?|{_ALL})")
# Said behind the last table of all above, or before the first of all below.
_ABOVE = re.compile(rf"以上(?=[为是系])|(?:以上|[上前]述)(?:统计)?(?:表格?|数据|数字){_OF}(?:{_FIGURES})?")
_BELOW = re.compile(rf"以下(?=[为是系])|(?:以下|下述|下列)(?:统计)?(?:表格?|数据|数字){_OF}(?:{_FIGURES})?")
# Said in front of the first section of what the report shows.
_SHOWN = re.compile(rf"(?:所列|文中|表[中内]|其中)?(?:的)?{_FIGURES}")

_SO = r"(?:(?:因|由于)[^,]{2,12}?(?:原因|故障|失误|疏忽)|均|都|全部?|皆|仍|暂|还|仅|只|已经?|现|应予?|予以|目前|实际上?|一律|存在|出现|存有|有(?!误)|严重|大量|多处|部分|较[多大]|填报|填写|统计|录入|被|特此|同时|自行|的)*+"
_NOBODYS = any_of(
    OF_NO_WEIGHT.of_no_report, WORDS.examples, WORDS.made_up, [w for w in WORDS.trials if w != "样式"]
)
_WITHDRAWN = re.compile(rf"{_SO}(?:{any_of(OF_NO_WEIGHT.withdrawn)})(?:处理|了)?")
_WRONG = re.compile(
    rf"{_SO}(?:[为系是]|属于?)?(?:{any_of(OF_NO_WEIGHT.of_wrong_reports)})(?!的|之处|率|时|者)"
)
_IS = r"(?:[为系是由供]|属于?|(?:仅|只)?用[于作])(?!了)"
_NO_REPORT = re.compile(
    rf"{_SO}{_IS}[^,]{{0,24}}?{_NOBODYS}|{_SO}非?(?:{_NOBODYS})(?:数据|内容|用)?$|{_SO}(?:并?非|不是)[^,]{{0,6}}?(?:真实|实际)"
)
_OF_LAST = rf"(?:(?P<year>{YEAR})年|{any_of(WORDS.last_year, WORDS.earlier_years)})(?:全年|度|末|底)?的?(?:旧|历史)?(?:数据|数字|情况|统计数?|数|报告)"
_OF_ANOTHER_YEAR = re.compile(
    rf"{_SO}(?:[为系是]|属于?|反映)(?:的|是)*(?:[我本][局委办厅院镇乡校]的?|本机关|本单位)?{_OF_LAST}$"
)
_TAKEN = re.compile(rf"{_SO}(?:[为系是])?(?:{any_of(OF_NO_WEIGHT.of_taking)})(?:了)?(?P<told>.+)")
_OF_OTHERS = re.compile(rf"{any_of(WORDS.last_year)}|年度报告|年报|报表|(?:其他|兄弟|他)单位")
_YEARS = re.compile(rf"({YEAR})年")
_PATTERNS = re.compile(rf"{any_of(OF_NO_WEIGHT.of_patterns)}|各|汇总|全[国省市县区]")
_NOT_RENEWED = re.compile(rf"{_SO}(?:[尚还仍暂并]|数据|数字)*[未没](?:有|作|及|予)?(?:更新|替换|更换)")
# The pattern that it was made after: 本报告按照国务院办公厅统一模板编制.
_MADE_AFTER = re.compile(
    "根据|按照?|依照|依据|参照|统一|上级|国办|国家|国务院|[省市县区]级|规定|提供|下发|制发|印发"
)
_IF = re.compile("如|若|倘|凡|一旦|欢迎|敬请")
# A line in brackets that says nothing else.
_ALONE = re.compile(
    rf"(?:填报|填写|网站|系统|栏目|{any_of(OF_NO_WEIGHT.of_texts)}|{_FIGURES}|[本此均都为系是已仅只供用纯的]|全部)*+(?:{_NOBODYS}|{any_of(OF_NO_WEIGHT.withdrawn)})"
    r"(?:[用版页稿件表的]|专用|页面|数据|使用|文本|报告)*"
)


def doubt_disclaimed(
    tables: Sequence[TableReading], lines: Sequence[str], whose: Callable[[], Identity]
) -> None:
    """Put all tables in doubt where the report says so of itself."""
    taken = set().union(*(table.lines for table in tables))
    if not taken:
        return
    said = _said(lines, taken, whose)
    if said is None:
        return
    for reading in tables:
        reading.doubt_said(reading.cells, CODE, said[0], said[1][:_LONGEST_SHOWN])


def _said(
    lines: Sequence[str], taken: Collection[int], whose: Callable[[], Identity]
) -> tuple[int, str] | None:
    """The first line that says so, and its words."""
    first, last = min(taken), max(taken)
    heads: list[int] | None = None
    for number, line in word_lines(lines):
        if number in taken or not (text := _text(line)):
            continue
        if len(text) > _LONGEST_BRACKET and not text.endswith(_ENDS) and number < len(lines):
            text += squash(lines[number][:_LONGEST]).strip(_AROUND)
        heads = [head for head, _ in headings([*lines], {*taken})] if heads is None else heads
        if number in heads:
            continue
        is_before = number < min([first, *heads])
        if (is_before or number > last) and _is_alone(text):
            return number, text
        beginnings = [_OF_REPORT, *([_SHOWN] if is_before else [])]
        section = max((head for head in heads if head < number), default=0)
        if number > last and not any(section <= line for line in taken) and not _is_below_row(lines, number):
            beginnings.append(_ABOVE)
        elif is_before:
            beginnings.append(_BELOW)
        told = [told for clause in _clauses(_opened(text)) for told in _told(clause, beginnings)]
        if told and any(_is_disclaimed(each, own_of(whose(), number)[1]) for each in told):
            return number, text
    return None


def _is_below_row(lines: Sequence[str], number: int) -> bool:
    """Whether the written line right above a line is a row of figures: these are what it calls the above."""
    above = next((line for line in reversed(lines[: number - 1]) if line.strip()), "")
    return sum(map(looks_like_figure, _PIECES.split(above))) >= _ROW


@remembering
def _text(line: str) -> str:
    """The squashed text of a line that may say something of the report."""
    if len(line) > _LONGEST or not _HINT.search(line):
        return ""
    text = squash(line).strip(_AROUND).translate(_BRACKETS)
    return "" if is_instruction(text) or "|" in text else text


def _is_alone(text: str) -> bool:
    """Whether a line is a bracket that says nothing but that what it stands in is no report."""
    if not (text.startswith("(") and text.endswith(")") and len(text) <= _LONGEST_BRACKET):
        return False
    return all(map(_ALONE.fullmatch, filter(None, _CLAUSES.split(text[1:-1]))))


def _opened(text: str) -> str:
    return text[1:-1] if text.startswith("(") and text.endswith(")") else text


def _clauses(text: str) -> Iterator[str]:
    for sentence in re.split("[。;!]", text):
        if not _IF.search(sentence):
            for clause in _CLAUSES.split(sentence):
                yield _LEAD.sub("", clause)


def _told(clause: str, beginnings: Sequence[re.Pattern[str]]) -> Iterator[str]:
    """What a clause tells of the text or its tables."""
    for beginning in beginnings:
        if found := beginning.match(clause):
            yield clause[found.end() :]


def _is_disclaimed(told: str, years: Collection[int]) -> bool:
    """Whether what is told makes the figures others than those of a report of these years."""
    if _WITHDRAWN.fullmatch(told) or _WRONG.match(told) or _NOT_RENEWED.match(told):
        return True
    if _NO_REPORT.match(told) and not _MADE_AFTER.search(told):
        return True
    if found := _OF_ANOTHER_YEAR.match(told):
        return not found["year"] or bool(years and to_year(found["year"]) not in years)
    taken = _TAKEN.match(told)
    if taken is None or _PATTERNS.search(taken["told"]):
        return False
    named = {to_year(year) for year in _YEARS.findall(taken["told"])}
    return bool(_OF_OTHERS.search(taken["told"]) or (years and named and not named & set(years)))
