"""Two applicants' heads in one over one column of figures."""

from __future__ import annotations

import pytest

from tests.extract.odd import instead_of, third
from tests.extract.printed import GRIDS, PLAIN, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
LAYOUTS = {name: GRIDS[name] for name in ("tsv", "tab_cells", "closed", "html", "box")} | PLAIN
THIRD = next(part for part in PARTS if part.table_no == "3")
LABEL, *HEADS = THIRD.header[-1]


def _joined(at: int, sign: str) -> list[list[str]]:
    """The heads, two of them joined, and none over the last column."""
    heads = [*HEADS[:at], sign.join(HEADS[at : at + 2]), *HEADS[at + 2 :], ""]
    return [*THIRD.header[:-1], [LABEL, *heads]]


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("at", "sign"), [(1, "、"), (3, "及"), (4, "/"), (4, "和")])
def test_columns_from_joined_heads_on_are_in_doubt(layout: str, at: int, sign: str) -> None:
    parts = instead_of("3", *third(_joined(at, sign), THIRD.rows))
    read_ = reported(read(report(parts, LAYOUTS[layout])), "3")
    columns = [key.col_key for key in VALUES if key.table_no == "3"][:7]
    assert not {key for key in read_ if key.col_key in columns[at:]}


def test_columns_before_the_joined_heads_are_read() -> None:
    parts = instead_of("3", *third(_joined(4, "及"), THIRD.rows))
    reading = read(report(parts, GRIDS["closed"]))
    assert {key.col_key for key in reported(reading, "3")} == {
        "natural_person",
        "commercial",
        "research",
        "social_org",
    }
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("layout", ["tsv", "closed", "html"])
def test_prose_that_names_two_of_them_joins_no_heads(layout: str) -> None:
    text = report(PARTS, GRIDS[layout])
    said = text.replace("各项制度得到落实。", "申请人情况多为商业企业、科研机构，均已答复。")
    assert said != text
    assert reported(read(said)) == set(VALUES)
