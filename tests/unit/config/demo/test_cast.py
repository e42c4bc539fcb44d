"""Everyone in the demo group has a role, a place and an address that nobody owns."""

import re

from chezhan.access.roles import BY_KEY
from chezhan.config.demo.cast import CAST, OWNER, ROLE_LABELS
from chezhan.config.demo.story import STORES


def test_roles_exist_and_fit_the_place():
    for member in CAST:
        role = BY_KEY[member.role]
        assert role.level == ("group" if member.store is None else "store")
        assert member.store is None or member.store.pack in role.packs
        assert member.role in ROLE_LABELS


def test_addresses_are_unique_and_reserved():
    assert len({member.email for member in CAST}) == len(CAST)
    assert all(re.fullmatch(r"[a-z0-9.-]+@chengqi\.example", member.email) for member in CAST)


def test_names_are_chinese_and_unique():
    assert len({member.name for member in CAST}) == len(CAST)
    assert all(re.fullmatch(r"[\u4e00-\u9fff]{2,4}", member.name) for member in CAST)


def test_one_owner_and_in_every_store_a_manager_and_two_advisors():
    assert [member for member in CAST if member.role == "group_owner"] == [OWNER]
    for store in STORES:
        roles = [member.role for member in CAST if member.store == store]
        assert roles.count("store_manager") == 1
        assert roles.count("sales_advisor") + roles.count("service_advisor") == 2
