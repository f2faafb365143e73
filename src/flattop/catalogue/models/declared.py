"""What the catalogue's models declare: sections, quantities and their descriptions, looked up by path."""

from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from flattop.catalogue.models.quantity import Kind, Quantity


def kind_of(field: FieldInfo) -> Kind | None:
    """What a field expects of its quantity; None where the field is a section, a text or a truth value."""
    return next((mark for mark in field.metadata if isinstance(mark, Kind)), None)


def section_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model that describes the table at a path; None where there is none, as in a table of free names."""
    for key in path:
        if isinstance(key, int):
            continue
        if key not in model.model_fields:
            return None
        inner = _section_in(model.model_fields[key].annotation)
        if inner is None:
            return None
        model = inner
    return model


def _section_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `X`, `X | None` or `tuple[X, ...]`."""
    if get_origin(annotation) in (Union, UnionType, tuple):
        return next((found for part in get_args(annotation) if (found := _section_in(part))), None)
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return annotation if is_model and annotation is not Quantity else None
