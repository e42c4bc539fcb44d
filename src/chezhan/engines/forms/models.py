"""Forms of a store and their published versions. Drafts are written by a store's role, versions on the owner alias."""

from django.db import models
from django.db.models import Value

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class Form(models.Model):
    """`layout`: the draft, see layout.Layout; `draft_version` grows with every change of it. `roles`: those it is for,
    empty for everybody; `purposes`: create, edit, detail, empty for all. Of several that fit, the first by `position`
    is taken. `published`: the number of the version in force; None for none.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    roles = models.JSONField(default=list)
    purposes = models.JSONField(default=list)
    layout = models.JSONField(default=dict)
    position = models.PositiveIntegerField(default=0)
    draft_version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()
    published = models.PositiveIntegerField(null=True)

    class Meta:
        db_table = "form"
        constraints = [models.UniqueConstraint(fields=["entity", "name"], name="form_name_once")]


class FormVersion(models.Model):
    """What was published, never changed afterwards. `back_to`: the number of the version it puts back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    form = models.ForeignKey(Form, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=60)
    roles = models.JSONField(default=list)
    purposes = models.JSONField(default=list)
    layout = models.JSONField()
    note = models.CharField(max_length=200, blank=True)
    back_to = models.PositiveIntegerField(null=True)
    at = models.DateTimeField(default=clock.now)
    by = models.UUIDField()
    by_name = models.CharField(max_length=120)

    class Meta:
        db_table = "form_version"
        constraints = [models.UniqueConstraint(fields=["form", "number"], name="form_version_once")]


class PublicForm(models.Model):
    """A form that strangers fill in: by its address, which names `token`, or in a page that embeds it.

    `owner`: who is responsible for what comes in, a person's id; None for nobody. Limits are posts of all senders.
    `sites`: the origins of the pages that may embed it; none may where none is named.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    form = models.OneToOneField(Form, on_delete=models.CASCADE, related_name="public")
    token = models.CharField(max_length=64, unique=True)
    enabled = models.BooleanField(default=True)
    ends_at = models.DateTimeField(null=True)
    title = models.CharField(max_length=60, blank=True)
    intro = models.CharField(max_length=400, blank=True)
    thanks = models.CharField(max_length=400, blank=True)
    color = models.CharField(max_length=7, blank=True)
    owner = models.UUIDField(null=True)
    sites = models.JSONField(default=list, db_default=Value("[]"))
    per_hour = models.PositiveIntegerField(default=100)
    per_day = models.PositiveIntegerField(default=500)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()

    class Meta:
        db_table = "public_form"


class FormPost(models.Model):
    """What came in by a public form, kept before anything is done with it. `payload`: sealed JSON as it was sent; None
    once it was erased. `sender`: a keyed hash of the network address. `reasons`: codes of refusals by field.
    """

    class Outcome(models.TextChoices):
        RECEIVED = "received"
        CREATED = "created"
        REFUSED = "refused"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    public = models.ForeignKey(PublicForm, on_delete=models.CASCADE, related_name="posts")
    key = models.CharField(max_length=64)
    at = models.DateTimeField(default=clock.now)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.RECEIVED)
    reasons = models.JSONField(default=dict)
    entity = models.CharField(max_length=40)
    record_id = models.UUIDField(null=True)
    payload = models.BinaryField(null=True)
    sender = models.BinaryField(null=True)

    class Meta:
        db_table = "form_post"
        constraints = [models.UniqueConstraint(fields=["public", "key"], name="form_post_once")]
        indexes = [
            models.Index(fields=["public", "-at", "-id"], name="form_post_latest"),
            models.Index(fields=["record_id"], name="form_post_record"),
        ]
