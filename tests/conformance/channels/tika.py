"""Apache Tika, by the `extractous` wheel: a blank line starts a row, a tab starts each cell."""

from __future__ import annotations

from pathlib import Path

from tests.conformance.channels.base import Channel


def tika(path: Path) -> str:
    """The text Tika makes of a document."""
    from extractous import Extractor

    text, _ = Extractor().extract_file_to_string(str(path))
    return str(text)


CHANNELS = [
    Channel("tika-docx", "A", "docx", tika, ("extractous",)),
    Channel("tika-doc", "A", "doc", tika, ("extractous",)),
    Channel("tika-html", "B", "html", tika, ("extractous",)),
    Channel("tika-pdf", "C", "pdf", tika, ("extractous",)),
    Channel("tika-webpdf", "C", "web.pdf", tika, ("extractous",)),
]
