"""What stands in a workbook: the forms as they are printed, colours and comments, years side by side, and no formula."""

from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from assets.warehouse.exports.formsheets import write_forms
from assets.warehouse.exports.layout import boxes
from assets.warehouse.exports.marks import KINDS, Report, reports
from assets.warehouse.exports.sheets import sheet_name
from assets.warehouse.exports.yearbook import fields, write_yearbook
from schemas.form import forms
from tests.warehouse.hostile import AGENCY


@pytest.mark.parametrize("form", list(forms()))
def test_each_cell_of_the_form_has_one_place_and_no_boxes_overlap(form: str) -> None:
    for table in forms()[form].tables:
        placed, height = boxes(table)
        assert sorted(box.key for box in placed if box.key) == sorted(
            k for k in forms()[form].cells if k.table_no == table.no
        )
        squares = [
            (box.row + r, box.column + c)
            for box in placed
            for r in range(box.rows)
            for c in range(box.columns)
        ]
        assert len(squares) == len(set(squares))
        width = max(c for _, c in squares) + 1
        # The form has no holes either.
        assert len(squares) == height * width
        labels = {box.label for box in placed}
        assert {row.zh for row in table.rows} | {group.zh for group in table.groups} <= labels


@pytest.mark.parametrize("form", list(forms()))
def test_each_cell_stands_under_its_column_and_beside_its_row(form: str) -> None:
    for table in forms()[form].tables:
        placed, _ = boxes(table)
        columns = {column.key: column.zh for column in table.columns}
        labels = {row.key: row.zh for row in table.rows}
        for cell in (box for box in placed if box.key):
            covering = [b for b in placed if not b.key and b.column <= cell.column < b.column + b.columns]
            above = [b.label for b in sorted(covering, key=lambda b: -b.row) if b.row < cell.row]
            assert above[0] == columns[cell.key.col_key], cell
            if table.one_row:
                assert above[1] == labels[cell.key.row_key], cell
            else:
                beside = [b.label for b in placed if b.is_item and b.row == cell.row]
                assert beside == [labels[cell.key.row_key]], cell


def _forms_book(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[Any, list[Report]]:
    ids = [i for (i,) in connection.execute("SELECT report_id FROM reports ORDER BY source_file").fetchall()]
    write_forms(reports(connection, ids), path)
    return openpyxl.load_workbook(path), list(reports(connection, ids))


def test_a_sheet_shows_a_report_as_on_the_form(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    book, told = _forms_book(connection, tmp_path / "forms.xlsx")
    assert book.sheetnames == ["目录", "=cmd| C calc !A02021", "青岚县林业局2022", "云溪市水务局"]
    for sheet, report in zip(book.worksheets[1:], told, strict=True):
        at = {cell.value: cell for line in sheet.iter_rows() for cell in line if isinstance(cell.value, str)}
        assert report.form is not None
        for table in report.form.tables:
            title = next(cell for value, cell in at.items() if value.endswith(table.zh))
            left = 4 if table.one_row else 1
            for box in boxes(table)[0]:
                cell = sheet.cell(title.row + 1 + box.row, left + box.column)
                if box.rows * box.columns > 1:
                    last = sheet.cell(cell.row + box.rows - 1, cell.column + box.columns - 1)
                    assert f"{cell.coordinate}:{last.coordinate}" in {
                        str(m) for m in sheet.merged_cells.ranges
                    }
                if box.key is None:
                    assert cell.value == box.label
                    continue
                known = report.cells[box.key]
                assert cell.value == (known["value"] if known["value"] is not None else known["raw"] or None)
                fill = KINDS[report.mark(box.key)].fill
                assert cell.fill.fgColor.rgb == (f"FF{fill[1:]}" if fill else "00000000")


def test_colours_and_comments_say_what_is_wrong_and_why(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    book, told = _forms_book(connection, tmp_path / "forms.xlsx")
    kinds = {report.mark(key) for report in told for key in report.cells}
    assert {"culprit", "unparsed", "suspect", "blank", "not_applicable", "reported"} <= kinds
    comments = [
        c.comment.text for sheet in book.worksheets for line in sheet.iter_rows() for c in line if c.comment
    ]
    wrong = connection.execute(
        "SELECT proposed_value, reason_zh, line FROM corrections WHERE status = 'proposed'"
    ).fetchall()
    assert wrong
    for proposed, reason, line in wrong:
        assert any(
            f"应为 {proposed:g}" in c and reason in c and (line is None or f"第 {line} 行" in c)
            for c in comments
        )
    words = [cell.value for cell in book["目录"]["B"] if cell.value]
    for kind in KINDS.values():
        assert any(kind.zh in word and kind.en in word for word in words)
    amount = next(c for s in book.worksheets for line in s.iter_rows() for c in line if c.value == 17.25)
    assert amount.number_format == 'General"万元"'


def test_nothing_in_a_workbook_is_a_formula(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    ids = [i for (i,) in connection.execute("SELECT report_id FROM reports").fetchall()]
    write_forms(reports(connection, ids), tmp_path / "forms.xlsx")
    write_yearbook(reports(connection, ids), ["2021"], tmp_path / "year.xlsx")
    seen = []
    for path in tmp_path.glob("*.xlsx"):
        for sheet in openpyxl.load_workbook(path).worksheets:
            for line in sheet.iter_rows():
                for cell in line:
                    assert cell.data_type != "f", cell
                    if cell.hyperlink:
                        assert cell.hyperlink.location and not cell.hyperlink.target
                    seen.append(cell.value)
    assert AGENCY in seen


def test_a_yearbook_equals_the_wide_views(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    query = "SELECT report_id FROM reports ORDER BY source_file"
    ids = [i for (i,) in connection.execute(query).fetchall()]
    write_yearbook(reports(connection, ids), ["2021"], tmp_path / "year.xlsx")
    book = openpyxl.load_workbook(tmp_path / "year.xlsx")
    for table in forms()["2021"].tables:
        sheet = book[{"2": "表二", "3": "表三", "4": "表四"}[table.no] + "（2021年格式）"]
        _, _, labels, columns, names, *lines = sheet.iter_rows(values_only=True)
        view = connection.sql(f"SELECT * FROM wide_{table.name} ORDER BY source_file").pl()
        found = [dict(zip(names, line, strict=True)) for line in lines]
        assert [row["report_id"] for row in found] == ids
        for row, expected in zip(found, view.to_dicts(), strict=True):
            for field in fields(table):
                if field.of == "value" and not isinstance(row[field.name], str):
                    assert row[field.name] == expected[field.name]
                elif field.of == "value":
                    assert expected[field.name] is None
        assert list(names[5:]) == [field.name for field in fields(table)]
        for at, field in enumerate(fields(table), start=5):
            assert columns[at] == field.label
            # A merged label stands in the first of its columns.
            assert [label for label in labels[: at + 1] if label][-1] == field.row.zh
    amounts = [
        (row[5 + 9], row[5 + 10], row[5 + 11])
        for row in book["表二（2021年格式）"].iter_rows(min_row=6, values_only=True)
    ]
    assert (17.25, "万元", 172500) in amounts
    wrong = list(book["不成立"].iter_rows(min_row=3, values_only=True))
    [(failures,)] = connection.execute("SELECT count(*) FROM rule_failures").fetchall()
    [(corrections,)] = connection.execute(
        "SELECT count(*) FROM corrections WHERE status <> 'deduced'"
    ).fetchall()
    assert len(wrong) == failures + corrections > 0


def test_names_of_sheets_are_those_that_excel_takes() -> None:
    taken: set[str] = set()
    wanted = [
        "a/b",
        "A B",
        "",
        "'",
        "History",
        "x" * 40,
        "X" * 40,
        "\U00020000" * 20,
        "[]:*?/\\",
        "政" * 31,
        "政" * 31,
    ]
    names = [sheet_name(name, taken) for name in wanted]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set("[]:*?/\\'") & set(name)
        assert name.lower() != "history"
