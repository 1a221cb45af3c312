"""Turning a template into text with Jinja, in a sandbox, without access to any file.

Importing this module imports Jinja; everything else in the package does without until a text is wanted.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache, wraps
from types import TracebackType

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, meta, nodes, pass_context
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from store.languages import language_or_english, listed
from templates.gaps import CHOICE, as_gap
from templates.said import in_plain_words, unknown_word
from templates.template import BrokenTemplate, Source
from templates.vocabulary import VOCABULARY, Value, placeholder

_OTHER_FILES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
_ANSWER_FOR_GAPS = ("default", "d", "length", "count")
# Jinja asks every object whether it carries these marks; a gap must not answer yes.
_MARKS = frozenset({"unsafe_callable", "alters_data"})
_IS_VERBS = "organ recogn apolog summar prior optim special final emphas real modern standard"
_OUR_NOUNS = "fav col hon behavi lab neighb end"
_WORDS = {
    "programme": "program",
    "programmes": "programs",
    "centre": "center",
    "centres": "centers",
    "catalogue": "catalog",
    "analyse": "analyze",
    "analysed": "analyzed",
    "analysing": "analyzing",
    "practise": "practice",
    "practised": "practiced",
    "practising": "practicing",
    "cancelled": "canceled",
    "modelling": "modeling",
    "fulfil": "fulfill",
    "enrol": "enroll",
    "licence": "license",
    "cheque": "check",
}
_IS = re.compile(
    rf"\b({'|'.join(_IS_VERBS.split())})(it)?is(e|es|ed|er|ers|ing|ation|ations)\b", re.IGNORECASE
)
_OUR = re.compile(rf"\b({'|'.join(_OUR_NOUNS.split())})our(s|ed|ing|ite|able|ful)?\b", re.IGNORECASE)
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)


class Missing:
    """A word of the vocabulary that has no value: it stays visible in the text, as `{{ name }}`.

    Written out it is its own placeholder; asked about, it is empty.

    Whatever a template does with it (an index, an attribute, a call, a sum) gives the gap again, so that it
    reaches the text and the writer sees it; as a condition it is false, and a loop runs over it once.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __str__(self) -> str:
        return placeholder(self._name)

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> "Iterator[Missing]":
        return iter((self,))

    def __getitem__(self, _: object) -> "Missing":
        return self

    def __getattr__(self, name: str) -> "Missing":
        if name.startswith(("_", "jinja_")) or name in _MARKS:
            raise AttributeError(name)
        return self

    def __call__(self, *_: object, **__: object) -> "Missing":
        return self

    def __add__(self, other: object) -> "str | Missing":
        return f"{self}{other}" if isinstance(other, str) else self

    def __radd__(self, other: object) -> "str | Missing":
        return f"{other}{self}" if isinstance(other, str) else self

    def _same(self, _: object) -> "Missing":
        return self

    def _no(self, _: object) -> bool:
        return False

    __sub__ = __rsub__ = __mul__ = __rmul__ = __mod__ = __truediv__ = __rtruediv__ = _same
    __lt__ = __le__ = __gt__ = __ge__ = _no


def render(
    name: str, source: Source, values: Mapping[str, Value], output_bytes: int = 100_000
) -> tuple[str, str]:
    """Subject and body, not yet tidied. `values` must be plain copies; a known word without one stays a gap.

    Raises BrokenTemplate for whatever goes wrong, with the line of the template file.
    """
    context = {word: values.get(word, Missing(word)) for word in VOCABULARY}
    # Blank lines in front give the subject the line number it has in the file.
    subject = _written(name, "\n" * (source.subject_line - 1) + source.subject, context, output_bytes)
    return subject, _written(name, source.text, context, output_bytes)


def _written(name: str, text: str, context: Mapping[str, object], output_bytes: int) -> str:
    try:
        pieces, size = [], 0
        for piece in _compiled(name, text).generate(context):
            size += len(piece.encode(errors="surrogatepass"))
            if size > output_bytes:
                raise BrokenTemplate(name, f"its text is longer than {output_bytes // 1000} kB")
            pieces.append(piece)
        return "".join(pieces)
    except BrokenTemplate:
        raise
    except TemplateSyntaxError as error:
        raise BrokenTemplate(name, _sentence(error), error.lineno) from error
    except Exception as error:  # a template can raise anything at all, and none of it is our fault
        raise BrokenTemplate(name, _sentence(error), _line(error.__traceback__)) from error


@lru_cache(maxsize=256)
def _compiled(name: str, text: str) -> Template:
    """The template, ready to be written; the same text is written for several readers. Raises as `render`."""
    _refuse_unknown(name, environment().parse(text))
    return environment().from_string(text)


def _refuse_unknown(name: str, tree: nodes.Template) -> None:
    for other in tree.find_all(_OTHER_FILES):
        raise BrokenTemplate(name, "a template cannot bring in another file", other.lineno)
    unknown = meta.find_undeclared_variables(tree) - set(VOCABULARY)
    for node in sorted(tree.find_all(nodes.Name), key=lambda found: found.lineno):
        if node.name in unknown and node.ctx == "load":
            raise BrokenTemplate(name, unknown_word(node.name), node.lineno)


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The one sandbox: no loader, no globals but `range` and `namespace`, filters that let gaps through."""
    sandbox = ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    sandbox.globals = {word: sandbox.globals[word] for word in ("range", "namespace")}
    sandbox.filters = {
        word: use if word in _ANSWER_FOR_GAPS else _past_gaps(use) for word, use in sandbox.filters.items()
    }
    sandbox.filters["default"] = sandbox.filters["d"] = _default
    sandbox.filters["listed"] = _past_gaps(_listed)
    sandbox.filters["gap"] = _past_gaps(_gap)
    sandbox.filters["choice"] = _past_gaps(_choice)
    sandbox.filters["spelt"] = _past_gaps(_spelt)
    sandbox.tests["defined"] = lambda value: not isinstance(value, Missing | Undefined)
    return sandbox


def _past_gaps(use: Callable[..., object]) -> Callable[..., object]:
    """The same filter, except that a gap comes out of it as it went in."""
    at = 1 if hasattr(use, "jinja_pass_arg") else 0

    @wraps(use)
    def past(*arguments: object, **named: object) -> object:
        if len(arguments) > at and isinstance(arguments[at], Missing):
            return arguments[at]
        return use(*arguments, **named)

    return past


def _default(value: object, instead: object = "", boolean: bool = False) -> object:
    return instead if isinstance(value, Missing | Undefined) or (boolean and not value) else value


@pass_context
def _listed(context: Context, items: Iterable[object], last: str = "") -> str:
    words = [str(item) for item in items]
    language = language_or_english(str(context.get("language")))
    return listed(words, language._replace(conjunction=last) if last else language)


@pass_context
def _gap(context: Context, words: object) -> str:
    return as_gap(str(words), str(context.get("language")))


def _choice(items: Iterable[object]) -> str:
    """The only item as it is; of several, a gap that offers them."""
    words = [str(item) for item in items]
    return words[0] if len(words) == 1 else as_gap(CHOICE.join(word.replace("|", "/") for word in words))


@pass_context
def _spelt(context: Context, text: object) -> str:
    return american(str(text)) if context.get("spelling") == "american" else str(text)


def _sentence(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "it needs more memory than a template may use"
    if isinstance(error, RecursionError | SyntaxError):  # Python's compiler has limits of its own
        return "its parts are nested too deeply, or it calls itself without end"
    message = error.message if isinstance(error, TemplateError) else str(error)
    return in_plain_words(message or type(error).__name__, environment().filters)


def _line(trace: TracebackType | None) -> int | None:
    """The template's line in a traceback: Jinja rewrites its own frames to show the template's lines."""
    found = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def american(text: str) -> str:
    """The text with a few British words spelt the American way; everything else, and capitals, stay."""
    text = _IS.sub(r"\1\2iz\3", text)
    text = _OUR.sub(r"\1or\2", text)
    return _WORD.sub(lambda word: word[0][0] + _WORDS[word[0].lower()][1:], text)
