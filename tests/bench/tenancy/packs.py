"""A pack of B, in words that no answer to A's people may hold; and how requests name it."""

from typing import Any
from uuid import UUID

from chezhan.catalogue.packs.file import document_of
from chezhan.catalogue.packs.models import InstalledPack, PackFile, PackItem, PackRun, PackStep
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tests.bench.tenancy.word import CANARY

KEY = f"{CANARY}-pack".lower()
WORDS = {"zh": f"{CANARY} 包", "en": CANARY}
TAG = {"part": "tag", "key": KEY, "name": {"zh": CANARY[:30]}, "body": {"color": "#d48806"}}
CONTENT = {"pack": KEY, "version": 1, "name": WORDS, "about": WORDS, "items": [TAG]}


def make_packs(store: StoreRef, *, person_id: UUID) -> dict[str, list[Any]]:
    document = document_of(CONTENT)
    said = {"by": person_id, "by_name": f"{CANARY} 甲"}
    with tenant_context(store):
        file = PackFile.objects.create(
            pack=KEY, version=1, content=document.as_json(), digest=document.digest, by=person_id
        )
        InstalledPack.objects.create(key=KEY, file=file, version=1, language="zh", **said)
        run = PackRun.objects.create(file=file, language="zh", status="failed", code=CANARY, total=1, **said)
        PackStep.objects.create(run=run, number=0, part="tag", key=KEY, outcome="refused", code=CANARY)
        base = {"name": CANARY[:30], "body": TAG["body"]}
        PackItem.objects.create(pack=KEY, part="tag", key=KEY, state="refused", base=base, code=CANARY)
    return {"pack_run_id": [run.id], "pack_key": [KEY], "pack_file_id": [file.id]}


def packs_cases(case: Any) -> dict[str, Any]:
    """By operation."""
    return {
        "list_packs": case(),
        "bring_pack_file": case(body=lambda names: {"text": "pack: nothing"}),
        "plan_pack": case(body=lambda names: {"file": names["pack_file_id"]}),
        "install_pack": case(body=lambda names: {"file": names["pack_file_id"]}),
        "get_pack_run": case(),
        "export_pack": case(),
        "get_pack": case(),
    }
