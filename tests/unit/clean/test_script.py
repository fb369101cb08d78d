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


@pytest.mark.parametrize(
    ("shown", "simplified"),
    [
        ("縣長張學乾表示", "县长张学乾表示"),
        ("記者張學乾報導", "记者张学乾报导"),
        ("李鉅能說，鉅額資金到位", "李钜能说，巨额资金到位"),
        ("出席的有張學乾、李鉅、歐陽乾等", "出席的有张学乾、李钜、欧阳乾等"),
        ("林鉅成、鉅亨網、豐鉅公司，珠海乾務鎮", "林钜成、钜亨网、丰钜公司，珠海乾务镇"),
        ("局長徐乾學說了話。後來徐乾學又去", "局长徐乾学说了话。后来徐乾学又去"),
        ("總經理林昇德，物價上昇", "总经理林昇德，物价上升"),
        ("張學乾", "张学乾"),
    ],
)
def test_names_of_people_keep_their_characters(shown: str, simplified: str) -> None:
    assert simplify(shown) == simplified


@pytest.mark.parametrize(
    ("shown", "simplified"),
    [
        ("餅乾、鮑魚乾、曬乾的馬鈴薯乾", "饼干、鲍鱼干、晒干的马铃薯干"),
        ("全身乾淨，高乾燥地區乾旱", "全身干净，高干燥地区干旱"),
        ("何必乾著急", "何必干着急"),
        ("鉅惠、鉅額、鉅細", "巨惠、巨额、巨细"),
        ("乾隆年間的“包乾制”", "乾隆年间的“包干制”"),
    ],
)
def test_words_do_not(shown: str, simplified: str) -> None:
    assert simplify(shown) == simplified
