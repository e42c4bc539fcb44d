"""Comments on records, and tags. They name a record by kind and id: it may be in the recycle bin and come back."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class RecordComment(models.Model):
    """`mentions`: ids of people of the store."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    record_id = models.UUIDField()
    author = models.UUIDField()
    text = models.TextField()
    mentions = models.JSONField(default=list)
    at = models.DateTimeField(default=clock.now)
    edited_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "record_comment"
        indexes = [models.Index(fields=["record_id", "-at", "-id"], name="record_comment_latest")]


class Tag(models.Model):
    """A word of the store's own, with a colour (#rrggbb), that may be put on records of any kind."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=30, unique=True)
    color = models.CharField(max_length=7)

    class Meta:
        db_table = "record_tag"
        constraints = [
            models.CheckConstraint(condition=models.Q(color__regex=r"^#[0-9a-f]{6}$"), name="record_tag_color"),
        ]


class Tagging(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="taggings")
    entity = models.CharField(max_length=40)
    record_id = models.UUIDField()
    at = models.DateTimeField(default=clock.now)
    by = models.UUIDField()

    class Meta:
        db_table = "record_tagging"
        constraints = [models.UniqueConstraint(fields=["record_id", "tag"], name="record_tagging_once")]
        indexes = [models.Index(fields=["tag", "entity", "record_id"], name="record_tagging_by_tag")]
