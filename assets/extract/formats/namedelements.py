"""Documents of XML whose elements hold no text: attributes name the items and their figures, `<指标 名称="自然人" 值="4"/>`.

Each element becomes a line, a name or a name and its figure, as far to the right as it is deep (keyed.py reads those); an element
with several names and figures of its own becomes as many lines. Does not belong here: rows and cells (html.py).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from html import unescape

from assets.extract.numbers import looks_like_figure

_WORD = r"[^\W\d][\w.:-]{0,60}"
_TAG = re.compile(
    rf"<(?P<closes>/?)(?P<name>{_WORD})(?P<attributes>(?:\s+{_WORD}\s*=\s*(?:\"[^\"<]*+\"|'[^'<]*+'))*+)\s*(?P<alone>/?)>"
)
_ATTRIBUTE = re.compile(rf"({_WORD})\s*=\s*(?:\"([^\"<]*+)\"|'([^'<]*+)')")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_LEAST = 5
# Elements of pages, of sheets and their like are read by others.
_OTHERS = re.compile(
    r"<(?:table|tr|td|row|cell|entry|p|div|span|html|body)\b|<\w{1,10}:(?:tr|td|p|r|t|row|table-row)\b",
    re.IGNORECASE,
)
# What an attribute with a number that is no figure is called.
_NO_FIGURE = re.compile(
    r"(?:.*[_-])?(?:id|code|no|order|index|idx|level|seq|sort|num|key|type|编码|代码|序号|编号|排序|级别|层级|行次|版本)",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"(?:.*[_-])?(?:value|val|v|data|值|数值|数量|数据|内容|figure|count|amount)", re.IGNORECASE
)
_UNIT = re.compile(r"(?:.*[_-])?(?:unit|dw|计量单位)", re.IGNORECASE)
# A longer text than this is prose, not what stands in the place of a figure.
_LONGEST_WORD = 16
_INDENT = "  "


@dataclass
class _Element:
    line: int
    depth: int
    tag: str
    attributes: dict[str, str]
    text: str = ""
    holds_others: bool = False


def with_named_figures(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines of such a document as names and figures, and the number of each; None where there is no such document."""
    begin = next((line for line in lines if line.strip()), "")
    if not begin.lstrip("\ufeff \t").startswith("<"):
        return lines, None
    text = "\n".join(lines)
    if "=" not in text or _OTHERS.search(text):
        return lines, None
    elements = _elements(text)
    leaves = [e for e in elements if not e.holds_others]
    if not leaves:
        return lines, None
    values = _values(leaves)
    written = [(e, _lines(e, values[e.tag])) for e in elements]
    if sum(":" in line for _, made in written for line in made if _ends_with_figure(line)) < _LEAST:
        return lines, None
    made = [(e.line + 1, _INDENT * e.depth + line) for e, own in written for line in own if line]
    return [line for _, line in made], [number for number, _ in made]


def _ends_with_figure(line: str) -> bool:
    value = line.rpartition(": ")[2]
    return bool(value.strip()) and looks_like_figure(value.strip())


def _elements(text: str) -> list[_Element]:
    """The elements in the order of the text, with how deep they stand; none where tags do not close what was opened."""
    found: list[_Element] = []
    above: list[_Element] = []
    line, at = 0, 0
    for tag in _TAG.finditer(text):
        between = text[at : tag.start()]
        if above:
            above[-1].text += re.sub(r"<!\[CDATA\[|\]\]>", "", between)
        line += between.count("\n")
        if tag["closes"]:
            if not above or above[-1].tag != tag["name"]:
                return []
            above.pop()
        else:
            attributes = {
                a: unescape(b or c or "").strip() for a, b, c in _ATTRIBUTE.findall(tag["attributes"])
            }
            element = _Element(line, len(above), tag["name"], attributes)
            if above:
                above[-1].holds_others = True
            found.append(element)
            above += [] if tag["alone"] else [element]
        line += tag[0].count("\n")
        at = tag.end()
    return [] if above else found


def _values(leaves: list[_Element]) -> dict[str, str]:
    """For each kind of element the attribute that holds its figure; none where it is not told, or there are several."""
    kinds: dict[str, list[_Element]] = defaultdict(list)
    for leaf in leaves:
        kinds[leaf.tag].append(leaf)
    values: dict[str, str] = defaultdict(str)
    for tag, own in kinds.items():
        names = Counter(name for leaf in own for name in leaf.attributes)
        figures = [
            name
            for name in names
            if not _CHINESE.search(_first(own, name))
            and not _UNIT.fullmatch(name)
            and any(looks_like_figure(leaf.attributes.get(name, "")) for leaf in own)
        ]
        told = [name for name in figures if _VALUE.fullmatch(name)]
        likely = told or [name for name in figures if not _NO_FIGURE.fullmatch(name)]
        values[tag] = likely[0] if len(likely) == 1 else ""
    return values


def _first(leaves: list[_Element], name: str) -> str:
    """The value of an attribute that most of the elements have in common in kind: Chinese words or not."""
    said = [leaf.attributes[name] for leaf in leaves if leaf.attributes.get(name)]
    words = [value for value in said if _CHINESE.search(value) and not looks_like_figure(value)]
    return words[0] if len(words) > len(said) / 2 else ""


def _lines(element: _Element, value: str) -> list[str]:
    """The names that an element gives, and its figure behind the last of them."""
    text = unescape(element.text).strip() if not element.holds_others else ""
    named = [
        (name, said)
        for name, said in element.attributes.items()
        if _CHINESE.search(said)
        and name != value
        and not _UNIT.fullmatch(name)
        and not looks_like_figure(said)
    ]
    of_element = element.tag if _CHINESE.search(element.tag) else ""
    if element.depth == 0:
        return []
    if element.holds_others:
        return [f"{named[0][1]}:"] if named else [f"{of_element}:"] if of_element else [""]
    if value in element.attributes and named:
        return [f"{named[0][1]}: {element.attributes[value]}"]
    own = [(n, v) for n, v in element.attributes.items() if _CHINESE.search(n) and looks_like_figure(v)]
    if named and len(own) > 1:  # a row: its label, and its figures under their own names
        blank = [n for n, v in element.attributes.items() if _CHINESE.search(n) and not v]
        return [
            f"{named[0][1]}:",
            *(f"{_INDENT}{n}: {element.attributes[n]}" for n, _ in own),
            *(f"{_INDENT}{n}:" for n in blank),
        ]
    if text and not looks_like_figure(text) and (not named or len(text) > _LONGEST_WORD):
        return text.split("\n")
    if not element.attributes or (named and value not in element.attributes):
        name = named[0][1] if named else of_element
        return [f"{name}: {text}"] if name else [text]
    return [text]
