"""What of a page's table its reader sees: not what is struck out, hidden or a note's mark, but what its fields hold.

Belongs here: taking such elements out of a tree, or putting the text of a field in its place. Does not belong here: rows
and cells (html.py), marks of other kinds of text (marks.py).
"""

from __future__ import annotations

import re

from lxml import html as lxml_html

# Besides what is no text: the readings above characters, and powers, which no count is.
_NOT_SHOWN = {"script", "style", "template", "noscript", "datalist", "rt", "rp", "rtc", "annotation"}
_POWERS = {"msup", "msub", "msubsup"}
_STRUCK = {"del", "s", "strike"}
_FIELDS = {"input", "select"}
# Fields of one line that show no text, or not theirs.
_NO_TEXT = {"hidden", "checkbox", "radio", "button", "submit", "reset", "image", "file", "password"}
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)"
)
# Not seen beside other text of a cell: white on white, and names that sheets of style use for what is not shown.
_WHITE = re.compile(
    r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white|transparent|rgba?\(255,\s*255,\s*255)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)"
)
_CLASSES = {
    "hidden",
    "hide",
    "d-none",
    "invisible",
    "sr-only",
    "visually-hidden",
    "tooltip",
    "tip",
    "popover",
}
_LINE_THROUGH = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through")
# The mark of a note above the line: a number, a letter, stars.
_NOTE = re.compile(r"[\[(（【]?(?:注|[0-9]{1,2}|[①-⑳]|[a-zA-Z]|[*※†‡]+)[\])）】]?")


def leave_what_is_shown(root: lxml_html.HtmlElement) -> None:
    """Change a tree in place so that the text of its elements is what a page shows.

    Text that is struck out with nothing in its place stays, between tildes: what counts is not known.
    """
    for node in list(root.iter()):
        if not isinstance(node.tag, str) or node.getparent() is None:
            continue
        if node.tag == "table" or node.find(".//table") is not None:
            continue  # a tab of a page may be hidden until it is asked for
        style = (node.get("style") or "").lower()
        if (
            node.tag in _NOT_SHOWN
            or "hidden" in node.attrib
            or _HIDDEN.search(style)
            or (
                _is_beside(node)
                and (_WHITE.search(style) or _CLASSES & {*(node.get("class") or "").lower().split()})
            )
        ):
            _drop(node)
        elif node.tag in _POWERS:
            for power in list(node)[1:]:
                _drop(power)
        elif node.tag in _FIELDS:
            _put(node, _of_field(node))
        elif node.tag == "sup" and _NOTE.fullmatch(str(node.text_content()).strip()):
            _drop(node)
        elif node.tag in _STRUCK or _LINE_THROUGH.search(style):
            _strike(node)


def _of_field(node: lxml_html.HtmlElement) -> str:
    if node.tag == "input":
        return "" if (node.get("type") or "").lower() in _NO_TEXT else node.get("value") or ""
    options = list(node.iter("option"))
    chosen = [option for option in options if "selected" in option.attrib] or options[:1]
    return str(chosen[-1].text_content()) if chosen else ""


def _is_beside(node: lxml_html.HtmlElement) -> bool:
    """Whether the cell of an element, or its paragraph outside a table, has other text."""
    whole = next((a for a in node.iterancestors() if a.tag in ("td", "th")), node.getparent())
    return whole is not None and str(whole.text_content()).strip() != str(node.text_content()).strip()


def _strike(node: lxml_html.HtmlElement) -> None:
    if _is_beside(node):
        _drop(node)
    elif struck := str(node.text_content()).strip():
        _put(node, f"~{struck}~")


def _put(node: lxml_html.HtmlElement, text: str) -> None:
    node.tail = text + (node.tail or "")
    _drop(node)


def _drop(node: lxml_html.HtmlElement) -> None:
    """Take an element out; its children are met no more, what follows it stays."""
    for child in list(node):
        node.remove(child)
    node.drop_tree()
