"""How a large library is loaded: at the cost of loading alone, and without those parts that are seldom used."""

from __future__ import annotations

import gc
import importlib
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


@contextmanager
def lasting() -> Iterator[None]:
    """Load what lasts as long as the process: the garbage collector neither runs meanwhile nor looks it through later.

    A library can be half a million objects; to look them through, at exit most of all, costs as much as to load them.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


class Later(ModuleType):
    """A module in name only until something of it is used; then it is the module."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        found = importlib.import_module(self.__name__)
        self.__dict__.update(found.__dict__)
        return getattr(found, name)


def put_off(name: str) -> None:
    """Let a module be loaded when something of it is first used; one that is loaded or missing is left alone."""
    spec = importlib.util.find_spec(name) if name not in sys.modules else None
    if spec is not None:
        later = Later(name)
        later.__spec__, later.__file__ = spec, spec.origin
        sys.modules[name] = later
