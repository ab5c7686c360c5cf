"""A comparison in the formats of other tools: tables, Web Annotation, schema.org, TEI. Pure views, no logic."""

from daylight.export.annotation import to_webannotation
from daylight.export.parquet import to_parquet
from daylight.export.quotation import to_schemaorg
from daylight.export.rows import TABLES, Table, tables
from daylight.export.spreadsheet import to_xlsx
from daylight.export.tei import to_tei
from daylight.export.text import harmless, printed, to_csv, to_jsonl

__all__ = [
    "TABLES",
    "Table",
    "harmless",
    "printed",
    "tables",
    "to_csv",
    "to_jsonl",
    "to_parquet",
    "to_schemaorg",
    "to_tei",
    "to_webannotation",
    "to_xlsx",
]
