"""PDF to text: page numbers and running heads fall between rows, blank cells vanish, labels wrap."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conformance.channels.base import Channel, run


def _poppler(*options: str) -> Callable[[Path], str]:
    return lambda path: run("pdftotext", *options, str(path), "-")


def _pdfplumber(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text() or "" for page in document.pages)


def _pdfplumber_layout(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text(layout=True) or "" for page in document.pages)


def _outside(page: Any, top: float, bottom: float) -> str:
    """The text of the letters that stand wholly between two heights."""
    kept = page.filter(
        lambda o: (
            o["object_type"] != "char"
            or ((o["top"] + o["bottom"]) / 2 > top and (o["top"] + o["bottom"]) / 2 < bottom)
        )
    )
    return str(kept.extract_text() or "")


def _pdfplumber_tables(path: Path) -> str:
    """Text outside the tables, then each table of the page as tab rows, page by page."""
    import pdfplumber

    parts: list[str] = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            cursor = 0.0
            for table in sorted(page.find_tables(), key=lambda t: t.bbox[1]):
                if table.bbox[1] > cursor:
                    parts.append(_outside(page, cursor, table.bbox[1]))
                for row in table.extract():
                    parts.append("\t".join((c or "").replace("\n", "") for c in row))
                cursor = min(table.bbox[3], page.height)
            if cursor < page.height:
                parts.append(_outside(page, cursor, page.height))
    return "\n".join(parts)


def _pypdf(mode: str) -> Callable[[Path], str]:
    def convert(path: Path) -> str:
        from pypdf import PdfReader

        return "\n".join(page.extract_text(extraction_mode=mode) for page in PdfReader(path).pages)  # type: ignore[arg-type]

    return convert


def _pymupdf(path: Path) -> str:
    import pymupdf

    with pymupdf.open(path) as document:
        return "\n".join(page.get_text() for page in document)


def _pymupdf_tables(path: Path) -> str:
    import pymupdf

    parts: list[str] = []
    with pymupdf.open(path) as document:
        for page in document:
            tables = list(page.find_tables())
            inside = [pymupdf.Rect(t.bbox) for t in tables]
            pieces = [
                (b[1], b[4])
                for b in page.get_text("blocks")
                if not any(pymupdf.Rect(b[:4]).intersects(r) for r in inside)
            ]
            for table in tables:
                rows = "\n".join(
                    "\t".join((c or "").replace("\n", "") for c in row) for row in table.extract()
                )
                pieces.append((table.bbox[1], rows))
            parts += [text for _, text in sorted(pieces)]
    return "\n".join(parts)


def _pdfminer(path: Path) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(str(path)))


_BOTH = (("", "pdf"), ("-web", "web.pdf"))
CHANNELS = [
    *(
        Channel(f"pdftotext{web}{name}", tier, source, _poppler(*options), ("!pdftotext",))
        for web, source in _BOTH
        for name, tier, options in (("", "C", ()), ("-layout", "C", ("-layout",)), ("-raw", "C", ("-raw",)))
    ),
    Channel("pdfplumber-text", "C", "pdf", _pdfplumber, ("pdfplumber",)),
    Channel("pdfplumber-layout", "C", "pdf", _pdfplumber_layout, ("pdfplumber",)),
    Channel("pdfplumber-tables", "B", "pdf", _pdfplumber_tables, ("pdfplumber",)),
    Channel("pdfplumber-web-tables", "B", "web.pdf", _pdfplumber_tables, ("pdfplumber",)),
    Channel("pypdf-plain", "C", "pdf", _pypdf("plain"), ("pypdf",)),
    Channel("pypdf-layout", "C", "pdf", _pypdf("layout"), ("pypdf",)),
    Channel("pymupdf-text", "C", "pdf", _pymupdf, ("pymupdf",)),
    Channel("pymupdf-tables", "B", "pdf", _pymupdf_tables, ("pymupdf",)),
    Channel("pdfminer", "C", "pdf", _pdfminer, ("pdfminer",)),
]
