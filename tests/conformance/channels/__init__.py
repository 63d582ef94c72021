"""The channels: real converters that turn a rendered document into text, one small module a family.

| could not be had | why |
|---|---|
| docling | too heavy (model weights) |
| catdoc, unrtf, elinks, links2, odt2txt | not tried: the families they belong to are there (antiword, w3m, lynx, LibreOffice) |

Programs that no wheel carries (soffice, pdftotext, w3m, lynx, antiword) are used where they are on PATH. Without
LibreOffice there is no .doc, no .lo.txt and no .pdf; the .web.pdf of WeasyPrint remains.
"""

from __future__ import annotations

from tests.conformance.channels import bars, damage, html_text, pandoc, pasted, pdf, rows, tika, words
from tests.conformance.channels.base import Channel

CHANNELS: dict[str, Channel] = {
    c.name: c
    for family in (tika, pandoc, words, rows, html_text, pasted, bars, pdf, damage)
    for c in family.CHANNELS
}
