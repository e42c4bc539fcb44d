"""The doors of messages: words made of records, and what was sent."""

from collections.abc import Iterator

from tests.bench.fieldpolicy.doors import STORE, Ask, Hidden, door
from tests.bench.fieldpolicy.messages import template_id
from tests.bench.fieldpolicy.twins import ASKER, HEAD, ROWS, id_of


@door
def drafts(hidden: Hidden) -> Iterator[Ask]:
    """Of the field itself, and of all that leads to it."""
    name, messages = hidden.entity.name, f"{STORE}messages"
    yield Ask("", f"{messages}/places", params={"entity": name, "channel": "sms"})
    links = {one.name: [name] for one in hidden.entities}
    for entity in hidden.entities:
        links[entity.name] += [f"{one.name}." for one in entity.own_fields if one.target == name]
    for entity in hidden.entities:
        places = [f"{one}{hidden.field.name}" for one in links[entity.name] if one.endswith(".")]
        places += [hidden.field.name] if entity.name == name else []
        if places:
            text = "|".join(f"{{{{{place}}}}}" for place in places)
            for number in range(ROWS):
                body = {"entity": entity.name, "channel": "sms", "text": text, "subject": text}
                record = str(id_of(entity.name, number))
                yield Ask("", f"{messages}/draft", "POST", body={**body, "record_id": record})


@door
def sent(hidden: Hidden) -> Iterator[Ask]:
    """By who may read all, in words that hold all; and by the asker."""
    messages = f"{STORE}messages"
    for entity in hidden.entities:
        for number in range(2):
            body = {"entity": entity.name, "record_id": str(id_of(entity.name, number)), "to": "owner"}
            body |= {"template_id": str(template_id(entity)), "key": f"{hidden.field.name}-{entity.name}-{number}"[:64]}
            weighed = {name: value for name, value in body.items() if name != "key"}
            yield Ask("", f"{messages}/foretell", "POST", body=weighed)
            for person in (HEAD, ASKER):
                yield Ask("", messages, "POST", person=person, body={**body, "key": f"{person}-{body['key']}"[:64]})
    yield Ask("", messages)
    for entity in hidden.entities:
        record = str(id_of(entity.name, 0))
        yield Ask("", messages, params={"entity": entity.name, "record_id": record})
        yield Ask("", f"{messages}/consents/{entity.name}/{record}")
