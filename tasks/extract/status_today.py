"""Tasks handed down, and numbers that say how something stands or stood, whatever is planned around them."""

from __future__ import annotations

import re

from tasks.extract import status_forms as forms
from tasks.extract.old_values import to_be_replaced
from tasks.extract.status_cues import Place
from tasks.extract.status_nouns import BEYOND

_TO_DO = ("完成", "改造", "新建", "建设", "修建", "实施", "扩建", "改建", "整治", "新增")
_SENTENCE = 90
# 占省下达任务15万亩的197%: how much of a task is done.
_TASK_DONE = re.compile(
    r"(?:占|完成|为|达到?)[^，。；,;0-9]{0,10}(?:任务|计划|目标|指标)数?[0-9][0-9.]*[万亿]?[\u3400-\u9fff]{1,3}的$"
)
_TASK_AHEAD = re.compile("力争|确保|争取|务必|[需须要将]完成")
_CLAUSE = 60
# 改厕任务3800座，完成3864座: what was done of it stands right behind.
TASK_AND_DONE = re.compile("[，,](?:实际|已经?|累计|共|现已|全部)*(?:完成|建成)了?(?=[0-9])")


def _paid_for(at: Place) -> bool:
    """Whether a number is what money that is handed down is to do."""
    low = max(at.text.rfind("。", 0, at.start), at.text.rfind("\n", 0, at.start), at.start - _SENTENCE, 0)
    return forms.PAID_FOR.search(at.text, low, at.start) is not None


def is_task(at: Place, clause: str, after: str) -> bool:
    """Whether a number is the task that a deed is measured by (完成任务4万人的95%) or that is handed down."""
    if clause.endswith(("任务", "计划", "目标")) and forms.MEASURED_BY.match(at.text, at.end):
        return True
    if (
        forms.TASK_SET.search(clause)
        and at.text[at.end - 1] not in forms.NO_TASKS
        and not (forms.DONE.search(clause) or BEYOND.search(clause))
    ):
        return True
    if clause.endswith("完成") and forms.TASK_SHARED.match(after):
        return True
    if at.text[at.end - 1] != "元" and clause.endswith(_TO_DO) and _paid_for(at):
        return True
    named = "计划" in after or "任务" in after
    return named and forms.TASK_BEHIND.match(after) is not None and not forms.DONE.search(clause)


def of_today(at: Place, clause: str, after: str) -> str:
    """Which words around a number say that it is the old value or the base of what is planned, "" for none."""
    if ("从" in clause or "由" in clause) and forms.OLD.search(clause) and forms.NEW.match(after):
        return "from"
    if ("现行" in clause or "的" in clause) and (forms.OLD_STILL.search(clause) or forms.SET_ONCE.search(clause)):
        return "in force"
    if clause.endswith("的") and forms.NOW_HAD.search(clause) and forms.MADE_INTO.match(after):
        return "in force"
    if to_be_replaced(at.text, at.end):
        return "in force"
    if clause.endswith("的") and _is_of_task(at):
        return "done of a task"
    if (after[:1] == "的" and forms.OLD_ONES.match(after)) or ("基础上" in after and forms.BUILT_ON.match(after)):
        return "in force"
    if ("比" in clause and forms.BASE.search(clause)) or ("预" in clause and forms.AGAINST_PLAN.search(clause)):
        return "base"
    if after.startswith("方面") and clause.endswith(("从", "围绕", "就", "在")):
        return "aspects"
    return "held" if clause.endswith(forms.HELD) else forms.stood(at.text, at.start)


def _is_of_task(at: Place) -> bool:
    """Whether a share says how far a task is done whose figure stands right before it (占省下达任务15万亩的197%)."""
    said = at.text[max(0, at.start - _CLAUSE) : at.start] if at.text[at.end - 1] in "%％" else ""
    return _TASK_DONE.search(said) is not None and _TASK_AHEAD.search(said) is None
