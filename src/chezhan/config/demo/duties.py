"""What the people of the demo group have to do: open, overdue and done, about their own customers."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, write_drafts
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.parties.models import Customer
from chezhan.modules.work.models import Task
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

# What, in how many days, at which hour, how urgent, and what came of it where it is done.
OPEN = (
    ("回访：提车满一个月，了解用车情况", -1, 17, "high"),
    ("确认周末到店保养的时间", 0, 17, "normal"),
    ("发送新款车型资料", 1, 10, "normal"),
    ("提醒车险快到期，约客户来店续保", 3, 11, "high"),
    ("邀请参加本月自驾活动", 6, 15, "low"),
)
DONE = (
    ("首次联系，了解购车预算", -3, 11, "已接通，考虑插混，周六看车"),
    ("寄送保养手册", -6, 16, "已快递"),
)
STORE_WIDE = (("核对月末库存车钥匙", 2, 18, "normal"), ("整理展厅价格牌", 0, 18, "high"))


def give_duties(*, actor: Actor, store: StoreRef, manager: UUID, advisors: Sequence[UUID], now: dt.datetime) -> int:
    """Given by the manager, who has two of their own. Answers how many there are."""
    with acting_as(manager, reason="demo"), tenant_context(store):
        drafts = [
            _task(what, owner=manager, maker=manager, now=now, days=days, hour=hour, priority=priority)
            for what, days, hour, priority in STORE_WIDE
        ]
        for advisor in advisors:
            own = list(Customer.objects.filter(owner=advisor).order_by("-created_at").values_list("id", flat=True)[:7])
            drafts += [
                _task(
                    what, owner=advisor, maker=manager, customer=customer, now=now, days=days, hour=hour, priority=how
                )
                for customer, (what, days, hour, how) in zip(own, OPEN, strict=False)
            ]
            for customer, (what, days, hour, result) in zip(own[len(OPEN) :], DONE, strict=False):
                done = _task(what, owner=advisor, maker=manager, customer=customer, now=now, days=days, hour=hour)
                done.wanted |= {"status": "done", "result": result, "done_by": advisor, "done_at": done.value("due_at")}
                drafts.append(done)
        write_drafts(entity="task", model=Task, drafts=drafts, actor=actor, store=store, now=now)
    return len(drafts)


def _task(
    what: str, *, owner: UUID, maker: UUID, now: dt.datetime, days: int, hour: int, priority: str = "normal",
    customer: UUID | None = None,
) -> Draft:  # fmt: skip
    day = now.astimezone(SHANGHAI).date() + dt.timedelta(days=days)
    due_at = dt.datetime.combine(day, dt.time(hour), SHANGHAI).astimezone(dt.UTC)
    made = Draft.of_new(since=min(now, due_at) - dt.timedelta(days=2))
    made.wanted |= {
        "what": what,
        "owner": owner,
        "created_by": maker,
        "customer_id": customer,
        "due_at": due_at,
        "priority": priority,
        "status": "open",
    }
    return made
