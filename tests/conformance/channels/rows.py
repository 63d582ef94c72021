"""Hand-made loops of python-docx, as people write them: each table row joined by a tab or a bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.conformance.channels.base import Channel


def _blocks(path: Path) -> Iterator[Any]:
    import docx

    yield from docx.Document(str(path)).iter_inner_content()


def joined(mark: str, *, repeat: bool, closed: bool = False) -> Callable[[Path], str]:
    """Rows joined by `mark`; merged cells repeated (as row.cells gives them) or once each."""

    def convert(path: Path) -> str:
        lines: list[str] = []
        for block in _blocks(path):
            if not hasattr(block, "rows"):
                lines.append(block.text)
                continue
            for row in block.rows:
                seen: list[Any] = []
                texts: list[str] = []
                for cell in row.cells:
                    if not repeat and any(cell._tc is s for s in seen):
                        continue
                    seen.append(cell._tc)
                    texts.append(cell.text.replace("\n", "" if closed else " ").strip())
                line = mark.join(texts)
                lines.append(f"| {line} |" if closed else line)
        return "\n".join(lines)

    return convert


def cell_a_line(path: Path) -> str:
    """Every cell on its own line, merged cells once: what iterating over a table's cells leaves."""
    lines: list[str] = []
    for block in _blocks(path):
        if not hasattr(block, "rows"):
            lines.append(block.text)
            continue
        seen: set[int] = set()
        kept: list[Any] = []
        for row in block.rows:
            for cell in row.cells:
                if id(cell._tc) not in seen:
                    seen.add(id(cell._tc))
                    kept.append(cell._tc)
                    lines.append(cell.text.replace("\n", ""))
    return "\n".join(lines)


def _repeated_tail(path: Path) -> str:
    """All prose first, all tables after it: the most common slip with python-docx."""
    import docx

    document = docx.Document(str(path))
    lines = [p.text for p in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            lines.append("\t".join(c.text.strip() for c in row.cells))
    return "\n".join(lines)


CHANNELS = [
    Channel("pydocx-tab", "A", "docx", joined("\t", repeat=False), ("docx",)),
    Channel("pydocx-tab-repeat", "B", "docx", joined("\t", repeat=True), ("docx",)),
    Channel("pydocx-bar", "B", "docx", joined(" | ", repeat=False), ("docx",)),
    Channel("pydocx-bar-repeat", "B", "docx", joined(" | ", repeat=True), ("docx",)),
    Channel("pydocx-closed", "B", "docx", joined(" | ", repeat=False, closed=True), ("docx",)),
    Channel("pydocx-cell-a-line", "C", "docx", cell_a_line, ("docx",)),
    Channel("pydocx-tables-last", "B", "docx", _repeated_tail, ("docx",)),
]
