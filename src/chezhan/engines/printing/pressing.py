"""Papers for what is kept as a file: the kind's own paper, filled once and set whenever it is asked for."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.papers import Press, has_press
from chezhan.engines.printing.filling import Filling
from chezhan.engines.printing.services import view_of
from chezhan.engines.printing.starting import own_layout, own_name
from chezhan.engines.printing.typesetting import set_pdf


def fill(actor: Actor, entity: str, record_id: UUID, over: Mapping[str, str]) -> dict[str, Any]:
    view = view_of(actor=actor, entity=entity)
    language = "en" if actor.language == "en" else "zh"
    layout = own_layout(view=view, language=language)
    filling = Filling(actor=actor, view=view, layout=layout, name=own_name(view, language))
    return filling.document([record_id], over=over)


has_press(Press(fill, set_pdf))
