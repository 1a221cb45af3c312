"""The settings: one TOML file, every value with a default. See `ringback config`.

What reads and writes the file is imported on use: most have none, and a status bar must not wait for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from store.settings.records import Mail, Me, Quiet, Remind, Settings

if TYPE_CHECKING:
    from store.settings.reading import Check, load, read_settings, zone_remark
    from store.settings.toml import TEMPLATE, as_toml
    from store.settings.toml_file import BadSettings, Remark, SettingsFault
    from store.settings.values import meant
    from store.settings.writing import UnfitSetting, begin_settings, change_list, keep_setting, with_setting

__all__ = [
    "TEMPLATE", "BadSettings", "Check", "Mail", "Me", "Quiet", "Remark", "Remind", "Settings",
    "SettingsFault", "UnfitSetting", "as_toml", "begin_settings", "change_list", "keep_setting", "load",
    "meant", "read_settings", "with_setting", "zone_remark",
]  # fmt: skip
_ON_USE = {
    "reading": ("Check", "load", "read_settings", "zone_remark"),
    "toml": ("TEMPLATE", "as_toml"),
    "toml_file": ("BadSettings", "Remark", "SettingsFault"),
    "values": ("meant",),
    "writing": ("UnfitSetting", "begin_settings", "change_list", "keep_setting", "with_setting"),
}

if not TYPE_CHECKING:  # or else any name would be taken for one of its own

    def __getattr__(name: str) -> Any:
        for module, names in _ON_USE.items():
            if name in names:
                return getattr(import_module(f"{__name__}.{module}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
