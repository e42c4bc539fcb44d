"""Leads of the demo's dealers: two years of them, won and lost as the seasons went; those of the last weeks, in every
stage, with what was said to them; and those that came just now, whose clock of the first contact runs.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Any, cast
from uuid import UUID

from django.db import models

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.duties.models import Duty
from chezhan.catalogue.sealing import sealed
from chezhan.catalogue.worktime.services import present_calendar
from chezhan.config.demo.chance import draw_count, years_since
from chezhan.config.demo.names import Gender, invent_person_name
from chezhan.config.demo.phones import invent_phone
from chezhan.config.demo.seasons import days_between, showroom_factor
from chezhan.config.demo.story import StorePlan
from chezhan.config.demo.writing import write_all
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.costs.models import ChannelCost
from chezhan.modules.leads.models import OPEN, Interaction, Lead
from chezhan.modules.work.models import Task
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

COUNT, DAYS = 64, 45
# Of the two years before: leads on a usual day, and for how long back what was said is kept too.
DAILY, TALKED = 1.3, 200
# Minutes ago: of those that nobody has contacted yet.
FRESH = (3, 21, 75)
# In the public pool: hours ago, and why.
POOLED = (
    (2, "客户在外地，暂时不来"), (5, "两次超时未联系"), (9, "客户想看别的品牌，暂缓"), (26, ""), (31, "多次未接通"),
    (50, "两次超时未联系"), (74, ""),
)  # fmt: skip
FIRST = "首次联系客户"
PHONE = cast(models.Field, Lead._meta.get_field("sealed_phone"))
# How many of a hundred come to what, the older the further.
STAGES = {
    "new": 1, "contacted": 26, "invited": 13, "visited": 13, "test_drive": 11, "quoted": 12, "won": 12, "lost": 10,
    "invalid": 2,
}  # fmt: skip
# And of those that came before: nearly all have ended.
OLD = {"contacted": 2, "won": 21, "lost": 68, "invalid": 9}
CHANNELS = {
    "autohome": 24, "dongchedi": 22, "yiche": 10, "walk_in": 18, "call": 8, "social": 8, "referral": 6, "web": 4,
}  # fmt: skip
NEEDS = (
    "家用代步，二十万以内，想要续航长一些",
    "二胎家庭，要六座或七座，后排空间大",
    "置换旧车，关心补贴和旧车报价",
    "上下班通勤，看重油耗和保养费用",
    "周末长途，想要智能驾驶和大后备厢",
)
SAID = (
    ("call", "电话接通，介绍了车型和本月优惠，加了微信"),
    ("wechat", "发送了配置表和实拍视频"),
    ("visit", "到店看车，家人一起，对内饰满意"),
    ("visit", "完成试驾，关心交车时间"),
    ("call", "报了价，客户要和家人商量"),
)
# What channels cost a month, in yuan.
SPENT = {
    "autohome": ("汽车之家会员费", 18_000), "dongchedi": ("懂车帝会员费", 16_000), "yiche": ("易车会员费", 8_000),
    "social": ("短视频投放", 6_000),
}  # fmt: skip
# Why they were lost, how often, to what, and in whose words.
LOST = {
    ("competitor", "理想 L6", "更看重大空间和增程"): 14,
    ("competitor", "小米 SU7", "被外观和智能座舱吸引"): 12,
    ("competitor", "特斯拉 Model Y", "品牌和保值率"): 9,
    ("competitor", "丰田 凯美瑞", "家人觉得燃油车更省心"): 6,
    ("price", "", "差 3,000 元没有谈拢"): 17,
    ("price", "", "置换评估价低于预期"): 6,
    ("bought_elsewhere", "", "外地店多送了两年保养"): 12,
    ("postponed", "", "等新款上市"): 9,
    ("no_stock", "", "想要的颜色要等六周"): 6,
    ("finance", "", "征信未通过"): 3,
    ("unreachable", "", "三次电话未接"): 6,
}


def give_leads(
    *,
    actor: Actor,
    store: StoreRef,
    plan: StorePlan,
    manager: UUID,
    advisors: Sequence[UUID],
    now: dt.datetime,
    scale: float = 1.0,
) -> int:
    """Of dealers alone. `scale`: of their two years, 1.0 is life-size. Answers how many there are."""
    if plan.pack != "dealer" or not advisors:
        return 0
    rng, taken = Random(f"leads {plan.key}"), set[str]()
    with acting_as(manager, reason="demo"), tenant_context(store):
        leads, talks, tasks, calendar = [], [], [], present_calendar()
        theirs = _look_after(plan, advisors, manager=manager, now=now)
        moments = [now - dt.timedelta(days=DAYS * (1 - number / COUNT), hours=2) for number in range(COUNT)]
        moments = [*_of_two_years(rng, plan, now=now, scale=scale), *moments]
        for number, since in enumerate([*moments, *(now - dt.timedelta(minutes=one) for one in FRESH)]):
            lead = _lead(rng, plan, taken, since=since, now=now, fresh=number >= len(moments))
            lead.wanted["owner"] = advisors[number % len(advisors)]
            if now - since <= dt.timedelta(days=DAYS + 1):
                lead.wanted |= {"owner": theirs[lead.value("region")], "assigned_for": ["region", "least"]}
            lead.wanted["contact_due_at"] = calendar.add_working(since, 30)
            leads.append(lead)
            said = _talks(lead, now=now)
            lead.wanted["progressed_at"] = lead.wanted.get("closed_at") or (said[-1].value("at") if said else since)
            talks += said if now - since < dt.timedelta(days=TALKED) else []
            tasks += [_first_task(lead, maker=manager)] if lead.value("status") == "new" else []
        leads += [_pooled(rng, plan, taken, since=now - dt.timedelta(hours=one), why=why) for one, why in POOLED]
        write_all("lead", Lead, leads, actor=actor, now=now)
        write_all("interaction", Interaction, talks, actor=actor, now=now)
        write_all("task", Task, tasks, actor=actor, now=now)
        write_all("channel_cost", ChannelCost, _costs(rng, now), actor=actor, now=now)
    return len(leads)


def _look_after(plan: StorePlan, advisors: Sequence[UUID], *, manager: UUID, now: dt.datetime) -> Mapping[str, UUID]:
    """The city's districts shared among the advisors, and the series of the showroom. Answers whose a district is."""
    Duty.objects.all().delete()
    theirs = {one.name: advisors[number % len(advisors)] for number, one in enumerate(plan.city.districts)}
    models_ = {car.name: advisors[number % len(advisors)] for number, car in enumerate(plan.showroom)}
    Duty.objects.bulk_create(
        Duty(person=person, aspect=aspect, value=value, set_by=manager, set_at=now)
        for aspect, said in (("region", theirs), ("model", models_))
        for value, person in said.items()
    )
    return theirs


def _of_two_years(rng: Random, plan: StorePlan, *, now: dt.datetime, scale: float) -> Iterator[dt.datetime]:
    """More at the weekend and in autumn, hardly any at Spring Festival, more or fewer each year as the store fares."""
    today = now.astimezone(SHANGHAI).date()
    first = today - dt.timedelta(days=730)
    for day in days_between(first, today - dt.timedelta(days=DAYS + 1)):
        mean = DAILY * scale * showroom_factor(day) * plan.yearly_growth ** years_since(first, day)
        for _ in range(draw_count(rng, mean)):
            yield dt.datetime.combine(day, dt.time(rng.randint(9, 19), rng.randint(0, 59)), SHANGHAI)


def _lead(rng: Random, plan: StorePlan, taken: set[str], *, since: dt.datetime, now: dt.datetime, fresh: bool) -> Draft:
    status = _drawn(rng, STAGES) if now - since > dt.timedelta(days=2) else rng.choice(OPEN[:3])
    status = _drawn(rng, OLD) if now - since > dt.timedelta(days=DAYS + 1) else status
    status = "new" if fresh else status
    genders: tuple[Gender, ...] = ("male", "female")
    gender = rng.choice(genders)
    car = rng.choice(plan.showroom)
    lead = Draft.of_new(since=since)
    lead.wanted |= {
        "contact_name": invent_person_name(rng, city=plan.city, gender=gender, birth_year=rng.randint(1975, 2002)),
        "sealed_phone": sealed(column=PHONE, type_name="phone", text=invent_phone(rng, taken=taken)),
        "channel": _drawn(rng, CHANNELS),
        "brand": car.brand,
        "series": car.name,
        "region": rng.choice(plan.city.districts).name,
        "status": status,
    }
    if status == "new":
        return lead
    lead.wanted |= {
        "need": rng.choice(NEEDS),
        "grade": rng.choice("HHAABC"),
        "first_contacted_at": since + dt.timedelta(minutes=rng.choice((6, 11, 17, 24, 29, 55, 180))),
    }
    lead.wanted |= _further(rng, status, since=since, now=now)
    return lead


def _pooled(rng: Random, plan: StorePlan, taken: set[str], *, since: dt.datetime, why: str) -> Draft:
    came = since - dt.timedelta(days=4)
    lead = _lead(rng, plan, taken, since=came, now=came, fresh=True)
    lead.wanted |= {"owner": None, "pooled_at": since, "release_reason": why, "need": rng.choice(NEEDS)}
    return lead


def _further(rng: Random, status: str, *, since: dt.datetime, now: dt.datetime) -> dict[str, Any]:
    if status == "invited":
        visit = (now + dt.timedelta(days=rng.randint(1, 5))).replace(hour=2, minute=0, second=0, microsecond=0)
        return {"visit_at": visit, "next_contact_at": visit - dt.timedelta(days=1)}
    if status in OPEN:
        if now - since > dt.timedelta(days=DAYS + 1):
            return {}
        day = (now + dt.timedelta(days=rng.randint(-1, 6))).replace(minute=0, second=0, microsecond=0)
        return {"next_contact_at": day}
    ended: dict[str, Any] = {"closed_at": min(now, since + dt.timedelta(days=rng.randint(2, 12)))}
    if status == "lost":
        reason, to, note = rng.choices(list(LOST), list(LOST.values()))[0]
        ended |= {"lost_reason": reason, "lost_to": to, "lost_note": note, "lost_stage": rng.choice(OPEN[1:])}
    if status == "invalid":
        ended["lost_note"] = "空号"
    return ended


def _talks(lead: Draft, *, now: dt.datetime) -> list[Draft]:
    """As many as the stage took, a day and a half apart."""
    first = lead.value("first_contacted_at")
    if first is None:
        return []
    stages = OPEN.index(lead.value("status")) if lead.value("status") in OPEN else len(SAID)
    found = []
    for number, (kind, summary) in enumerate(SAID[: max(1, stages)]):
        at = first + dt.timedelta(hours=36 * number)
        if at > now:
            break
        talk = Draft.of_new(since=at)
        talk.wanted |= {"kind": kind, "summary": summary, "at": at, "lead_id": lead.id, "owner": lead.value("owner")}
        found.append(talk)
    return found


def _costs(rng: Random, now: dt.datetime) -> list[Draft]:
    """Of the last three months, by channel."""
    found, last = [], now.astimezone(SHANGHAI).date().replace(day=1)
    for back in range(3):
        first, last = last, (last + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        for channel, (name, amount) in SPENT.items():
            cost = Draft.of_new(since=now - dt.timedelta(days=30 * back, hours=1))
            cost.wanted |= {"name": name, "channel": channel, "first_on": first, "last_on": last,
                            "amount": Decimal(amount + rng.randrange(0, 2_000, 100))}  # fmt: skip
            found.append(cost)
        last = (first - dt.timedelta(days=1)).replace(day=1)
    return found


def _first_task(lead: Draft, *, maker: UUID) -> Draft:
    task = Draft.of_new(since=lead.value("created_at"))
    task.wanted |= {
        "what": FIRST,
        "owner": lead.value("owner"),
        "created_by": maker,
        "lead_id": lead.id,
        "due_at": lead.value("contact_due_at"),
        "priority": "high",
        "status": "open",
    }
    return task


def _drawn(rng: Random, weights: dict[str, int]) -> str:
    return rng.choices(list(weights), list(weights.values()))[0]
