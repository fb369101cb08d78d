"""The gazetteer: codes, names, history, and the region dimension."""

import pytest

from tasks.contracts import DIM_REGION
from tasks.extract.gazetteer import COUNTRY, gazetteer, region_dimension, short_name


def test_every_level_is_there() -> None:
    book = gazetteer()
    levels = [region.level for region in book.current.values()]
    assert levels.count("province") == 34
    assert levels.count("prefecture") == 333
    assert 2800 < levels.count("county") < 2900


@pytest.mark.parametrize(
    ("code", "full", "official"),
    [
        ("100000", "全国", "全国"),
        ("410000", "河南省", "河南省"),
        ("411325", "河南省南阳市内乡县", "南阳市内乡县"),
        ("222424", "吉林省延边朝鲜族自治州汪清县", "延边朝鲜族自治州汪清县"),
        ("500151", "重庆市铜梁区", "重庆市铜梁区"),
        ("419001", "河南省济源市", "济源市"),
        ("130371", "河北省秦皇岛市经济技术开发区", "秦皇岛市经济技术开发区"),
    ],
)
def test_names_of_a_code(code: str, full: str, official: str) -> None:
    book = gazetteer()
    assert (book.full_name(code), book.official_name(code)) == (full, official)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("河南省", "河南"),
        ("红河哈尼族彝族自治州", "红河"),
        ("巴音郭楞蒙古自治州", "巴音郭楞"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("广西壮族自治区", "广西"),
        ("横县", "横县"),
        ("大兴安岭地区", "大兴安岭"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_areas_lie_in_each_other() -> None:
    book = gazetteer()
    assert book.ancestors("411325") == ("411300", "410000", COUNTRY)
    assert book.inside("411325", "410000")
    assert not book.inside("411325", "420000")
    assert book.province("411325") == "410000"
    assert book.province(COUNTRY) is None


def test_former_areas_lead_to_their_successors() -> None:
    book = gazetteer()
    (chongwen,) = [region for region in book.former["110103"] if region.name == "崇文区"]
    assert chongwen.valid_to == 2009
    assert book.resolve(chongwen, 2008) == "110103"
    assert book.resolve(chongwen, 2015) == "110101"


def test_townships_say_which_counties_have_them() -> None:
    towns = gazetteer().towns
    assert "500151" in towns["土桥镇"]
    assert len(towns["城关镇"]) > 50


def test_unknown_codes_have_no_name_and_no_parents() -> None:
    book = gazetteer()
    assert book.get("999999") is None
    assert (book.full_name("999999"), book.ancestors("999999"), book.level("999999")) == ("", (), None)


def test_region_dimension_keeps_its_contract() -> None:
    table = DIM_REGION.from_rows(region_dimension())
    keys = list(zip(table["region_code"].to_pylist(), table["valid_from"].to_pylist(), strict=True))
    assert len(keys) == len(set(keys)) > 6000
    assert keys == sorted(keys)
    row = {"region_code": "420600", "name": "襄樊市", "valid_to": 2009, "successor_code": "420600"}
    assert any(all(found[key] == value for key, value in row.items()) for found in table.to_pylist())
