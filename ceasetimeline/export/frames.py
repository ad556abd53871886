"""Data frames and Parquet files (extra ``frames``): one row an event, or one a mention."""

from __future__ import annotations

import io
from typing import Any

from ceasetimeline.errors import InputError
from ceasetimeline.export.exporters import Exported, ExportOptions
from ceasetimeline.export.tables import columns_of_rows, rows_of
from ceasetimeline.timeline import Timeline


def to_frame(timeline: Timeline, *, rows: str = "events") -> Any:
    """A pandas DataFrame with one row an event, or with ``rows="mentions"`` one a mention; unknown days are NaT.

    Raises InputError where pandas is missing.
    """
    try:
        import pandas as pd
    except ImportError:
        raise InputError("data frames need pandas: pip install 'ceasetimeline[frames]'") from None
    options = ExportOptions(rows=rows)
    frame = pd.DataFrame(list(rows_of(timeline, options)), columns=columns_of_rows(timeline, options))
    for name in frame.columns:
        if name.startswith(("earliest", "latest", "published")):
            frame[name] = pd.to_datetime(frame[name], errors="coerce")
    return frame


def parquet(timeline: Timeline, options: ExportOptions) -> Exported:
    """The rows as Parquet; days are dates, unknown ones null. Raises InputError where pyarrow is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise InputError("Parquet files need pyarrow: pip install 'ceasetimeline[frames]'") from None
    types = {"confidence": pa.float64(), "independent_sources": pa.int64(), "start": pa.int64(), "end": pa.int64()}
    days = ("earliest_start", "latest_start", "earliest_end", "latest_end", "published")
    schema = pa.schema(
        [
            (name, pa.date32() if name in days else types.get(name, pa.string()))
            for name in columns_of_rows(timeline, options)
        ]
    )
    rows = [{name: _stored(value) for name, value in row.items()} for row in rows_of(timeline, options)]
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), file)
    return Exported(file.getvalue())


def _stored(value: object) -> object:
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
