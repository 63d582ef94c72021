"""Header cells of which a program kept the first paragraph alone: `本年新 | 本年新 | 对外公开总数量`."""

from __future__ import annotations

import pytest

from tests.extract.printed import Rows, closed, figures, printed, read, report, reported, wrong


def _cut(form: str, heads: list[str], text_of=closed) -> str:  # type: ignore[no-untyped-def]
    """A report whose first block of table 2 has such heads."""
    parts = printed(figures(form), form)

    def of(part):  # type: ignore[no-untyped-def]
        header: Rows = part.header
        return [*header[:-1], [header[-1][0], *heads]] if part is parts[0] else header

    return report(parts, text_of, header=of)


@pytest.mark.parametrize(
    ("form", "heads"),
    [
        ("2019", ["本年新", "本年新", "对外公开总数量"]),
        ("2019", ["本年新", "本年新", "对外公开"]),
        ("2021", ["本年", "本年", "现行"]),
        ("2021", ["本年", "本年", "现行有效件数"]),
    ],
)
def test_beginnings_in_their_places_name_the_columns(form: str, heads: list[str]) -> None:
    found = read(_cut(form, heads))
    assert not wrong(found, figures(form))
    assert reported(found) == set(figures(form))


@pytest.mark.parametrize(
    "heads",
    [
        ["本年新", "对外公开总数量", "本年新"],
        ["本年新", "本年新", "本年新"],
        ["本年新", "本年新", "上年"],
        ["本年新公开数量", "本年新", "对外公开总数量"],
    ],
)
def test_beginnings_elsewhere_name_none(heads: list[str]) -> None:
    found = read(_cut("2019", heads))
    doubted = {key.col_key for key in set(figures("2019")) - reported(found) if key.row_key == "regulations"}
    assert {"made", "published"} <= doubted
    assert not wrong(found, figures("2019"))
