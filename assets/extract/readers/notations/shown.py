"""What of an HTML table a reader sees: struck-out and hidden text is not in it, a form field is what it holds.

Belongs here: what an element does to the text around it, before cells are read (html.py). A mark that is printed small
beside a figure (a footnote's number) is set in brackets, so that no digit of it becomes one of the figure.
"""

from __future__ import annotations

import re

from lxml import etree

from assets.extract.readers.notations.xmltext import as_xml_allows

# Tables without any of these are shown as they are.
_ODD = re.compile(
    r"<(?:del|s|strike|sup|sub|rt|rp|msup|msub|select|input|template|script|style|noscript)\b|hidden|display\s*:|visibility|sr-only|"
    r"href\s*=\s*[\\\"']*#|d-none|invisible|\bhide\b|tip\b|popover|opacity|<rtc|<annotation|<datalist|line-through|font-size\s*:\s*0|color\s*:\s*(?:#fff|white|transparent)",
    re.IGNORECASE,
)
# The mark of a note above the line: a number, a letter, stars.
NOTE = r"[\[(（【]?(?:注|[0-9]{1,2}|[①-⑳]|[a-zA-Z]|[*※†‡]+)[\])）】]?"
_NOTE = re.compile(NOTE)
# A place on the page, and what only a mark of a note is.
_TO_NOTE, _MARK = re.compile(r"#\w"), re.compile(r"[\[【].+[\]】]|[①-⑳]|[*※†‡]+|注")
_UNSEEN = {"rt", "rp", "rtc", "template", "script", "style", "noscript", "datalist", "annotation"}
_STRUCK = {"del", "s", "strike"}
_SMALL = {"sup", "sub"}
_CELLS = {"td", "th"}
_STRUCTURE = {"table", "thead", "tbody", "tfoot", "tr", *_CELLS}
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INVISIBLE = re.compile(
    r"visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])", re.IGNORECASE
)
_STRUCK_STYLE = re.compile(r"text-decoration[^;]{0,60}line-through", re.IGNORECASE)
_WHITE = re.compile(r"(?<![-\w])color\s*:\s*(?:#f{3}(?:f{3})?\b|white|transparent)", re.IGNORECASE)
_HIDING_CLASS = {
    "hidden",
    "sr-only",
    "visually-hidden",
    "d-none",
    "hide",
    "invisible",
    "tooltip",
    "tip",
    "popover",
}
_NO_TEXT = {"hidden", "checkbox", "radio", "button", "submit", "reset", "image", "file", "password"}


def leave_what_is_shown(root: etree._Element, source: str) -> None:
    """Take out of the tree, in place, what is not seen in its tables; `source` is the text it was made of."""
    if not _ODD.search(source):
        return
    for cell in root.iter(*_CELLS):  # a cell that is not visible takes its place all the same
        if _INVISIBLE.search(cell.get("style") or ""):
            for child in list(cell):
                cell.remove(child)
            cell.text = ""
    letters: dict[etree._Element, int] = {}
    for element in list(root.iter()):
        if isinstance(element.tag, str) and element.getparent() is not None:
            if element.tag == "table":
                continue  # a tab of a page may be hidden until it is asked for
            shown = _shown(element, letters)
            if shown is not None:
                _replace(element, shown)


def _shown(element: etree._Element, letters: dict[etree._Element, int]) -> str | None:
    """What is seen of an element; None where that is what stands in it. `letters` counts those left in each cell."""
    tag, style = element.tag, element.get("style") or ""
    if _NOT_SHOWN.search(style) or "hidden" in element.attrib or tag in _UNSEEN:
        return ""
    if tag in _STRUCTURE:
        return None
    if _INVISIBLE.search(style):
        return ""
    if _HIDING_CLASS & set((element.get("class") or "").lower().split()) and _has_other_text(
        element, letters
    ):
        return ""  # a name says less than a style: alone in its cell, the text is the cell's
    if tag == "a" and _TO_NOTE.search(element.get("href") or "") and _NOTE.fullmatch(_text(element).strip()):
        if not _has_other_text(element, letters):
            return None
        # in brackets it is the mark of a note; bare, its digits may be the end of the figure
        return "" if _MARK.fullmatch(_text(element).strip()) else _marked(_text(element))
    if tag in _STRUCK or _STRUCK_STYLE.search(style):
        return "" if _has_other_text(element, letters) else f"~~{_text(element)}~~"
    if tag in _SMALL and _is_alone(element, letters):
        return alone(_text(element))
    if tag == "sup" and _NOTE.fullmatch(_text(element).strip()):
        return ""
    if tag in _SMALL or (_WHITE.search(style) and _has_other_text(element, letters)):
        return _marked(_text(element))
    if tag in ("msup", "msub") and len(element) > 1:
        return _text(element[0]) + _marked(_text(element[1]))
    return _of_field(element)


def _of_field(element: etree._Element) -> str | None:
    """What a field of a form holds; None for other elements."""
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = [o for o in options if "selected" in o.attrib] or options
        return _text(chosen[0]) if chosen else ""
    if element.tag == "input" and (element.get("type") or "").lower() not in _NO_TEXT:
        return element.get("value") or ""
    return None


def _marked(text: str) -> str:
    return f"[{text.strip()}]" if text.strip() else ""


def _text(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext())


def alone(text: str) -> str:
    """What small letters are that stand alone in their cell: a figure that a page sets small, or what may be the mark of a note."""
    number = text.strip()
    return _marked(text) if _NOTE.fullmatch(number) and number != "0" else number


def _is_alone(element: etree._Element, letters: dict[etree._Element, int]) -> bool:
    """Whether nothing else stands in the cell of the element."""
    return any(e.tag in _CELLS for e in element.iterancestors()) and not _has_other_text(element, letters)


def _has_other_text(element: etree._Element, letters: dict[etree._Element, int]) -> bool:
    """Whether the cell of the element has text besides it; then the element's own is counted as gone."""
    cell = next((e for e in element.iterancestors() if e.tag in _CELLS), None)
    if cell is None:
        return False
    left = letters[cell] if cell in letters else _length(cell)
    own = _length(element)
    letters[cell] = left - own if left > own else left
    return left > own


def _length(element: etree._Element) -> int:
    return len("".join(_text(element).split()))


def _replace(element: etree._Element, text: str) -> None:
    """Put a text in the place of an element."""
    parent = element.getparent()
    if parent is None:
        return
    text += element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = as_xml_allows((before.tail or "") + text)
    else:
        parent.text = as_xml_allows((parent.text or "") + text)
    parent.remove(element)
