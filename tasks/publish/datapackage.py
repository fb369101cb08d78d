"""The release as a Frictionless data package (Data Package standard, version 2), made from the contracts."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from tasks.contracts import CONTRACTS, Column, Contract
from tasks.warehouse import PUBLISHED, Manifest

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIA_TYPE = "application/vnd.apache.parquet"
# Column of a table, and the table and column it points at.
FOREIGN_KEYS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "observations": (
        ("document_id", "dim_document", "document_id"),
        ("indicator_id", "dim_indicator", "indicator_id"),
        ("unit", "dim_unit", "unit"),
    ),
    "segments": (("document_id", "documents", "document_id"),),
    "relations": (("document_id", "dim_document", "document_id"),),
    "warnings": (("observation_id", "observations", "observation_id"),),
}


def datapackage(manifest: Manifest) -> dict[str, Any]:
    """The descriptor of a release, to stand beside its files as datapackage.json."""
    return {
        "$schema": PROFILE,
        "name": "zhibiao",
        "title": "指标 zhibiao",
        "description": "Statistics stated in the prose of Chinese official sources, each with its evidence.",
        "version": manifest.release,
        "resources": [_resource(CONTRACTS[name], manifest) for name in PUBLISHED],
    }


def _resource(contract: Contract, manifest: Manifest) -> dict[str, Any]:
    files = manifest.files_of(contract.name)
    resource: dict[str, Any] = {
        "name": contract.name,
        "title": contract.zh,
        "description": contract.en,
        "path": [file.path for file in files],
        "format": "parquet",
        "mediatype": MEDIA_TYPE,
        "bytes": sum(file.bytes for file in files),
        "schema": {
            "fields": [_field(column) for column in contract.columns],
            "primaryKey": list(contract.primary_key),
        },
    }
    keys = [
        {"fields": [column], "reference": {"resource": table, "fields": [target]}}
        for column, table, target in FOREIGN_KEYS.get(contract.name, ())
    ]
    if keys:
        resource["schema"]["foreignKeys"] = keys
    if contract.partition_by:
        resource["partitionedBy"] = list(contract.partition_by)
    return resource


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, **frictionless_type(column.type)}
    field |= {"title": column.zh, "description": column.en}
    if not column.nullable:
        field["constraints"] = {"required": True}
    if column.unit:
        field["unit"] = column.unit
    if column.sdmx:
        field["sdmxConcept"] = column.sdmx
    return field


def frictionless_type(kind: pa.DataType) -> dict[str, Any]:
    """The Table Schema type of an Arrow type; TypeError for one that no contract uses."""
    if pa.types.is_list(kind):
        if pa.types.is_struct(kind.value_type):
            return {"type": "array"}
        return {"type": "array", "arrayItem": frictionless_type(kind.value_type)}
    tests = (
        (pa.types.is_string, "string"),
        (pa.types.is_boolean, "boolean"),
        (pa.types.is_integer, "integer"),
        (pa.types.is_floating, "number"),
        (pa.types.is_decimal, "number"),
        (pa.types.is_date, "date"),
        (pa.types.is_timestamp, "datetime"),
    )
    for test, name in tests:
        if test(kind):
            return {"type": name}
    raise TypeError(f"no Table Schema type for {kind}")
