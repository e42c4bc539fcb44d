"""What does a rule by a date cost? `python -m tests.bench.bench_rule`, SIZE.

Vehicles, of which some are due: put down by the rule's own statement, by the same INSERT … SELECT written by hand, and
by a loop in Python that looks at each vehicle and saves what is due. Then: a plain save with ten rules in force, which
the dispatcher follows later, against one without.
"""

from tests.bench.harness import finish, own_database, pick, say, set_up

set_up("rule")

import datetime as dt  # noqa: E402
import time  # noqa: E402
from statistics import median  # noqa: E402

import orjson  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.db import connection  # noqa: E402

from chezhan.engines.rules.clockwork import put_down  # noqa: E402
from chezhan.engines.rules.drafts import create_rule  # noqa: E402
from chezhan.engines.rules.models import RuleRun  # noqa: E402
from chezhan.engines.rules.published import rules_of  # noqa: E402
from chezhan.engines.rules.publishing import publish_rule, switch_rule  # noqa: E402
from chezhan.kernel.ids import new_id  # noqa: E402
from chezhan.modules.parties.models import Customer  # noqa: E402
from chezhan.modules.vehicles.models import Vehicle  # noqa: E402
from tenants.acting import acting_as  # noqa: E402
from tenants.context import tenant_context  # noqa: E402
from tenants.directory import StoreRef  # noqa: E402
from tenants.models import Store  # noqa: E402
from tests.bench.gate import asking  # noqa: E402
from tests.bench.pairs import say_load, seconds, told  # noqa: E402

ROWS = pick(small=50_000, full=1_000_000)
LOOPED = pick(small=5_000, full=20_000)
TURNS = pick(small=5, full=5)
SAVES = pick(small=60, full=300)
LOOP_BAR, LIMIT_BAR, SAVE_BAR = 30, 1.5, 1.5
DAY = dt.date(2027, 3, 2)
FILL = """
INSERT INTO vehicle (id, created_at, updated_at, created_by, updated_by, version, {names})
SELECT gen_random_uuid(), now(), now(), %s, %s, 1, {values} FROM generate_series(1, %s) AS n
"""
BY_HAND = """
INSERT INTO rule_run (id, rule_id, number, record_id, occurrence, at, outcome, code, effect)
SELECT gen_random_uuid(), %s, 1, v.id, %s, now(), 'waiting', '', '{}' FROM vehicle v
WHERE v.first_registered_on = %s AND v.brand = '比亚迪'
ON CONFLICT (rule_id, record_id, occurrence) DO NOTHING
"""
DEFINITION = {
    "trigger": {"kind": "due", "field": "first_registered_on", "days": 7, "side": "before", "at": "09:00"},
    "condition": {"combinator": "and", "rules": [{"field": "brand", "operator": "=", "value": "比亚迪"}]},
    "actions": [{"kind": "set", "fields": [{"field": "series", "value": "将至"}]}],
}


def main() -> None:
    with own_database("rule") as database:
        cast = database.cast
        actor = cast.actor("manager", store="north")
        rule, store = publish(actor, "vehicle", "到期", DEFINITION)
        fill(store, actor.person_id)
        due = DAY + dt.timedelta(days=7)
        pairs, counts = [], set()
        for _ in range(TURNS):
            ours = timed(store, lambda: counts.add(put_down(store=store, rule=rule, days=[DAY])))
            empty(store)
            hand = timed(store, lambda: run(BY_HAND, rule.rule_id, DAY, due))
            empty(store)
            pairs.append((ours, hand))
        loop = timed(store, lambda: by_loop(rule, due)) * ROWS / LOOPED
        ours = median(one for one, _ in pairs)
        ratio = told(f"{ROWS} vehicles, {max(counts)} due, against the statement by hand", pairs).ratio
        say(f"A loop that looks at each and saves, of {LOOPED} and reckoned up: {loop:.1f} s against {ours:.3f} s")
        save = told("A plain save with ten rules in force, against one without", saves(cast)).ratio
    say_load()
    bad = (loop / ours < LOOP_BAR) + (ratio > LIMIT_BAR) + (save > SAVE_BAR)
    say(f"Bars: at least {LOOP_BAR} times the loop, at most {LIMIT_BAR} times the statement, a save {SAVE_BAR} times.")
    finish(
        result={
            "name": "rule",
            "ratio_loop": round(loop / ours, 1),
            "ratio_limit": round(ratio, 2),
            "ratio_save": round(save, 2),
            "n": ROWS,
        },
        bad=bad,
        controls={"there are some due": min(counts) > 0, "each turn found the same": len(counts) == 1},
    )


def publish(actor, entity: str, name: str, definition: dict):
    with acting_as(actor.person_id), tenant_context(actor.in_store):
        made = create_rule(actor=actor, entity=entity, name=name, definition=definition)
    with tenant_context(actor.in_store):
        publish_rule(actor=actor, rule_id=made.id, draft_version=1)
    store = StoreRef.of(Store.objects.using("owner").select_related("group").get(id=actor.in_store.id))
    with tenant_context(store):
        return next(one for one in rules_of(store) if one.rule_id == made.id), store


def fill(store: StoreRef, person) -> None:
    with acting_as(None), tenant_context(store):
        customer = Customer(id=new_id(), name="车主", created_by=person, updated_by=person)
        customer.save(force_insert=True)
        columns = {
            "customer_id": f"'{customer.id}'::uuid",
            "owner": "NULL",
            "brand": "(ARRAY['比亚迪','大众','丰田'])[n %% 7 %% 3 + 1]",
            "first_registered_on": f"DATE '{DAY}' + (n %% 30)",
        }
        known = {field.column for field in Vehicle._meta.concrete_fields}
        for field in Vehicle._meta.concrete_fields:
            stamps = {"id", "created_at", "updated_at", "created_by", "updated_by", "version"}
            if field.column not in columns and field.column not in stamps and not field.null:
                columns[field.column] = "''" if field.empty_strings_allowed else "0"
        names = [name for name in columns if name in known]
        statement = FILL.format(names=", ".join(names), values=", ".join(columns[name] for name in names))
        run(statement, person, person, ROWS)
    with tenant_context(store), connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def run(statement: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))


def timed(store: StoreRef, work) -> float:
    with tenant_context(store):
        began = time.perf_counter()
        work()
        return time.perf_counter() - began


def empty(store: StoreRef) -> None:
    with tenant_context(store):
        run("DELETE FROM rule_run")


def by_loop(rule, due: dt.date) -> None:
    for vehicle in Vehicle.objects.order_by("id")[:LOOPED]:
        if vehicle.first_registered_on == due and vehicle.brand == "比亚迪":
            RuleRun(rule_id=rule.rule_id, number=1, record_id=vehicle.id, occurrence=DAY, outcome="waiting").save()


def saves(cast) -> list[tuple[float, float]]:
    """Seconds of a save over HTTP, in a store with ten rules in force and in one whose only rule is off."""
    handler, calls = WSGIHandler(), []
    for name, rules in (("north", 10), ("south", 1)):
        actor = cast.actor("owner", store=name)
        for number in range(rules):
            made, _ = publish(actor, "customer", f"规则{number}", given_region(number))
        if rules == 1:
            with tenant_context(actor.in_store):
                switch_rule(actor=actor, rule_id=made.rule_id, on=False)
        headers = asking.headers_of(cast.people["owner"], actor.in_store)
        calls.append(asking.caller(handler, "/api/store/records/customer/batch", headers=headers))

    def one(call, number: int) -> float:
        body = orjson.dumps({"rows": [{"name": f"客户{number}", "city": "杭州"}]})
        return seconds(lambda: call(body))

    for number in range(20):
        for call in calls:
            one(call, number)
    ruled, plain = calls
    return [(one(ruled, number), one(plain, number)) for number in range(SAVES)]


def given_region(number: int) -> dict:
    return {
        "trigger": {"kind": "created"},
        "condition": {"combinator": "and", "rules": [{"field": "city", "operator": "=", "value": "杭州"}]},
        "actions": [{"kind": "set", "fields": [{"field": "region", "value": f"区{number}"}]}],
    }


if __name__ == "__main__":
    main()
