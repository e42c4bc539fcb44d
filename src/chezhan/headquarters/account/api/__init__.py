"""/api/account: who one is, one's groups, their people and plan. All of it runs in the public schema."""

from ninja import Router

from chezhan.headquarters.account.api.entrance import router as entrance
from chezhan.headquarters.account.api.groups import router as groups
from chezhan.headquarters.account.api.me import router as me
from chezhan.headquarters.account.api.people import router as people

router = Router(tags=["account"])
for part in (me, groups, people, entrance):
    router.add_router("", part)
