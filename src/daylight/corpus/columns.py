"""Values of the model as Arrow columns and back: what one stage leaves for the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import pyarrow as pa

Value = TypeVar("Value")

_SCALARS: dict[Any, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def to_table(values: Iterable[Value], kind: type[Value]) -> pa.Table:
    """A column for each field of ``kind``, a row for each value."""
    array = pa.array([_plain(value) for value in values], type=arrow_type(cast("Hashable", kind)))
    return pa.Table.from_struct_array(array)


def from_table(table: pa.Table, kind: type[Value]) -> list[Value]:
    """The values that ``to_table`` was given."""
    make: Callable[[Any], Value] = _maker(cast("Hashable", kind))
    return [make(row) for row in table.to_pylist()]


@cache
def arrow_type(hint: Any) -> pa.DataType:
    """The Arrow type that holds a value of the model: structs for its records, lists for its tuples."""
    hint = _without_none(hint)
    if get_origin(hint) is Literal:
        return pa.string()
    if get_origin(hint) is tuple:
        inner, rest = get_args(hint)
        return pa.list_(arrow_type(inner), -1 if rest is Ellipsis else 2)
    if hint in _SCALARS:
        return _SCALARS[hint]
    return pa.struct([(name, arrow_type(part)) for name, part in _parts(hint).items()])


@cache
def leaves(kind: Any) -> list[str]:
    """The Parquet columns that hold the values of ``kind``; a kind with fewer fields than were written reads fewer."""
    return [path for part in arrow_type(kind) for path in _leaves(part)]


def _leaves(field: pa.Field) -> Iterator[str]:
    if pa.types.is_list(field.type) or pa.types.is_fixed_size_list(field.type):
        inner = pa.field("list.element", field.type.value_type)
        yield from (f"{field.name}.{path}" for path in _leaves(inner))
    elif pa.types.is_struct(field.type):
        yield from (f"{field.name}.{path}" for part in field.type for path in _leaves(part))
    else:
        yield field.name


@cache
def _parts(kind: Any) -> dict[str, Any]:
    """The fields of a record, in order, with their types."""
    hints = get_type_hints(kind)
    names = [f.name for f in fields(kind)] if is_dataclass(kind) else kind._fields
    return {name: hints[name] for name in names}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


@cache
def _maker(hint: Any) -> Callable[[Any], Any]:
    """A function that makes a value of ``hint`` of what Arrow gives back."""
    inner = _without_none(hint)
    if inner in _SCALARS or get_origin(inner) is Literal:
        return lambda value: value
    make = _tuple_maker(inner) if get_origin(inner) is tuple else _record_maker(inner)
    return make if inner is hint else lambda value: None if value is None else make(value)


def _tuple_maker(hint: Any) -> Callable[[Any], Any]:
    make = _maker(get_args(hint)[0])
    return lambda value: tuple(map(make, value))


def _record_maker(kind: Any) -> Callable[[Any], Any]:
    makers = [(name, _maker(part)) for name, part in _parts(kind).items()]
    return lambda value: kind(*[make(value[name]) for name, make in makers])


def _without_none(hint: Any) -> Any:
    """``X`` for ``X | None``."""
    if get_origin(hint) in {Union, UnionType}:
        return next(part for part in get_args(hint) if part is not NoneType)
    return hint
