"""An invented report as real documents: .docx with merged cells, HTML with spans, PDF by way of either.

`render_all` leaves <case>.docx, .html, .pasted.html and, where the tools are there, .pdf (LibreOffice, from the .docx), .web.pdf
(WeasyPrint, from the HTML), .lo.txt and .doc (LibreOffice). Does not belong here: turning documents into text.
"""

from __future__ import annotations

import html
import importlib.util
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.conformance.model import Box, Case, Grid, Para
from tests.conformance.pasted import to_pasted

CSS = """@page { size: A4; margin: 2.4cm 2cm; %s }
body { font-family: 'Noto Serif CJK SC', serif; font-size: 11pt } table { border-collapse: collapse; width: 100%% }
td { border: 1px solid #000; padding: 2pt; font-size: 9pt; white-space: pre-line } h1, h2 { font-size: 13pt }"""

#: shares of the page that the columns of a table take in Word files
WIDTHS = {"2": (5, 4, 4, 4), "3": (3, 4, 10, *(3,) * 7)}


def squares(grid: Grid) -> list[tuple[int, int, Box]]:
    """Each box with the row and column of its upper left square."""
    taken: set[tuple[int, int]] = set()
    placed: list[tuple[int, int, Box]] = []
    for r, row in enumerate(grid.rows):
        c = 0
        for box in row:
            while (r, c) in taken:
                c += 1
            placed.append((r, c, box))
            taken |= {(r + i, c + j) for i in range(box.rows) for j in range(box.cols)}
            c += box.cols
    return placed


def to_html(case: Case) -> str:
    """The report as a page; table rows, paragraphs and headings as the sites of agencies have them."""
    tags = {"title": "h1", "heading": "h2"}
    parts = [
        "<!DOCTYPE html><html lang='zh'><head><meta charset='utf-8'><title></title></head><body><article>"
    ]
    for block in case.blocks:
        if isinstance(block, Para):
            tag = tags.get(block.style, "p")
            if block.text:
                parts.append(f"<{tag}>{html.escape(block.text)}</{tag}>")
            continue
        parts.append("<table border='1'>")
        for row in block.rows:
            parts.append("<tr>" + "".join(_td(box) for box in row) + "</tr>")
        parts.append("</table>")
    return "\n".join([*parts, "</article></body></html>"])


def _td(box: Box) -> str:
    spans = (f" rowspan='{box.rows}'" if box.rows > 1 else "") + (
        f" colspan='{box.cols}'" if box.cols > 1 else ""
    )
    return f"<td{spans}>" + html.escape(box.text).replace("\n", "<br>") + "</td>"


def _page_css(case: Case) -> str:
    """Running head and page number by paged-media rules."""
    rules = ""
    if case.footer:
        before, _, after = case.footer.partition("{n}")
        tail = (
            f"'{after}'"
            if "{t}" not in after
            else f"'{after.partition('{t}')[0]}' counter(pages) '{after.partition('{t}')[2]}'"
        )
        rules += f"@bottom-center {{ content: '{before}' counter(page) {tail} }}"
    if case.head:
        rules += f"@top-center {{ content: '{case.head}' }}"
    return CSS % rules


def write_web_pdf(case: Case, path: Path) -> None:
    """The page printed to PDF, with its running head and page numbers."""
    import weasyprint

    page = to_html(case).replace("</head>", f"<style>{_page_css(case)}</style></head>")
    weasyprint.HTML(string=page).write_pdf(path)


def write_docx(case: Case, path: Path) -> None:
    """The report as Word would hold it: gridSpan and vMerge, footer fields, running head."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Noto Serif CJK SC", Pt(10.5)
    section = document.sections[0]
    if case.head:
        section.header.paragraphs[0].text = case.head
    if case.footer:
        _footer(section.footer.paragraphs[0], case.footer)
    for block in case.blocks:
        if isinstance(block, Grid):
            _docx_table(document, block)
            continue
        paragraph = document.add_paragraph(block.text)
        if block.style == "title":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif block.style == "right":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.save(str(path))


def _footer(paragraph, pattern: str) -> None:  # type: ignore[no-untyped-def]
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for piece in pattern.replace("{n}", "\0PAGE\0").replace("{t}", "\0NUMPAGES\0").split("\0"):
        if piece not in ("PAGE", "NUMPAGES"):
            paragraph.add_run(piece)
            continue
        for kind in ("begin", "", "end"):
            run = paragraph.add_run()
            if kind:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
            else:
                mark = OxmlElement("w:instrText")
                mark.text = piece
            run._r.append(mark)


def _docx_table(document, grid: Grid) -> None:  # type: ignore[no-untyped-def]
    from docx.shared import Cm

    placed = squares(grid)
    width = max(c + b.cols for _, c, b in placed)
    table = document.add_table(rows=len(grid.rows), cols=width, style="Table Grid")
    cells = [list(row.cells) for row in table.rows]
    table.autofit = False
    for row in cells:
        for cell, share in zip(row, WIDTHS.get(grid.kind, (1,) * width), strict=False):
            cell.width = Cm(16 * share / sum(WIDTHS.get(grid.kind, (1,) * width)))
    filled = set()
    for r, c, box in placed:
        target = cells[r][c]
        last = cells[min(r + box.rows, len(grid.rows)) - 1][min(c + box.cols, width) - 1]
        if last is not target:
            target = target.merge(last)
        target.text = box.text
        filled |= {(r + i, c + j) for i in range(box.rows) for j in range(box.cols)}
    # a grid whose rows differ in length: Word holds no cell at all in the missing squares
    for r, row in enumerate(cells):
        for c in range(width):
            if (r, c) not in filled:
                element = row[c]._tc
                element.getparent().remove(element)


def _soffice(files: list[Path], target: str, out: Path) -> None:
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", target,
             "--outdir", str(out), *map(str, files)],
            check=True, capture_output=True, timeout=900,
        )  # fmt: skip


def render_all(cases: list[Case], out: Path) -> None:
    """Every document of every case that the tools at hand can make."""
    out.mkdir(parents=True, exist_ok=True)
    web = importlib.util.find_spec("weasyprint") is not None
    word = importlib.util.find_spec("docx") is not None
    for case in cases:
        (out / f"{case.name}.html").write_text(to_html(case), encoding="utf-8")
        (out / f"{case.name}.pasted.html").write_text(to_pasted(case), encoding="utf-8")
        if word:
            write_docx(case, out / f"{case.name}.docx")
        if web:
            write_web_pdf(case, out / f"{case.name}.web.pdf")
    documents = [out / f"{case.name}.docx" for case in cases]
    if word and shutil.which("soffice"):
        _soffice(documents, "pdf", out)
        _soffice(documents, "doc", out)
        _soffice(documents, "txt:Text (encoded):UTF8", out)
        for case in cases:
            made = out / f"{case.name}.txt"
            if made.exists():
                made.rename(out / f"{case.name}.lo.txt")
