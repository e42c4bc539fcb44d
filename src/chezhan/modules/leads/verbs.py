"""What is done with a lead, from the first contact to the end."""

from collections.abc import Mapping
from uuid import UUID

from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.labels import Label
from chezhan.catalogue.verb import Ask, Doer, Verb
from chezhan.modules.leads.models import NOT_LOST, OPEN
from chezhan.modules.leads.pooling import gone, hand_out, pick, release, there

UNDERWAY = frozenset(OPEN)
ENDED = frozenset({"won", "lost", "invalid"})


def _go_on(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    for draft in drafts.values():
        draft.wanted["progressed_at"] = doer.now


def _met(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """Somebody has spoken with them: the clock of the first contact stands still from then on."""
    _go_on(doer, drafts)
    for draft in drafts.values():
        if draft.current["first_contacted_at"] is None:
            draft.wanted["first_contacted_at"] = doer.now


def _end(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """Nobody is to be contacted any more."""
    _go_on(doer, drafts)
    for draft in drafts.values():
        draft.wanted["closed_at"] = doer.now
        draft.wanted["next_contact_at"] = None
        if draft.current["first_contacted_at"] is None:
            draft.wanted["contact_due_at"] = None


def _lose(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """How far it had come is known from then on."""
    _end(doer, drafts)
    for draft in drafts.values():
        draft.wanted["lost_stage"] = draft.current["status"]


def _reopen(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """To where it can go on from, in the pool where nobody has it; why it had ended is kept in its history."""
    _go_on(doer, drafts)
    for draft in drafts.values():
        status = "contacted" if draft.current["first_contacted_at"] else "new"
        draft.wanted.update({"status": status, "closed_at": None, **NOT_LOST})
        if draft.value("owner") is None:
            draft.wanted["pooled_at"] = doer.now


def _revive(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    _reopen(doer, drafts)
    release(doer, drafts)


def _from(*states: str) -> frozenset[str]:
    return frozenset(states)


VERBS = (
    Verb("pick", Label("领取", "Pick"), of=UNDERWAY, filled="pooled_at", claims=True, doing=pick, instead=gone),
    Verb(
        "hand_out",
        Label("分配", "Hand out"),
        of=UNDERWAY,
        filled="pooled_at",
        asks=(Ask("owner", required=True),),
        doing=hand_out,
        instead=gone,
    ),
    Verb(
        "contact",
        Label("记为已联系", "Mark as contacted"),
        of=_from("new"),
        to="contacted",
        asks=(Ask("need"), Ask("grade"), Ask("next_contact_at")),
        doing=_met,
        undoable=True,
    ),
    Verb(
        "invite",
        Label("邀约到店", "Invite"),
        of=_from("contacted"),
        to="invited",
        asks=(Ask("visit_at"), Ask("next_contact_at")),
        doing=_go_on,
        undoable=True,
    ),
    Verb(
        "visit",
        Label("已到店", "Has visited"),
        of=_from("new", "contacted", "invited"),
        to="visited",
        doing=_met,
        undoable=True,
    ),
    Verb(
        "drive",
        Label("已试驾", "Has driven"),
        of=_from("visited", "invited"),
        to="test_drive",
        doing=_met,
        undoable=True,
    ),
    Verb(
        "quote",
        Label("已报价", "Has a quote"),
        of=_from("contacted", "invited", "visited", "test_drive"),
        to="quoted",
        doing=_go_on,
        undoable=True,
    ),
    Verb(
        "win",
        Label("成交", "Won"),
        of=_from("contacted", "invited", "visited", "test_drive", "quoted"),
        to="won",
        asks=(Ask("customer"),),
        doing=_end,
        undoable=True,
    ),
    Verb(
        "lose",
        Label("战败", "Lost"),
        of=UNDERWAY,
        to="lost",
        asks=(Ask("lost_reason", required=True), Ask("lost_to"), Ask("lost_note")),
        grave=True,
        doing=_lose,
        undoable=True,
    ),
    Verb(
        "invalidate",
        Label("记为无效", "Mark as invalid"),
        of=UNDERWAY,
        to="invalid",
        asks=(Ask("lost_note", required=True),),
        grave=True,
        doing=_end,
        undoable=True,
    ),
    Verb(
        "release",
        Label("放入公海", "Release to the pool"),
        of=UNDERWAY,
        empty="pooled_at",
        asks=(Ask("release_reason", required=True),),
        grave=True,
        doing=release,
        instead=there,
    ),
    Verb(
        "reopen",
        Label("重新激活", "Open again"),
        of=ENDED,
        to="contacted",
        asks=(Ask("owner"),),
        doing=_reopen,
        undoable=True,
    ),
    Verb(
        "revive",
        Label("重新激活到公海", "Open again in the pool"),
        of=ENDED,
        to="contacted",
        asks=(Ask("release_reason", required=True),),
        doing=_revive,
    ),
)
