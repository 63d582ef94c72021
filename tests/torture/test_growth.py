"""Some shapes that once were, or easily could be, read in more than proportional time; `make torture` measures all."""

import gc
from collections.abc import Iterator

import pytest

from tests.torture import growth
from tests.torture.shapes import SHAPES


@pytest.fixture(scope="module", autouse=True)
def _only_what_is_new_is_collected() -> Iterator[None]:
    """Each measure begins with a collection, which would look through all tests and libraries of this process, too."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize(
    "name",
    [
        "empty cells",
        "a label and its row",
        "tables in tables",
        "header words",
        "spaces",
        "whole reports",
        "titles",
    ],
)
def test_time_grows_with_size_and_no_faster(name: str) -> None:
    measured = growth.measure(name, least=8_000, largest=80_000)
    assert not measured.is_steep, str(measured)


def test_what_grows_with_the_square_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def squared(text: str, *_: str) -> None:
        sum(1 for _ in range((len(text) // 20) ** 2))

    monkeypatch.setattr(growth, "read_text", squared)
    assert growth.measure("spaces", least=4_000, largest=80_000).is_steep


def test_shapes_are_as_large_as_asked() -> None:
    for name, shape in SHAPES.items():
        assert 0.9 * 5_000 < len(shape(5_000)) < 2 * 5_000, name
