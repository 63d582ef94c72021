"""Small records that are made by the hundred for every report: they never change, and nothing pays for that.

A frozen dataclass sets each field by a call, which takes longer than all else that is done with most of them. Here it
is the type checker that lets nobody change one. What is asked of one again and again is kept without the lock that
functools.cached_property takes in Python 3.11: a text is read by one thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, dataclass_transform, overload

_Record = TypeVar("_Record")
_Value = TypeVar("_Value")


@dataclass_transform(frozen_default=True)
def record(cls: type[_Record]) -> type[_Record]:
    """A dataclass with slots, compared and hashed by its fields, whose fields nobody sets."""
    return dataclass(slots=True, unsafe_hash=True)(cls)


class kept(Generic[_Value]):  # noqa: N801 - used as a decorator
    """A property that is computed once for each object, from what does not change any more."""

    def __init__(self, function: Callable[[Any], _Value]) -> None:
        self._function, self._name, self.__doc__ = function, function.__name__, function.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> kept[_Value]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> _Value: ...
    def __get__(self, instance: object | None, owner: type) -> kept[_Value] | _Value:
        """The value, which from now on stands in its place."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._function(instance)
        return value
