from functools import cache

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.check.findings import collect
from schemas.form import CellKey, forms
from schemas.rules import Rule, sums_of
from schemas.tables import CELL_STATUSES, Findings, RuleResults, empty
from tests.reports import claimed, frames, judge

SUMS = {rule.kind.id for form in forms() for rule in sums_of(form)}
EQUATIONS = [
    pytest.param(rule, id=f"{form}-{rule.kind.id}-{rule.place}") for form in forms() for rule in sums_of(form)
]


Changed = dict[CellKey, tuple[str, float]]


def judged(made: list[tuple[str, Changed]]) -> list[pl.DataFrame]:
    """The results of each of several reports, (form, cells that are no noughts), that are judged together."""
    all_frames = [frames(form, changed, number) for number, (form, changed) in enumerate(made)]
    results = judge(pl.concat([cells for cells, _ in all_frames]), pl.concat([of for _, of in all_frames]))
    RuleResults.validate(results, lazy=True)
    parts = results.partition_by("report_id", as_dict=True)
    return [parts[f"r{number}",] for number in range(len(made))]


def states(results: pl.DataFrame) -> dict[tuple[str, str], str]:
    return {
        (rule_id, place): state
        for rule_id, place, state in results.select("rule_id", "place", "state").iter_rows()
        if rule_id in SUMS
    }


def oracle(rule: Rule, changed: dict) -> str:  # type: ignore[type-arg]
    """The four states again, one equation at a time."""
    found = {key: changed.get(key, ("reported", 0)) for key in rule.coefficients}
    if any(status in ("uncertain", "absent", "unparsed") for status, _ in found.values()):
        return "not_assessable"
    if sum(rule.coefficients[key] * value for key, (status, value) in found.items() if status == "reported"):
        return "fail"
    return "pass" if all(status == "reported" for status, _ in found.values()) else "pass_if_blank_zero"


@pytest.mark.parametrize("form", list(forms()))
def test_zeros_bear_out_every_rule(form: str) -> None:
    (found,) = map(states, judged([(form, {})]))
    assert len(found) == len(sums_of(form))
    assert set(found.values()) == {"pass"}


@pytest.mark.parametrize("form", list(forms()))
def test_a_changed_cell_breaks_exactly_the_rules_that_hold_it(form: str) -> None:
    keys = [key for rule in sums_of(form) for key in (rule.left[0].cell, rule.right[-1].cell)]
    for key, results in zip(keys, judged([(form, {key: ("reported", 5)}) for key in keys]), strict=True):
        failed = {place for place, state in states(results).items() if state == "fail"}
        assert failed == {(r.kind.id, r.place) for r in sums_of(form) if key in r.coefficients}, key


def adding_up(rule: Rule) -> Changed:
    """Each term with a figure of its own: no sign and no cell of the rule can be another."""
    parts = {term.cell: ("reported", 2.0**n) for n, term in enumerate((*rule.left[1:], *rule.right))}
    total = sum(-rule.coefficients[key] * value for key, (_, value) in parts.items())
    figures = {**parts, rule.left[0].cell: ("reported", total + 1000)}
    figures[rule.right[-1].cell] = ("reported", figures[rule.right[-1].cell][1] + 1000)
    return figures


@cache
def all_adding_up() -> dict[Rule, pl.DataFrame]:
    rules = [rule for form in forms() for rule in sums_of(form)]
    return dict(zip(rules, judged([(rule.form, adding_up(rule)) for rule in rules]), strict=True))


@pytest.mark.parametrize("rule", EQUATIONS)
def test_figures_that_add_up_bear_the_rule_out(rule: Rule) -> None:
    found = all_adding_up()[rule]
    row = found.filter((pl.col("rule_id") == rule.kind.id) & (pl.col("place") == rule.place)).row(
        0, named=True
    )
    assert (row["state"], row["left_sum"]) == ("pass", row["right_sum"]) and row["left_sum"] > 1000


CHANGES = st.sampled_from(sorted(forms())).flatmap(
    lambda form: st.tuples(
        st.just(form),
        st.dictionaries(
            st.sampled_from(forms()[form].cells),
            st.tuples(st.sampled_from(CELL_STATUSES), st.integers(0, 3)),
            max_size=12,
        ),
    )
)


@settings(deadline=None, max_examples=60)
@given(CHANGES)
def test_evaluation_agrees_with_arithmetic_one_rule_at_a_time(made) -> None:  # type: ignore[no-untyped-def]
    form, changed = made
    (found,) = map(states, judged([(form, changed)]))
    assert found == {(rule.kind.id, rule.place): oracle(rule, changed) for rule in sums_of(form)}


def test_both_sides_are_shown_as_printed() -> None:
    balance = next(rule for rule in sums_of("2021") if (rule.kind.id, rule.place) == ("balance", "total"))
    new, carried = (term.cell for term in balance.left)
    handled, forward = (term.cell for term in balance.right)
    changed = {
        new: ("reported", 3119),
        carried: ("blank", 0),
        handled: ("not_applicable", 0),
        forward: ("absent", 0),
    }
    results = judge(*frames("2021", changed)).filter(
        (pl.col("rule_id") == "balance") & (pl.col("place") == "total")
    )
    row = results.row(0, named=True)
    assert row["left_cells"] == "new_received=3119 carried_over=blank"
    assert row["right_cells"] == "total_handled=- carried_forward=?"
    assert (row["state"], row["left_sum"], row["difference"]) == ("not_assessable", None, None)


def test_a_broken_rule_is_a_finding_on_the_line_of_its_left_side() -> None:
    rule = next(rule for rule in sums_of("2021") if rule.kind.id == "review_total")
    cells, reports = frames("2021", {rule.left[0].cell: ("reported", 4)})
    found = collect(empty(Findings), judge(cells, reports), cells, reports, claimed(reports))
    Findings.validate(found, lazy=True)
    row = found.row(0, named=True)
    assert (row["code"], row["line"], row["row_key"], row["col_key"]) == ("rule-broken", 10, rule.place, None)
    assert "行政复议" in row["message_zh"]
    assert "left 4, right 0, difference 4" in row["message_en"]
