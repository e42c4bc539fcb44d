"""Flows of a store and their published versions."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class Flow(models.Model):
    """`definition`: the draft, see definition.flow; `draft_version` grows with every change of it. `published`: the
    number of the version that new ones go by; None for none. `enabled`: off, none begins; those under way go on.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    definition = models.JSONField(default=dict)
    enabled = models.BooleanField(default=True)
    draft_version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()
    published = models.PositiveIntegerField(null=True)

    class Meta:
        db_table = "flow"
        constraints = [models.UniqueConstraint(fields=["entity", "name"], name="flow_name_once")]


class FlowVersion(models.Model):
    """What was published, never changed afterwards. `by`: whose rights the flow acts with. `back_to`: the number of the
    version it puts back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    flow = models.ForeignKey(Flow, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=60)
    definition = models.JSONField()
    note = models.CharField(max_length=200, blank=True)
    back_to = models.PositiveIntegerField(null=True)
    at = models.DateTimeField(default=clock.now)
    by = models.UUIDField()
    by_name = models.CharField(max_length=120)

    class Meta:
        db_table = "flow_version"
        constraints = [models.UniqueConstraint(fields=["flow", "number"], name="flow_version_once")]


class FlowInstance(models.Model):
    """One flow on one record, by version `number` of it. `starter`: the person; None where it began by itself. `key`:
    what it began by, such as an event, never twice. `parent`: the token that waits for it. `cause`: what acted by
    itself that it came to this, first to last.
    """

    class Status(models.TextChoices):
        RUNNING = "running"
        DONE = "done"
        WITHDRAWN = "withdrawn"
        CANCELLED = "cancelled"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    flow = models.ForeignKey(Flow, on_delete=models.CASCADE, related_name="instances")
    number = models.PositiveIntegerField()
    entity = models.CharField(max_length=40)
    record_id = models.UUIDField()
    status = models.CharField(max_length=10, choices=Status, default=Status.RUNNING)
    outcome = models.CharField(max_length=10, blank=True)
    starter = models.UUIDField(null=True)
    key = models.CharField(max_length=100, null=True)
    parent = models.UUIDField(null=True)
    cause = models.JSONField(default=list)
    started_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "flow_instance"
        constraints = [
            models.UniqueConstraint(fields=["flow", "key"], name="flow_instance_key_once"),
            models.UniqueConstraint(
                fields=["flow", "record_id"],
                condition=models.Q(status="running"),
                name="flow_instance_running_once",
            ),
        ]
        indexes = [
            models.Index(fields=["record_id"], name="flow_instance_record"),
            models.Index(fields=["starter", "-started_at"], name="flow_instance_starter"),
            models.Index(fields=["status", "-started_at"], name="flow_instance_status"),
            models.Index(fields=["parent"], condition=models.Q(parent__isnull=False), name="flow_instance_parent"),
        ]


class FlowToken(models.Model):
    """Where an instance stands; several where it goes several ways. `came`: the edge it came by. `moves`: how many
    steps led here, which also tells one stay at a node from the next. `code`: why it is stuck.
    """

    class State(models.TextChoices):
        READY = "ready"
        ASKING = "asking"
        WAITING = "waiting"
        JOINING = "joining"
        BELOW = "below"
        STUCK = "stuck"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    instance = models.ForeignKey(FlowInstance, on_delete=models.CASCADE, related_name="tokens")
    flow_id = models.UUIDField()
    number = models.PositiveIntegerField()
    node = models.CharField(max_length=40)
    state = models.CharField(max_length=8, choices=State, default=State.READY)
    came = models.CharField(max_length=40, blank=True)
    moves = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=80, blank=True)
    since = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "flow_token"
        indexes = [
            models.Index(
                fields=["flow_id", "number", "node"], condition=models.Q(state="ready"), name="flow_token_ready"
            ),
            models.Index(fields=["-since"], condition=models.Q(state="stuck"), name="flow_token_stuck"),
        ]


class FlowItem(models.Model):
    """What one person is asked at a node, in one stay (`moves`) of a token there. `stands_for`: in whose place they are
    asked. `how`: how it came to them. `waits_for`: the item that is to be answered first, while it is queued.
    """

    class State(models.TextChoices):
        OPEN = "open"
        QUEUED = "queued"
        DONE = "done"
        VOID = "void"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    instance = models.ForeignKey(FlowInstance, on_delete=models.CASCADE, related_name="items")
    token_id = models.UUIDField()
    moves = models.PositiveIntegerField()
    node = models.CharField(max_length=40)
    kind = models.CharField(max_length=10)
    person = models.UUIDField()
    stands_for = models.UUIDField(null=True)
    how = models.CharField(max_length=12, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    decision = models.CharField(max_length=10, blank=True)
    position = models.PositiveIntegerField(default=0)
    waits_for = models.UUIDField(null=True)
    at = models.DateTimeField(default=clock.now)
    due_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "flow_item"
        constraints = [
            models.UniqueConstraint(
                fields=["token_id", "person"],
                condition=models.Q(state__in=["open", "queued"]) & ~models.Q(kind="copy"),
                name="flow_item_asked_once",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-at"], condition=models.Q(state="open"), name="flow_item_open"),
            models.Index(fields=["person", "-decided_at"], condition=models.Q(state="done"), name="flow_item_done"),
            models.Index(fields=["token_id"], name="flow_item_token"),
        ]


class FlowEntry(models.Model):
    """All that happened in an instance, in the order of ids, never changed. `by`: the person; None for the flow
    itself. `text`: what they said. `details`: ports, ids of people and nodes, codes; no values of records.
    `signature`: strokes.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    instance = models.ForeignKey(FlowInstance, on_delete=models.CASCADE, related_name="entries")
    node = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=12)
    by = models.UUIDField(null=True)
    at = models.DateTimeField(default=clock.now)
    text = models.TextField(blank=True)
    details = models.JSONField(default=dict)
    signature = models.JSONField(null=True)

    class Meta:
        db_table = "flow_entry"
        indexes = [models.Index(fields=["instance", "id"], name="flow_entry_of")]


class FlowDeputy(models.Model):
    """From the day `since` to the day `until`, both among them, what `person` would be asked goes to `deputy`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.UUIDField()
    deputy = models.UUIDField()
    since = models.DateField()
    until = models.DateField()
    set_by = models.UUIDField()
    set_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "flow_deputy"
        constraints = [
            models.CheckConstraint(condition=models.Q(since__lte=models.F("until")), name="flow_deputy_days"),
            models.CheckConstraint(condition=~models.Q(person=models.F("deputy")), name="flow_deputy_another"),
        ]
        indexes = [models.Index(fields=["person", "until"], name="flow_deputy_of")]
