"""Commands of markup about a title that goes over lines."""

from __future__ import annotations

import pytest

from assets.extract.whose.linemarkup import without_commands
from tests.extract.printed import TITLE, figures, printed, read, report, tsv

TEXT = report(printed(figures()), tsv)
AGENCY, REST = "青岚县林业局", "2022年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "head",
    [
        f"[b]{AGENCY}2022年度[/b]\n[b]政府信息公开工作年度报告[/b]",
        f"[center][size=5]{AGENCY}[/size][/center]\n[center]{REST}[/center]",
        f"\\begin{{center}}\\Large {AGENCY}\\end{{center}}\n\n\\begin{{center}}\\Large {REST}\\end{{center}}",
        f"{{\\bf {AGENCY}}}\n\n{{\\bf {REST}}}",
        f"{{\\LARGE\\textbf{{{AGENCY}}}}}\\\\[1em]\n{{\\LARGE\\textbf{{{REST}}}}}",
        f".LP\n\\f[B]{AGENCY}2022年度\\f[R]\n.PP\n\\f[B]政府信息公开工作年度报告\\f[R]\n.PP",
        f"\\fB{AGENCY}\\fR\n.PP\n\\fB{REST}\\fR",
    ],
)
def test_commands_are_none_of_a_name(head: str) -> None:
    (found,) = read(TEXT.replace(TITLE, head)).reports
    assert (found["agency"], found["report_year"]) == (AGENCY, 2022)


def test_what_stands_in_brackets_stays() -> None:
    assert without_commands("国办公开办函[2021]30号[大中小]") == "国办公开办函[2021]30号[大中小]"
