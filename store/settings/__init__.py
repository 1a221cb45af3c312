"""The settings: one TOML file, every value with a default. See `ringback config`."""

from store.settings.reading import Check, load, read_settings, zone_remark
from store.settings.records import Mail, Me, Quiet, Settings
from store.settings.toml import TEMPLATE, as_toml
from store.settings.toml_file import BadSettings, Remark, SettingsFault
from store.settings.values import meant
from store.settings.writing import keep_setting

__all__ = [
    "TEMPLATE", "BadSettings", "Check", "Mail", "Me", "Quiet", "Remark", "Settings", "SettingsFault",
    "as_toml", "keep_setting", "load", "meant", "read_settings", "zone_remark",
]  # fmt: skip
