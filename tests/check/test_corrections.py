"""Localization and deduction: planted errors, and properties against search by brute force."""

from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.check.corrections import corrections
from assets.check.deduce import deduce
from assets.check.localize import localize
from assets.check.systems import System, systems_of
from schemas.corrections import KINDS
from schemas.form import CellKey, forms
from schemas.tables import Cells, Corrections
from tests.check.planted import PLANTS, SHAPES, deduced, right_figures, run
from tests.reports import frames, judge

LOCATED = (
    "digit",
    "transposition",
    "blank for a value",
    "wrong total",
    "moved by a column, gap left",
    "moved by a row, gap left",
    "row shifted",
    "totals blank",
)


def broken(system: System, values: list[int | None]) -> list[int]:
    return [
        e
        for e, equation in enumerate(system.equations)
        if sum(k * (values[cell] or 0) for cell, k in equation.terms)
    ]


def test_planted_errors_are_located_and_nobody_is_blamed_wrongly() -> None:
    found, _, ratio = run(160, seed=3)
    for (kind, shape), outcomes in found.items():
        assert outcomes["WRONG"] == 0, (kind, shape)
    for kind in LOCATED:
        of_kind = [outcomes for (name, _), outcomes in found.items() if name == kind]
        seen = sum(sum(o.values()) - o["unseen"] for o in of_kind)
        assert sum(o["located"] for o in of_kind) >= 0.95 * seen, kind
    assert ratio < 60  # about 8 times the plain sums; wide, since machines are busy


def test_where_zeros_are_left_blank_nobody_is_blamed_wrongly_either() -> None:
    found, _, _ = run(60, seed=4, gaps=True)
    assert sum(outcomes["WRONG"] for outcomes in found.values()) == 0


def test_blanked_zeros_are_deduced() -> None:
    found = deduced(120, seed=1)
    assert found["WRONG"] == 0
    assert found["right"] >= 0.85 * found.total()


@settings(deadline=None, max_examples=80)
@given(st.integers(0, 2**32), st.sampled_from(SHAPES), st.sampled_from(sorted(PLANTS)), st.booleans())
def test_a_repair_satisfies_every_sum_that_can_be_assessed(seed, shape, kind, holes) -> None:  # type: ignore[no-untyped-def]
    rng = Random(seed)  # noqa: S311
    system = systems_of(rng.choice(("2019", "2021")))[0]
    values: list[int | None] = [*right_figures(rng, system, shape)]
    PLANTS[kind](rng, system, values)
    known = [not holes or rng.random() > 0.02 for _ in values]
    answer = localize(system, values, known, prints_zeros=True)
    for _, repair in answer.repairs:
        healed = [repair.get(cell, value) for cell, value in enumerate(values)]
        assert all(value is None or value >= 0 for value in healed)
        assert all(known[cell] and right != (values[cell] or 0) for cell, right in repair.items())
        left = broken(system, healed)
        assert not [e for e in left if all(known[cell] for cell, _ in system.equations[e].terms)]
    if answer.proposed:
        assert len(answer.repairs) == 1


def healable(system: System, values: list[int], size: int) -> bool:
    """Whether `size` cells or fewer can heal all sums. Of so few, one always stands alone in some broken sum."""
    left = broken(system, values)  # type: ignore[arg-type]
    if not left or not size:
        return not left
    tried = set(range(len(values)))
    if size == 1:
        for e in left:
            tried &= {cell for cell, _ in system.equations[e].terms}
    for e in left:
        over = sum(k * values[cell] for cell, k in system.equations[e].terms)
        for cell, k in system.equations[e].terms:
            new = values[cell] - over // k
            if cell in tried and new >= 0:
                if healable(system, [*values[:cell], new, *values[cell + 1 :]], size - 1):
                    return True
                if size == 1:
                    tried.discard(cell)
    return False


@settings(deadline=None, max_examples=40)
@given(
    st.integers(0, 2**32),
    st.sampled_from(SHAPES),
    st.sampled_from(("digit", "two wrong", "two wrong, near", "three wrong", "row shifted", "row lost")),
)
def test_no_repair_has_fewer_cells(seed, shape, kind) -> None:  # type: ignore[no-untyped-def]
    rng = Random(seed)  # noqa: S311
    system = systems_of("2021")[0]
    values: list[int | None] = [*right_figures(rng, system, shape)]
    PLANTS[kind](rng, system, values)
    answer = localize(system, values, [True] * len(values))
    if answer.repairs:
        least = min(len(repair) for _, repair in answer.repairs)
        assert not healable(system, [value or 0 for value in values], min(2, least - 1))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 4), min_size=5, max_size=5))
def test_a_single_sum_names_nobody(values) -> None:  # type: ignore[no-untyped-def]
    system = systems_of("2021")[1]
    answer = localize(system, values, [True] * 5, prints_zeros=True)
    assert not answer.proposed
    healing = {
        (cell, new)
        for cell in range(5)
        for new in range(30)
        if new != values[cell] and not broken(system, [*values[:cell], new, *values[cell + 1 :]])
    }
    if broken(system, values):
        assert {pair for _, repair in answer.repairs for pair in repair.items()} == healing


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(st.none(), st.integers(0, 2)), min_size=5, max_size=5))
def test_what_is_deduced_is_the_only_answer(values) -> None:  # type: ignore[no-untyped-def]
    system = systems_of("2021")[1]
    gaps = [cell for cell, value in enumerate(values) if value is None]
    answers: list[list[int]] = [[]]
    for value in values:
        answers = [[*a, v] for a in answers for v in (range(10) if value is None else (value,))]
    answers = [a for a in answers if not broken(system, a)]  # type: ignore[arg-type]
    only = {cell: answers[0][cell] for cell in gaps if answers and len({a[cell] for a in answers}) == 1}
    deduced_now = deduce(system, values)
    # four parts of at most 2 add up to 8: the search above ends beyond every total that they leave one value for
    assert deduced_now == only


HANDLED = CellKey("3", "total_handled", "natural_person")


def reports(*changed: dict[CellKey, tuple[str, float]]) -> tuple[pl.DataFrame, pl.DataFrame]:
    made = [frames("2021", changes, number) for number, changes in enumerate(changed, start=1)]
    return pl.concat(cells for cells, _ in made), pl.concat(found for _, found in made)


def ask(cells: pl.DataFrame, of: pl.DataFrame) -> pl.DataFrame:
    made = corrections(cells, judge(cells, of), of)
    Corrections.validate(made, lazy=True)
    return made


def test_a_wrong_cell_is_named_with_its_value_and_its_rules() -> None:
    found = ask(*reports({HANDLED: ("reported", 7)}, {}))
    assert found.height == 1
    row = found.row(0, named=True)
    assert CellKey(row["table_no"], row["row_key"], row["col_key"]) == HANDLED
    assert (row["value"], row["proposed_value"], row["status"], row["kind"]) == (
        7,
        0,
        "proposed",
        "digit_slip",
    )
    assert set(row["rules"].split()) == {
        "balance:natural_person",
        "total_handled:natural_person",
        "row_total:total_handled",
    }
    assert (row["actor"], row["line"], row["report_id"], row["raw"]) == ("filer", 10, "r1", "7")
    assert "7" in row["reason_zh"] and "0 satisfies the sums" in row["reason_en"]


@pytest.mark.parametrize("layout", ["running", "cell_per_line", "aligned"])
def test_a_culprit_whose_reading_is_weak_is_for_gouji(layout: str) -> None:
    cells, of = reports({HANDLED: ("reported", 7)})
    assert ask(cells.with_columns(layout=pl.lit(layout)), of)["actor"].to_list() == ["gouji"]


def test_a_cell_of_a_single_sum_is_a_candidate_among_all_that_heal_it() -> None:
    found = ask(*reports({CellKey("4", "review", "total"): ("reported", 3)}))
    assert found["status"].unique().to_list() == ["candidate"]
    assert found["alternatives"].to_list() == [5] * 5
    assert found["hypothesis"].to_list() == [1, 2, 3, 4, 5]


def test_a_gap_in_a_report_that_prints_its_zeros_is_filled() -> None:
    gap = CellKey("4", "review", "corrected")
    others = {
        CellKey("4", "review", "upheld"): ("reported", 2.0),
        CellKey("4", "review", "total"): ("reported", 3.0),
    }
    found = ask(*reports({gap: ("blank", 0), **others})).row(0, named=True)
    assert (found["col_key"], found["proposed_value"], found["kind"]) == ("corrected", 1, "blank_for_value")
    blank = {key: ("blank", 0.0) for key in forms()["2021"].cells if key.table_no == "3"}
    assert (
        ask(*reports({gap: ("blank", 0), **others, **blank}))
        .filter(pl.col("status") == "proposed")
        .is_empty()
    )


def test_a_missing_cell_is_deduced_where_the_sums_leave_one_answer() -> None:
    one = CellKey("3", "granted", "natural_person")
    changed = {
        one: ("uncertain", 0.0),
        CellKey("3", "granted", "total"): ("reported", 4.0),
        CellKey("3", "new_received", "natural_person"): ("reported", 4.0),
        CellKey("3", "new_received", "total"): ("reported", 4.0),
        HANDLED: ("reported", 4.0),
        CellKey("3", "total_handled", "total"): ("reported", 4.0),
        CellKey("3", "other_misc", "research"): ("blank", 0.0),
    }
    found = ask(*reports(changed))
    told = dict(found.select(pl.concat_str("row_key", "col_key"), "proposed_value").iter_rows())
    assert told == {"grantednatural_person": 4, "other_miscresearch": 0}
    assert set(found["status"]) == {"deduced"} and set(found["kind"]) == {"value_deduced"}
    assert found["value"].null_count() == 2


def test_nothing_is_deduced_beside_a_broken_sum() -> None:
    changed = {HANDLED: ("reported", 7.0), CellKey("3", "other_misc", "research"): ("blank", 0.0)}
    assert set(ask(*reports(changed))["status"]) == {"proposed"}


def test_sums_that_cannot_be_assessed_leave_candidates_only() -> None:
    changed = {
        CellKey("3", "granted", "natural_person"): ("reported", 2.0),
        CellKey("3", "granted", "research"): ("absent", 0.0),
    }
    assert set(ask(*reports(changed))["status"]) <= {"candidate"}


def test_the_order_of_cells_and_reports_does_not_matter() -> None:
    cells, of = reports({HANDLED: ("reported", 7)}, {CellKey("4", "review", "total"): ("reported", 3)})
    shuffled = cells.sample(fraction=1, shuffle=True, seed=1)
    Cells.validate(shuffled, lazy=True)
    assert corrections(shuffled, judge(cells, of), of).equals(ask(cells, of))


def test_figures_that_are_no_counts_are_never_culprits_to_the_sums() -> None:
    found = ask(*reports({HANDLED: ("reported", -3.0)}))
    assert found.filter(pl.col("status") == "proposed").is_empty()


def test_every_slip_has_a_name_in_both_languages() -> None:
    assert all(label.zh and label.en for label in KINDS.values())
