"""Ages that say who is meant, not how old somebody is."""

from __future__ import annotations

import re

from tasks.extract.cues import any_of
from tasks.extract.rejects_context import Place, Verdict, vocabulary

# 0—14岁、15—59岁人口: a list of age groups.
_AGES = re.compile(
    r"(?:、|[和及](?=[0-9]{1,3}(?:[-—–~～至到]|周?岁[及或]?以)))[0-9]{1,3}(?:[-—–~～至到][0-9]{1,3})?周?岁"
)
# 15至24岁失业率, 16—24岁城镇青年调查失业率: of whom a rate is.
_OF_AGE = re.compile(
    "(?:的)?[一-鿿]{0,8}?(?:率|占比|比重|比例|人口|青年|人群|群体|劳动力)(?![一-鿿]{0,2}(?:之间|不等))"
)
# 幼年（0~14岁）人口: whom a word means, said in brackets.
_BEGINS_ASIDE, _ENDS_ASIDE = ("（", "("), ("）", ")")
_PERSON = re.compile(
    rf"高龄(?!(?:及|或)?以|津贴|补贴|老人(?:均|可|都|，均))|的(?!{any_of('age_groups')})[\u3400-\u9fff]"
)
_LIFE = re.compile(rf"{any_of('life')}[^，。；、,;\d]{{0,8}}$")


def age_limit(place: Place) -> Verdict | None:
    """60周岁以上老人, 60-69周岁老人, 一名25岁的男子: an age that says who, not how old."""
    if place.amount.dimension != "age":
        return None
    if place.before.endswith(("满", "未满", "年满", "不满")):
        return "name", "age"
    if _LIFE.search(place.text, max(0, place.amount.start - 20), place.amount.start):
        return None
    told = _OF_AGE.match(place.after) or (place.before.endswith(_BEGINS_ASIDE) and place.after.startswith(_ENDS_ASIDE))
    if _AGES.match(place.after) or (place.amount.high is not None and told):
        return "name", "age"
    if place.amount.form == "arabic" and place.amount.high is None and _PERSON.match(place.after):
        return None
    return ("name", "age") if vocabulary().people.match(place.after) else None
