"""Converters of Word files to running text or Markdown."""

from __future__ import annotations

from pathlib import Path

from tests.conformance.channels.base import Channel, run


def _libreoffice(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def _docx2txt(path: Path) -> str:
    import docx2txt

    return str(docx2txt.process(str(path)))


def _docx2python(path: Path) -> str:
    from docx2python import docx2python

    with docx2python(path) as document:
        return str(document.text)


def _markitdown(path: Path) -> str:
    from markitdown import MarkItDown

    return str(MarkItDown().convert(str(path)).text_content)


def _mammoth(path: Path) -> str:
    import mammoth

    with path.open("rb") as file:
        return str(mammoth.convert_to_markdown(file).value)


def _mammoth_markdownify(path: Path) -> str:
    import mammoth
    from markdownify import markdownify

    with path.open("rb") as file:
        return str(markdownify(mammoth.convert_to_html(file).value))


CHANNELS = [
    Channel("libreoffice-txt", "C", "lo.txt", _libreoffice),
    Channel("docx2txt", "C", "docx", _docx2txt, ("docx2txt",)),
    Channel("docx2python", "C", "docx", _docx2python, ("docx2python",)),
    Channel("markitdown-docx", "B", "docx", _markitdown, ("markitdown", "mammoth")),
    Channel("markitdown-html", "B", "html", _markitdown, ("markitdown",)),
    Channel("markitdown-pdf", "C", "pdf", _markitdown, ("markitdown", "pdfminer")),
    Channel("mammoth-markdown", "C", "docx", _mammoth, ("mammoth",)),
    Channel("mammoth-markdownify", "B", "docx", _mammoth_markdownify, ("mammoth", "markdownify")),
    Channel(
        "antiword-doc",
        "B",
        "doc",
        lambda p: run("antiword", "-m", "UTF-8.txt", "-w", "200", str(p)),
        ("!antiword",),
    ),
]
