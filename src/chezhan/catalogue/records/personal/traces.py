"""What the catalogue itself keeps of records beside them: what people said, the bin, ledgers, answers, views.

Runs in the owner's transaction in the store's schema.
"""

import re
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

import orjson
from django.db import connections

from chezhan.catalogue.idempotency.services import forget_answers_about
from chezhan.catalogue.records.personal.reach import Reach, deciding_links
from tenants.roles import OWNER

# As phones and plates are typed.
BETWEEN = re.compile(r"[\s·-]+")
# A name of one sign is found in half of all words.
SHORTEST = 2
DROP_TOUCHES = "DELETE FROM bulk_touch WHERE record_id = ANY(%(ids)s)"
# Another's record that was this person's before: what it was then.
DROP_OLD_LINKS = """
DELETE FROM bulk_touch t USING bulk_operation o
WHERE o.id = t.operation_id AND o.entity = %(entity)s AND t.before ->> %(attribute)s = ANY(%(texts)s)
"""
VIEWS = "SELECT id, name, q, filter, layout FROM saved_view"


def erase_talk(reach: Reach) -> tuple[int, set[UUID]]:
    """Comments and tags on all of the records; answers how many comments, and the ids of all there ever were."""
    ids = reach.ids()
    gone = set(_column("DELETE FROM record_comment WHERE record_id = ANY(%(ids)s) RETURNING id", ids=ids))
    _run("DELETE FROM record_tagging WHERE record_id = ANY(%(ids)s)", ids=ids)
    known = _column(
        "SELECT DISTINCT record_id FROM audit_entry WHERE entity = 'record_comment' "
        "AND changes ->> 'record_id' = ANY(%(texts)s)",
        texts=[str(one) for one in ids],
    )
    return len(gone), gone | set(known)


def erase_from_bin(reach: Reach) -> int:
    return sum(
        _run(
            "DELETE FROM recycled_record WHERE entity = %(entity)s AND record_id = ANY(%(ids)s)",
            entity=entity,
            ids=list(ids),
        )
        for entity, ids in reach.deleted.items()
    )


def erase_ledger(reach: Reach) -> int:
    """Old values that an undo would put back. What was changed stays changed."""
    texts = [str(one) for one in reach.ids()]
    done = _run(DROP_TOUCHES, ids=reach.ids())
    for kind in reach.catalogue.entities:
        for link in () if kind.person else deciding_links(kind, catalogue=reach.catalogue):
            attribute = next(one.attname for one in kind.model._meta.concrete_fields if one.column == link.column)
            done += _run(DROP_OLD_LINKS, entity=kind.name, attribute=attribute, texts=texts)
    return done


def erase_answers(reach: Reach) -> int:
    """Answers that are kept for repeated requests and name one of the records."""
    return forget_answers_about(record_ids=reach.ids(), using=OWNER)


def erase_views(words: Collection[str]) -> tuple[int, set[UUID]]:
    """Views that look for this person, or are called after them; the ids too of those of which the audit tells so."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(VIEWS)
        rows = cursor.fetchall()
    found = {
        id
        for id, name, q, rules, layout in rows
        if _tells(words, [name, q, *_values(rules), *_texts_in(_parsed(layout))])
    }
    _run("DELETE FROM saved_view WHERE id = ANY(%(ids)s)", ids=list(found))
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT record_id, changes FROM audit_entry WHERE entity = 'saved_view'")
        told = {id for id, changes in cursor.fetchall() if _tells(words, _texts_in(_parsed(changes)))}
    return len(found), found | told


def _values(rules: str) -> Iterable[str]:
    return _texts_in(_parsed(rules)) if rules else ()


def _parsed(text: Any) -> Any:
    return orjson.loads(text) if isinstance(text, str | bytes) else text


def _texts_in(given: Any) -> Iterable[str]:
    """Every text within; one that is JSON itself (a filter in the audit) as what it holds."""
    if isinstance(given, dict):
        given = list(given.values())
    if isinstance(given, list):
        for one in given:
            yield from _texts_in(one)
    elif isinstance(given, str):
        if given.startswith("{"):
            try:
                yield from _texts_in(orjson.loads(given))
            except orjson.JSONDecodeError:
                yield given
        else:
            yield given


def _tells(words: Collection[str], texts: Iterable[str]) -> bool:
    plain = [BETWEEN.sub("", text).upper() for text in texts]
    return any(word == text or (len(word) >= SHORTEST and word in text) for word in words for text in plain)


def _run(sql: str, **given: Any) -> int:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(sql, given)
        return int(cursor.rowcount)


def _column(sql: str, **given: Any) -> list[UUID]:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(sql, given)
        return [one for (one,) in cursor.fetchall()]
