"""The data dictionary: every table and column in Chinese and English, made from the contracts.

python -m tasks.publish.dictionary > docs/dictionary.md
"""

from __future__ import annotations

import sys

import pyarrow as pa

from tasks.contracts import CONTRACTS, SCHEMA_VERSION, Column, Contract
from tasks.publish.datapackage import FOREIGN_KEYS
from tasks.warehouse import PUBLISHED

HEAD = f"""\
# 数据字典 · Data dictionary

由 `tasks/contracts.py` 生成，请勿手改（`python -m tasks.publish.dictionary > docs/dictionary.md`）。
Made from `tasks/contracts.py`; do not edit by hand.

模式版本 Schema version: {SCHEMA_VERSION}. 每列的中英文说明、单位与 SDMX 概念也写在每个 Parquet 文件的模式元数据里。
The descriptions, units and SDMX concepts travel in the footer of every Parquet file as well.

分区列（年、月、省）只在路径里，不在文件里；`unknown` 表示不明。
Partition keys stand in the paths alone, not in the files; `unknown` is their explicit value for what is not known.
"""


def dictionary() -> str:
    """The page as Markdown: the published tables first, then those that the stages keep for themselves."""
    inner = [name for name in CONTRACTS if name not in PUBLISHED]
    parts = [HEAD, "## 已发布的表 · Published tables\n", _overview(PUBLISHED)]
    parts += [_table(CONTRACTS[name]) for name in PUBLISHED]
    parts += ["## 内部表 · Tables of the stages\n", _overview(inner)]
    parts += [_table(CONTRACTS[name]) for name in inner]
    return "\n".join(parts)


def _overview(names: tuple[str, ...] | list[str]) -> str:
    lines = ["| 表 table | 说明 | description |", "| --- | --- | --- |"]
    lines += [f"| [`{name}`](#{name}) | {CONTRACTS[name].zh} | {CONTRACTS[name].en} |" for name in names]
    return "\n".join(lines) + "\n"


def _table(contract: Contract) -> str:
    lines = [f"### {contract.name}\n", f"{contract.zh}。{contract.en}.\n"]
    lines.append(f"- 主键 primary key: {_names(contract.primary_key)}")
    if contract.partition_by:
        lines.append(f"- 分区 partitions: {_names(contract.partition_by)}")
    if contract.sort_by:
        lines.append(f"- 排序 sorted by: {_names(contract.sort_by)}")
    for column, table, target in FOREIGN_KEYS.get(contract.name, ()):
        lines.append(f"- 外键 `{column}` refers to [`{table}`](#{table}).`{target}`")
    lines += ["", "| 列 column | 类型 type | 空 null | 说明 | description | 单位 unit | SDMX |"]
    lines.append("| --- | --- | --- | --- | --- | --- | --- |")
    lines += [_column(column) for column in contract.columns]
    return "\n".join(lines) + "\n"


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _column(column: Column) -> str:
    cells = [
        f"`{column.name}`",
        type_name(column.type),
        "是 yes" if column.nullable else "",
        column.zh,
        column.en,
        column.unit or "",
        column.sdmx or "",
    ]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def type_name(kind: pa.DataType) -> str:
    """An Arrow type in few words; a list of records names their fields."""
    if pa.types.is_list(kind):
        return f"list of {type_name(kind.value_type)}"
    if pa.types.is_struct(kind):
        return "(" + ", ".join(f"{field.name} {type_name(field.type)}" for field in kind) + ")"
    return str(kind).replace("[day]", "")


if __name__ == "__main__":
    sys.stdout.write(dictionary())
