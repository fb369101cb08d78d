"""The SDMX export passes the checks of an SDMX library; the StatVar export says the same."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from pysdmx.io import get_datasets, read_sdmx
from pysdmx.model import Codelist, Component, DataStructureDefinition

from benchmarks.synthetic import dimensions, documents, observations
from tasks.contracts import OBSERVATIONS
from tasks.load.duckdb import database_path, load_duckdb
from tasks.load.sdmx import SdmxExport, code, sdmx_export, sdmx_period, unit_code
from tasks.load.statvar import COLUMNS, statvar_export
from tasks.publish.release import publish_release
from tasks.store import Store


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = Store(tmp_path_factory.mktemp("data"))
    tables = dimensions() | {"observations": observations(300, years=3, provinces=4), "documents": documents(12)}
    inputs = {name: [store.write_table(table, f"{name}.parquet").path] for name, table in tables.items()}
    publish_release(inputs, store, input_ids={}, code_version="1")
    load_duckdb(store)
    return database_path(store)


@pytest.fixture(scope="module")
def export(database: Path) -> SdmxExport:
    return sdmx_export(database)


def test_an_sdmx_library_reads_data_and_structure(export: SdmxExport, tmp_path: Path) -> None:
    data, structure = tmp_path / "observations.csv", tmp_path / "structure.json"
    data.write_text(export.data, encoding="utf-8")
    structure.write_text(export.structure, encoding="utf-8")
    message = read_sdmx(structure, validate=True)
    assert [type(each) for each in message.structures or ()].count(DataStructureDefinition) == 1
    (dataset,) = get_datasets(data, structure)
    assert dataset.short_urn == "DataStructure=ZHIBIAO:OBSERVATIONS(1.0)"
    assert len(dataset.data) == export.rows > 0
    definition = dataset.structure.components
    assert {each.id for each in definition} == set(dataset.data.columns)
    for component in definition:
        assert values_fit(component, set(dataset.data[component.id].astype(str)))
    keys = [each.id for each in definition.dimensions]
    assert not dataset.data.duplicated(keys).any()


def values_fit(component: Component, values: set[str]) -> bool:
    if component.enumeration is None:
        return True
    assert isinstance(component.enumeration, Codelist)
    return values <= {each.id for each in component.enumeration.codes}


def test_what_has_no_full_key_is_counted(export: SdmxExport) -> None:
    assert export.rows + export.left_out == 300
    assert export.left_out > 0


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ((2021, 1, 1), (2021, 12, 31), ("A", "2021")),
        ((2021, 7, 1), (2021, 12, 31), ("S", "2021-S2")),
        ((2021, 4, 1), (2021, 6, 30), ("Q", "2021-Q2")),
        ((2020, 2, 1), (2020, 2, 29), ("M", "2020-02")),
        ((2021, 5, 13), (2021, 5, 13), ("D", "2021-05-13")),
        ((2016, 1, 1), (2020, 12, 31), ("_O", "2016-01-01/P5Y")),
        ((2021, 1, 1), (2021, 4, 30), ("_O", "2021-01-01/P4M")),
        ((2021, 2, 1), (2021, 4, 30), ("_O", "2021-02-01/P3M")),
        ((2021, 2, 3), (2021, 2, 9), ("_O", "2021-02-03/P7D")),
        ((2021, 3, 1), (2022, 2, 28), ("_O", "2021-03-01/P1Y")),
        ((9999, 1, 1), (9999, 12, 31), ("_O", "9999-01-01/P364D")),
    ],
)
def test_periods(start: tuple[int, int, int], end: tuple[int, int, int], expected: tuple[str, str]) -> None:
    assert sdmx_period(date(*start), date(*end)) == expected


def test_codes_are_ascii_and_differ() -> None:
    assert unit_code("元", "yuan (CNY)") == "YUAN_CNY"
    assert unit_code("元", None) == "U_5143"
    assert unit_code("%", None) == "U_25"
    assert code("previous_year") == "previous_year"
    assert code("end 2022") != code("end/2022")


def test_numbers_are_as_printed(export: SdmxExport) -> None:
    for row in csv.DictReader(io.StringIO(export.data)):
        assert "e" not in row["OBS_VALUE"].lower()
        assert not row["OBS_VALUE"].endswith(".0")


def test_statistical_variables_and_their_observations(database: Path) -> None:
    export = statvar_export(database)
    nodes = export.variables.strip().split("\n\n")
    assert len(nodes) == export.variable_count > 0
    ids = {node.splitlines()[0].removeprefix("Node: dcid:") for node in nodes}
    rows = list(csv.DictReader(io.StringIO(export.observations)))
    assert len(rows) == export.observation_count > 0
    assert set(rows[0]) == set(COLUMNS)
    assert {row["variableMeasured"] for row in rows} <= ids
    assert all("typeOf: dcs:StatisticalVariable" in node for node in nodes)


def test_page_text_is_no_formula(tmp_path: Path) -> None:
    store = Store(tmp_path)
    rows = observations(300, years=3, provinces=4).to_pylist()
    rows = [row | {"evidence": '=HYPERLINK("http://example.org","粮食产量")'} for row in rows]
    tables = dimensions() | {"observations": OBSERVATIONS.from_rows(rows), "documents": documents(12)}
    inputs = {name: [store.write_table(table, f"{name}.parquet").path] for name, table in tables.items()}
    publish_release(inputs, store, input_ids={}, code_version="1")
    load_duckdb(store)
    cells = [cell for line in csv.reader(io.StringIO(sdmx_export(database_path(store)).data)) for cell in line]
    assert '\'=HYPERLINK("http://example.org","粮食产量")' in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
