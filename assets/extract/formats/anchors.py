"""What a program writes beside a heading so that links may lead to it, taken out: names, classes, properties.

`## 一、总体情况 {#总体情况}` in Markdown, `h1(#name){text-align:center}.` in Textile, a drawer of `:PROPERTIES:` in Org, in a cell
of a page's frame, too, `.. rubric::` with its `:name:` in reStructuredText;
`43<<>>` and `43<<_Toc12>>` where Org keeps a place without a heading, `[bookmark: _GoBack]` where a program keeps one of a document. Such a name is the heading cut short (that of 2021年某局… lacks
its year), and no words of the report. Every line keeps its number. Does not belong here: marks within the text (marks.py).
"""

from __future__ import annotations

import re

# The name of a heading for links to it, and its classes, behind it or, in Textile, in front; the place of such a name.
_ATTRIBUTES = re.compile(r"[ \t]*\{#[^{}|]{0,300}\}[ \t]*$|\[\]\{#[^{}|]{0,300}\}")
_TEXTILE = re.compile(
    r"^((?:<[^<>|]{0,80}>)?[ \t]*(?:h[1-6]|p)[<>=]{0,2})(?:\([^()]{0,300}\)|\{[^{}]{0,300}\}|\[[^\[\]]{0,80}\]){1,3}(?=[<>=]{0,2}\.\s)"
)
_TEXTILE_SIGNS = ("(#", "h1{", "p{")
# A line of Org's properties, which the last cell of a row may hold.
_PROPERTY = re.compile(r"(?:.*\|)?[ \t]*(:[A-Za-z_+-]{1,40}:(?:\s[^|]*)?)[\s|]*")
_FIRST, _LAST = ":PROPERTIES:", ":END:"
# A heading that stands in no table of contents, and what the lines below it say of it.
_RUBRIC = re.compile(r"^([ \t]*)\.\. rubric:: ?")
_OPTION = re.compile(r"^[ \t]+:(?:name|class):(?:\s|$)")
# A place in Org's text that links lead to, which shows nothing: nameless, or named by a program.
_PLACE = re.compile(r"(?<!<)<<([A-Za-z_][A-Za-z0-9_.:-]{0,80})?>>(?!>)")
# A bookmark of a document, which shows nothing wherever it stands: in a heading, in a cell, alone in a paragraph.
_BOOKMARK = re.compile(r"\[bookmark: ?[^\[\]|\t]{1,40}\]")
# A paragraph without words is one to the eye, no end of a row.
_BLANK_PARAGRAPH = "\u3000"
_OUTSIDE = ("", " ", "\t", "|")


def without_anchors(text: str, lines: list[str]) -> list[str]:
    """The lines of the text without such names and properties, each with its number."""
    if "{#" in text:
        lines = [_ATTRIBUTES.sub("", line) if "{#" in line else line for line in lines]
    if any(sign in text for sign in _TEXTILE_SIGNS):
        lines = [_TEXTILE.sub(r"\1", line) if "." in line else line for line in lines]
    if ">>" in text:
        lines = [_PLACE.sub(_shown, line) if "<<" in line else line for line in lines]
    if "[bookmark:" in text:
        lines = [_without_bookmarks(line) if "[b" in line else line for line in lines]
    if _LAST in text:
        lines = _without_drawers(lines)
    if ".. rubric::" in text:
        lines = _without_rubrics(lines)
    return lines


def _shown(place: re.Match[str]) -> str:
    """What is printed of a place: nothing; all of it where a name alone may wait to be filled in, or figures would run together."""
    before, after = place.string[: place.start()][-1:], place.string[place.end() :][:1]
    is_alone = before in _OUTSIDE and after in _OUTSIDE
    return place[0] if (is_alone and place[1]) or (before.isdigit() and after.isdigit()) else ""


def _without_bookmarks(line: str) -> str:
    """The line without bookmarks; one between digits stays, for nobody can tell whether they are one figure's."""
    left = _BOOKMARK.sub(_unless_amid_digits, line)
    return left if left or not line else _BLANK_PARAGRAPH


def _unless_amid_digits(mark: re.Match[str]) -> str:
    before = _BOOKMARK.sub("", mark.string[: mark.start()])[-1:]
    after = _BOOKMARK.sub("", mark.string[mark.end() :])[:1]
    return mark[0] if before.isdigit() and after.isdigit() else ""


def _without_drawers(lines: list[str]) -> list[str]:
    """The lines, blank where Org keeps the properties of a heading, between `:PROPERTIES:` and `:END:`."""
    found = list(lines)
    start: int | None = None
    for at, line in enumerate(lines):
        said = _PROPERTY.fullmatch(line) if ":" in line else None
        word = said[1].strip() if said else ""
        if word == _FIRST:
            start = at
        elif start is not None and word == _LAST:
            for n in range(start, at + 1):
                found[n] = _without_words(lines[n])
            start = None
        elif start is not None and not said:
            start = None
    return found


def _without_words(line: str) -> str:
    """A line of a drawer with no more than the bars of the cells about it; blank outside of cells."""
    said = _PROPERTY.fullmatch(line)
    if said is None or "|" not in line:
        return ""
    return line[: said.start(1)] + " " * len(said[1]) + line[said.end(1) :]


def _without_rubrics(lines: list[str]) -> list[str]:
    """The lines with headings for `.. rubric::`, blank where their names stand below."""
    found = list(lines)
    at_rubric = False
    for at, line in enumerate(lines):
        if rubric := _RUBRIC.match(line):
            found[at] = rubric[1] + line[rubric.end() :]
            at_rubric = True
        elif at_rubric and _OPTION.match(line):
            found[at] = ""
        else:
            at_rubric = False
    return found
