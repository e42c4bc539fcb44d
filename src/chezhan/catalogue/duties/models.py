"""Who looks after what."""

from django.db import models
from django.db.models import Q

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id

ASPECTS = ("region", "model", "source")


class Duty(models.Model):
    """`person` looks after `value`, which is of the kind `aspect`: a region by its name (province, city or district), a
    brand or a series by its name, a source as records have it. `set_by`: who said so."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.UUIDField()
    aspect = models.CharField(max_length=10)
    value = models.CharField(max_length=80)
    set_by = models.UUIDField(null=True)
    set_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "duty"
        constraints = [
            models.UniqueConstraint(fields=["person", "aspect", "value"], name="duty_once"),
            models.CheckConstraint(condition=Q(aspect__in=ASPECTS), name="duty_aspect"),
            models.CheckConstraint(condition=~Q(value=""), name="duty_of_something"),
        ]
