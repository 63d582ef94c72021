"""What the rules of a page's style block hide: `<style>.h{display:none}</style>` … `635<span class="h">0</span>`.

The rule is written to the elements that it names, as if it stood at each of them, and the page is read as ever. Belongs here: rules
that name a class, an identifier, or an element with one of these, wherever they stand in the text; of several for one name the last
counts, and what holds for a printer or a narrow screen alone does not. Does not belong here: what becomes of hidden text
(readers/notations/shown.py), rules of other kinds. Every line keeps its number.
"""

from __future__ import annotations

import re

_BLOCK = re.compile(r"<style\b[^<>]*>(.*?)</style\s*>", re.IGNORECASE | re.DOTALL)
_REMARK = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
# Rules for some pages only: a block of blocks.
_OF_SOME = re.compile(r"@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,2000})\}")
_SELECTOR = re.compile(r"([A-Za-z][A-Za-z0-9]*)?([.#])([\w\u3400-\u9fff-]+)")
# What is said of showing, by property.
_SAYS = re.compile(r"(?:^|[;\s])(display|visibility)\s*:\s*([a-z-]+)", re.IGNORECASE)
_HIDDEN = {"display": "none", "visibility": "hidden"}
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)(\s[^<>]*)>")
_NAMES = re.compile(r"\b(class|id)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>/]+))", re.IGNORECASE)
_STYLE = re.compile(r"\bstyle\s*=\s*([\"'])", re.IGNORECASE)

# (element or "", "." or "#", name) -> what is said of it
_Rules = dict[tuple[str, str, str], dict[str, str]]


def with_rules_inline(lines: list[str]) -> list[str]:
    """The lines with what such rules hide said at each element; the lines themselves where no rule hides anything."""
    text = "\n".join(lines)
    rules = _rules(text)
    hiding = {at: style for at, said in rules.items() if (style := _hides(said))}
    if not hiding:
        return lines
    spans = [match.span() for match in _BLOCK.finditer(text)]

    def said(tag: re.Match[str]) -> str:
        if any(start < tag.start() < end for start, end in spans):
            return tag[0]
        styles = [hiding[at] for at in _named(tag) if at in hiding]
        if not styles:
            return tag[0]
        own = _STYLE.search(tag[0])
        if own is None:
            close = tag[0].endswith("/>")
            return f'{tag[0][: -2 if close else -1]} style="{styles[0]}"{"/>" if close else ">"}'
        # what an element says of itself comes last, and counts
        return f"{tag[0][: own.end()]}{styles[0]};{tag[0][own.end() :]}"

    return _TAG.sub(said, text).split("\n")


def _rules(text: str) -> _Rules:
    rules: _Rules = {}
    for block in _BLOCK.finditer(text):
        body = _OF_SOME.sub("", _REMARK.sub("", block[1]))
        for rule in _RULE.finditer(body):
            said = {kind.lower(): value.lower() for kind, value in _SAYS.findall(rule[2])}
            for selector in rule[1].split(",") if said else ():
                if named := _SELECTOR.fullmatch(selector.strip()):
                    at = (named[1] or "").lower(), named[2], named[3]
                    rules[at] = rules.get(at, {}) | said
    return rules


def _hides(said: dict[str, str]) -> str | None:
    return next((f"{kind}:{word}" for kind, word in _HIDDEN.items() if said.get(kind) == word), None)


def _named(tag: re.Match[str]) -> list[tuple[str, str, str]]:
    """The names by which rules may speak of an element."""
    found: list[tuple[str, str, str]] = []
    for name in _NAMES.finditer(tag[2]):
        sign = "." if name[1].lower() == "class" else "#"
        for word in (name[2] or name[3] or name[4] or "").split():
            found += [("", sign, word), (tag[1].lower(), sign, word)]
    return found
