"""Imports types and programs that were printed, and asks for every name in them; says what is wrong with any."""
import json
import sys
import types
import typing
from unittest.mock import MagicMock

# The client libraries are not needed to read a program's types.
for name in ("kafka", "kafka.consumer", "kafka.consumer.fetcher", "kafka.errors", "confluent_kafka"):
    sys.modules[name] = MagicMock()


def load(path: str, name: str) -> types.ModuleType:
    module = types.ModuleType(name)
    sys.modules[name] = module
    with open(path, encoding="utf-8") as file:
        exec(compile(file.read(), path, "exec"), module.__dict__)
    return module


def hints(thing: object, module: types.ModuleType, seen: set[int]) -> None:
    """Resolves what is named in quotes as well."""
    if id(thing) in seen:
        return
    seen.add(id(thing))
    if isinstance(thing, type) and hasattr(thing, "__required_keys__"):
        for hint in typing.get_type_hints(thing, module.__dict__, include_extras=True).values():
            hints(hint, module, seen)
    for argument in typing.get_args(thing):
        hints(argument, module, seen)


with open(sys.argv[1], encoding="utf-8") as file:
    cases = json.load(file)
for number, case in enumerate([*cases["types"], *cases["consumers"]]):
    try:
        module = load(case["path"], f"case{number}")
        own = module.__dict__[case["type"]] if "type" in case else typing.get_type_hints(module.handle)["event"]
        hints(own, module, set())
        example = json.loads(case["example"]) if "example" in case else None
        # The kinds of an object: one of them has to do.
        kinds = typing.get_args(own) if typing.get_origin(own) in (typing.Union, types.UnionType) else (own,)
        if isinstance(example, dict) and all(hasattr(kind, "__required_keys__") for kind in kinds):
            missing = min((kind.__required_keys__ - example.keys() for kind in kinds), key=len)
            assert not missing, f"asks for {missing}"
    except Exception as error:
        print(f"{case['path']}: {type(error).__name__}: {error}")
