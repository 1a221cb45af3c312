"""Interviews as a table (CSV): read from whatever made it, written so that it is read again. Pure."""

from store.tables.reading import Table, TableRow, read_table
from store.tables.row import ReadBy
from store.tables.taking import take_table
from store.tables.writing import write_table

__all__ = ["ReadBy", "Table", "TableRow", "read_table", "take_table", "write_table"]
