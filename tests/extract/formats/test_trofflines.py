"""Texts of troff (assets/extract/formats/trofflines.py)."""

from __future__ import annotations

from assets.extract.formats.trofflines import without_requests
from schemas.form import CellKey
from tests.extract.printed import Rows, figures, printed, read, report, reported, status_of, wrong

VALUES = figures()


def ms(rows: Rows) -> list[str]:
    """Cells as blocks of text, blank ones without a line in them."""
    lines = [".TS", "delim(@@) tab(\t);", " ".join("l" * len(rows[0])) + "."]
    for row in rows:
        for n, text in enumerate(row):
            lines.append("T{" if not n else "T}\tT{")
            lines += [text] if text else []
        lines.append("T}")
    return [*lines, ".TE"]


def document(values: dict[CellKey, str]) -> str:
    title, *lines = report(printed(values), ms).split("\n")
    agency, year = title[:6], title[6:]
    head = [".LP", rf"\f[B]{agency}\f[R]", ".PP", rf"\f[B]{year}\f[R]", ".PP"]
    return "\n".join([*head, *(line or ".PP" for line in lines)])


def test_a_text_with_blank_cells_is_read() -> None:
    keys = {CellKey("3", row, "research") for row in ("granted", "other_misc")} | {
        CellKey("2", "regulations", "in_force")
    }
    values = {**VALUES, **dict.fromkeys(keys, "")}
    reading = read(document(values))
    assert not wrong(reading, values)
    assert reported(reading) == set(VALUES) - keys
    assert status_of(reading, "2", "regulations", "in_force") == ["blank"]
    assert reading.reports[0]["agency"] == "青岚县林业局"


def test_a_page_in_the_one_column_of_a_table_is_read() -> None:
    inner = document(VALUES).split("\n")
    outer = [".PP", ".TS", "delim(@@) tab(\t);", "lw(70.0n).", "T{", ".nr LL 70.0n", *inner, "T}", ".TE"]
    reading = read("\n".join(outer))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_table_of_several_columns_keeps_its_tables() -> None:
    lines = [*[".PP"] * 3, ".TS", "tab(|);", "l l.", "规章|1", ".TE"]
    assert without_requests(lines)[3].startswith("<table>")
    assert "<row><cell>规章</cell><cell>1</cell>" in "".join(without_requests(lines))


def test_a_heading_keeps_its_words_and_a_plain_text_its_points() -> None:
    lines = [".SH 一、总体情况", ".PP", "甲", ".PP", r"\[lq]乙\[rq]", ".PP", ".5 万元"]
    assert without_requests(lines) == ["一、总体情况", "", "甲", "", "“乙”", "", ".5 万元"]
    few = [".PP", ".nr x", ".5"]
    assert without_requests(few) == few
