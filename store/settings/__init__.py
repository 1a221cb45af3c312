"""The settings: one TOML file, every value with a default. See `ringback config`."""

from store.settings.reading import Check, load, read_settings, zone_remark
from store.settings.records import Mail, Me, Quiet, Remind, Settings
from store.settings.toml import TEMPLATE, as_toml
from store.settings.toml_file import BadSettings, Remark, SettingsFault
from store.settings.values import meant
from store.settings.writing import UnfitSetting, begin_settings, change_list, keep_setting, with_setting

__all__ = [
    "TEMPLATE", "BadSettings", "Check", "Mail", "Me", "Quiet", "Remark", "Remind", "Settings",
    "SettingsFault", "UnfitSetting", "as_toml", "begin_settings", "change_list", "keep_setting", "load",
    "meant", "read_settings", "with_setting", "zone_remark",
]  # fmt: skip
