"""Pages that string together the leads of several stories, and pages of one story."""

from tasks.extract.paragraphs import leads

PRICES = (
    "主计总处昨天公布第2季国内生产毛额统计，受惠于出口成长，"
    "经济成长率上修到百分之四点二，民间消费则略低于先前所预期的水准，全年仍可望维持稳健步调。"
)
FIRE = (
    "新竹县竹北市一栋集合住宅凌晨突然冒出浓烟，住户惊慌逃生，警消获报后出动云梯车抢救，"
    "幸好火势很快遭到扑灭，起火原因还有待火调人员进一步厘清。"
)
STRAYS = (
    "屏东垦丁海域连日传出绿蠵龟搁浅，海生馆兽医师检查后研判吞食塑胶垃圾，"
    "呼吁游客不要随手乱丢废弃物，并持续追踪其余个体的健康情况与洄游路径。"
)
MORE = (
    "主计总处官员说，经济成长率上修到百分之四点二主要受惠于出口成长，"
    "民间消费则略低于先前所预期的水准，第2季国内生产毛额统计的细项将在月底公布。"
)


def test_leads_of_several_stories_share_no_words() -> None:
    text = f"{PRICES}\n{FIRE}\n台股小涨。\n{STRAYS}"
    assert leads(text) == [0, text.index(FIRE), text.index(STRAYS)]


def test_a_story_goes_on_with_its_words() -> None:
    assert leads(f"{PRICES}\n{MORE}\n{FIRE}") == []
    assert leads(f"{PRICES}\n{FIRE}") == []


def test_stories_from_elsewhere_are_left_as_they_are() -> None:
    text = f"{PRICES}\n{FIRE}\n{STRAYS}".replace("新竹县", "某县").replace("屏东", "某地")
    assert leads(text) == []


def test_each_lead_is_of_its_own_time(periods) -> None:
    text = f"{PRICES}\n{FIRE}住户共80人。\n{STRAYS}今年已救起12只。"
    told = periods(text, "2026-09-08", "第2季经济成长")
    assert told["80人"] == "2026"
    assert told["12只"] == "2026"
