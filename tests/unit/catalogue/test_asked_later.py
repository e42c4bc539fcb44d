"""A new record's form asks for what somebody knows who enters it, not for what the product or later events say."""

from chezhan.catalogue.registry import entities


def test_no_form_asks_for_what_only_comes_later():
    kinds = {one.name: one for one in entities()}
    asked = {
        name: {one.name for one in kind.fields.values() if not one.fixed and not kind.asked_later(one)}
        for name, kind in kinds.items()
    }
    # A clock that a rule sets; what is worked out; what verbs and other records bring.
    assert not {"contact_due_at", "visit_at", "lost_reason"} & asked["lead"]
    assert "guide_price" not in asked["quote"] and "result" not in asked["task"]
    assert not {"cost", "gift_cost", "signed_on", "vehicle", "car"} & asked["sales_order"]
    # What is known at birth is asked, and what a record can't be without always is.
    assert {"contact_name", "channel", "need", "next_contact_at", "owner"} <= asked["lead"]
    assert {"customer", "price", "deposit"} <= asked["sales_order"]
    needed = {(name, one.name) for name, kind in kinds.items() for one in kind.fields.values() if one.required}
    assert not {(name, field) for name, field in needed if kinds[name].asked_later(kinds[name].fields[field])}
