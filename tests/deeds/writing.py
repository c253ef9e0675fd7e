"""Finds by itself every action that writes: the public functions of musrenbang.actions that reach a transaction."""

import dis
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import CodeType, FunctionType, ModuleType

from musrenbang import actions

DOORS = {
    "door.in_meeting",
    "induk.at_desk",
    "own_desa.in_own_desa",
    "masuk.fail",
    "masuk.must_know",
}  # what actions write through


def writing_actions() -> set[str]:
    """As "module.function"."""
    modules = [importlib.import_module(f"{actions.__name__}.{m.name}") for m in pkgutil.iter_modules(actions.__path__)]
    public = {
        f"{m.__name__.split('.')[-1]}.{name}": f
        for m in modules
        for name, f in inspect.getmembers(m, inspect.isfunction)
        if f.__module__ == m.__name__ and not name.startswith("_")
    }
    return {name for name, f in public.items() if _writes(f, set())} - DOORS


def _writes(f: FunctionType, asked: set[FunctionType]) -> bool:
    if f in asked:
        return False
    asked.add(f)
    code = inspect.unwrap(f).__code__
    attributes = set(_named(code, "LOAD_ATTR", "LOAD_METHOD"))
    return "transaction" in attributes or any(_writes(g, asked) for g in _called(f, attributes))


def _named(code: CodeType, *kinds: str) -> Iterator[str]:
    """What the code names in these ways, the functions inside it too."""
    yield from (str(i.argval) for i in dis.get_instructions(code) if i.opname in kinds)
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _named(inner, *kinds)


def _called(f: FunctionType, attributes: set[str]) -> Iterator[FunctionType]:
    """The functions of musrenbang.actions that it may call: by themselves, or through the module they are in."""
    plain = inspect.unwrap(f)
    for name in set(_named(plain.__code__, "LOAD_GLOBAL")):
        found = plain.__globals__.get(name)
        inside = [getattr(found, a, None) for a in attributes] if isinstance(found, ModuleType) else [found]
        yield from (g for g in inside if inspect.isfunction(g) and g.__module__.startswith(actions.__name__))
