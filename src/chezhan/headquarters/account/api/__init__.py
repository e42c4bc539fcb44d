"""/api/account: who one is, one's groups, their people and plan. All of it runs in the public schema."""

from ninja import Router

from chezhan.headquarters.account.api.entrance import router as entrance_router
from chezhan.headquarters.account.api.groups import router as groups_router
from chezhan.headquarters.account.api.me import router as me_router
from chezhan.headquarters.account.api.people import router as people_router
from chezhan.headquarters.account.api.tokens import router as tokens_router

router = Router(tags=["account"])
for part in (me_router, groups_router, people_router, tokens_router, entrance_router):
    router.add_router("", part)
