"""What people of a store are told in the app."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class Notice(models.Model):
    """`kind`: what happened, a code that the browser has words for; `by`: who did it, None for what happens by itself.
    Nothing of the record but its kind and id: its title goes through the gate when somebody looks. `key`: what is told
    once to one person.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    kind = models.CharField(max_length=40)
    entity = models.CharField(max_length=40)
    record_id = models.UUIDField()
    by = models.UUIDField(null=True)
    key = models.CharField(max_length=160)
    at = models.DateTimeField(default=clock.now)
    read_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notice"
        constraints = [models.UniqueConstraint(fields=["person_id", "key"], name="notice_once")]
        indexes = [
            models.Index(fields=["person_id", "-at", "-id"], name="notice_latest"),
            models.Index(fields=["person_id"], condition=models.Q(read_at=None), name="notice_unread"),
            models.Index(fields=["record_id"], name="notice_of_record"),
        ]
