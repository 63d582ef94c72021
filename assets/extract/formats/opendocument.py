"""Texts and sheets of OpenDocument as XML (`<table:table-row>`, `<text:p>`): their tags become those of a page.

What is not seen (changes that were tracked, notes, comments, hidden text) is hidden in the page, too; struck-out and raised
text is marked as it is there. Every line keeps its number. Does not belong here: what the tags of a page mean (blocks.py, html.py).
"""

from __future__ import annotations

import re

_SIGN = "<table:table-row"
_BODY = "<office:body"
_TAG = re.compile(r"<(/?)([a-z]{1,20}):([a-z-]{1,40})((?:\s[^<>]*)?)>")
_STYLE = re.compile(r"<style:style\b([^<>]*)>|<style:text-properties\b([^<>]*)>")
_NAME = re.compile(r'\bstyle:name="([^"]{1,80})"')
_SPAN_STYLE = re.compile(r'\btext:style-name="([^"]{1,80})"')
_LOOKS = (
    ("style", re.compile(r'\btext:display="none"')),
    ("del", re.compile(r'\btext-line-through-(?:style|type)="(?!none")')),
    ("sup", re.compile(r'\btext-position="(?:su|-?[1-9])')),
)
_COUNT = re.compile(r'\btable:number-(columns-spanned|rows-spanned|columns-repeated)="([0-9]{1,3})"')
_TAGS = {
    "table:table": "table",
    "table:table-row": "tr",
    "text:p": "p",
    "text:h": "p",
}
# What is not seen of them, or is no text.
_UNSEEN = (
    *("text:tracked-changes", "table:tracked-changes", "text:note", "text:ruby-text"),
    *("office:annotation", "office:binary-data", "draw:object"),
)
_TAGS |= dict.fromkeys(_UNSEEN, "style")
_INSTEAD = {"text:s": " ", "text:tab": " ", "text:line-break": "<br/>"}
_CELL, _SPAN = "table:table-cell", "text:span"
# A cell that stands for several of one content is written once, no longer than this, for so many at most.
_LONGEST, _MOST = 200, 64


def with_tags_of_page(text: str) -> str:
    """The text with such tags, and without what stands before its body; as many lines as before."""
    if _SIGN not in text:
        return text
    looks = _looks(text)
    head, body, text = text.partition(_BODY) if _BODY in text else ("", "", text)
    pieces = ["\n" * head.count("\n")]
    text = body + text
    spans: list[str] = []
    cell, times, at = 0, 1, 0
    last = ""
    for tag in _TAG.finditer(text):
        pieces.append(text[at : tag.start()])
        last = pieces[-1][-1:] or last
        at = tag.end()
        closes, name, attributes = tag[1], f"{tag[2]}:{tag[3]}", tag[4]
        alone = attributes.endswith("/")
        if name == _CELL and not closes:
            counts = {found[1]: int(found[2]) for found in _COUNT.finditer(attributes)}
            cell, times = len(pieces), min(counts.get("columns-repeated", 1), _MOST)
            pieces.append(
                f'<td colspan="{counts.get("columns-spanned", 1)}" rowspan="{counts.get("rows-spanned", 1)}">'
            )
        elif name == _SPAN and not closes and not alone:
            spans.append(_look(attributes, looks))
            # digits of another look may be struck out, or the mark of a note, where no look is told
            pieces.append(f"{' ' * (looks is None and last.isdigit())}<{spans[-1]}>")
        elif name == _SPAN and closes and spans:
            apart = looks is None and last.isdigit() and text[at : at + 1].isdigit()
            pieces.append(f"</{spans.pop()}>{' ' * apart}")
        elif name in _TAGS and not alone:
            pieces.append(f"<{closes}{_TAGS[name]}>")
            last = ""
        else:
            pieces.append(_INSTEAD.get(name, ""))
        if name == _CELL and (closes or alone):
            pieces.append("</td>")
            again = "".join(pieces[cell:]).replace("\n", " ") if times > 1 else ""
            pieces += [again] * (times - 1) if len(again) <= _LONGEST else []
            times = 1
        pieces.append("\n" * attributes.count("\n"))
    return "".join([*pieces, text[at:]])


def _looks(text: str) -> dict[str, str] | None:
    """How the styles of the text that do more to it than change its letters look; None where no style is told."""
    looks: dict[str, str] | None = None
    name = ""
    for found in _STYLE.finditer(text):
        looks = looks or {}
        if found[1] is not None:
            named = _NAME.search(found[1])
            name = named[1] if named else ""
        elif name:
            look = next((tag for tag, sign in _LOOKS if sign.search(found[2])), None)
            looks |= {name: look} if look else {}
    return looks


def _look(attributes: str, looks: dict[str, str] | None) -> str:
    style = _SPAN_STYLE.search(attributes)
    return (looks or {}).get(style[1], "span") if style else "span"
