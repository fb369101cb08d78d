"""The list of sources: read, checked against its JSON Schema, with errors that name line and key."""

from __future__ import annotations

import ipaddress
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

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

    @property
    def hints(self) -> str | None:
        """What the source tells cleaning of its pages, as JSON; None when it tells nothing."""
        hints = dict(self.options.get("hints", {}))
        if self.region:
            hints.setdefault("region_code", self.region)
        return json.dumps(hints, ensure_ascii=False, sort_keys=True) if hints else None


_COMMON = {"id", "kind", "location", "enabled", "name", "region", "max_bytes"}


class _Loader(yaml.SafeLoader):
    """Dates stay text, as the schema has them, and no node can stand for thousands."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "aliases are not taken", self.peek_event().start_mark)  # type: ignore[no-untyped-call]
        return super().compose_node(parent, index)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load_sources(path: Path) -> list[Source]:
    """The sources of a file, enabled or not, in file order. Raises SourcesError."""
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=_Loader)
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - safe: SafeLoader with fewer types
    except OSError as error:
        raise SourcesError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SourcesError(f"{path}: is not UTF-8: {error.reason} at byte {error.start}") from error
    except yaml.YAMLError as error:
        raise SourcesError(f"{path}: is not YAML: {_yaml_fault(error)}") from error
    lines = sorted({_said(path, root, fault) for fault in _validator().iter_errors(data)})
    if lines:
        raise SourcesError("\n".join(said for _, said in lines))
    sources = [_source(entry) for entry in data["sources"]]
    _refuse_repeated_ids(sources, root, path)
    return sources


def _validator() -> Draft202012Validator:
    schema = json.loads((seeds_root() / SCHEMA_FILE).read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=_FORMATS)


_FORMATS = FormatChecker(["date"])


@_FORMATS.checks("pattern", raises=re.error)
def _is_pattern(text: object) -> bool:
    return not isinstance(text, str) or re.compile(text) is not None


@_FORMATS.checks("network", raises=ValueError)
def _is_network(text: object) -> bool:
    return not isinstance(text, str) or ipaddress.ip_network(text) is not None


def _said(path: Path, root: yaml.Node | None, fault: ValidationError) -> tuple[int, str]:
    """A fault of the schema with its line: for a key that is not taken that of the key itself."""
    where, message = list(fault.absolute_path), fault.message
    if fault.validator == "enum" and "propertyNames" in fault.absolute_schema_path:
        where, message = [*where, str(fault.instance)], f"{fault.instance!r} is no key of this kind of source"
    line = _line(root, where)
    return line, f"{path}:{line}: {_key(where)}: {message[:300]}"


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
