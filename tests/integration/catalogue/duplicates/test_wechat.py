"""WeChat ids are sealed whole: known again in any spelling, and no part of one is told to who may not read it."""

from django.db import connection

from tenants.context import tenant_context

WECHAT = "Lilei_1988"


def found(ask, who, operator, value, status=200):
    rule = f'{{"combinator":"and","rules":[{{"field":"wechat","operator":"{operator}","value":"{value}"}}]}}'
    answer = ask(who, "GET", f"records/customer?fields=name,wechat&filter={rule}", status=status)
    return [(row["name"], row["wechat"]) for row in answer["rows"]] if status == 200 else answer["error"]["code"]


def test_it_is_kept_sealed_without_its_end_and_matched_whole(showroom, ask, make):
    made = make(wechat=WECHAT)
    assert made["wechat"] == WECHAT
    with tenant_context(showroom.stores["north"]), connection.cursor() as cursor:
        cursor.execute(
            "SELECT to_jsonb(customer)::text, encode(substring(sealed_wechat, 17, 4), 'escape') FROM customer "
            "WHERE id = %s",
            [made["id"]],
        )
        row, end = cursor.fetchone()
        cursor.execute("SELECT string_agg(changes::text, '') FROM audit_entry")
        (history,) = cursor.fetchone()
    assert (WECHAT in row, WECHAT in history, end) == (False, False, "    ")
    # Who may not read it may match it whole, and sees nothing of it.
    assert found(ask, "manager", "=", "lilei_1988") == [("李雷", WECHAT)]
    assert found(ask, "advisor", "=", WECHAT) == [("李雷", "****")]
    assert found(ask, "advisor", "=", "Lilei_198") == []
    for operator in ("endsWith", "contains", "beginsWith"):
        assert found(ask, "manager", operator, "1988", status=422) == "unknown_operator"


def test_it_tells_duplicates_on_entry_and_in_a_look(showroom, ask, make, groups):
    make(name="甲", wechat=WECHAT)
    make(name="乙", wechat=" lilei_1988")
    make(name="丙", wechat="Lilei_1989")
    found = ask("manager", "POST", "duplicates/customer/check", {"values": {"wechat": "LILEI_1988"}})
    assert [(sorted(one["title"] for one in match["records"]), match["why"]) for match in found["matches"]] == [
        (["乙", "甲"], ["wechat"])
    ]
    assert groups() == [(["乙", "甲"], ["wechat"])]
    ask("manager", "PUT", "duplicates/customer/rules", {"key": "wechat", "enabled": False}, 204)
    assert groups() == []
