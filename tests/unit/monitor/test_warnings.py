"""Warnings: rules as data, the gravest colour, figures that their own text contradicts."""

import pytest

from tasks.contracts import RELATIONS, WARNINGS
from tasks.monitor.rules import COLOURS, WarningRule, WarningRulesError, load_rules
from tasks.monitor.warnings import CONTRADICTED, contradicted, find_warnings
from tasks.vocabulary import read_yaml

RULES = load_rules()


def row(**told):
    base = {"observation_id": "o", "indicator_id": "fix_rate", "measure": "share", "unit": "%", "value": 99.0}
    base |= {"status": "observation", "region_code": "410000", "period": "2023"}
    return base | told


def marks(**told):
    return [(each["rule_id"], each["colour"]) for each in find_warnings([row(**told)], RULES).to_pylist()]


def beyond(rule):
    """A value that the rule marks, and one at its threshold, which it does not."""
    step = 1.0 if rule.comparison == "above" else -1.0
    told = {"indicator_id": rule.indicator_id, "measure": rule.measure, "unit": rule.unit}
    return told | {"value": rule.threshold + step}, told | {"value": float(rule.threshold)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_default_rule_speaks_beyond_its_threshold_and_not_at_it(rule):
    over, at = beyond(rule)
    assert (rule.id, rule.colour) in marks(**over)
    assert rule.id not in {name for name, _ in marks(**at)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_default_rule_fits_the_catalogue(rule):
    """A unit that the indicator never has would make a rule that never speaks."""
    entry = next(each for each in read_yaml("indicators.yaml")["indicators"] if each["id"] == rule.indicator_id)
    units = {"growth": ["%", "倍"], "change": [*entry["units"], "百分点"]}.get(rule.measure, entry["units"])
    assert rule.unit in units


def test_only_the_gravest_of_a_ladder_speaks():
    assert marks(value=85.0) == [("rectification-slow", "yellow")]
    assert marks(value=40.0) == [("rectification-stalls", "red")]
    assert marks(value=95.0) == []


def test_targets_and_other_units_are_left_alone():
    assert marks(value=40.0, status="target") == []
    assert marks(value=40.0, unit="‰") == []


def test_a_rule_with_a_first_year_needs_a_period_from_then_on():
    told = {"indicator_id": "poverty_rate", "value": 1.2}
    assert marks(**told, period="2022") == [("poverty-again", "red")]
    assert marks(**told, period="2021-06/2022-05") == [("poverty-again", "red")]
    assert marks(**told, period="2019") == marks(**told, period=None) == []


def test_what_the_text_contradicts_is_black():
    relation = dict.fromkeys(RELATIONS.column_names)
    relation |= {"stated_id": "o", "verdict": "disagrees", "expression": "1/2", "computed": 50.0}
    (mark,) = contradicted([relation, relation | {"verdict": "agrees"}], {"o": row()}).to_pylist()
    assert (mark["rule_id"], mark["colour"], mark["message"]) == (CONTRADICTED, "black", "1/2 = 50")


def test_a_row_without_a_rule_makes_an_empty_table_of_the_contract():
    assert find_warnings([row()], []).schema.equals(WARNINGS.schema)


FAULTS = {
    "a typing error in a field": ({"colur": "red"}, "unexpected keyword"),
    "a colour that is none": ({"colour": "blue"}, "colour is one of"),
    "black, which needs no rule": ({"colour": "black"}, "colour is one of"),
    "an indicator that is none": ({"indicator_id": "no_such"}, "the catalogue has no share of no_such"),
    "a measure that the indicator has not": ({"measure": "growth"}, "the catalogue has no growth of fix_rate"),
    "a threshold in words": ({"threshold": "ninety"}, "the threshold is a number"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_rule_that_cannot_work_is_an_error_that_names_it(fault, monkeypatch):
    change, message = FAULTS[fault]
    good = {"id": "r1", "colour": "red", "indicator_id": "fix_rate", "measure": "share", "unit": "%"}
    good |= {"comparison": "below", "threshold": 50, "message": "m"}
    files = {"warning_rules.yaml": {"rules": [good | change]}, "indicators.yaml": read_yaml("indicators.yaml")}
    monkeypatch.setattr("tasks.monitor.rules.read_yaml", files.__getitem__)
    with pytest.raises(WarningRulesError, match="r1.*" + message):
        load_rules()


def test_a_rule_that_stands_twice_is_an_error(monkeypatch):
    rules = {"rules": [vars(RULES[0]), vars(RULES[0])]}
    monkeypatch.setattr("tasks.monitor.rules.read_yaml", lambda name: rules)
    with pytest.raises(WarningRulesError, match="stands twice"):
        load_rules()


def test_colours_go_from_grave_to_light():
    assert COLOURS == ("red", "yellow")
    assert all(isinstance(rule, WarningRule) for rule in RULES)
