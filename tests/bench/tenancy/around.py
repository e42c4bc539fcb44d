"""What people leave around B's records: views, deleted records, operations, comments, tags, answered requests."""

from uuid import UUID

from django.apps import apps

from chezhan.kernel import clock
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tests.bench.tenancy.word import CANARY


def fill_around(store: StoreRef, *, person_id: UUID, records: dict[str, list[UUID]]) -> dict[str, list[UUID]]:
    """Ids by the name of the parameter by which a request names them."""
    ids: dict[str, list[UUID]] = {}
    model = apps.get_model
    with tenant_context(store):
        ids["operation_id"] = [
            model("bulk", "BulkOperation")
            .objects.create(entity="customer", kind="update", person_id=person_id, records=0)
            .id
        ]
        ids["view_id"] = [
            model("saved", "SavedView")
            .objects.create(
                entity=entity,
                name=CANARY,
                name_en=CANARY,
                filter=CANARY,
                sort=CANARY,
                q=CANARY,
                tags=CANARY,
                shared=True,
                owner=person_id,
            )
            .id
            for entity in records
        ]
        tag = model("talk", "Tag").objects.create(name=CANARY, color="#112233")
        ids["tag_id"] = [tag.id]
        ids["comment_id"] = []
        for entity, some in records.items():
            for record_id in some:
                comment = model("talk", "RecordComment").objects.create(
                    entity=entity, record_id=record_id, author=person_id, text=f"{CANARY} said"
                )
                ids["comment_id"].append(comment.id)
                model("talk", "Tagging").objects.create(tag=tag, entity=entity, record_id=record_id, by=person_id)
        ids["rule_id"] = [model("duplicates", "DuplicateRule").objects.create(entity="customer", fields=[CANARY]).id]
        ids["merge_id"] = [
            model("duplicates", "RecordMerge")
            .objects.create(
                entity="customer",
                winner_id=records["customer"][0],
                loser_id=UUID(int=7),
                by=person_id,
                version=1,
                before={"name": CANARY},
            )
            .operation_id
        ]
        ids["file_id"] = [
            model("files", "StoredFile")
            .objects.create(
                entity="customer",
                field="x_papers",
                record_id=records["customer"][0],
                name=f"{CANARY}.pdf",
                kind="application/pdf",
                size=3,
                sha256="0" * 64,
                key=f"{store.id.hex}/00/{CANARY}",
                thumbnail=True,
                uploader=person_id,
                state="attached",
            )
            .id
        ]
        model("bin", "RecycledRecord").objects.create(
            entity="customer",
            record_id=UUID(int=7),
            row={"id": str(UUID(int=7)), "name": f"{CANARY} gone", "phone": "", "version": 1},
            deleted_by=person_id,
            operation_id=ids["operation_id"][0],
        )
        model("personal", "PersonalRequest").objects.create(
            kind="exported", reason="asked", entity="customer", record_id=records["customer"][0], by=person_id
        )
        model("idempotency", "IdempotentRequest").objects.create(
            holder=person_id, key=CANARY, digest="0" * 64, status=200, content_type=CANARY, body=CANARY.encode()
        )
    return ids


def make_import(store: StoreRef, *, person_id: UUID) -> dict[str, list[UUID]]:
    """An import that has written one row, and a mapping that was kept."""
    model = apps.get_model
    told = {"filled": 1, "distinct": 1, "repaired": 0, "lost": 0, "date_order": None, "date_doubt": ""}
    table = {
        "kind": "xlsx", "sheets": [], "sheet": CANARY, "header_row": 1, "headers": [CANARY], "rows": 1, "renamed": [],
        "hidden_rows": 0, "hidden_columns": [], "merged": 0, "macros": False, "outside": False,
        "encoding": "",
    }  # fmt: skip
    with tenant_context(store):
        job = model("importing", "RecordImport").objects.create(
            entity="customer",
            person_id=person_id,
            file_name=f"{CANARY}.xlsx",
            size=1,
            sha256=CANARY,
            status="done",
            phase="",
            table=table,
            columns=[{"index": 0, "header": CANARY, **told}],
            guesses=[{"column": 0, "target": None, "confidence": 0, "reason": CANARY}],
            trial={"rows": 1, "counts": {}, "tallies": [], "at": clock.now().isoformat()},
            started_at=clock.now(),
        )
        refused = [[None, CANARY, {}]]
        model("importing", "ImportChunk").objects.create(job=job, chunk_no=0, rows=[[2, "refused", None, refused]])
        template = model("importing", "ImportTemplate").objects.create(
            entity="customer", person_id=person_id, name=CANARY, signature=CANARY, order={}
        )
    return {"job_id": [job.id], "template_id": [template.id]}


def make_token(store: StoreRef, *, person_id: UUID) -> UUID:
    """The id of a token by which B's manager lets a program act."""
    with public_context():
        token = apps.get_model("tenants", "AccessToken").objects.create(
            person_id=person_id,
            store_id=store.id,
            name=CANARY,
            token_hash="0" * 64,
            tail="0000",
            scopes={"entities": {"*": "read"}},
            made_by=person_id,
        )
    return token.id
