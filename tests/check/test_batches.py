"""Rules evaluated for many reports at once, for some at a time, or for each alone: the results are the same."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.check import grid
from assets.check.rules import evaluate
from schemas.form import CellKey, forms
from schemas.tables import CELL_STATUSES
from tests.reports import claimed, frames, judge

Reports = tuple[pl.DataFrame, pl.DataFrame]
CHANGED = st.sampled_from(sorted(forms())).flatmap(
    lambda form: st.tuples(
        st.just(form),
        st.sampled_from([2020, 2021, 2022, None]),
        st.dictionaries(
            st.sampled_from(forms()[form].cells),
            st.tuples(st.sampled_from(CELL_STATUSES), st.sampled_from((0, 1, 2, 3.5, -1))),
            max_size=9,
        ),
    )
)


def together(made: list[Reports]) -> Reports:
    return pl.concat([cells for cells, _ in made]), pl.concat([of for _, of in made])


def report(number: int, form: str, year: int | None, changed: dict) -> Reports:  # type: ignore[type-arg]
    cells, of = frames(form, changed, number)
    return cells, of.with_columns(report_year=pl.lit(year, pl.Int64))


@settings(deadline=None, max_examples=40)
@given(st.lists(CHANGED, min_size=1, max_size=6), st.integers(1, 4), st.integers(0, 9))
def test_batches_and_order_change_nothing(made, size, seed) -> None:  # type: ignore[no-untyped-def]
    cells, of = together([report(number, *what) for number, what in enumerate(made)])
    claims = claimed(of)
    whole = evaluate(cells, of, claims)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grid, "_REPORTS", size)
        assert evaluate(cells, of, claims).equals(whole)
    shuffled = cells.sample(fraction=1, shuffle=True, seed=seed)
    assert (
        evaluate(shuffled, of, claims)
        .drop("left_cells", "right_cells", "fingerprint")
        .equals(whole.drop("left_cells", "right_cells", "fingerprint"))
    )
    # a batch of its own, with the cells of the reports it is held against
    batches = []
    for start in range(0, of.height, size):
        some = of.slice(start, size)
        own = claims.filter(pl.col("report_id").is_in(some["report_id"].implode()))
        wanted = pl.concat([some["report_id"], own["previous_id"], own["preferred_id"]]).drop_nulls()
        with_others = cells.filter(pl.col("report_id").is_in(wanted.implode()))
        batches.append(evaluate(with_others, some, own))
    assert pl.concat(batches).equals(whole)


def test_each_report_has_the_results_it_has_alone() -> None:
    handled = CellKey("3", "total_handled", "total")
    made = [
        report(number, form, 2000 + number, {handled: ("reported", number)})
        for number, form in enumerate(("2021", "2019", "2021", "2019", "2019"))
    ]
    cells, of = together(made)
    results = judge(cells, of).filter(pl.col("rule_id") != "carried_over")
    alone = pl.concat([judge(*one).filter(pl.col("rule_id") != "carried_over") for one in made])
    assert results.equals(alone)


def test_a_cell_that_is_not_at_hand_has_no_results() -> None:
    """Nor has the table of which no cell is."""
    gone = CellKey("3", "granted", "research")
    cells, of = frames("2021")
    whole = judge(cells, of)
    here = (pl.col("table_no") != "4") & ~(
        (pl.col("row_key") == gone.row_key) & (pl.col("col_key") == gone.col_key)
    )
    results = judge(cells.filter(here), of)
    place = pl.concat_str("rule_id", pl.lit(":"), "place")
    lost = ["row_total:granted", "total_handled:research"]
    assert results.equals(whole.filter((pl.col("table_no") != "4") & ~place.is_in(lost)))
    assert whole.height - results.height == len(lost) + 3 + 1


def test_a_cell_that_the_form_lacks_changes_nothing() -> None:
    cells, of = frames("2021")
    more = pl.concat([cells, cells.head(2).with_columns(row_key=pl.Series(["unheard_of", "other"]))])
    assert judge(more, of).equals(judge(cells, of))


def test_a_report_on_no_form_has_none() -> None:
    cells, of = frames("2021")
    unknown = of.with_columns(form=pl.lit(None, pl.String), report_id=pl.lit("r2"))
    both = pl.concat([unknown, of])
    assert judge(cells, both).equals(judge(cells, of))
    assert judge(cells.clear(), unknown).is_empty()


def test_figures_that_are_no_counts_are_named_with_their_line() -> None:
    """Of a table that prints none nothing is known; the first reason says why, if one does."""
    one, other = CellKey("3", "granted", "research"), CellKey("3", "other_misc", "total")
    cells, of = frames("2021", {one: ("reported", -3), other: ("reported", 1.5)})
    at = (pl.col("row_key") == one.row_key) & (pl.col("col_key") == one.col_key)
    cells = cells.with_columns(line_start=pl.when(at).then(77).otherwise("line_start"))
    row = judge(cells, of).filter(rule_id="whole_number", place="3").row(0, named=True)
    assert (row["state"], row["left_sum"], row["right_sum"], row["difference"]) == ("fail", 2, 0, 2)
    assert (row["left_cells"], row["line"]) == ("granted/research=-3 other_misc/total=1.5", 77)

    of_four = [key for key in forms()["2021"].cells if key.table_no == "4"]
    blank = dict.fromkeys(of_four, ("blank", 0.0))
    for changed, reason in (
        (blank, "no-figure"),
        ({**blank, of_four[3]: ("uncertain", 0.0)}, "row-short"),
        (dict.fromkeys(of_four, ("absent", 0.0)), "row-absent"),
    ):
        told = judge(*frames("2021", changed)).filter(rule_id="whole_number", place="4").row(0, named=True)
        assert (told["state"], told["reason"], told["left_sum"]) == ("not_assessable", reason, None)
    partly = {of_four[3]: ("uncertain", 0.0)}
    told = judge(*frames("2021", partly)).filter(rule_id="whole_number", place="4").row(0, named=True)
    assert (told["state"], told["reason"], told["left_sum"], told["line"]) == ("pass", None, 0, 10)


def test_the_line_of_a_sum_is_that_of_its_first_cell_in_this_text() -> None:
    """A left side that was not printed has none, and the lines of last year's report are of another text."""
    row = CellKey("3", "carried_over", "total")
    cells, of = together([report(1, "2021", 2021, {}), report(2, "2021", 2022, {row: ("reported", 4)})])
    last_year = pl.col("report_id") == "r1"
    this = (pl.col("row_key") == "carried_over") & ~last_year
    cells = cells.with_columns(
        line_start=pl.when(last_year).then(5).when(this).then(None).otherwise(9).cast(pl.Int64)
    )
    found = judge(cells, of).filter(report_id="r2")
    lines = {(r["rule_id"], r["place"]): r["line"] for r in found.iter_rows(named=True)}
    assert lines["carried_over", "total"] is None and lines["balance", "total"] == 9
    others = found.filter(pl.col("other_report_id").is_not_null())["rule_id"].unique().to_list()
    assert sorted(others) == ["carried_over", "in_force"]
