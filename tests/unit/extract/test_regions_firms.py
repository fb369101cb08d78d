"""Firms, schools, hospitals and people of stories: their figures are no area's."""

from __future__ import annotations

import pytest

from tasks.extract.regions import RegionScope, find_regions
from tasks.extract.regions_announcing import announcing
from tasks.extract.regions_firms import named_bodies, nameless_bodies
from tasks.extract.regions_people import people
from tasks.extract.regions_topics import defined_body, title_firm, title_reports


def code_of(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> str | None:
    scope = RegionScope(text, find_regions(text, 2021), title, publisher, 2021)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention)).code


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在海边的这家玩具企业，订单排到年底。", ["这家玩具企业"]),
        ("今年以来，该厂出口两万台。", ["该厂"]),
        ("每引进一家企业奖励十万元。", []),
        ("全市唯一一家这样的工厂投产。", []),
        ("该县企业两千家。", []),
        ("一家做童车的工厂，今年多卖了三成。", ["一家做童车的工厂"]),
    ],
)
def test_bodies_without_a_name(text: str, names: list[str]) -> None:
    assert [name for _, _, name in nameless_bodies(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("目前，石桥轮胎已有40条生产线。", ["石桥轮胎"]),
        ("仅云岭集团就获得补助500万元。", ["云岭集团"]),
        ("上市公司共2000家，三级医院50家。", []),
        ("云岭集团公司、海江集团公司等8家。", []),
        ("不少医院床位告急，一些大学停课。", []),
        ("云岭县医院收治伤员30人。", []),
        ("海江大学附属医院接种2000人。", ["海江大学附属医院"]),
        ("云岭公司仓库突发火灾，3人受伤。", []),
    ],
)
def test_bodies_with_a_name(text: str, names: list[str]) -> None:
    assert [name for _, _, name in named_bodies(text)] in (names, names if names else [])


def test_companies_that_announce() -> None:
    text = "海江基金公告称，募集结束。云岭资产旗下首只产品募集3亿元。证监会公告显示，共有5家。"
    assert [name for _, _, name in announcing(text)] == ["海江基金", "云岭资产"]


def test_short_name_defined_at_the_head() -> None:
    text = "记者从云岭湿地自然保护区管理局（以下简称“云岭保护区”）获悉，水鸟14万羽。该保护区有白鹤35羽。"
    assert defined_body(text) == "云岭保护区"
    assert defined_body("《云岭市条例》（以下简称《条例》）有50条，《条例》施行。") is None


def test_people_by_home_and_age() -> None:
    text = "今年65岁的李文山种了两亩辣椒。赵大海家的种植规模到了100亩。专家说，李文山收入3000元。李文山贷了2万元。"
    names = sorted({name for _, _, name in people(text)})
    assert names == ["李文山", "赵大海"]


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("四川出口增长。在成都的这家玩具企业，订单增长了两成。", "两成", "510100"),
        ("绵阳这家灯具企业的产品卖到海外。今年1—6月，企业销售额90亿元。", "90亿元", "510700"),
        ("绵阳这家灯具企业很忙。全市出口额50亿元。", "50亿元", "510700"),
        ("成都东方医院四十个学科的专家轮流坐诊。", "四十个", None),
        ("云岭集团在四川投产。四川去年出口50亿元。", "50亿元", "510000"),
        ("四川出台新政。村民王大海家去年收入5万元。", "5万元", None),
        ("四川各地今年引进企业20家，上市公司12家。", "12家", "510000"),
    ],
)
def test_figures_of_bodies(text: str, mention: str, code: str | None) -> None:
    assert code_of(text, mention, "外贸向好") == code


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("【新发展】“小白鹭”网帮农家卖货", "小白鹭网有3万家店。在小白鹭网上，订单翻番。", "小白鹭网"),
        ("云岭医院：医护全力投入", "云岭医院有20个病区，云岭医院收治100人。", "云岭医院"),
        ("互联网成为新引擎", "互联网用户10亿，互联网企业多。", None),
        ("三级医院要兜住底线", "三级医院50家，三级医院收治重症。", None),
        ("海江大学加快创新", "海江大学有30个学院，海江大学投入1亿元。", "海江大学"),
    ],
)
def test_body_that_a_title_opens_with(title: str, text: str, name: str | None) -> None:
    assert title_firm(title, text) == name


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("白鹭优选公布未经审计的2022年第三季度财务业绩", "归属于白鹭优选股东的净收益增长三成。", "白鹭优选"),
        ("上市公司公布2022年业绩", "上市公司净利润增长。", None),
        ("白鹭优选公布新品", "白鹭优选推出三款产品。", None),
    ],
)
def test_company_whose_results_a_title_announces(title: str, text: str, name: str | None) -> None:
    assert title_reports(title, text) == name


@pytest.mark.parametrize(
    ("text", "mention", "title", "publisher", "code"),
    [
        ("新京报讯 8月份国内汽车产销超过160万辆。", "160万辆", None, None, "100000"),
        ("新京报讯 8月份全市产销超过16万辆。", "16万辆", None, None, "110000"),
        ("上周猪肉价格每公斤45元。", "45元", "商务部：上周猪价回落", "澎湃新闻", "100000"),
        ("上周猪肉价格每公斤45元。", "45元", "上周猪价回落", "上观新闻", "310000"),
        (
            "泗洪农村合作银行放贷30亿元，泗洪农村合作银行建档。目前全县贷款户4万户。",
            "4万户",
            "信贷支农（泗洪农村合作银行）",
            None,
            "321324",
        ),
    ],
)
def test_homes(text: str, mention: str, title: str | None, publisher: str | None, code: str) -> None:
    assert code_of(text, mention, title, publisher) == code


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("四川一家玩具企业订单翻番。\n不断创新，让企业的利润率升到8%。", "8%", "510000"),
        ("四川一家玩具企业订单翻番。\n全省企业的利润率升到8%。", "8%", "510000"),
        ("四川外贸回升。\n“创业之初，员工只有5人、启动资金8000元。”赵某说。", "8000元", None),
        ("四川外贸回升。\n“我们公司今年招了90人。”赵某说。", "90人", None),
        ("云岭银行支农。未来三年，云岭银行还要推动全国1000个网点下沉。", "1000个", None),
        ("云岭银行支农。截至年底，全国1000个网点下沉。", "1000个", "100000"),
    ],
)
def test_firms_that_a_story_goes_on_about(text: str, mention: str, code: str | None) -> None:
    title = "四川外贸回升" if text.startswith("四川外贸") else "外贸向好"
    assert code_of(text, mention, title) == code


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("消费回升。贵州茅台去年营业收入1500亿元。", "1500亿元", None),
        ("消费回升。比亚迪10月销量30万辆。", "30万辆", None),
        ("消费回升。拼多多平台订单量增长80%。", "80%", "100000"),
        ("消费回升。拼多多第三季度营收增长90%。", "90%", None),
        ("消费回升。在绵阳市体育中心，屋顶有导光管210根。", "210根", None),
        ("消费回升。绵阳东站客流量居首，发送旅客30万人次。", "30万人次", None),
        ("消费回升。绵阳港电煤存量940万吨。", "940万吨", None),
        ("消费回升。“云岭号”今天启航。“云岭号”全长90米，载重800吨。", "800吨", None),
        ("消费回升。上海恢复生产。在云岭新片区，90家企业复工。", "90家", None),
        ("消费回升。在青海三江源，藏羚羊增加到7万只。", "7万只", None),
        ("消费回升。在四川，这里是有名的“苹果村”，苹果种了9万亩。", "9万亩", "510000"),
        ("消费回升。西安微电机研究所捐赠15万元。", "15万元", None),
        ("消费回升。四川山里，目前易地搬迁安置点附近建成车间21个。", "21个", "510000"),
        ("消费回升。四川增长4%。其中，攀西经济区地区生产总值2000亿元。", "2000亿元", None),
        ("消费回升。四川春来早，今年云岭林场已造林600亩。", "600亩", None),
        ("消费回升。四川山里，王秋生，今年48岁。王秋生种了30亩桃树。", "30亩", None),
        ("消费回升。四川山里，赵老师每天走12公里。", "12公里", None),
        ("消费回升。低保户兰秀梅在菜园上班。她算了下，兰秀梅去年收入5万元。", "5万元", None),
        ("消费回升。四川农户申请减少，农户申请贷款66万户。", "66万户", "510000"),
        ("消费回升。四川村民李大山当选村党支部书记，当时人均收入800元。", "800元", "510000"),
        ("四川看病更便宜。在云岭大学医院，目前在这里透析的患者700多人。", "700多人", None),
    ],
)
def test_brands_venues_gates_and_people(text: str, mention: str, code: str | None) -> None:
    assert code_of(text, mention, "消费回升") == code


MARKET = (
    "沪深两市共有118家上市公司披露中报。从数据看，云岭银行(600999)上半年净利润447亿元，至少有153家净利润超过1亿元。"
    "海江股份(600998)净利润增幅最高，该公司净利润同比增长107%。从行业看，医药业披露的公司最多，为38家。"
)


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        (MARKET, "118家", None, "100000"),
        (MARKET, "447亿元", None, None),
        (MARKET, "153家", None, "100000"),
        (MARKET, "107%", None, None),
        (MARKET, "38家", None, "100000"),
        ("我院现有床位1200张，职工1500人。", "1200张", None, None),
        ("本院审理案件1200件，法官50人。", "1200件", None, "100000"),
        ("始建于1950年，现有床位800张。", "800张", "石桥县人民医院简介", None),
        ("公布7月自结营收168亿元，白鹭航空年增25%。", "25%", "白鹭航空7月营收创高", None),
        ("走进福建安溪的云岭茶业有限公司，生产线忙。公司负责人说，今年出口300吨。", "300吨", None, None),
        ("中国国家铁路集团有限公司发布，上半年发送货物16.9亿吨。", "16.9亿吨", None, "100000"),
        ("绵阳市白鹭专业合作社分红。\n今年合作社已发展社员326户。", "326户", None, None),
    ],
)
def test_markets_own_voices_and_portraits(text: str, mention: str, title: str | None, code: str | None) -> None:
    assert code_of(text, mention, title) == code


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        (
            "前三季度，公司实现总保费5764亿元。截至9月底，总资产5.6万亿元。",
            "5.6万亿元",
            "白鹭人寿：前三季度保费收入5764亿元",
            None,
        ),
        ("手机出货量回升，全年手机出货量3亿部。", "3亿部", "手机出货量3亿部", "100000"),
        ("记者从云岭大学获悉，学校今年招生6200人。", "6200人", None, None),
        ("本报记者昨日从美的集团获悉，空调出货5万台。", "5万台", None, None),
        ("记者从美的集团了解到，空调出货5万台。", "5万台", None, None),
        ("在四川绵阳的一家快递网点，每天处理包裹3000件。", "3000件", "快递进村", "510700"),
        ("白鹭快递集团介绍，公司在全国设站点10万个。", "10万个", "快递进村", None),
        ("29岁的陈小雨回到老家开网店。去年她的网店销售额120万元。", "29岁", "返乡记", None),
        ("29岁的陈小雨回到老家开网店。去年她的网店销售额120万元。", "120万元", "返乡记", None),
        ("四川开了新集市。商户李娟说，她的店今年订单增加三成。", "三成", "四川新集市", None),
        ("北京协和医院药师介绍，医院配备药品286种。", "286种", "医保新政", None),
        ("公告显示，公司拟以每股12.5元发行5000万股。", "12.5元", None, None),
        ("重点外贸企业新签订单向好，八成企业订单增加。", "八成", "重点外贸企业新签订单向好", "100000"),
        ("总书记还来到云岭出版集团。四川去年产值5亿元。", "5亿元", "四川行", "510000"),
    ],
)
def test_reports_visits_and_trades(text: str, mention: str, title: str | None, code: str | None) -> None:
    assert code_of(text, mention, title) == code


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        ("云岭科技公司投产，新增规上企业12家。全县投资120亿元。", "12家", "泗洪县2021年经济运行情况", "321324"),
        ("云岭中医院新增床位300张。全县卫生院20所。", "300张", "泗洪县卫生工作总结", "321324"),
        ("云岭合作社吸纳社员120户。全县合作社300家。", "120户", "泗洪县乡村振兴总结", None),
        ("云岭合作社吸纳社员120户，新建高标准农田2万亩。全县合作社300家。", "2万亩", "泗洪县乡村振兴总结", "321324"),
        ("云岭城投集团资产达到20亿元。全县财政收入28亿元。", "20亿元", "泗洪县财政预算报告", "321324"),
        (
            "泗洪农商银行各项存款120亿元。泗洪农商银行支农。全县贷款余额560亿元。",
            "560亿元",
            "泗洪农商银行支持三农",
            "321324",
        ),
        (
            "泗洪农商银行各项存款120亿元。泗洪农商银行支农。全县贷款余额560亿元。",
            "120亿元",
            "泗洪农商银行支持三农",
            None,
        ),
        ("我市有学校300所。我校新增教师20名。", "300所", None, None),
        ("云岭公司投产。\n出口增长5%。全县投资120亿元。", "5%", "泗洪县经济运行情况", "321324"),
    ],
)
def test_what_an_area_tells_of_itself_is_the_areas(
    text: str, mention: str, title: str | None, code: str | None
) -> None:
    assert code_of(text, mention, title) == code


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("云岭水电站累计发电4000亿度。", "4000亿度", None),
        ("云岭水电站主体工程开工，总投资40亿元。", "40亿元", "100000"),
        ("中国人民银行发布，9月末M2同比增长9.2%。", "9.2%", "100000"),
        (
            "审计署审计了中国海江投资集团有限公司（以下简称海江投资）。2014年底，海江投资资产总额4500亿元。",
            "4500亿元",
            None,
        ),
        ("在四川绵阳的工坊里很忙。这家工坊吸纳120名妇女。", "120名", "510700"),
        ("“我们院去年收入1200万元。”院长说。四川养老床位达到5万张。", "1200万元", None),
    ],
)
def test_plants_audits_and_workshops(text: str, mention: str, code: str | None) -> None:
    assert code_of(text, mention, "养老和用电") == code


def test_a_paragraph_that_opens_with_someone_goes_on_about_them() -> None:
    text = "四川绵阳把荒山变成果园。\n72岁的孙有田种了一辈子玉米。去年听人劝，改种6亩梨树。目前，全市种梨8万亩。"
    assert code_of(text, "6亩", "绵阳：荒山变果园") is None
    assert code_of(text, "8万亩", "绵阳：荒山变果园") == "510700"


def test_places_inside_a_clause_are_no_regions_in_a_page_about_a_hospital() -> None:
    text = "云岭第三医院多年帮扶基层。从西藏归来的官兵刚刚休整，云岭第三医院就送医上门。多年来，他们派出300名专家。"
    assert code_of(text, "300名", "云岭第三医院：服务基层") is None


@pytest.mark.parametrize(
    ("text", "mention", "title"),
    [
        ("楚明远在部队。楚明远每天做400个引体向上。楚明远今年转业。", "400个", "楚明远：从学子到连长"),
        ("赵青山入院。赵青山做手术40年。赵青山救治病人3000名。", "3000名", "一息尚存绝不放弃的医生赵青山"),
        ("支队长王大江入警。王大江先后破案38起。王大江病了。", "38起", "【时代先锋】王大江：无悔坚守"),
        ("女子导弹连组建不到两年。三个月下来，她们掌握按钮300多个。", "300多个", "女子导弹连：战场上说话"),
    ],
)
def test_people_and_units_of_the_army_in_titles(text: str, mention: str, title: str) -> None:
    assert code_of(f"央视网消息（新闻联播）：我国人才辈出。{text}", mention, title) is None


def test_a_city_whose_name_begins_like_a_surname_is_no_person() -> None:
    text = "苏州变了。苏州抓研发。苏州新设机构30家。"
    assert code_of(text, "30家", "苏州：集聚研发") == "320500"


@pytest.mark.parametrize(
    "text",
    [
        "云岭电视台消息：欧元区经济面临风险，央行降息0.75个百分点。",
        "医院收治的云岭航空公司空难中的学生去世。空难已造成三人死亡。",
    ],
)
def test_who_brings_news_and_what_befell_a_firm_are_not_the_firm(text: str) -> None:
    assert named_bodies(text) == []


def test_a_list_of_givers_is_no_areas() -> None:
    given = "云岭公益基金会捐赠16万元、唐山云岭电控有限公司捐赠10万元、河北云岭商贸有限公司和李某先生捐赠50万元。"
    text = f"社会各界积极捐款。{given}"
    assert [code_of(text, sum_, "河北举行募捐") for sum_ in ("16万元", "10万元", "50万元")] == [None, None, None]
    text = "向全省发出倡议。一位先生从外地赶回石家庄，捐赠2000元。半个月募得善款100余万元。"
    assert code_of(text, "100余万元", "河北举行募捐") == "130000"
