"""Stories of InDesign as XML (ICML), pandoc's among them: `<Cell Name="2:0">` holds paragraphs, `<Content>` their text.

A cell is named after its column and its row. Tables become those of a page, paragraphs lines; struck-out and raised text is marked as
it is there. Every line keeps its number. Does not belong here: what the tags of a page mean (blocks.py, html.py).
"""

from __future__ import annotations

import re

_SIGNS = ("<Content>", "CharacterStyleRange")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]{0,40})((?:\s[^<>]*+)?)>|<\?[^<>]*\?>")
_PLACE = re.compile(r'\bName="(\d{1,3}):(\d{1,4})"')
_SPAN = re.compile(r'\b(Row|Column)Span="(\d{1,3})"')
_STYLE = re.compile(r'\bAppliedCharacterStyle="([^"]{1,120})"')
_LOOKS = (("del", "trikeo"), ("del", "trikethrough"), ("sup", "uperscript"), ("sub", "ubscript"))
_UNSEEN = ("Footnote", "Note", "Rectangle")


def with_cells_as_page(text: str) -> str:
    """The text with such tags as those of a page; as many lines as before."""
    if not all(sign in text for sign in _SIGNS):
        return text
    return _Page(text).written()


class _Page:
    """The page in the making: what was written, and the line breaks of the source that wait for the end of a paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.waiting = 0
        # for each open table the row that its last cell stands in
        self.rows: list[int] = []
        self.looks: list[str] = []

    def written(self) -> str:
        text, at, in_content = self.text, 0, False
        for tag in _TAG.finditer(text):
            between = text[at : tag.start()]
            if in_content:
                self.pieces.append(between.replace("\n", " "))
            self.waiting += between.count("\n") + tag[0].count("\n")
            at = tag.end()
            if tag[2] == "Content":
                in_content = not tag[1] and not tag[3].endswith("/")
            elif tag[2]:
                self._take(tag[1], tag[2], tag[3])
        self.waiting += text.count("\n", at)
        self._break()
        return "".join(self.pieces)

    def _break(self) -> None:
        self.pieces.append("\n" * self.waiting)
        self.waiting = 0

    def _take(self, closes: str, name: str, said: str) -> None:
        alone = said.endswith("/")
        if name == "Table" and not alone:
            self._table(closes)
        elif name == "Cell" and self.rows:
            self._cell(closes, said, alone)
        elif name == "Br":
            self.pieces.append("<br/>" if self.rows else "")
            if not self.rows:
                self._break()
        elif name in _UNSEEN and not alone:
            self.pieces.append(f"<{closes}style>")
        elif name == "CharacterStyleRange" and not alone:
            if not closes:
                style = _STYLE.search(said)
                self.looks.append(next((t for t, mark in _LOOKS if style and mark in style[1]), ""))
                self.pieces.append(f"<{self.looks[-1]}>" if self.looks[-1] else "")
            elif self.looks:
                look = self.looks.pop()
                self.pieces.append(f"</{look}>" if look else "")

    def _table(self, closes: str) -> None:
        if not closes:
            self._break()
            self.rows.append(-1)
            self.pieces.append("<table>")
        elif self.rows:
            self.pieces.append(("</tr>" if self.rows.pop() >= 0 else "") + "</table>")
            self._break()

    def _cell(self, closes: str, said: str, alone: bool) -> None:
        if not closes:
            self._break()
            place = _PLACE.search(said)
            row = int(place[2]) if place else self.rows[-1]
            if row != self.rows[-1]:
                self.pieces.append(("</tr>" if self.rows[-1] >= 0 else "") + "<tr>")
                self.rows[-1] = row
            spans = "".join(f' {name[:3].lower()}span="{n}"' for name, n in _SPAN.findall(said))
            self.pieces.append(f"<td{spans}>")
        if closes or alone:
            self.pieces.append("</td>")
