"""What a rule pays or takes, named by the case that the clause before tells (获得国家级称号的，奖励50万元)."""

from __future__ import annotations

import re

from tasks.extract.indicators_state import Telling

_PAYMENT = re.compile(
    "(?P<each>(?:每[\u3400-\u9fff]){1,2})?(?P<how>再|另|则|可|最高|最多|一次性|给予|按|均|都|应当|应)*"
    "(?P<paid>(?:交纳|缴纳|收取|征收|加收|减收|减免|奖励|补助|补贴|资助|补偿|罚款|发放|享受|领取)(?:[\u3400-\u9fff]{2,4}(?:补贴|补助|奖励|费|金))?"
    "|给予?[\u3400-\u9fff]{0,6}(?:补贴|补助|奖励|资助))"
)
# 吸纳10人以上就业的: the limit itself is no part of the name.
_LIMIT = re.compile("[\x01\x02]+(?:以[上下内]|及)*的?")
_OPENING = re.compile("[\\s\x01]*(?:其中|凡是?|对于?|若|如果?|涉及(?=.{6}))?")
_BLANKS = " \x01\n\u3000"
_ENDS, _LONGEST, _SHORTEST = ("的", "者"), 20, 3


def add_cases(told: Telling) -> None:
    """Puts the case in front of a payment that its own clause says nothing more of, in place."""
    clauses = told.sentence.clauses
    for place, clause in enumerate(clauses[1:], 1):
        if not clause.quantities or clause.opener not in "，,":
            continue
        index = clause.quantities[0]
        named = told.names[index]
        found = _PAYMENT.fullmatch(told.masked[clause.start : told.slots[index].start].strip(_BLANKS))
        if found is None or told.slots[index].kind not in ("money", "percent", "range"):
            continue
        before = told.masked[clauses[place - 1].start : clauses[place - 1].end].strip()
        case = _case(told, before, found["each"] is not None)
        if case:
            told.names[index] = named.called(case + (found["each"] or "") + found["paid"], "case")


def _case(told: Telling, said: str, each: bool) -> str:
    """The case that a clause tells, "" where it tells none."""
    words = _OPENING.sub("", said, count=1)
    if words.endswith(_ENDS):
        case = _LIMIT.sub("", words[:-1] if words.endswith("的") else words)
    elif each or words != said.lstrip():
        case = told.wording.subject(said) or told.wording.object(words) or (words if words.endswith("案件") else "")
    else:
        return ""
    return case[-_LONGEST:].lstrip("、") if len(case) >= _SHORTEST else ""
