"""How often garbage is looked for: seldom within a run's work, and as before behind it."""

import gc

import pytest

from assets.garbage import fewer_collections


def test_collections_are_fewer_within_and_as_before_behind_a_fault() -> None:
    before = gc.get_threshold()
    within = []

    @fewer_collections()
    def work() -> None:
        within.append(gc.get_threshold())
        raise ValueError

    for _ in range(2):  # a function may be called again
        with pytest.raises(ValueError):
            work()
    assert gc.get_threshold() == before
    assert all(first > before[0] for first, *_ in within)
    assert gc.isenabled()
