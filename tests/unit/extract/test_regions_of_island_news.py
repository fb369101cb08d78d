"""News of Taiwan that tell of many places: markets, firms, cities of the title, items from abroad."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.regions_island import listed_firms


def code_of(text: str, mention: str, title: str | None = None) -> str | None:
    found = Reader().read(Article("x", text, title, "2026-07-10")).observations
    return next(one.region_code for one in found if one.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("台湾经济看好。国际油价本周上涨8%，金价跌3%。", "8%", None),
        ("台积电（2330）股价持平。台指期夜盘跌249点，收45817点。", "45817点", "710000"),
        ("台股今天收盘跌320点，三大法人合计卖超185亿元。", "185亿元", "710000"),
        ("全台关注。亚股又以韩股跌势最大，开低走低，跌逾5%，日经早盘跌1243点。", "1243点", None),
        ("我国企业在纳斯达克上市，融资增长8%。", "8%", "100000"),
    ],
)
def test_markets_are_told_of_where_they_trade(text: str, mention: str, code: str | None) -> None:
    assert code_of(text, mention) == code


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("全台大盘下杀，「元大台湾高息」（00713）逆势翻红，终场仅下跌1.07%。", "1.07%"),
        ("航运股全台瞩目，长荣周跌8%；甲骅周跌近3%；仅乙明周涨1.5%。\n乙明拟斥资9500万美元。", "1.5%"),
        ("台湾疫苗受瞩目。\n甲亚说，目前已经收取政府50%的订金，投入生产成本之中。", "50%"),
        ("台湾订单回流。\n乙骅也宣布将斥资2亿美元扩厂。", "2亿美元"),
    ],
)
def test_firms_and_funds_have_no_area(text: str, mention: str) -> None:
    assert code_of(text, mention) is None


@pytest.mark.parametrize(
    ("text", "title", "mention", "code"),
    [
        ("林姓市长表示，市府推动设立6个社区冰箱。新竹市社会处说明细节。", "竹市守護弱勢童", "6个", None),
        ("市府推动设立6个社区冰箱。高雄市社会局说明细节，全台已有30处。", "高雄設社區冰箱", "30处", "710000"),
        ("市府推动设立6个社区冰箱。新竹市、台中市都说明细节。", "竹市守護弱勢童", "6个", "710000"),
        ("卫福部食药署表示，会议有20名专家出席。", "疫苗擬在印度進行試驗", "20名", "710000"),
        ("台铁宣布停驶32列次。", "颱風逼近 中央氣象署：明晨發陸警", "32列次", "710000"),
        ("警消获报出动12辆消防车。重庆市也有山崩。新竹县也有火警。", "電動機車起火燒民宅", "12辆", "710000"),
    ],
)
def test_the_page_of_a_title_in_the_traditional_script(text: str, title: str, mention: str, code: str | None) -> None:
    assert code_of(text, mention, title) == code


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("（中央社巴岛11日综合外电报导）菲律宾海岸防卫队今天指出，寻获30具遗体。", "30具", None),
        ("（中央社台北11日电）行政院今天指出，全国补助30户。", "30户", "710000"),
        ("内政部长已行文替北市警察申请加给，最多每月8435元。台北市治安良好。", "8435元", None),
        ("台湾各地关注，公路局彰化工务段完成170公尺围篱。", "170公尺", None),
        ("南投县卫生局服务达3988人次，获114年全国药政考核8座奖项，卫福部肯定。", "8座", None),
        ("（中央社首尔8日综合外电报导）营运公司表示，共计21万名用户受影响，包括台湾的4218人。", "4218人", "710000"),
        ("（中央社台北11日电）台湾学者出席上海智能大会指出，全台有300家厂商。", "300家", "710000"),
        ("台东县池上发生强震，震源深度7公里，花莲玉里超商倒塌；全台1死146伤，台铁停驶。", "146", "710000"),
        ("台东县池上发生强震，震源深度7公里，花莲玉里超商倒塌；全台1死146伤，台铁停驶。", "7公里", None),
        ("台湾厂商看好，美日韩三国合占全球总数65%以上。", "65%", None),
        ("桃园县政府指出，航空城计划面积4687公顷。", "4687公顷", None),
        ("来台旅客420万人次。\n花莲民宿业者说，平日每晚3200元。", "3200元", None),
        ("中南部农业灾损逼近3亿元，台湾农业部补助。", "3亿元", None),
    ],
)
def test_items_of_a_page(text: str, mention: str, code: str | None) -> None:
    assert code_of(text, mention) == code


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("布伦特油价下跌，全省财政收入增长5%。", "5%"),
        ("受美股下跌影响，外贸企业出口增长20%。", "20%"),
        ("纳指上涨1%，外贸出口增长8%。", "8%"),
    ],
)
def test_what_moves_on_no_market_keeps_to_the_page_behind_one(text: str, mention: str) -> None:
    text = f"2020年，山东省经济运行平稳。{text}"
    found = Reader().read(Article("a", text, "山东省2020年经济运行情况", None, None)).observations
    assert [one.region_code for one in found if one.mention == mention] == ["370000"]


def test_a_week_of_many_shares_is_read_in_one_pass() -> None:
    letters = [chr(code) for code in range(0x5000, 0x5000 + 140)]
    names = [f"甲{first}{second}" for first in letters for second in letters]
    found = listed_firms("，".join(f"{name}周涨1.5%" for name in names))
    assert [name for _, _, name in found] == names
