"""Send what is due: each is claimed in one transaction, sent outside of any, and what came of it is written in another.

Whatever is not answered with 2xx is sent again, the same with the same id, later and later: a receiver passes over what
it has already. So a delivery whose sender was lost is simply sent again.
"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

import structlog
from django.db.models import Min

from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.kernel.ids import new_id
from chezhan.kernel.outbound import Answer, OutboundRefused, ReplyLost, ask
from chezhan.modules.webhooks.keeping import kept, told
from chezhan.modules.webhooks.models import Webhook, WebhookDelivery
from chezhan.modules.webhooks.refusals import BAD_STATUS, ERASED, GONE, OFF
from chezhan.modules.webhooks.signing import signed_headers
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

log = structlog.get_logger(__name__)
State = WebhookDelivery.State
LEASE = dt.timedelta(minutes=2)
SECONDS, ANSWER, SHOWN = 10.0, 64_000, 1_000
# Between one try and the next: eight tries in a day and a half.
WAITS = tuple(dt.timedelta(seconds=seconds) for seconds in (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400))
# One that does not answer keeps none waiting that go elsewhere.
ASIDE = dt.timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Claimed:
    id: UUID
    claim: UUID
    webhook_id: UUID
    attempts: int
    url: str
    headers: dict[str, str]
    body: bytes


def send_due(*, store: StoreRef, until: dt.datetime) -> dt.datetime | None:
    """Until nothing is due, or `until`. Answers when there is something next; None for nothing."""
    while clock.now() < until:
        with acting_as(None, reason="task:webhooks.send"), tenant_context(store):
            found = pick(now=clock.now())
        if found is None:
            break
        if isinstance(found, Claimed):
            settle(store=store, claimed=found, outcome=hand_over(found))
    with tenant_context(store):
        waiting = WebhookDelivery.objects.filter(state__in=[State.QUEUED, State.SENDING])
        due: dt.datetime | None = waiting.aggregate(next=Min("next_at"))["next"]
    return due


def pick(*, now: dt.datetime) -> Claimed | bool | None:
    """The next that is due, claimed; True when it was dealt with otherwise; None when nothing is due."""
    rows = WebhookDelivery.objects.select_for_update(skip_locked=True, of=("self",)).select_related("webhook")
    due = rows.filter(state__in=[State.QUEUED, State.SENDING], next_at__lte=now)
    row = due.order_by("next_at", "id").first()
    if row is None:
        return None
    body = told(row.body, column="body").encode()
    if not row.webhook.enabled or not body:
        _write(row, state=State.FAILED, code=ERASED if row.webhook.enabled else OFF, claim=None)
        return True
    claim = new_id()
    _write(row, state=State.SENDING, claim=claim, attempts=row.attempts + 1, sent_at=now, next_at=now + LEASE)
    headers = signed_headers(delivery_id=row.id, body=body, secrets_now=_secrets(row.webhook, now), now=now)
    return Claimed(row.id, claim, row.webhook_id, row.attempts, row.webhook.url, headers, body)


def hand_over(claimed: Claimed) -> Answer | AppError:
    """Outside of any transaction. The address is looked at anew; redirects are not followed."""
    try:
        return ask(
            method="POST", url=claimed.url, headers=claimed.headers, body=claimed.body, seconds=SECONDS, limit=ANSWER
        )
    except AppError as error:
        return error
    except Exception as error:
        # Its words may hold an address.
        log.warning("webhook_sender_failed", delivery=str(claimed.id), error=type(error).__name__)
        return ReplyLost()


def settle(*, store: StoreRef, claimed: Claimed, outcome: Answer | AppError) -> None:
    now = clock.now()
    with acting_as(None, reason="task:webhooks.send"), tenant_context(store):
        mine = WebhookDelivery.objects.filter(id=claimed.id, claim=claimed.claim, state=State.SENDING)
        if not mine.update(claim=None, **_outcome(claimed, outcome, now)) or _taken(outcome):
            return
        others = WebhookDelivery.objects.filter(webhook_id=claimed.webhook_id, state=State.QUEUED)
        others.filter(next_at__lt=now + ASIDE).exclude(id=claimed.id).update(next_at=now + ASIDE)
        if isinstance(outcome, Answer) and outcome.status == 410:
            # The receiver wants no more of it.
            Webhook.objects.filter(id=claimed.webhook_id).update(enabled=False)


def _taken(outcome: Answer | AppError) -> bool:
    return isinstance(outcome, Answer) and outcome.ok


def _outcome(claimed: Claimed, outcome: Answer | AppError, now: dt.datetime) -> dict[str, object]:
    said: dict[str, object] = {"status": None, "answer": None}
    if isinstance(outcome, Answer):
        text = outcome.body.decode("utf-8", "replace").replace("\x00", "")[:SHOWN]
        said = {"status": outcome.status, "answer": kept(column="answer", text=text) if text else None}
        if outcome.ok:
            return said | {"state": State.DELIVERED, "code": ""}
        if outcome.status == 410:
            return said | {"state": State.FAILED, "code": GONE}
    code = BAD_STATUS if isinstance(outcome, Answer) else outcome.code
    if isinstance(outcome, OutboundRefused) or claimed.attempts > len(WAITS):
        return said | {"state": State.FAILED, "code": code}
    return said | {"state": State.QUEUED, "code": code, "next_at": now + WAITS[claimed.attempts - 1]}


def _secrets(webhook: Webhook, now: dt.datetime) -> list[str]:
    old = webhook.old_secret if webhook.old_until is not None and now < webhook.old_until else None
    return [one for one in (told(webhook.secret, column="secret"), told(old, column="secret")) if one]


def _write(row: WebhookDelivery, **values: object) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))
