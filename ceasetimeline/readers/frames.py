"""Data frames and Parquet files (extra ``frames``): the one door to pandas, polars and pyarrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from ceasetimeline.errors import ArgumentError, InputError
from ceasetimeline.readers.columns import columns_of
from ceasetimeline.readers.records import Options, Record, Records

_LIBRARIES: Final = {"pandas", "polars", "pyarrow"}
BATCH: Final = 1024


def is_frame(value: object) -> bool:
    """Whether a value is a table of pandas, polars or pyarrow; none of them is imported to find out."""
    return type(value).__module__.partition(".")[0] in _LIBRARIES and hasattr(value, "columns")


def read_frame(frame: Any, options: Options) -> Records:
    """The rows of a frame as dicts; raises ArgumentError where no column is known as the text."""
    _check_columns(map(str, _names(frame)), "the frame", options.columns, ArgumentError)
    for number, row in enumerate(_rows(frame)):
        yield Record(f"row {number}", row)


def read_parquet(path: Path, name: str, options: Options) -> Records:
    """The rows of a Parquet file as dicts; raises InputError where pyarrow is missing or cannot read it."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise InputError(f"{name}: Parquet files need pyarrow: pip install 'ceasetimeline[frames]'") from None
    try:
        with pq.ParquetFile(path) as file:
            _check_columns(file.schema_arrow.names, name, options.columns, InputError)
            batches = (batch.to_pylist() for batch in file.iter_batches(BATCH))
            for number, row in enumerate((row for batch in batches for row in batch), start=1):
                yield Record(f"{name}, row {number}", row)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except (pa.ArrowException, OSError) as fault:
        raise InputError(f"{name}: cannot be read as Parquet: {fault}") from fault


def _names(frame: Any) -> Iterable[object]:
    names: Iterable[object] = getattr(frame, "column_names", None) or frame.columns
    return names


def _rows(frame: Any) -> Iterator[Mapping[str, Any]]:
    if hasattr(frame, "iter_rows"):
        yield from frame.iter_rows(named=True)
    elif hasattr(frame, "to_pylist"):
        yield from frame.to_pylist()
    else:
        names = [str(name) for name in frame.columns]
        for row in frame.itertuples(index=False, name=None):
            yield dict(zip(names, row, strict=True))


def _check_columns(names: Iterable[str], place: str, renamed: Mapping[str, str], error: type[InputError]) -> None:
    names = list(names)
    if not {"text", "title"} & set(columns_of(names, renamed=renamed)):
        raise error(
            f"{place}: none of the columns {', '.join(names)} is known to hold the text; "
            "call one of them 'text', or pass columns={'text': '…'}"
        )
