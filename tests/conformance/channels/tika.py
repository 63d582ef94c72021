"""Apache Tika, by the `extractous` wheel: a blank line starts a row, a tab starts each cell."""

from __future__ import annotations

from pathlib import Path

from tests.conformance.channels.base import Channel


def _tika(path: Path) -> str:
    from extractous import Extractor  # noqa: PLC0415 - heavy

    text, _ = Extractor().extract_file_to_string(str(path))
    return str(text)


CHANNELS = [
    Channel("tika-docx", "A", "docx", _tika, ("extractous",)),
    Channel("tika-doc", "A", "doc", _tika, ("extractous",)),
    Channel("tika-html", "B", "html", _tika, ("extractous",)),
    Channel("tika-pdf", "C", "pdf", _tika, ("extractous",)),
    Channel("tika-webpdf", "C", "web.pdf", _tika, ("extractous",)),
]
