"""Small records that are made by the hundred for every report: they never change, and nothing pays for that.

A frozen dataclass sets each field by a call, which takes longer than all else that is done with most of them. Here it
is the type checker that lets nobody change one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_Record = TypeVar("_Record")


@dataclass_transform(frozen_default=True)
def record(cls: type[_Record]) -> type[_Record]:
    """A dataclass with slots, compared and hashed by its fields, whose fields nobody sets."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
