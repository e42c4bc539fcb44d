"""Relations as people know them."""

from chezhan.catalogue.entity import Entity, Field, Happens
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import CHOICE, LINK, TEXT
from chezhan.modules.relations.kinds import KINDS
from chezhan.modules.relations.models import Relation
from chezhan.modules.relations.refusals import RelatedToSelf, RelationThere

RELATION = Entity(
    name="relation",
    model=Relation,
    label=Label("客户关系", "Relation"),
    label_plural=Label("客户关系", "Relations"),
    title=("kind",),
    told_by=("customer", "kind", "other"),
    sort="-created_at",
    joins=("customer", "other"),
    refusals={"relation_of_two": RelatedToSelf, "relation_once": RelationThere},
    happens=Happens("created_at", ("customer", "other")),
    own_fields=(
        Field("customer", Label("客户", "Customer"), LINK, target="customer", required=True, once=True),
        Field(
            "kind",
            Label("对方是其", "The other is their"),
            CHOICE,
            options=KINDS,
            required=True,
        ),
        Field("other", Label("对方", "The other"), LINK, target="customer", required=True, once=True),
        Field("note", Label("说明", "Note"), TEXT, settings=FieldSettings(max_length=200)),
    ),
)
