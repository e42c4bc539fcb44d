"""The one shape in which everything that is refused is told."""

from typing import Any

REFUSED = "Refused"
REFUSAL: dict[str, Any] = {
    "title": REFUSED,
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message", "params", "request_id"],
            "properties": {
                "code": {"type": "string", "description": "by which to tell refusals apart; the texts may change"},
                "message": {"type": "string"},
                "params": {"type": "object", "additionalProperties": True},
                "request_id": {"type": "string", "description": "to quote when asking for help"},
                "fields": {
                    "type": "object",
                    "description": "what is wrong, by the field it belongs to",
                    "additionalProperties": {"type": "array", "items": {"type": "string"}},
                },
            },
        }
    },
}
# What an operation answers besides what it is there for.
REFUSING: dict[str, Any] = {
    "description": "Refused",
    "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{REFUSED}"}}},
}
