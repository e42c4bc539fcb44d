"""The forms in force in a store, kept in the process until the store's revision changes."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from chezhan.access import Actor
from chezhan.catalogue.entity import Entity
from chezhan.engines.forms.compiler import Compiled, compile_form
from chezhan.engines.forms.layout import Layout, read_layout
from chezhan.engines.forms.models import FormVersion
from chezhan.engines.forms.refusals import BadLayout, FormUnreadable
from chezhan.kernel import clock
from chezhan.kernel.latest import Latest
from tenants.context import require_open
from tenants.directory import StoreRef

CREATE, EDIT, DETAIL = "create", "edit", "detail"
PURPOSES = (CREATE, EDIT, DETAIL)
# Of a form that is for steps of flows alone. A step may name any form in force.
STEP = "step"
# A role that names the one form by which its holder enters records.
OWN_FORM = "form:"


@dataclass(frozen=True, slots=True)
class Published:
    """`id`: of the version."""

    id: UUID
    form_id: UUID
    number: int
    entity: str
    name: str
    roles: frozenset[str]
    purposes: frozenset[str]
    readable: Layout | None
    tells_time: bool

    @property
    def layout(self) -> Layout:
        """Raises FormUnreadable: what a form asks for is not passed over because this release can't read it."""
        if self.readable is None:
            raise FormUnreadable(params={"name": self.name})
        return self.readable

    def fits(self, *, roles: frozenset[str], purpose: str) -> bool:
        return (not self.roles or bool(self.roles & roles)) and (not self.purposes or purpose in self.purposes)


Forms = Sequence[Published]
_forms: Latest[Forms] = Latest(500)
_compiled: Latest[Compiled] = Latest(300)


def forms_of(store: StoreRef) -> Forms:
    """In the order in which they are tried; one statement on the store's open transaction the first time."""
    if not store.revision:
        return ()
    key = (store.id, store.revision)
    known = _forms.find(key)
    if known is not None:
        return known
    # Read in another store, it would be kept as this one's.
    require_open(store)
    rows = FormVersion.objects.filter(number=F("form__published")).select_related("form")
    return _forms.keep(key, tuple(_made(row) for row in rows.order_by("form__position", "form_id")))


def form_for(*, actor: Actor, entity: str, purpose: str) -> Published | None:
    """The first that fits. None: records of this kind are entered as the catalogue lays them out."""
    own = next((role.removeprefix(OWN_FORM) for role in actor.roles if role.startswith(OWN_FORM)), None)
    for one in forms_of(actor.in_store):
        if own is not None:
            if str(one.form_id) == own:
                return one
        elif one.entity == entity and one.fits(roles=actor.roles, purpose=purpose):
            return one
    return None


def form_in_force(*, actor: Actor, entity: str, form_id: UUID) -> Published | None:
    return next((one for one in forms_of(actor.in_store) if one.form_id == form_id and one.entity == entity), None)


def compiled(form: Published, *, entity: Entity, digest: str) -> Compiled:
    """`digest`: of the catalogue that `entity` is of. Made anew each day, and each minute where it tells the time."""
    now = clock.now().replace(second=0, microsecond=0)
    return _compiled.make_once(
        (form.id, digest, lasting(form)),
        lambda: compile_form(layout=form.layout, entity=entity, today=clock.today(), now=now, creating=False),
    )


def lasting(form: Published) -> dt.date | dt.datetime:
    """What is made of the form holds for this day or, where its conditions tell the time, for this minute."""
    return clock.now().replace(second=0, microsecond=0) if form.tells_time else clock.today()


def _made(row: FormVersion) -> Published:
    try:
        layout = read_layout(row.layout)
    except BadLayout:
        layout = None
    return Published(
        id=row.id,
        form_id=row.form_id,
        number=row.number,
        entity=row.form.entity,
        name=row.name,
        roles=frozenset(row.roles),
        purposes=frozenset(row.purposes),
        readable=layout,
        tells_time=layout is not None and ("now" in (text := layout.model_dump_json()) or "现在" in text),
    )
