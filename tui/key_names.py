"""Names of keys: the framework's, and as they are written for people. Plain, without the framework."""

from __future__ import annotations

import unicodedata

CHARACTERS = {
    "slash": "/", "backslash": "\\", "at": "@", "minus": "-", "plus": "+", "underscore": "_",
    "question_mark": "?", "exclamation_mark": "!", "number_sign": "#", "dollar_sign": "$",
    "percent_sign": "%", "ampersand": "&", "apostrophe": "'", "quotation_mark": '"', "asterisk": "*",
    "left_parenthesis": "(", "right_parenthesis": ")", "comma": ",", "full_stop": ".", "colon": ":",
    "semicolon": ";", "less_than_sign": "<", "greater_than_sign": ">", "equals_sign": "=",
    "left_square_bracket": "[", "right_square_bracket": "]", "left_curly_bracket": "{",
    "right_curly_bracket": "}", "vertical_line": "|", "tilde": "~", "circumflex_accent": "^",
    "grave_accent": "`",
}  # fmt: skip
"""The framework's names for signs that a key writes."""
NAMES = frozenset({
    "backspace", "delete", "down", "end", "enter", "escape", "home", "insert", "left", "pagedown", "pageup",
    "return", "right", "space", "tab", "up", *(f"f{number}" for number in range(1, 25)), *CHARACTERS,
})  # fmt: skip
"""The framework's names of all keys that are more than one letter long, without shift, ctrl and the like."""
MODIFIERS = ("ctrl+", "alt+", "shift+", "meta+", "super+")
_NAMES = {character: name for name, character in CHARACTERS.items()}
_ON_KEYBOARDS = {
    "escape": "esc", "delete": "del", "pageup": "pgup", "pagedown": "pgdn",
    "up": "↑", "down": "↓", "left": "←", "right": "→",
}  # fmt: skip
_WRITTEN = {written: name for name, written in _ON_KEYBOARDS.items()}

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`" + 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'
_LAYOUTS = (
    "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ",  # Russian
    "йцукенгшщзхїфівапролджєячсмитьбюґЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮҐ",  # Ukrainian
    ";ςερτυθιοπ[]ασδφγηξκλ;'ζχψωβνμ,.`" + ':΅ΕΡΤΥΘΙΟΠ{}ΑΣΔΦΓΗΞΚΛ:"ΖΧΨΩΒΝΜ<>~',  # Greek
)
_PLACES = {
    letter: latin
    for layout in _LAYOUTS
    for letter, latin in zip(layout, _LATIN, strict=True)
    if letter.isalpha() and not letter.isascii()
} | {"ў": "o", "Ў": "O"}
"""Which Latin character the key writes that writes this letter."""


def by_place(key: str) -> str:
    """The framework's name of a key by its place, where the layout writes another alphabet with it.

    Letters that stand in one layout's places only are known; every other key is given back as it is.
    """
    if len(key) != 1 or key.isascii():
        return key
    # Accents are typed before the letter, by a key of their own.
    latin = _PLACES.get(key) or _PLACES.get(unicodedata.normalize("NFD", key)[0])
    return named(latin) if latin else key


def parts(keys: str) -> list[str]:
    """The keys of a comma-separated list."""
    return [name.strip() for name in keys.split(",")]


def named(key: str) -> str:
    """The framework's own name of a key that is written as a character: `?` is `question_mark`."""
    if len(key) != 1 or key.isalnum():
        return key
    return _NAMES.get(key) or unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")


def named_parts(keys: str) -> list[str]:
    """The framework's own names of the keys of a comma-separated list."""
    return [named(part) for part in parts(keys)]


def writes(key: str) -> bool:
    """Whether a key, by the framework's name, writes something where text is typed."""
    return len(key) == 1 or key in CHARACTERS or key == "space"


def short(name: str) -> str:
    """`esc`, `F8`, `?`: as it stands on a keyboard."""
    if name[:1] == "f" and name[1:].isdigit():
        return name.upper()
    return _ON_KEYBOARDS.get(name) or CHARACTERS.get(name, name)


def pressed(written: str) -> tuple[str, str | None] | None:
    """What comes of pressing the key that is written so: the framework's name, and what it writes.

    None where no key is written so.
    """
    name = _WRITTEN.get(written) or named(written)
    name = name if is_key(name) else name.lower()  # F7, shift+F2
    if not is_key(name):
        return None
    return name, " " if name == "space" else CHARACTERS.get(name, name if len(name) == 1 else None)


def is_key(name: str) -> bool:
    """Whether there is such a key, by the framework's name or as the character it writes."""
    bare = name
    for modifier in MODIFIERS:
        bare = bare.replace(modifier, "")
    return len(bare) == 1 or bare in NAMES
