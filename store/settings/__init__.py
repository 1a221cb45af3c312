"""The settings: one TOML file, every value with a default. See `ringback config`."""

from store.settings.records import Mail, Me, Quiet, Settings
from store.settings.toml import TEMPLATE, BadSettings, as_toml, load, read_toml

__all__ = ["TEMPLATE", "BadSettings", "Mail", "Me", "Quiet", "Settings", "as_toml", "load", "read_toml"]
