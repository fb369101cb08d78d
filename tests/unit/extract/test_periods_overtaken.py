"""Plans told behind what was done in an earlier year, and plans that people speak of: 准备, 打算, 按照规划…正在."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def found(text: str, mention: str, published: str) -> tuple[str, str | None]:
    read = READER.read(Article("x", text, None, published, None)).observations
    return next((o.status, o.period) for o in read if o.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "published", "expected"),
    [
        ("去年我家摘了帽，最近准备扩大规模，再养10只羊。", "10只", "2020-08-25", ("target", "2020")),
        ("2019年，村里修了路，接下来准备建民宿15间。", "15间", "2021-04-02", ("target", "2021")),
        ("去年工厂卖出3000台，下一步计划招工200人。", "200人", "2023-04-02", ("target", "2023")),
        ("2019年，全县计划新建学校3所，改造教室20间。", "20间", "2021-04-02", ("target", "2019")),
        ("我准备把果园扩大到50亩，再养300只鸡。", "300只", "2020-08-25", ("target", "2020")),
        ("公司计划三年内投资5亿元。", "5亿元", "2020-06-01", ("target", None)),
        ("他的任期将从2015年5月王某当选时开始，为期4年。", "4年", "2016-02-27", ("target", "2015-05")),
        (
            "他预计在6月12日召开的大会上当选主席，并于9月15日正式就职，任期1年。",
            "1年",
            "2020-05-17",
            ("target", "2020-09-15"),
        ),
        (
            "据“十三五”规划，未来五年，将有4000万人次的农民接受培训。",
            "4000万人次",
            "2016-03-26",
            ("target", "2016/2020"),
        ),
        (
            "9号，今冬最强的一轮暴风雪袭击丁州。大约5000万人受到影响。",
            "5000万人",
            "2017-02-10",
            ("observation", "2017"),
        ),
        ("最终决定将贷款期限延长到3年。", "3年", "2020-08-25", ("observation", "2020")),
        ("调查显示，59%的居民将种族歧视视为大事。", "59%", "2020-08-25", ("observation", "2020")),
        ("甲军在建筑内准备使用炸药时发生爆炸，导致5人死亡。", "5人", "2020-08-25", ("observation", "2020")),
        ("据预测，新机型将占据今年市场份额的2.3%。", "2.3%", "2013-06-01", ("target", "2013")),
        ("县里准备了口罩3万只。", "3万只", "2020-08-25", ("observation", "2020")),
        ("做好充分准备，设立检查站12个。", "12个", "2020-08-25", ("observation", "2020")),
        ("按照搬迁规划，村里140户群众，最近正忙着搬往新村。", "140户", "2017-04-08", ("observation", "2017")),
        ("根据规划，全长30公里的环湖路正在铺设路面。", "30公里", "2018-05-08", ("observation", "2018")),
        ("老李的家原来在200公里以外的山沟里。", "200公里", "2018-08-04", ("observation", "2018")),
        ("过去，包裹只能送到20公里以外的集镇。", "20公里", "2018-08-04", ("observation", None)),
    ],
)
def test_plans_and_what_is_under_way(text: str, mention: str, published: str, expected: tuple[str, str | None]) -> None:
    assert found(text, mention, published) == expected
