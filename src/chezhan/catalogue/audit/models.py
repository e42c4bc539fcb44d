import json
from decimal import Decimal

from django.db import models


class Exact(json.JSONDecoder):
    """Numbers as PostgreSQL has them: money is no float."""

    def __init__(self) -> None:
        super().__init__(parse_float=Decimal)


KINDS = ["created", "updated", "deleted", "read", "revealed", "exported", "erased"]


class AuditEntry(models.Model):
    """One change of one record, or one look at something sensitive. Written by PostgreSQL alone; see functions.sql.

    `entity` is the record's table. `version` is the record's after the change, where it has one.
    `changes`: updated {field: [old, new]}, created {field: new}, deleted {field: old}, in which empty fields are left
    out; for looks whatever was noted, say {"fields": [...]}. Values are as PostgreSQL's to_jsonb writes them: sealed
    ones stay sealed. What was erased is gone from here too, and told by an entry of its own (see erasing).
    `actor_id` is a person's, who lives in `public`; none where the product did not say who acts.
    """

    class Kind(models.TextChoices):
        CREATED = "created", "新建"
        UPDATED = "updated", "修改"
        DELETED = "deleted", "删除"
        READ = "read", "查看"
        REVEALED = "revealed", "显示明文"
        EXPORTED = "exported", "导出"
        ERASED = "erased", "清除"

    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    reason = models.TextField()
    request_id = models.TextField()
    address = models.TextField()
    entity = models.TextField()
    record_id = models.UUIDField(null=True)
    kind = models.TextField(choices=Kind)
    version = models.IntegerField(null=True)
    changes = models.JSONField(decoder=Exact)

    class Meta:
        db_table = "audit_entry"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=KINDS),
                name="audit_entry_kind",
            ),
        ]
        indexes = [
            models.Index(fields=["record_id", "at"], name="audit_of_record"),
            models.Index(fields=["actor_id", "at"], name="audit_of_actor"),
            models.Index(fields=["at", "id"], name="audit_by_time"),
        ]
