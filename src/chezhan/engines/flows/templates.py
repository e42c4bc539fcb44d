"""What a new flow may begin with: whole drafts that say nothing yet that only the store can know."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.labels import Label
from chezhan.engines.flows.definition.nodes import APPROVED, ELSE, NEXT, REJECTED
from chezhan.engines.flows.refusals import BadFlow

Json = dict[str, Any]
STEP_X, STEP_Y = 280, 170
_WORDS = {
    "start": Label("发起", "Start"),
    "approve": Label("主管审批", "Manager approves"),
    "either": Label("两人之一审批", "Either of two approves"),
    "then": Label("总经理审批", "General manager approves"),
    "amount": Label("金额大小", "By amount"),
    "large": Label("超过限额", "Above the limit"),
    "do": Label("办理", "Do it"),
    "wait": Label("等待三天", "Wait three days"),
    "call": Label("回访", "Call back"),
    "tell": Label("告知发起人", "Tell who started it"),
    "passed": Label("通过", "Approved"),
    "refused": Label("未通过", "Rejected"),
    "done": Label("完成", "Done"),
}


@dataclass(frozen=True, slots=True)
class Template:
    key: str
    label: Label
    text: Label
    made: Callable[[Entity, str], Json]


def template_of(key: str, *, entity: Entity, language: str) -> Json:
    """Raises BadFlow for one that there is not."""
    found = next((one for one in TEMPLATES if one.key == key), None)
    if found is None:
        raise BadFlow(params={"where": "template"})
    return found.made(entity, "zh" if language.startswith("zh") else "en")


def _node(kind: str, word: str, language: str, row: int, column: int = 0, **members: Any) -> Json:
    """From top to bottom."""
    name = _WORDS[word].as_json()[language]
    return {"kind": kind, "id": word, "name": name, "x": column * STEP_X, "y": row * STEP_Y, **members}


def _ways(*ways: tuple[str, str, str]) -> list[Json]:
    return [
        {"id": f"e{number}", "source": source, "port": port, "target": target}
        for number, (source, port, target) in enumerate(ways, start=1)
    ]


def _ends(language: str, row: int) -> list[Json]:
    return [
        _node("end", "passed", language, row, outcome="approved"),
        _node("end", "refused", language, row, 1, outcome="rejected", all=True),
    ]


_DAY = {"after": 24, "unit": "hours", "working": False}
_MANAGER = [{"kind": "manager", "of": "starter"}]


def _blank(entity: Entity, language: str) -> Json:
    nodes = [_node("start", "start", language, 0), _node("end", "done", language, 1)]
    return {"nodes": nodes, "edges": _ways(("start", NEXT, "done"))}


def _one_step(entity: Entity, language: str) -> Json:
    late = [_DAY | {"then": "remind"}]
    nodes = [
        _node("start", "start", language, 0),
        _node("approval", "approve", language, 1, who=_MANAGER, deadlines=late),
        *_ends(language, 2),
    ]
    ways = (("start", NEXT, "approve"), ("approve", APPROVED, "passed"), ("approve", REJECTED, "refused"))
    return {"nodes": nodes, "edges": _ways(*ways)}


def _two_steps(entity: Entity, language: str) -> Json:
    owner = [{"kind": "roles", "roles": ["group_owner"]}]
    nodes = [
        _node("start", "start", language, 0),
        _node("approval", "either", language, 1, who=[{"kind": "persons"}],
              deadlines=[_DAY | {"then": "escalate", "to": owner}]),
        _node("approval", "then", language, 2, who=[{"kind": "roles", "roles": ["store_manager"]}],
              deadlines=[_DAY | {"then": "escalate", "to": owner}]),
        *_ends(language, 3),
    ]  # fmt: skip
    ways = (
        ("start", NEXT, "either"),
        ("either", APPROVED, "then"),
        ("either", REJECTED, "refused"),
        ("then", APPROVED, "passed"),
        ("then", REJECTED, "refused"),
    )
    return {"nodes": nodes, "edges": _ways(*ways)}


def _by_amount(entity: Entity, language: str) -> Json:
    """Above a limit that the designer fills in, of the first amount of money that the kind of record has."""
    money = next((field.name for field in entity.fields.values() if field.type.name == "money"), "")
    rules = [{"field": money, "operator": ">", "value": "0"}] if money else []
    large = {"id": "large", "name": _WORDS["large"].as_json()[language]}
    nodes = [
        _node("start", "start", language, 0),
        _node("approval", "approve", language, 1, who=_MANAGER),
        _node("condition", "amount", language, 2,
              branches=[large | {"condition": {"combinator": "and", "rules": rules}}]),
        _node("approval", "then", language, 3, 0, who=[{"kind": "roles", "roles": ["store_manager"]}]),
        _node("end", "passed", language, 4, outcome="approved"),
        _node("end", "refused", language, 4, 1, outcome="rejected", all=True),
    ]  # fmt: skip
    ways = (
        ("start", NEXT, "approve"),
        ("approve", APPROVED, "amount"),
        ("approve", REJECTED, "refused"),
        ("amount", "large", "then"),
        ("amount", ELSE, "passed"),
        ("then", APPROVED, "passed"),
        ("then", REJECTED, "refused"),
    )
    return {"nodes": nodes, "edges": _ways(*ways)}


def _follow_up(entity: Entity, language: str) -> Json:
    owner = [{"kind": "field", "field": "owner"}]
    over = [{"kind": "manager", "of": "field", "field": "owner"}]
    late = [{"after": 1, "unit": "days", "then": "escalate", "to": over}]
    nodes = [
        _node("start", "start", language, 0, trigger={"kind": "created"}),
        _node("task", "do", language, 1, who=owner, deadlines=late),
        _node("wait", "wait", language, 2, until={"kind": "time", "after": 3, "unit": "days"}),
        _node("task", "call", language, 3, who=owner, deadlines=late),
        _node("end", "done", language, 4),
    ]
    ways = (("start", NEXT, "do"), ("do", NEXT, "wait"), ("wait", NEXT, "call"), ("call", NEXT, "done"))
    return {"nodes": nodes, "edges": _ways(*ways)}


TEMPLATES = (
    Template("blank", Label("空白流程", "Blank"), Label("从头画起。", "Draw it from nothing."), _blank),
    Template(
        "one_step",
        Label("一级审批", "One approval"),
        Label("由发起人的主管审批，超过一天提醒。", "The manager of who started it approves; a reminder after a day."),
        _one_step,
    ),
    Template(
        "two_steps",
        Label("两级审批", "Two approvals"),
        Label(
            "先由两人之一审批，再由店长审批，超过 24 小时上报。",
            "Either of two approves, then the store manager; after 24 hours it goes further up.",
        ),
        _two_steps,
    ),
    Template(
        "by_amount",
        Label("按金额分级审批", "Approval by amount"),
        Label(
            "例如优惠审批：主管先批，超过限额再由店长审批。",
            "Such as of a discount: the manager approves, and above a limit the store manager too.",
        ),
        _by_amount,
    ),
    Template(
        "follow_up",
        Label("跟进步骤", "Follow-up steps"),
        Label("新建后由负责人办理，三天后回访，逾期上报主管。", "The owner acts, and calls back after three days."),
        _follow_up,
    ),
)
