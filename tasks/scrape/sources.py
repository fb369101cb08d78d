"""The list of sources: read, checked against its JSON Schema, with errors that name line and key."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from tasks.vocabulary import seeds_root

SCHEMA_FILE = "sources.schema.json"


class SourcesError(ValueError):
    """A sources file that cannot be used; each line of the message names file, line, key and fault."""


@dataclass(frozen=True)
class Source:
    """One entry of sources.yaml. `options` holds what only its kind knows."""

    id: str
    kind: str
    location: str
    enabled: bool = True
    name: str | None = None
    region: str | None = None
    max_bytes: int = 20_000_000
    options: dict[str, Any] = field(default_factory=dict)


_COMMON = {"id", "kind", "location", "enabled", "name", "region", "max_bytes"}


def load_sources(path: Path) -> list[Source]:
    """The sources of a file, enabled or not, in file order. Raises SourcesError."""
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        data = yaml.safe_load(text)
    except OSError as error:
        raise SourcesError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SourcesError(f"{path}: is not UTF-8: {error.reason} at byte {error.start}") from error
    except yaml.YAMLError as error:
        raise SourcesError(f"{path}: is not YAML: {_yaml_fault(error)}") from error
    schema = json.loads((seeds_root() / SCHEMA_FILE).read_text(encoding="utf-8"))
    faults = sorted(
        Draft202012Validator(schema).iter_errors(data), key=lambda fault: list(map(str, fault.absolute_path))
    )
    if faults:
        lines = (
            f"{path}:{_line(root, fault.absolute_path)}: {_key(fault.absolute_path)}: {fault.message}"
            for fault in faults
        )
        raise SourcesError("\n".join(lines))
    sources = [_source(entry) for entry in data["sources"]]
    _refuse_repeated_ids(sources, root, path)
    return sources


def _source(entry: dict[str, Any]) -> Source:
    common = {key: value for key, value in entry.items() if key in _COMMON}
    return Source(**common, options={key: value for key, value in entry.items() if key not in _COMMON})


def _refuse_repeated_ids(sources: list[Source], root: yaml.Node | None, path: Path) -> None:
    seen: set[str] = set()
    for number, source in enumerate(sources):
        if source.id in seen:
            line = _line(root, ("sources", number, "id"))
            raise SourcesError(f"{path}:{line}: sources.{number}.id: {source.id!r} stands twice")
        seen.add(source.id)


def _yaml_fault(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "cannot be parsed"
    return f"line {mark.line + 1}, column {mark.column + 1}: {problem}" if mark else str(problem)


def _key(path: Any) -> str:
    return ".".join(map(str, path)) or "(top level)"


def _line(root: yaml.Node | None, path: Any) -> int:
    """The line of the node at that path, or of the deepest node on the way to it."""
    node = root
    for step in path:
        child = _child(node, step)
        if child is None:
            break
        node = child
    return node.start_mark.line + 1 if node is not None else 1


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]  # type: ignore[no-any-return]
    return None
