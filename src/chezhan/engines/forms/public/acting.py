"""Who enters what strangers send: an integration named after the form, that may create one kind of record, and no more.

No session and no token leads to it, so that nobody ever reads by its rights.
"""

from chezhan.access import Actor
from chezhan.access.rights import Action, Right
from chezhan.access.roles import PUBLIC_FORM
from chezhan.access.scopes import Scope
from chezhan.engines.forms.models import PublicForm
from chezhan.engines.forms.published import OWN_FORM
from tenants.directory import StoreRef


def actor_of(public: PublicForm, *, store: StoreRef) -> Actor:
    """It enters by this very form, whatever other forms there are."""
    return Actor(
        person_id=public.id,
        person_name=public.form.name,
        language="zh-hans",
        group=store.group,
        store=store,
        roles=frozenset({PUBLIC_FORM, f"{OWN_FORM}{public.form_id}"}),
        scope=Scope(entities=((public.form.entity, Right.WRITE),), actions=frozenset({Action.CREATE})),
    )
