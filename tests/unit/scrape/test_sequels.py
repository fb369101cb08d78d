"""Pages of one article that came by themselves are told as such."""

from datetime import UTC, datetime

from tasks.scrape.sequels import Sequels
from tasks.snapshots import Fetched, FetchFailure

NOON = datetime(2024, 1, 8, 12, tzinfo=UTC)


def page(name: str, following: str = "") -> Fetched:
    link = f"<a href='{following}.html'>下一页</a>" if following else ""
    return Fetched("s", f"http://a.cn/{name}.html", f"<p>正文</p>{link}".encode(), NOON)


def parts(batch: list) -> dict[str, tuple[str | None, int | None]]:
    return {item.source_url[12:-5]: (item.part_of and item.part_of[12:-5], item.part_no) for item in batch}


def test_the_order_within_a_batch_does_not_matter() -> None:
    batch = [page("c1_3"), page("d1"), page("c1_2", "c1_3"), page("c1", "c1_2")]
    assert parts(Sequels().linked(batch)) == {
        "c1": (None, None),
        "c1_2": ("c1", 2),
        "c1_3": ("c1", 3),
        "d1": (None, None),
    }


def test_a_part_may_come_batches_later() -> None:
    sequels = Sequels()
    sequels.linked([page("c1", "c1_2")])
    assert parts(sequels.linked([page("c1_3"), page("c1_2", "c1_3")])) == {"c1_2": ("c1", 2), "c1_3": ("c1", 3)}
    assert parts(sequels.linked([page("e1")])) == {"e1": (None, None)}


def test_a_page_that_leads_back_to_itself_ends() -> None:
    linked = parts(Sequels().linked([page("c1", "c1_2"), page("c1_2", "c1_1"), page("c1_1", "c1_2")]))
    assert linked["c1_2"][1] == 2


def test_no_article_has_more_than_eight_pages() -> None:
    pages = [page("c1", "c1_2"), *(page(f"c1_{n}", f"c1_{n + 1}") for n in range(2, 12))]
    numbers = [number for _, number in parts(Sequels().linked(pages)).values()]
    assert numbers == [None, *range(2, 9), None, None, None]
    sequels = Sequels()
    assert [sequels.linked([each])[0].part_no for each in pages][:9] == [None, *range(2, 9), None]


def test_failures_pass() -> None:
    failure = FetchFailure("s", "http://a.cn/c1_2.html", "http_500", "")
    assert Sequels().linked([page("c1", "c1_2"), failure])[1] is failure
