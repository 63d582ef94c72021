"""Of a table of the agency's own office and one of the bodies under it neither is the form's, unless there is one of both."""

from __future__ import annotations

import pytest

from tests.extract.anothers.test_captioned import several
from tests.extract.damage import VALUES, Render
from tests.extract.odd import PARTS, instead_of
from tests.extract.printed import Part, closed, codes, read, report, reported, running, tab_cells, wrong
from tests.turns import in_turn

some_renders = pytest.mark.parametrize("render", [running, tab_cells, closed], ids=lambda f: f.__name__)


@in_turn
@some_renders
@pytest.mark.parametrize(
    "captions",
    [["本级：", "所属单位："], ["局机关：", "二级单位："], ["（一）局本级情况", "（二）下属单位情况"]],
)
@pytest.mark.parametrize("own", [0, 1])
def test_neither_of_two_parts_is_the_agencys(captions: list[str], own: int, render: Render) -> None:
    reading = read(several(captions, own, render))
    assert not wrong(reading, {key: value for key, value in VALUES.items() if key.table_no != "3"})
    assert not reported(reading, "3") and "table-repeated" in codes(reading)


@in_turn
@some_renders
@pytest.mark.parametrize(
    ("captions", "own"),
    [(["局机关：", "下属单位：", "合计："], 2), (["青岚县林业局", "下属单位："], 0)],
)
def test_the_sum_of_both_is(captions: list[str], own: int, render: Render) -> None:
    reading = read(several(captions, own, render))
    assert not wrong(reading, VALUES) and reported(reading, "3")


@some_renders
def test_one_caption_alone_parts_nothing(render: Render) -> None:
    reading = read(several(["本级："], 0, render))
    assert not wrong(reading, VALUES) and reported(reading) == set(VALUES)


def test_words_beside_rows_are_no_captions() -> None:
    """本级 and 所属 in cells of their own between label and figures: the rows are parted, the table is not."""
    parts = instead_of("3", parted("本级", "所属"))
    assert "table-repeated" not in codes(read(report(parts, tab_cells)))


def parted(*kinds: str) -> Part:
    """Table 3 with one row for each kind under each label."""
    own = next(part for part in PARTS if part.table_no == "3")
    rows = [[row[0], kind, *row[1:]] for row in own.rows for kind in kinds]
    return Part(
        "3", [[head[0], "", *head[1:]] for head in own.header], rows, [k for k in own.keys for _ in kinds]
    )
