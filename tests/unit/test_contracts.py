"""Contracts: what conforms passes unchanged, what does not is an error that names column and reason."""

import pyarrow as pa
import pytest

from tasks.contracts import CONTRACTS, LEDGER, Contract, ContractError

ROW = {"input_id": "a", "outcome": "out", "output_id": None, "produced": 1}


def test_rows_become_a_table_in_contract_order() -> None:
    table = LEDGER.from_rows([{key: ROW[key] for key in reversed(ROW)}])
    assert table.column_names == LEDGER.column_names
    assert table.schema.field("produced").metadata[b"description_en"] == b"Rows made from it"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"outcome": None}, "ledger.outcome: 1 null values"),
        ({"produced": "many"}, "ledger.produced"),
        ({"produced": 2**40}, "ledger.produced"),
        ({"surplus": 1}, "ledger: column surplus is not in the contract"),
    ],
)
def test_a_bad_row_is_an_error_with_column_and_reason(change: dict[str, object], says: str) -> None:
    with pytest.raises(ContractError, match=says):
        LEDGER.from_rows([ROW | change])


def test_conform_names_the_missing_column() -> None:
    table = LEDGER.from_rows([ROW]).drop_columns(["outcome"])
    with pytest.raises(ContractError, match="column outcome is missing"):
        LEDGER.conform(table)


def test_conform_refuses_a_lossy_cast() -> None:
    table = LEDGER.from_rows([ROW]).set_column(3, "produced", pa.array([1.5]))
    with pytest.raises(ContractError, match=r"ledger\.produced: double does not fit int32"):
        LEDGER.conform(table)


@pytest.mark.parametrize("contract", CONTRACTS.values(), ids=lambda contract: contract.name)
def test_every_contract_is_whole(contract: Contract) -> None:
    names = contract.column_names
    assert len(set(names)) == len(names)
    assert set(contract.primary_key) <= set(names)
    assert set(contract.sort_by) <= set(names)
    assert all(column.zh and column.en for column in contract.columns)
    assert not any(contract.column(name).nullable for name in contract.primary_key)
