"""What the rules of a page's style block hide: `<style>.h{display:none}</style>` … `635<span class="h">0</span>`.

The rule is written to the elements that it names, as if it stood at each of them, and the page is read as ever. Where rules for one
element are at odds, or hide it only within others, nobody but a browser knows: letters that may be hidden are set apart from the
rest of their cell, so that no figure is made of both. Belongs here: rules that name classes and identifiers and hold on a screen of any
width. Does not belong here: what becomes of hidden text (readers/notations/shown.py), rules of other kinds. Every line keeps its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Where a style block begins, or what a browser shows none of, with all its style blocks.
_OPENS = re.compile(r"<(style|noscript|template)\b([^<>]*)>|<!--", re.IGNORECASE)
_REMARK = re.compile(r"/\*(?:[^*]|\*(?!/))*+\*/|<!--|-->")
_MEDIA = re.compile(r"\bmedia\s*=\s*[\"']?([^\"'>]*)", re.IGNORECASE)
_ON_SCREENS = re.compile(r"\s*(?:all|screen|only screen)?\s*", re.IGNORECASE)
# Rules for some pages only: a block of blocks.
_OF_SOME = re.compile(r"@[\w-]+([^{};]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}")
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,2000})\}")
_COMPOUND = re.compile(r"([A-Za-z][A-Za-z0-9]*|\*)?((?:[.#][\w\u3400-\u9fff-]+)+)")
_NAME = re.compile(r"[.#][\w\u3400-\u9fff-]+")
# What is said of showing, by property.
_SAYS = re.compile(r"(?:^|[;\s])(display|visibility)\s*:\s*([a-z-]+)", re.IGNORECASE)
_HIDDEN = {"display": "none", "visibility": "hidden"}
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)(\s[^<>]*)>")
_NAMES = re.compile(r"\b(class|id)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>/]+))", re.IGNORECASE)
_STYLE = re.compile(r"\bstyle\s*=\s*([\"'])", re.IGNORECASE)
# Few letters within a cell.
_PIECE = re.compile(
    r"(<(?:span|font|i|b|em|strong|small|s|u|a|sup|sub|label|var|code|tt)\s[^<>]*>)([^<>]{0,40})(</[a-z]{1,6}\s*>)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Rule:
    """A rule for the elements of one kind, or any, that have some names; whether it holds within others only, and what it hides by."""

    element: str
    names: frozenset[str]
    is_within: bool
    is_urgent: bool
    style: str | None


def with_rules_inline(lines: list[str]) -> list[str]:
    """The lines with what such rules hide said at each element; the lines themselves where no rule hides anything."""
    text = "\n".join(lines)
    if "<style" not in text.lower():
        return lines
    blocks = list(_blocks(text))
    rules = _rules(text, blocks)
    if not any(rule.style for rule in rules):
        return lines

    def said(tag: re.Match[str]) -> str:
        found = _of(rules, tag)
        if any(start < tag.start() < end for _, start, end in blocks) or not _is_hidden(found):
            return tag[0]
        style = next(rule.style for rule in found if rule.style)
        own = _STYLE.search(tag[0])
        if own is None:
            close = tag[0].endswith("/>")
            return f'{tag[0][: -2 if close else -1]} style="{style}"{"/>" if close else ">"}'
        # what an element says of itself comes last, and counts
        return f"{tag[0][: own.end()]}{style};{tag[0][own.end() :]}"

    def apart(piece: re.Match[str]) -> str:
        tag = _TAG.match(piece[1])
        found = _of(rules, tag) if tag else []
        is_open = any(rule.style for rule in found) and not _is_hidden(found)
        return f" {piece[0]} " if is_open and piece[2].strip() else piece[0]

    return _TAG.sub(said, _PIECE.sub(apart, text)).split("\n")


def _blocks(text: str) -> Iterator[tuple[str, int, int]]:
    """The attributes of each style block, where what it says begins, and where that ends."""
    lower, at = text.lower(), 0
    lacking = set()
    while opened := _OPENS.search(text, at):
        at = opened.end()
        kind = (opened[1] or "").lower()
        end = f"</{kind}" if kind else "-->"
        close = -1 if end in lacking else lower.find(end, at)
        if close < 0:
            lacking.add(end)
            continue
        if kind == "style":
            yield opened[2], at, close
        at = close


def _rules(text: str, blocks: Iterable[tuple[str, int, int]]) -> list[_Rule]:
    """What style blocks say of showing; of rules for the same elements the last."""
    found: dict[tuple[str, frozenset[str], bool, bool], _Rule] = {}
    for attributes, start, end in blocks:
        media = _MEDIA.search(attributes)
        if media and not _ON_SCREENS.fullmatch(media[1]):
            continue
        body = _OF_SOME.sub(
            lambda some: some[2] if _ON_SCREENS.fullmatch(some[1]) else "", _REMARK.sub("", text[start:end])
        )
        for rule in _RULE.finditer(body):
            said = {kind.lower(): word.lower() for kind, word in _SAYS.findall(rule[2])}
            style = next((f"{kind}:{word}" for kind, word in _HIDDEN.items() if said.get(kind) == word), None)
            for selector in rule[1].split(",") if said else ():
                *within, last = re.split(r"[\s>+~]+", selector.strip())
                if named := _COMPOUND.fullmatch(last):
                    element = (named[1] or "").lower().strip("*")
                    is_urgent = "important" in rule[2]
                    one = _Rule(element, frozenset(_NAME.findall(named[2])), bool(within), is_urgent, style)
                    found[one.element, one.names, one.is_within, one.is_urgent] = one
    return list(found.values())


def _of(rules: list[_Rule], tag: re.Match[str]) -> list[_Rule]:
    """The rules for an element."""
    names = {
        ("." if name[1].lower() == "class" else "#") + word
        for name in _NAMES.finditer(tag[2])
        for word in (name[2] or name[3] or name[4] or "").split()
    }
    return (
        [rule for rule in rules if rule.names <= names and rule.element in ("", tag[1].lower())]
        if names
        else []
    )


def _is_hidden(rules: list[_Rule]) -> bool:
    """Whether all that is said of an element hides it, and something does wherever it stands."""
    return all(rule.style for rule in rules) and any(not rule.is_within for rule in rules)
