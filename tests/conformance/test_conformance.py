"""The reader on texts of real converters: no silent wrong cell, and recall by tier, on every committed text.

The texts are made by `python -m tests.conformance` and chosen by `python -m tests.conformance pick`. A text that is
known to fail is listed in known_failures.toml with the reason; a listed text that passes fails the suite.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from schemas.form import forms
from tests.conformance.channels import CHANNELS
from tests.conformance.corpus import make_case
from tests.conformance.marked import score_folder as score_marked_folder
from tests.conformance.marked import summary
from tests.conformance.model import Gold, gold_from_csv, gold_to_csv
from tests.conformance.report import faults_of, score_text
from tests.conformance.score import Score, recoverable, score

HERE = Path(__file__).parent
TEXTS = sorted((HERE / "texts").glob("*/*.txt"))
KNOWN = {
    (k["channel"], k["case"]): k["reason"]
    for k in tomllib.loads((HERE / "known_failures.toml").read_text(encoding="utf-8")).get("known", [])
}


def _parameters() -> list[object]:
    params: list[object] = []
    for path in TEXTS:
        reason = KNOWN.get((path.parent.name, path.stem))
        marks = [pytest.mark.xfail(strict=True, reason=reason, raises=AssertionError)] if reason else []
        params.append(pytest.param(path, id=f"{path.parent.name}-{path.stem}", marks=marks))
    return params


@pytest.mark.parametrize("path", _parameters())
def test_text_is_read_right(path: Path) -> None:
    faults = faults_of(score_text(path))
    shown = "\n".join(faults[:25])
    assert not faults, (
        f"{shown}\nsee: python -m tests.conformance show {path.relative_to(HERE.parent.parent)}"
    )


def test_known_failures_are_texts_of_the_corpus() -> None:
    there = {(p.parent.name, p.stem) for p in TEXTS}
    assert set(KNOWN) <= there


def test_every_text_has_its_tier_and_gold() -> None:
    assert TEXTS
    for path in TEXTS:
        assert path.parent.name in CHANNELS
        assert (HERE / "texts" / "gold" / f"{path.stem}.csv").exists()


@pytest.mark.parametrize("seed", range(0, 60, 7))
def test_cases_are_reproducible_and_complete(seed: int) -> None:
    case = make_case(seed)
    assert gold_to_csv(case) == gold_to_csv(make_case(seed))
    assert len(case.gold) == len({g.key for g in case.gold}) == {"2019": 198, "2021": 200}[case.form]


def test_the_scorer_sees_a_shift_and_an_invented_value() -> None:
    """A reader that moves a column, or fills a blank, cannot pass."""
    case = make_case(0)
    meta, gold = gold_from_csv(gold_to_csv(case))

    class Reader:
        reports = [{"agency": case.agency, "report_year": case.year, "form": case.form}]  # noqa: RUF012
        cells = [  # noqa: RUF012
            {
                "table_no": g.table, "row_key": g.row, "col_key": g.col, "value": g.value, "raw": g.raw, "reason": None,
                "unit": g.unit, "status": g.status if g.status != "open" else "reported", "line_start": 1, "layout": "",
            }
            for g in gold
        ]  # fmt: skip

    perfect: Score = score(Reader, meta, gold, set())
    assert perfect.silent_wrong == 0
    assert not perfect.notes
    cells = [c for c in Reader.cells if c["table_no"] == "3" and c["status"] == "reported"]
    cells[0]["value"], cells[1]["value"] = cells[0]["value"] + 1, cells[1]["value"] + 1
    assert score(Reader, meta, gold, set()).silent_wrong == 2
    for cell in Reader.cells:
        if cell["status"] == "blank":
            cell.update(status="reported", value=0.0)
            assert score(Reader, meta, gold, set()).silent_wrong == 3
            break


def test_texts_that_bring_their_gold_are_asked_for_all_it_calls_reported(tmp_path: Path) -> None:
    case = make_case(0)
    (tmp_path / "it.txt").write_text(f"{case.agency}的一段话\n", encoding="utf-8")
    (tmp_path / "it.gold.csv").write_text(f"# tier=C\n{gold_to_csv(case)}", encoding="utf-8")
    (tmp_path / "without.txt").write_text("没有答案的文本\n", encoding="utf-8")
    (marked,) = score_marked_folder(tmp_path, workers=1)
    reported = sum(g.status == "reported" for g in case.gold)
    assert (marked.score.asked, marked.score.right, marked.score.missing) == (reported, 0, reported)
    assert marked.faults
    assert f"tier C: 1 texts, 0.00 % of {reported}, wrong 0" in summary([marked])


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("1.属于国家秘密 0 0 0 0 0 0 0 2.其他法律行政法规禁止公开 1", True),
        ("1.属于国家秘密 0 0 0 0 0 0 0 1 0 0 0 0 0 1", True),
        ("1.属于国家秘密 0 0 3 0 0 0 0 0 0 0 1 2 0", False),
        ("1.属于国家秘密 2 0 0 0 0 0 0 0 0", False),
    ],
)
def test_noughts_anywhere_in_a_run_of_figures_are_no_row(printed: str, known: bool) -> None:
    columns = [c.key for c in forms()["2019"].table("3").columns]
    gold = [Gold("3", "denied_state_secret", key, 0.0, "0", "reported", "件") for key in columns]
    gold.append(Gold("3", "denied_other_law", columns[0], 1.0, "1", "reported", "件"))
    found = recoverable(printed, gold, "2019", "C")
    assert (("3", "denied_state_secret", columns[0]) in found) is known
