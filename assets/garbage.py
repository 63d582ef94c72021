"""How often Python looks for garbage that refers in circles: seldom, where rows pile up and nothing in them does.

Python's own thresholds were made for small programs: with the libraries that a run loads, looking takes an eighth to a third of
its time. Belongs here: the threshold. Does not belong here: what makes the rows.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS_BETWEEN_COLLECTIONS = 100_000


@contextmanager
def fewer_collections() -> Iterator[None]:
    """Within this (it also decorates functions) the oldest objects are hardly ever looked through; memory stays bounded."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
