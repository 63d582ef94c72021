"""Rules across reports: adjacent years of one agency, and several texts for one agency and year."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl
import pytest

from assets.check.findings import collect
from schemas.form import CellKey
from schemas.tables import Findings, RuleResults, empty
from tests.reports import claimed, frames, judge
from tests.turns import in_turn

Changed = Mapping[CellKey, tuple[str, float]]
ISSUED, REPEALED, IN_FORCE = (
    CellKey("2", "normative_docs", column) for column in ("issued", "repealed", "in_force")
)
PERMITS, PENALTIES = (CellKey("2", row, "decisions") for row in ("permits", "penalties"))


def several(*made: tuple[Changed, int, str | None]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(cells, reports) of reports by (changed cells, year, agency), numbered from 1."""
    pairs = []
    for number, (changed, year, agency) in enumerate(made, start=1):
        cells, report = frames("2021", changed, number)
        year_and_name = {"report_year": pl.lit(year, pl.Int64), "agency": pl.lit(agency, pl.String)}
        pairs.append((cells, report.with_columns(**year_and_name)))
    return pl.concat(c for c, _ in pairs), pl.concat(r for _, r in pairs)


def results(rule_id: str, *made: tuple[Changed, int, str | None]) -> list[dict[str, object]]:
    found = judge(*several(*made))
    RuleResults.validate(found, lazy=True)
    return found.filter(pl.col("rule_id") == rule_id).rows(named=True)


WHO = "青岚县林业局"


@in_turn
@pytest.mark.parametrize("off", [0, 1, -1])
@pytest.mark.parametrize("cell", [ISSUED, REPEALED, IN_FORCE, None])
def test_documents_in_force_follow_from_the_year_before(cell: CellKey | None, off: int) -> None:
    figures = {ISSUED: 4, REPEALED: 1, IN_FORCE: 13}
    before = 10 + (off if cell is None else 0)
    if cell is not None:
        figures[cell] += off
    now = {key: ("reported", value) for key, value in figures.items()}
    found = results("in_force", ({IN_FORCE: ("reported", before)}, 2021, WHO), (now, 2022, WHO))
    assert [(r["report_id"], r["place"], r["other_report_id"]) for r in found] == [
        ("r2", "regulations", "r1"),
        ("r2", "normative_docs", "r1"),
    ]
    assert [r["state"] for r in found] == ["pass", "fail" if off else "pass"]
    row = found[1]
    assert (
        row["right_cells"]
        == f"previous:in_force={before} issued={figures[ISSUED]} -repealed={figures[REPEALED]}"
    )
    assert row["difference"] == figures[IN_FORCE] - before - figures[ISSUED] + figures[REPEALED]
    assert row["line"] == 10


def test_years_that_are_not_adjacent_or_of_another_agency_are_not_compared() -> None:
    for year, agency in ((2020, WHO), (2022, "云溪市水务局"), (2021, None)):
        assert results("in_force", ({}, year, agency), ({}, 2022 if year == 2020 else 2023, WHO)) == []
        assert results("carried_over", ({}, year, agency), ({}, 2022 if year == 2020 else 2023, WHO)) == []


def test_a_cell_the_year_before_does_not_tell_is_the_reason() -> None:
    found = results("in_force", ({IN_FORCE: ("absent", 0)}, 2021, WHO), ({}, 2022, WHO))
    assert found[1]["state"] == "not_assessable"
    assert found[1]["reason"] == "previous:in_force: row-absent"
    assert found[0]["reason"] is None


@pytest.mark.parametrize(("value", "state"), [(3, "pass"), (0, "pass"), (-1, "fail"), (2.5, "fail")], ids=str)
def test_what_counts_is_whole_and_not_negative(value: float, state: str) -> None:
    amount = CellKey("2", "fees", "fee_amount")
    changed = {PERMITS: ("reported", value), amount: ("reported", -2.5)}
    found = results("whole_number", (changed, 2022, WHO))
    assert [(r["place"], r["table_no"]) for r in found] == [("2", "2"), ("3", "3"), ("4", "4")]
    assert [r["state"] for r in found] == [state, "pass", "pass"]
    assert {r["reason"] for r in found} == {None}
    assert found[0]["left_cells"] == ("" if state == "pass" else f"permits/decisions={value:g}")


def test_a_signed_column_may_be_negative_but_not_broken() -> None:
    change = CellKey("2", "permits", "change")
    for value, state in ((-4, "pass"), (-4.5, "fail")):
        cells, reports = frames("2019", {change: ("reported", value)})
        found = judge(cells, reports).filter(pl.col("rule_id") == "whole_number")
        assert found["state"].to_list() == [state, "pass", "pass"]


def test_a_table_without_a_figure_has_no_numbers_to_judge() -> None:
    fourth = {CellKey("4", row, col): ("uncertain", 0.0) for row, col in _cells_of("4")}
    found = results("whole_number", (fourth, 2022, WHO))
    assert [(r["state"], r["reason"]) for r in found[1:]] == [("pass", None), ("not_assessable", "row-short")]
    counts = {CellKey("2", row, col): ("absent", 0.0) for row, col in _cells_of("2") if col != "fee_amount"}
    assert results("whole_number", (counts, 2022, WHO))[0]["reason"] == "row-absent"  # an amount is no count
    blank = dict.fromkeys(fourth, ("blank", 0.0))
    assert results("whole_number", (blank, 2022, WHO))[2]["reason"] == "no-figure"


def _cells_of(table_no: str) -> list[tuple[str, str]]:
    cells, _ = frames("2021")
    return cells.filter(pl.col("table_no") == table_no).select("row_key", "col_key").rows()


def test_a_failure_keeps_its_fingerprint_wherever_it_lies() -> None:
    broken = {PERMITS: ("reported", -1.0)}
    more = {**broken, CellKey("4", "review", "total"): ("reported", 3.0)}
    [one, *_] = results("whole_number", (broken, 2022, WHO))
    [_, *again] = [
        r for r in results("whole_number", ({}, 2021, WHO), (more, 2022, WHO)) if r["place"] == "2"
    ]
    assert one["fingerprint"] == again[0]["fingerprint"] is not None
    for changed, year, agency in (
        ({PERMITS: ("reported", -2.0)}, 2022, WHO),
        (broken, 2023, WHO),
        (broken, 2022, "云溪市水务局"),
        (broken, 2022, None),
    ):
        [other, *_] = results("whole_number", (changed, year, agency))
        assert other["fingerprint"] != one["fingerprint"]
    nameless = results("whole_number", (broken, 2022, None), (broken, 2022, None))
    assert len({r["fingerprint"] for r in nameless if r["place"] == "2"}) == 2
    assert {r["fingerprint"] for r in nameless if r["place"] != "2"} == {None}


@pytest.mark.parametrize(
    ("mine", "theirs", "state"),
    [
        (("reported", 3), ("reported", 3), "pass"),
        (("reported", 3), ("reported", 4), "fail"),
        (("reported", 0), ("blank", 0), "fail"),
        (("blank", 0), ("blank", 0), "pass"),
        (("blank", 0), ("not_applicable", 0), "fail"),
        (("reported", 3), ("uncertain", 0), "pass"),  # only one of them tells
        (("absent", 0), ("reported", 3), "pass"),
    ],
    ids=str,
)
def test_texts_for_one_year(mine: tuple[str, float], theirs: tuple[str, float], state: str) -> None:
    # the first is preferred: it tells more
    unknown = {PENALTIES: ("uncertain", 0.0), CellKey("2", "coercion", "decisions"): ("absent", 0.0)}
    found = results("same_figures", ({PERMITS: theirs}, 2022, WHO), ({PERMITS: mine, **unknown}, 2022, WHO))
    assert [(r["report_id"], r["place"], r["other_report_id"]) for r in found] == [
        ("r2", "2", "r1"),
        ("r2", "3", "r1"),
        ("r2", "4", "r1"),
    ]
    assert [r["state"] for r in found] == [state, "pass", "pass"]
    assert [r["reason"] for r in found] == [None, None, None]


def test_a_table_that_one_text_does_not_tell_is_not_compared() -> None:
    untold = {CellKey("4", row, col): ("absent", 0.0) for row, col in _cells_of("4")}
    found = results("same_figures", ({}, 2022, WHO), (untold, 2022, WHO))
    assert [(r["state"], r["reason"]) for r in found] == [
        ("pass", None),
        ("pass", None),
        ("not_assessable", "table-absent"),
    ]
    assert [r["right_sum"] for r in found] == [0.0, 0.0, None]


def test_the_message_names_some_cells_and_counts_all() -> None:
    keys = [
        CellKey("3", row, "natural_person")
        for row in ("granted", "other_misc", "partially_granted", "new_received")
    ]
    for number in (1, 3, 4):
        changed = dict.fromkeys(keys[:number], ("reported", 5.0))
        cells, reports = several(({}, 2022, WHO), ({**changed, PENALTIES: ("absent", 0.0)}, 2022, WHO))
        found = collect(empty(Findings), judge(cells, reports), cells, reports, claimed(reports)).filter(
            pl.col("code") == "report-twice"
        )
        [message] = found["message_en"]
        assert message.count("=5 | 0") == min(number, 3) and ("…" in message) is (number > 3)
        assert f"{number} cells say something else" in message and "and 1 more are known" in message


def test_texts_of_which_one_only_tells_less() -> None:
    cells, reports = several(({}, 2022, WHO), ({PENALTIES: ("absent", 0.0)}, 2022, WHO))
    found = collect(empty(Findings), judge(cells, reports), cells, reports, claimed(reports))
    assert found.select("code", "source_file", "line").rows() == [("report-twice", "2.txt", 1)]
    assert "0 cells say something else (-), and 1 more" in found["message_en"][0]


def test_a_gap_of_years_names_what_is_missing() -> None:
    cells, reports = several(*[({}, year, WHO) for year in (2019, 2020, 2022, 2025)])
    found = collect(empty(Findings), judge(cells, reports), cells, reports, claimed(reports)).filter(
        pl.col("code") == "year-missing"
    )
    assert [m.split("none for ")[1] for m in found["message_en"]] == ["2021.", "2023、2024."]
    assert found["source_file"].to_list() == ["3.txt", "4.txt"]
    titled = reports.with_columns(title_line=pl.lit(5, pl.Int64))
    for whose, line in ((reports, 1), (titled, 5)):
        found = collect(empty(Findings), judge(cells, whose), cells, whose, claimed(whose))
        assert set(found.filter(pl.col("code") == "year-missing")["line"]) == {line}


@pytest.mark.parametrize(("mine", "state"), [(86.4, "pass"), (90.0, "fail")])
def test_an_amount_without_a_unit_is_compared_as_printed(mine: float, state: str) -> None:
    amount = CellKey("2", "fees", "fee_amount")
    cells, reports = several(
        ({amount: ("reported", 86.4)}, 2022, WHO),
        ({amount: ("reported", mine), PENALTIES: ("absent", 0.0)}, 2022, WHO),
    )
    is_first = (pl.col("report_id") == "r1") & (pl.col("col_key") == "fee_amount")
    with_unit = cells.with_columns(unit=pl.when(is_first).then(pl.lit("万元")))
    found = judge(with_unit, reports).filter(pl.col("rule_id") == "same_figures")
    assert found["state"].to_list() == [state, "pass", "pass"]
