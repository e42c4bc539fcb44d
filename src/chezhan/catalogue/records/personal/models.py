"""That somebody asked for their data, or for its erasure: who did it, when, for what, and of how much. No values."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class PersonalRequest(models.Model):
    """`entity`, `record_id`: the person's record. `counts`: kind of record, or what else was found → how many.

    `reason` is one of a few, never words that somebody typed: those could name the person again.
    """

    class Kind(models.TextChoices):
        EXPORTED = "exported", "导出"
        ERASED = "erased", "清除"

    class Reason(models.TextChoices):
        ASKED = "asked", "本人要求"
        WITHDRAWN = "withdrawn", "撤回同意"
        NEEDLESS = "needless", "目的已实现或不再需要"
        UNLAWFUL = "unlawful", "处理违反法律或约定"
        AUTHORITY = "authority", "主管部门要求"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    reason = models.CharField(max_length=12, choices=Reason)
    entity = models.CharField(max_length=40)
    record_id = models.UUIDField()
    at = models.DateTimeField(default=clock.now)
    by = models.UUIDField()
    counts = models.JSONField(default=dict)

    class Meta:
        db_table = "personal_request"
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=["exported", "erased"]), name="personal_request_kind"),
            models.CheckConstraint(
                condition=models.Q(reason__in=["asked", "withdrawn", "needless", "unlawful", "authority"]),
                name="personal_request_reason",
            ),
        ]
        indexes = [models.Index(fields=["record_id", "-at"], name="personal_request_of_record")]
