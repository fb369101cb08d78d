"""The town that a title names without its kind (陕西照金：红色旅游…), where the text keeps to it."""

from __future__ import annotations

import re
from dataclasses import replace

from tasks.extract.gazetteer import Gazetteer
from tasks.extract.regions_find import find_regions
from tasks.extract.regions_page import OFTEN, Page, as_printed
from tasks.extract.regions_place import Place
from tasks.extract.regions_titles import TAG

# What stands behind the area that a title opens with, in front of its colon.
_BEHIND_AREA = re.compile("(?P<name>[一-鿿]{2,3})[：:]")
_ENDS = ("镇", "乡", "街道")


def short_town(page: Page, title: str, book: Gazetteer) -> Place | None:
    """The town named so behind its province or prefecture, as printed; None where the gazetteer has none of that name
    or the text hardly names it."""
    tag = TAG.match(title)
    at = tag.end() if tag else 0
    outer = next((mention for mention in find_regions(title, page.year) if mention.code and mention.start == at), None)
    if outer is None or book.level(outer.code) == "county":
        return None
    found = _BEHIND_AREA.match(title, outer.end)
    if found is None or page.text.count(found["name"]) < OFTEN:
        return None
    known = any(found["name"] + end in book.towns for end in _ENDS)
    return replace(as_printed(found["name"]), around=outer.code) if known else None
