"""The label of a group broken beside that of its first row."""

from __future__ import annotations

from assets.extract.undone.words.besidegroup import with_labels_beside_groups
from tests.extract.printed import figures, printed, read, report, running, wrong

_VALUES = figures()
_OWN = [value for key, value in _VALUES.items() if key.table_no == "3" and key.row_key == "granted"]


def test_a_row_s_label_beside_its_group_s_is_whole() -> None:
    lines = report(printed(_VALUES), running).split("\n")
    (at,) = [n for n, line in enumerate(lines) if line.startswith("（一）予以公开")]
    lines[at : at + 1] = [f"三、本年 （一）予 {' '.join(_OWN)}", "度办理结 以公开"]
    lines[at + 2] = f"果 {lines[at + 2]}"
    reading = read("\n".join(lines))
    assert not wrong(reading, _VALUES)
    given = {c["value"] for c in reading.cells if c["row_key"] == "granted" and c["status"] == "reported"}
    assert given == set(map(float, _OWN))


def test_pieces_that_make_no_label_are_left() -> None:
    lines = ["三、本年 （一）予 1 2 3 4", "度办理结 以不公开", "办公室 （一）予 1 2 3 4", "的同志们 以公开"]
    assert with_labels_beside_groups(lines) == lines
