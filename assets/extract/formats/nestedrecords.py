"""A document of JSON whose records hold records: a name a line, each as far to the right as it is deep, its figure behind it.

`{"三、…": {"一、本年新收…": {"自然人": 3}}}` says the row and the column of each figure, whether it stands on one line or on
many. Text of paragraphs stands below its name, deeper than what follows: it names no figure. Belongs here: such documents
and where each name stands in them. Does not belong here: lists of cells, records in lists (lists.py), and what the names
mean (named.py).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from itertools import pairwise

_OPENS = re.compile(r'\s*[{\[]\s*(?:[{\[]\s*)?(?:"|$)')
_TOKEN = re.compile(
    r'\s*(?:(?P<text>"(?:[^"\\]|\\.)*+")|(?P<bare>-?[0-9][0-9.eE+-]*|null|true|false)|(?P<mark>[\[\]{}:,]))'
)
_CLOSERS = {"{": "}", "[": "]"}
# Records within records within the document, so many of them with figures, are no chance.
_LEAST_DEEP, _LEAST_RECORDS = 3, 3
# A text that is longer, or has several lines, is no name.
_LONGEST_NAME = 80
_DEEPEST = 40
_DIGIT = re.compile(r"\s*[-+]?[0-9]")

# (line, kind, text): a text, a figure or a mark
_Token = tuple[int, str, str]


@dataclass
class Value:
    """A value of the document: a text, or the names and values of a record, or the values of a list (without names)."""

    line: int
    text: str | None = None
    is_record: bool = False
    inner: list[tuple[str | None, Value]] = field(default_factory=list)

    def inner_values(self) -> list[Value]:
        """The values of a record or a list, without their names."""
        return [value for _, value in self.inner]


def without_braces(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines of such a document without its marks, and the number of each in the text; None where there is none."""
    start = next((n for n, line in enumerate(lines) if line.strip()), None)
    if start is None or not _OPENS.match(lines[start]) or not any('":' in line for line in lines):
        return lines, None
    document = parsed(tokens_of(lines, start))
    if document is None or _records_of_figures(document, 1) < _LEAST_RECORDS:
        return lines, None
    out: list[tuple[int, str]] = []
    _write(document, 0, out)
    return [text for _, text in out], [line for line, _ in out]


def tokens_of(lines: list[str], start: int) -> list[_Token]:
    """The texts, figures and marks from a line on; none where anything else stands there."""
    found: list[_Token] = []
    for number, line in enumerate(lines[start:], start + 1):
        at, text = 0, line.rstrip()
        while at < len(text):
            token = _TOKEN.match(text, at)
            if token is None:
                return []
            at = token.end()
            found.append((number, token.lastgroup or "", token[token.lastgroup or 0]))
    return found


def parsed(tokens: list[_Token], deepest: int = _DEEPEST) -> Value | None:
    """The one value that the tokens write; None where they write none, or more, or hold each other too deep."""
    root = Value(0)
    stack = [root]
    key: str | None = None
    for (number, kind, text), (_, _, following) in pairwise([*tokens, (0, "", "")]):
        top = stack[-1]
        if kind != "mark" and top.is_record and key is None and following == ":":
            key = _plain(text)
        elif kind != "mark" or text in _CLOSERS:
            value = Value(number, _plain(text) if kind != "mark" else None, is_record=text == "{")
            if top.is_record and key is None:
                return None
            top.inner.append((key, value))
            key = None
            stack += [value] if kind == "mark" else []
        elif text in _CLOSERS.values():
            if len(stack) == 1 or (text == "}") != top.is_record or key is not None:
                return None
            stack.pop()
        if len(stack) > deepest:
            return None
    return root.inner[0][1] if len(stack) == 1 and len(root.inner) == 1 else None


def _plain(text: str) -> str:
    if text[0] != '"':
        return "" if text == "null" else text
    try:
        return str(json.loads(text, strict=False))
    except ValueError:
        return text[1:-1]


def _records_of_figures(value: Value, depth: int) -> int:
    """How many records with figures stand in records at least so deep, no list between them."""
    if not value.is_record:
        return sum(_records_of_figures(inner, 1) for _, inner in value.inner)
    found = int(depth >= _LEAST_DEEP and any(_DIGIT.match(v.text or "") for _, v in value.inner))
    return found + sum(_records_of_figures(inner, depth + 1) for _, inner in value.inner)


def _write(value: Value, depth: int, out: list[tuple[int, str]]) -> None:
    """The lines of a record or a list, each with its number."""
    indent = "  " * depth
    for name, inner in value.inner:
        lead = f"{indent}{name}:" if name is not None else f"{indent}-"
        if inner.text is None and not inner.is_record and _is_flat(inner):
            if name is not None:
                out.append((inner.line, lead))
            out.append((inner.line, json.dumps([v.text for _, v in inner.inner], ensure_ascii=False)))
        elif inner.text is None:
            out.append((inner.line, lead))
            _write(inner, depth + 1, out)
        elif "\n" in inner.text or len(inner.text) > _LONGEST_NAME:
            out.append((inner.line, lead))
            out += [(inner.line, f"{indent}    {text}") for text in inner.text.split("\n")]
        else:
            out.append((inner.line, f"{lead} {inner.text}"))


def _is_flat(value: Value) -> bool:
    """Whether a list holds figures and names only."""
    return all(
        v.text is not None and len(v.text) <= _LONGEST_NAME and "\n" not in v.text for _, v in value.inner
    )
