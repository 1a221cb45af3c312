"""The settings: one TOML file, every value with a default. See `ringback config`."""

from store.settings.reading import BadSettings, load, read
from store.settings.records import Mail, Me, Quiet, Settings
from store.settings.writing import TEMPLATE, as_toml

__all__ = ["TEMPLATE", "BadSettings", "Mail", "Me", "Quiet", "Settings", "as_toml", "load", "read"]
