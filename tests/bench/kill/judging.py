"""What is there in the end, against what was promised. Asked of PostgreSQL itself, past the product."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import psycopg

from tests.bench.kill.operations import IMPORTED, Promised, phone_of
from tests.bench.kill.store import BRAND, SAID_BY_FLOW, SAID_BY_RULE, TASK

KINDS = ("customer", "vehicle", "task")
# Every event that was ever committed, as it was written: those of the product leave the outbox again.
LEDGER = """
CREATE TABLE public.kill_ledger AS SELECT * FROM public.outbox_event WITH NO DATA;
CREATE INDEX ON public.kill_ledger (record_id);
CREATE FUNCTION public.kill_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
  $$ BEGIN INSERT INTO public.kill_ledger SELECT NEW.*; RETURN NULL; END $$;
CREATE TRIGGER kill_note AFTER INSERT ON public.outbox_event FOR EACH ROW EXECUTE FUNCTION public.kill_note();
"""
MADE_BY_RULES = """
SELECT c.name, (SELECT count(*) FROM task t WHERE t.customer_id = c.id AND t.what = %(task)s),
  (SELECT count(*) FROM vehicle v WHERE v.customer_id = c.id AND v.brand = %(brand)s)
FROM customer c WHERE c.name = ANY(%(names)s)
"""
CHANGES = """
SELECT record_id::text, changes->'region'->>1, count(*) FROM audit_entry
WHERE entity = 'customer' AND kind = 'updated' AND changes ? 'region' GROUP BY 1, 2
"""
COMMENTS = "SELECT record_id::text, count(*) FROM record_comment WHERE text = %s GROUP BY 1"
# By kind of record, of each row how often its making is told.
TOLD = """
SELECT count(*) FILTER (WHERE audit = 0 OR events = 0), count(*) FILTER (WHERE audit > 1 OR events > 1) FROM (
  SELECT r.id, (SELECT count(*) FROM audit_entry a WHERE a.record_id = r.id AND a.kind = 'created') AS audit,
    (SELECT count(*) FROM public.kill_ledger l WHERE l.record_id = r.id AND l.kind = 'created') AS events
  FROM {kind} r) told
"""
TOLD_OF_NOTHING = """
SELECT (SELECT count(*) FROM audit_entry a WHERE a.entity = %(kind)s AND a.kind = 'created'
          AND NOT EXISTS (SELECT FROM {kind} r WHERE r.id = a.record_id))
     + (SELECT count(*) FROM public.kill_ledger l WHERE l.entity = %(kind)s AND l.kind = 'created'
          AND NOT EXISTS (SELECT FROM {kind} r WHERE r.id = l.record_id))
"""
# Of this store: the others keep what they took in tables of their own.
NOT_TAKEN = """
SELECT count(*) FROM public.kill_ledger l
JOIN public.outbox_interest i ON i.store_id = l.store_id AND i.entity = l.entity
WHERE l.store_id = (SELECT one.store_id FROM public.kill_ledger one JOIN customer c ON c.id = one.record_id LIMIT 1)
  AND NOT EXISTS (SELECT FROM event_taken t WHERE t.event_id = l.id AND t.consumer = i.consumer)
"""
INSTANCES = """
SELECT i.id::text, i.status, i.record_id::text, (SELECT count(*) FROM flow_token t WHERE t.instance_id = i.id),
  (SELECT count(*) FROM flow_item m WHERE m.instance_id = i.id)
FROM flow_instance i
"""
MESSAGES = "SELECT c.name, m.state, m.code FROM message m JOIN customer c ON c.id = m.record_id"

# What is still at work: it ends when all of these are nothing. The clock of the worker is an hour ahead.
LEFT = """
SELECT (SELECT count(*) FROM public.outbox_event e JOIN public.outbox_interest i
          ON i.store_id = e.store_id AND i.entity = e.entity),
  (SELECT count(*) FROM public.outbox_waiting WHERE dead_at IS NULL),
  (SELECT count(*) FROM public.timer WHERE due_at < now() + interval '1 hour'),
  (SELECT count(*) FROM "{schema}".message WHERE state IN ('queued', 'sending')),
  (SELECT count(*) FROM "{schema}".record_import WHERE status IN ('analysing', 'running'))
"""
# By hand, one of each kind of wrong.
WRONGS = {
    "lost": "DELETE FROM record_comment WHERE id = (SELECT id FROM record_comment LIMIT 1)",
    "doubled": "INSERT INTO record_comment SELECT gen_random_uuid(), entity, record_id, author, text, mentions, at, "
    "edited_at FROM record_comment LIMIT 1",
    "half": "DELETE FROM public.kill_ledger WHERE id = "
    "(SELECT id FROM public.kill_ledger WHERE kind = 'created' AND entity = 'vehicle' LIMIT 1)",
}


@dataclass
class Judged:
    """`wrong`: lost, doubled, half; `words`: what of each."""

    wrong: Counter[str] = field(default_factory=Counter)
    words: list[str] = field(default_factory=list)

    def tell(self, kind: str, number: int, words: str) -> None:
        if number > 0:
            self.wrong[kind] += number
            self.words.append(f"{kind}: {number} {words}")

    def each(self, counts: Iterable[int], words: str) -> None:
        """Of things that are to be there once."""
        found = list(counts)
        self.tell("lost", sum(one == 0 for one in found), words)
        self.tell("doubled", sum(one - 1 for one in found if one > 1), words)


def judge(connection: psycopg.Connection, *, schema: str, promised: Promised, taken: Callable[[], list[str]]) -> Judged:
    """`taken`: the phones that the gateway was given, one for each message."""
    judged = Judged()
    connection.execute(f'SET LOCAL search_path TO "{schema}"')
    ask: Callable[..., list[Any]] = lambda text, values=None: connection.execute(text, values).fetchall()  # noqa: E731
    _records(judged, ask, promised)
    _changes(judged, ask, promised)
    _flows(judged, ask, promised)
    _imports(judged, ask, promised)
    _messages(judged, ask, promised, Counter(taken()))
    _told(judged, ask)
    return judged


def sees_what_is_wrong(
    connection: psycopg.Connection, *, schema: str, promised: Promised, taken: Callable[[], list[str]]
) -> bool:
    """Whether the judge tells of each wrong that is done by hand here, and taken back."""
    told = []
    for kind, wrong in WRONGS.items():
        with connection.transaction(force_rollback=True):
            connection.execute(f'SET LOCAL search_path TO "{schema}"')
            before = judge(connection, schema=schema, promised=promised, taken=taken).wrong[kind]
            connection.execute(wrong)
            told.append(judge(connection, schema=schema, promised=promised, taken=taken).wrong[kind] > before)
    return all(told)


def _records(judged: Judged, ask: Any, promised: Promised) -> None:
    rows = ask(MADE_BY_RULES, {"task": TASK, "brand": BRAND, "names": promised.created})
    there = Counter(name for name, *_ in rows)
    judged.each((there[name] for name in promised.created), "customers")
    judged.each((tasks for _, tasks, _ in rows), "tasks that a rule gives")
    judged.each((cars for _, _, cars in rows), "linked records that a rule makes")
    judged.tell("half", sum((tasks > 0) != (cars > 0) for _, tasks, cars in rows), "done by half by a rule")
    refused = ask("SELECT code, count(*) FROM rule_run WHERE outcome NOT IN ('done', 'unchanged') GROUP BY 1")
    for code, number in refused:
        judged.tell("lost", number, f"refused of a rule: {code}")


def _changes(judged: Judged, ask: Any, promised: Promised) -> None:
    """A customer's region, one by one or together; and what the rule says of each change one by one."""
    found = {(record, word): number for record, word, number in ask(CHANGES)}
    judged.each((found.get(one, 0) for one in promised.changed), "changes")
    for word in promised.bulks:
        there = [found.get((record, word), 0) for record in promised.together]
        some = sum(number > 0 for number in there)
        judged.tell("lost", some == 0, f"bulk {word}")
        judged.tell("half", 0 < some < len(there), f"bulk {word}: {some} of {len(there)}")
        judged.tell("doubled", sum(number - 1 for number in there if number > 1), f"of bulk {word}")
    said = dict(ask(COMMENTS, [SAID_BY_RULE]))
    wanted = Counter(record for record, _ in promised.changed)
    # Others of the same record may have been changed too, and not promised yet.
    moved = Counter(record for (record, _), number in found.items() for _ in range(number) if record in wanted)
    judged.tell("lost", sum(max(0, moved[one] - said.get(one, 0)) for one in wanted), "comments of a rule")
    judged.tell("doubled", sum(max(0, said.get(one, 0) - moved[one]) for one in wanted), "comments of a rule")


def _flows(judged: Judged, ask: Any, promised: Promised) -> None:
    rows = {instance: rest for instance, *rest in ask(INSTANCES)}
    said = dict(ask(COMMENTS, [SAID_BY_FLOW]))
    judged.each((int(instance in rows) for instance, _ in promised.flows), "flows")
    for instance, record in promised.flows:
        status, _, tokens, asked = rows.get(instance, ("", "", 0, 1))
        judged.tell("lost", status == "running", f"flow that stands still: {_standing(ask, instance)}")
        judged.tell("half", status != "running" and tokens > 0, "ended flow with a token")
        judged.tell("doubled", asked - 1, "asked in a flow")
        judged.each([said.get(record, 0)], "words of a flow")
    judged.tell("half", sum(status == "running" and not n for status, _, n, _ in rows.values()), "flow without a token")
    by_record = Counter(record for _, record, _, _ in rows.values())
    judged.tell("doubled", sum(by_record[record] - 1 for _, record in promised.flows), "flows of a record")


def _standing(ask: Any, instance: str) -> list[Any]:
    return ask("SELECT node, state, code FROM flow_token WHERE instance_id = %s", [instance])


def _imports(judged: Judged, ask: Any, promised: Promised) -> None:
    for job, word in promised.imports:
        said = "SELECT status, rows_done, error->>'code' FROM record_import WHERE id = %s"
        ((status, done, code),) = ask(said, [job])
        names = "SELECT count(*), count(DISTINCT name) FROM customer WHERE name LIKE %s"
        ((rows, different),) = ask(names, [f"{word}%"])
        judged.tell("half", int(status != "done"), f"import {status} at row {done}: {code}")
        judged.tell("lost", IMPORTED - different, "rows of an import")
        judged.tell("doubled", rows - different, "rows of an import")


def _messages(judged: Judged, ask: Any, promised: Promised, taken: Counter[str]) -> None:
    rows = ask(MESSAGES)
    there = {phone_of(name): state for name, state, _ in rows}
    judged.each((int(phone in there) for phone in promised.phones), "messages")
    judged.tell("doubled", len(rows) - len(there), "messages")
    judged.tell("doubled", sum(number - 1 for number in taken.values() if number > 1), "messages at the gateway")
    silent = [phone for phone in promised.phones if there.get(phone) in ("sent", "delivered") and not taken[phone]]
    judged.tell("lost", len(silent), "messages that are called sent and are not")
    for (state, code), number in Counter((state, code) for _, state, code in rows).items():
        if state in ("queued", "sending"):
            judged.tell("half", number, f"messages {state} {code}")
        elif state not in ("sent", "delivered", "unknown"):
            judged.tell("lost", number, f"messages {state} {code}")


def _told(judged: Judged, ask: Any) -> None:
    for kind in KINDS:
        ((less, more),) = ask(TOLD.format(kind=kind))
        judged.tell("half", less, f"{kind} without its audit or its event")
        judged.tell("doubled", more, f"{kind} told twice by the audit or the outbox")
        judged.tell("half", ask(TOLD_OF_NOTHING.format(kind=kind), {"kind": kind})[0][0], f"told of no {kind}")
    judged.tell("lost", ask(NOT_TAKEN)[0][0], "events that nobody took")
    for consumer, error, number in ask(
        "SELECT consumer, error, count(*) FROM public.outbox_waiting WHERE dead_at IS NOT NULL GROUP BY 1, 2"
    ):
        judged.tell("lost", number, f"dead letters of {consumer}: {error}")
