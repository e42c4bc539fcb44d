"""What is done with a referral. It is won with its lead; rewards are given by who may write them."""

from collections.abc import Mapping
from uuid import UUID

from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.labels import Label
from chezhan.catalogue.verb import Ask, Doer, Verb
from chezhan.kernel import clock
from chezhan.modules.leads.models import Lead
from chezhan.modules.referrals.refusals import PackageMissing, ReferralNotWon, ReferredSelf
from chezhan.modules.referrals.selves import refers_self


def _win(_: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """Raises ReferralNotWon, ReferredSelf."""
    leads = Lead.objects.in_bulk([one.value("lead_id") for one in drafts.values()])
    for draft in drafts.values():
        lead = leads[draft.value("lead_id")]
        if lead.status != "won":
            raise ReferralNotWon
        if refers_self(referrer_id=draft.value("referrer_id"), lead_id=lead.id):
            raise ReferredSelf
        draft.wanted["won_on"] = clock.today()


def _reward(_: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """Raises PackageMissing."""
    for draft in drafts.values():
        if draft.value("reward_kind") == "package" and not draft.value("package"):
            raise PackageMissing


VERBS = (
    Verb("win", Label("朋友已成交", "The friend bought"), of=frozenset({"open"}), to="won", doing=_win),
    Verb(
        "reward",
        Label("登记奖励", "Put the reward down"),
        of=frozenset({"won"}),
        to="rewarded",
        asks=(
            Ask("reward_kind", required=True),
            Ask("reward_amount", required=True),
            Ask("package"),
            Ask("rewarded_on", required=True, now=True),
            Ask("payment_reference", required=True),
        ),
        doing=_reward,
    ),
    Verb(
        "lapse",
        Label("未成交", "Came to nothing"),
        of=frozenset({"open"}),
        to="lapsed",
        asks=(Ask("note", required=True),),
    ),
    Verb("reopen", Label("重新跟进", "Open again"), of=frozenset({"lapsed"}), to="open"),
)
