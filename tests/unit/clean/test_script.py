"""Traditional to simplified: characters change, words and names stay."""

import pytest

from tasks.clean.script import converter, script_of, simplify


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("陜西省與山西省", "陕西省与山西省"),
        ("隨著經濟發展，扮演著重要角色", "随着经济发展，扮演着重要角色"),
        ("著名作家的著作成效顯著，見於原著", "著名作家的著作成效显著，见于原著"),
        ("甚麼時候", "什么时候"),
        ("乾隆年間的乾燥乾坤", "乾隆年间的干燥乾坤"),
        ("皇后後天在里程碑裡面", "皇后后天在里程碑里面"),
        ("特徵、徵收、魏徵", "特征、征收、魏徵"),
        ("瞭望塔上瞭解", "瞭望塔上了解"),
        ("於都縣、餘干縣、乾安縣、鉅野縣", "于都县、余干县、乾安县、巨野县"),
        ("出口公噸數與資訊產業連31個月負成長", "出口公吨数与资讯产业连31个月负成长"),
        ("「屢次檢出介殼蟲」", "「屡次检出介壳虫」"),
    ],
)
def test_simplify(traditional: str, simplified: str) -> None:
    assert simplify(traditional) == simplified


def test_simplified_names_survive_the_way_there_and_back() -> None:
    names = (
        "乾县 濮阳县 浚县 余干县 于都县 钟祥市 沈阳市 岳阳市 荥阳市 郫都区 涿州市 鄢陵县 丽水市 台州市 六盘水市 万州区"
    )
    assert simplify(converter("s2t")(names)) == names


def test_script_of_goes_by_the_share() -> None:
    assert script_of("这是一个简体的页面，引用了一個詞") == "Hans"
    assert script_of("鞏固拓展脫貧攻堅成果，云南、家里、范围未轉換") == "Hant"
    assert script_of("GDP 12.5%") == "Hans"
    assert script_of("") == "Hans"


def test_length_never_changes() -> None:
    text = "".join(map(chr, range(0x4E00, 0x9FFF)))
    assert len(simplify(text)) == len(text)
