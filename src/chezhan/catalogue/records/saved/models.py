"""Saved views of lists."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class SavedView(models.Model):
    """`name_en`: what readers of English call it; empty: the same. `columns`: names of fields; empty means the list's
    own. `filter`: a rule group as JSON text; `sort`, `q`, `tags` as a list takes them. `kind`: how records are laid
    out; `layout`: by which fields, see `layouts`. `owner`: whose it is; `shared`: whether the others of the store see
    it too.
    """

    class Kind(models.TextChoices):
        LIST = "list"
        BOARD = "board"
        CALENDAR = "calendar"
        GALLERY = "gallery"
        TREE = "tree"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60, blank=True, default="", db_default="")
    columns = models.JSONField(default=list)
    filter = models.TextField(blank=True, default="")
    sort = models.CharField(max_length=200, blank=True, default="")
    q = models.CharField(max_length=100, blank=True, default="")
    tags = models.CharField(max_length=400, blank=True, default="", db_default="")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.LIST, db_default="list")
    layout = models.JSONField(default=dict, db_default=models.Value({}, models.JSONField()))
    shared = models.BooleanField(default=False)
    owner = models.UUIDField()
    position = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "saved_view"
        constraints = [
            models.UniqueConstraint(
                fields=["entity", "name"], condition=models.Q(shared=True), name="saved_view_name_shared"
            ),
            models.UniqueConstraint(
                fields=["entity", "owner", "name"], condition=models.Q(shared=False), name="saved_view_name_own"
            ),
        ]
