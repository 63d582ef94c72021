"""Plain headers and labels whose merged cells are printed once for each column or row that they cover."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.form import forms
from tests.extract.printed import figures, printed, read, report, reported, running, wrong

VALUES = figures()
NOTE = forms()["2021"].table("3").note
ORGANISATIONS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]


@pytest.mark.parametrize("corner", [[], [NOTE] * 3])
@pytest.mark.parametrize("names", [ORGANISATIONS, ["其他", *ORGANISATIONS[:4]]])
def test_a_group_once_for_each_of_its_columns(corner: list[str], names: list[str]) -> None:
    """The line below tells the order of the columns, in the form's and in another."""
    top = [*corner, "自然人", *["法人或其他组织"] * 5, "总计"]
    header = [[*corner, *["申请人情况"] * 7], top, [*corner, "自然人", *names, "总计"]]
    at = [0, 1, *(2 + ORGANISATIONS.index(name) for name in names), 7]
    parts = []
    for part in printed(VALUES):
        if part.table_no == "3":
            rows = [[" ".join([row[0]] * 3), *(row[i] for i in at[1:])] for row in part.rows]
            parts.append(replace(part, header=header, rows=rows))
        else:
            parts.append(part)
    reading = read(report(parts, running))
    assert not wrong(reading, VALUES)
    if names == ORGANISATIONS:
        assert {key for key in VALUES if key.table_no == "3"} <= reported(reading)
