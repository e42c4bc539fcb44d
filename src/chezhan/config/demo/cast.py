"""The people who work in the demo group, and how each of them signs in.

Addresses end in .example (RFC 2606): nobody can own one, no mail can leave for one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from chezhan.config.demo.names import Gender, invent_person_name
from chezhan.config.demo.places import HANGZHOU, City
from chezhan.config.demo.story import STORES, StorePlan

MAIL_DOMAIN = "chengqi.example"
PASSWORD = "chezhan-demo-2026"
"""The same for everyone, known to everyone: the loader refuses where real people work."""

HEAD_ROLES: tuple[tuple[str, str, Gender], ...] = (
    ("boss", "group_owner", "male"),
    ("analyst", "hq_operations", "female"),
    ("auditor", "auditor", "female"),
)
STORE_ROLES: dict[str, tuple[tuple[str, str], ...]] = {
    "dealer": (
        ("manager", "store_manager"),
        ("advisor1", "sales_advisor"),
        ("advisor2", "sales_advisor"),
        ("finance", "finance"),
    ),
    "repair": (
        ("manager", "store_manager"),
        ("advisor1", "service_advisor"),
        ("advisor2", "service_advisor"),
        ("technician", "technician"),
        ("finance", "finance"),
    ),
}
ROLE_LABELS = {
    "group_owner": "集团老板",
    "hq_operations": "总部运营分析",
    "auditor": "审计",
    "store_manager": "店长",
    "sales_advisor": "销售顾问",
    "service_advisor": "服务顾问",
    "technician": "维修技师",
    "finance": "财务",
}


@dataclass(frozen=True, slots=True)
class CastMember:
    """store: None at the head of the group."""

    email: str
    name: str
    role: str
    store: StorePlan | None

    @property
    def role_label(self) -> str:
        return ROLE_LABELS[self.role]


def _name(*, place: str, post: str, gender: Gender, city: City) -> str:
    rng = Random(f"cast/{place}/{post}")
    return invent_person_name(rng, city=city, gender=gender, birth_year=rng.randint(1975, 1999))


def _gather() -> Iterator[CastMember]:
    for post, role, gender in HEAD_ROLES:
        name = _name(place="head", post=post, gender=gender, city=HANGZHOU)
        yield CastMember(f"{post}@{MAIL_DOMAIN}", name, role, None)
    for store in STORES:
        for number, (post, role) in enumerate(STORE_ROLES[store.pack]):
            # Men and women in turn, beginning with another in every other store.
            of_store: Gender = "female" if (number + len(store.key)) % 2 else "male"
            name = _name(place=store.key, post=post, gender=of_store, city=store.city)
            yield CastMember(f"{post}.{store.key}@{MAIL_DOMAIN}", name, role, store)


CAST: tuple[CastMember, ...] = tuple(_gather())
OWNER: CastMember = CAST[0]
