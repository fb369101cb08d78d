"""Pack the definitions of this folder for Superset's import, with the DuckDB file's place filled in."""

import sys
import zipfile
from pathlib import Path

PLACEHOLDER = "DATABASE_FILE"


def bundle(definitions: Path, database: str, target: Path) -> None:
    """Write the archive that `superset import-dashboards` takes."""
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(definitions.rglob("*.yaml")):
            text = path.read_text(encoding="utf-8").replace(PLACEHOLDER, database)
            archive.writestr(f"zhibiao/{path.relative_to(definitions).as_posix()}", text)


if __name__ == "__main__":
    bundle(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
