"""A word of the vocabulary that has no value: it stays visible in the text, as `{{ name }}`."""

from collections.abc import Iterator

# Jinja asks every object whether it carries these marks; a gap must not answer yes.
_MARKS = frozenset({"unsafe_callable", "alters_data"})


class Gap:
    """Stands in for a missing value. Written out it is its own placeholder; asked about, it is empty.

    Whatever a template does with it (an index, an attribute, a call, a sum) gives the gap again, so that it
    reaches the text and the writer sees it; as a condition it is false, and a loop runs over it once.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __str__(self) -> str:
        return f"{{{{ {self._name} }}}}"

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> "Iterator[Gap]":
        return iter((self,))

    def __getitem__(self, _: object) -> "Gap":
        return self

    def __getattr__(self, name: str) -> "Gap":
        if name.startswith(("_", "jinja_")) or name in _MARKS:
            raise AttributeError(name)
        return self

    def __call__(self, *_: object, **__: object) -> "Gap":
        return self

    def __add__(self, other: object) -> "str | Gap":
        return f"{self}{other}" if isinstance(other, str) else self

    def __radd__(self, other: object) -> "str | Gap":
        return f"{other}{self}" if isinstance(other, str) else self

    def _same(self, _: object) -> "Gap":
        return self

    def _no(self, _: object) -> bool:
        return False

    __sub__ = __rsub__ = __mul__ = __rmul__ = __mod__ = __truediv__ = __rtruediv__ = _same
    __lt__ = __le__ = __gt__ = __ge__ = _no
