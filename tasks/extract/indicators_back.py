"""Names that point back: 这160万元 is the amount told before, 该工程 the works of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from tasks.extract.cues import ABOUT
from tasks.extract.indicators_frames import Slot
from tasks.extract.indicators_state import RATES, Named
from tasks.extract.indicators_wording import phrases
from tasks.extract.model import Quantity
from tasks.vocabulary import either

_THIS = re.compile(f"这(?:些|{ABOUT})?$")
_THIS_WITHIN, _FEW = 2, 3
# 全国首条…的跨海大桥, 今天甲桥: the name itself begins behind these.
_AHEAD_OF_NAME = re.compile(
    "^.*(?:的|是|为|在|位于|获悉|——|最[大长高深]|首[条座个]|今天|今日|昨天|近日|日前|当天|随着|国家|全国|我国)(?=.{4})"
)
_NO_NAME = re.compile("[这该本此其两各]|一[条座个项]|[一二三四五六七八九十]+[条座个项]|重[大点]|等")
# 正在查看工程进度, 水利、能源项目: a short name is none of a project.
_PROJECT = 5
_LOOK_BACK, _SAME = 160, 2
# 118人到基层工作。这118名毕业生给学校写信: who they are may be told the second time.
_WHO = re.compile(
    "(?![都均也已全将就被])[\u3400-\u9fff]{1,5}?(?:生(?![产活])|者|民|员|师|企业|学校|群众|干部|学子|代表|青年|老人)"
)


@dataclass(frozen=True, slots=True)
class _Works:
    """How a text points back to a work, and how the names of works end by the noun that it does so with."""

    pointer: re.Pattern[str]
    own: dict[str, re.Pattern[str]]


@cache
def _works() -> _Works:
    """The words under `works` in seeds/vocabulary/phrases.yaml, compiled once."""
    kinds: dict[str, list[str]] = phrases()["works"]
    named, no_work = r"[\u3400-\u9fff“”A-Za-z]{2,24}?", r"[\u3400-\u9fff]?(?:建设|管理|公司|集团|局)"
    return _Works(
        re.compile(f"(?:该|这[条座个项处])(?P<kind>{either(kinds)})"),
        {kind: re.compile(f"(?P<own>{named}(?:{either(ends)}))(?!{no_work})") for kind, ends in kinds.items()},
    )


@dataclass(slots=True)
class Back:
    """What a document has told so far: the names of its amounts by unit and value."""

    amounts: dict[tuple[str, Decimal], str] = field(default_factory=dict)

    def complete(
        self, masked: str, begin: int, slots: Sequence[Slot], read: Sequence[Quantity], names: dict[int, Named]
    ) -> None:
        """Completes the names of a sentence that begins at `begin`, in place, and remembers them."""
        pointed = _pointed(masked, begin, slots, names)
        for index, named in names.items():
            slot = slots[index]
            if slot.unit in RATES or slot.kind == "rank":
                continue
            key = (slot.unit, read[index].value)
            told = self.amounts.get(key, "")
            if told and read[index].value >= _FEW and _THIS.search(masked, slot.start - _THIS_WITHIN, slot.start):
                who = _WHO.match(masked, slot.end)
                lacking = who is not None and who[0][-_SAME:] not in told
                names[index] = named.called(who[0] + told if who and lacking else told, "told before")
            elif named.name:
                # 这160万 may leave out the 元 of the amount that it points back to.
                self.amounts[key] = self.amounts["", read[index].value] = named.name
        if pointed:
            at, kind, own = pointed
            for index, named in names.items():
                if slots[index].start > at and named.name.startswith(("该" + kind, kind)):
                    names[index] = named.called(own + named.name.removeprefix("该")[len(kind) :], "pointed back")


def _pointed(masked: str, begin: int, slots: Sequence[Slot], names: dict[int, Named]) -> tuple[int, str, str] | None:
    """Where a sentence points back to a work, the generic noun it does so with, and what the work is called."""
    last = max(slots[index].start for index in names)
    found = _works().pointer.search(masked, begin, last)
    if found is None:
        return None
    ahead = masked[max(0, found.start() - _LOOK_BACK) : found.start()].rpartition("\n")[2]
    own, shortest = "", _PROJECT if found["kind"] == "项目" else len(found["kind"]) + 1
    for match in _works().own[found["kind"]].finditer(ahead):
        name = _AHEAD_OF_NAME.sub("", match["own"])
        if len(name) > shortest and _NO_NAME.match(name) is None:
            own = name
    return (found.start(), found["kind"], own) if own else None
