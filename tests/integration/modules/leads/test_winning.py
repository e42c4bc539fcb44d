"""A quote that was accepted is a lead that was won: whoever has it, and however far somebody had brought it."""

import datetime as dt

from chezhan.kernel import clock
from tests.integration.modules.sales.conftest import lot, seller  # noqa: F401


def test_who_bought_is_won_even_where_nobody_wrote_down_that_they_spoke_or_they_were_given_up(seller, lot, cast):  # noqa: F811
    boss, until = seller(), str(clock.today() + dt.timedelta(days=5))

    def bought(lead):
        quote = boss.create("quote", trim=lot["trim"], lead=lead["id"])["record"]
        for verb, values in (("submit", {}), ("approve", {"approval_note": "好"}), ("send", {"valid_until": until})):
            boss.do("quote", quote, verb, **values)
        boss.do("quote", quote, "accept")
        return boss.now("lead", lead)

    fresh = boss.create("lead", contact_name="当场成交", channel="walk_in", owner=str(cast.people["advisor"].id))
    won = bought(fresh["record"])
    assert (won["status"], bool(won["closed_at"]), bool(won["first_contacted_at"])) == ("won", True, True)
    assert won["customer"]["title"] == "当场成交"
    given_up = boss.create("lead", contact_name="回头", channel="walk_in")["record"]
    boss.do("lead", given_up, "lose", lost_reason="price")
    back = bought(given_up)
    assert (back["status"], back["lost_reason"], back["lost_stage"]) == ("won", "", "")
