"""Columns of the field types that do not say theirs yet."""

from django.db import models

from chezhan.catalogue.entity import Field


def interim_column(field: Field) -> models.Field:
    said = getattr(field.type, "column", None)
    if said is not None:
        return said(field)
    match field.type.name:
        case "number" | "money":
            return models.DecimalField(null=True, max_digits=20, decimal_places=6)
        case "date":
            return models.DateField(null=True)
        case "datetime":
            return models.DateTimeField(null=True)
    return models.TextField(null=True)
