"""What the audit tells of forms: when one was made, published or opened to strangers; never what a draft says."""

from chezhan.catalogue.records.trail.settings import Setting, tell_of
from chezhan.engines.forms.models import Form, PublicForm

OPENING = ("enabled", "ends_at", "per_hour", "per_day")

tell_of("form", Setting("form", Form, ("entity",), ("name", "published", "position")))
tell_of("public_form", Setting("public_form", PublicForm, ("form__entity", "form__name"), OPENING))
