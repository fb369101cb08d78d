"""Who may import whom: flows → tasks.<stage>.task → tasks.<stage>.* → the shared modules."""

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
STAGES = sorted(path.name for path in (PROJECT / "tasks").iterdir() if (path / "__init__.py").is_file())
MODULES = sorted(path.relative_to(PROJECT) for path in (PROJECT / "tasks").rglob("*.py"))
DRIVERS = {"psycopg", "adbc_driver_postgresql", "deltalake"}


def imports(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse((PROJECT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_imports_only_what_its_place_allows(module: Path) -> None:
    stage = module.parts[1] if len(module.parts) > 2 else None
    found = imports(module)
    tops = {name.split(".")[0] for name in found}
    assert "flows" not in tops
    if module.name != "task.py":
        assert not any(top.startswith("prefect") for top in tops), "only task.py knows Prefect"
    others = {name for name in found if name.startswith("tasks.") and name.split(".")[1] in STAGES}
    assert {name for name in others if name.split(".")[1] != stage} == set(), "a stage imports no other stage"
    if module.parts[1:] != ("validate", "gx.py"):
        assert "great_expectations" not in tops
    if stage != "load":
        assert not DRIVERS & tops


@pytest.mark.parametrize("module", sorted((PROJECT / "flows").glob("*.py")), ids=lambda path: path.stem)
def test_flows_hold_no_deep_imports(module: Path) -> None:
    found = {name for name in imports(module.relative_to(PROJECT)) if name.startswith("tasks.")}
    assert not any(name == "great_expectations" for name in found)
