"""The structure of the SDMX export: dimensions, attributes and code lists as an SDMX-JSON 2.0 message."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

AGENCY = "ZHIBIAO"
STRUCTURE = "OBSERVATIONS"
VERSION = "1.0"
STRUCTURE_ID = f"{AGENCY}:{STRUCTURE}({VERSION})"
DIMENSIONS = ("FREQ", "REF_AREA", "INDICATOR", "TRANSFORMATION", "UNIT_MEASURE", "STATUS", "BASELINE", "TIME_PERIOD")
ATTRIBUTES = ("QUALIFIER", "OBS_VALUE_HIGH", "OBS_ID", "PUBLISHED", "SOURCE", "EVIDENCE")
CODED = {
    "FREQ": "CL_FREQ",
    "REF_AREA": "CL_AREA",
    "INDICATOR": "CL_INDICATOR",
    "TRANSFORMATION": "CL_MEASURE",
    "UNIT_MEASURE": "CL_UNIT",
    "STATUS": "CL_STATUS",
    "BASELINE": "CL_BASELINE",
    "QUALIFIER": "CL_QUALIFIER",
}
FREQUENCIES = {"A": "annual", "S": "half-yearly", "Q": "quarterly", "M": "monthly", "D": "daily", "_O": "other"}
_PROFILE = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json"
_URN = "urn:sdmx:org.sdmx.infomodel"


def structure_message(lists: Mapping[str, Mapping[str, str]]) -> str:
    """The message with these code lists: list id to code and name."""
    message = {
        "meta": {
            "schema": _PROFILE,
            "id": "zhibiao",
            "test": False,
            "prepared": "2000-01-01T00:00:00Z",
            "sender": {"id": AGENCY},
        },
        "data": {
            "codelists": [_codelist(name, codes) for name, codes in lists.items()],
            "conceptSchemes": [_concepts()],
            "dataStructures": [_structure()],
        },
    }
    return json.dumps(message, ensure_ascii=False, indent=1) + "\n"


def _maintainable(name: str, title: str) -> dict[str, Any]:
    return {"id": name, "agencyID": AGENCY, "version": VERSION, "name": title, "names": {"en": title}}


def _codelist(name: str, codes: Mapping[str, str]) -> dict[str, Any]:
    entries = [{"id": code, "name": text, "names": {"zh": text}} for code, text in sorted(codes.items())]
    return _maintainable(name, name) | {"codes": entries}


def _concepts() -> dict[str, Any]:
    names = (*DIMENSIONS, "OBS_VALUE", *ATTRIBUTES)
    return _maintainable("CS", "Concepts") | {
        "concepts": [{"id": name, "name": name, "names": {"en": name}} for name in names]
    }


def _structure() -> dict[str, Any]:
    dimensions = [_component(name) | {"position": place} for place, name in enumerate(DIMENSIONS[:-1])]
    attributes = [
        _component(name) | {"usage": "optional", "attributeRelationship": {"observation": {}}} for name in ATTRIBUTES
    ]
    return _maintainable(STRUCTURE, "Observations") | {
        "dataStructureComponents": {
            "dimensionList": {
                "id": "DimensionDescriptor",
                "dimensions": dimensions,
                "timeDimension": _component("TIME_PERIOD", "ObservationalTimePeriod"),
            },
            "attributeList": {"id": "AttributeDescriptor", "attributes": attributes},
            "measureList": {"id": "MeasureDescriptor", "measures": [_component("OBS_VALUE", "Double")]},
        }
    }


def _component(name: str, kind: str = "String") -> dict[str, Any]:
    concept = f"{_URN}.conceptscheme.Concept={AGENCY}:CS({VERSION}).{name}"
    codes = f"{_URN}.codelist.Codelist={AGENCY}:{CODED[name]}({VERSION})" if name in CODED else None
    shape = {"enumeration": codes} if codes else {"format": {"dataType": kind}}
    return {"id": name, "conceptIdentity": concept, "localRepresentation": shape}
