"""Which jotted notes can stand in a sentence as they are, and how a position is named in one. Pure."""

import re

from store.languages import ENGLISH, Language

LONGEST_PHRASE = 10
"""Words beyond which a note is no phrase."""
_STOPS = tuple(".!?…:;,-–—")
_AROUND = " ,.;:-–—/|()[]"
_NOT_IN_A_PHRASE = re.compile(r"[\n{}<>=;?!…«»“”\"|]|: |\. |->|\bTODO\b|\betc\b")
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

_CLAUSE_EN = """
are aren't asked asks can can't cannot could did didn't do does doesn't don't explained forgot had
has hasn't have haven't he her hers him his i is isn't it's me meant mentioned mentions must said
says she should tells that's their theirs them there's they told us wanted wants was wasn't we were
weren't will won't would you
"""
_CLAUSE_DE = """
darf du dürfen er es haben hat hatte hatten ich ihr ihre ihrem ihren ihrer ist kann konnte können
mich mir muss musste müssen sie sind soll sollen sollte uns war waren werden will wir wird wollen
wollte wollten wurde wurden
"""
_NOT_FIRST_EN = """
about add added adds agreed agrees also and ask asked asking asks at be because been being bring
brings brought build builds built but by came check checked checks clarifies clarify come comes
correct corrected corrects describe describes discuss discussed discusses explain explained explains
fix fixed fixes follow followed follows for forget forgets forgot from fyi gave get gets give gives
go goes got here hire hired hires if improve improves in keep keeps kept knew know knows learn
learned learnt liked likes look looked looks loved loves made make makes maybe mean means meant
mention mentioned mentions met migrate migrates nb need needed needs never no not note of ok okay on
or perhaps planned probably promised re reduce reduces remove removes said saw say saying says see
sees send sends sent showed so take takes talk talked talks tell tells there think thinks thought to
told took use used uses want wanted wants went what when where whether which who whom whose wish
with work worked works yes
"""
_NOT_FIRST_DE = """
aber an auch auf aus bei besprochen erwähnt erwähnte erzählt erzählte fragte fragten gefragt gemeint
gesagt gesprochen in ja kein keine meinte mit nein nicht ob oder sagte sagten und vergaß vergessen
vielleicht von wann warum was weil wenn wer wie wo wollte zu über
"""
_AFTER_A_VERB_EN = "a about an by for from her his how in my of on that the their to whether why with"
# By language: words that make it a clause or speak of somebody; first words that ask, tell or do.
_CLAUSE = {"en": frozenset(_CLAUSE_EN.split()), "de": frozenset(_CLAUSE_DE.split())}
_NOT_FIRST = {"en": frozenset(_NOT_FIRST_EN.split()), "de": frozenset(_NOT_FIRST_DE.split())}
# A past form is a verb where this follows, and mostly an adjective where a noun does: distributed systems.
_AFTER_A_VERB = frozenset(_AFTER_A_VERB_EN.split())
_AND = re.compile(r" (?:and|und|et|y) ")
_OWN_ARTICLES = {"en": ("a", "an", "the", "some", "your", "its"), "de": ("der", "die", "das", "ein", "eine")}
_NOUN_ENDING = re.compile(
    r"[A-Z][a-z]+(?:ing|tion|sion|ment|ness|ity|ship|ance|ence|ure|ism|ings|tions|ments)"
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSITION = re.compile(r"(?:^|\s+)(?:position|role|job|post|vacancy)$", re.IGNORECASE)
_OPENING_ASIDE = re.compile(r"^[(\[]([^()\[\]]+)[)\]]\s+(?=\w)")
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_GENDERS = re.compile(r"\s+(?:[fmwdxi](?:\s?[/|]\s?[fmwdxi])+|all genders)(?!\w)", re.IGNORECASE)
# What follows says where, for whom or on which terms, and no longer what one would be.
_BEYOND_THE_NAME = re.compile(r"\s*(?:[,;|:•(\[]|\s[-–—]\s|\s@)|\s(?:at|bei)\s", re.IGNORECASE)
_BEFORE_ITS_SUBJECT = re.compile(r"\s(?:in|of|as|for|with|on|to|im|als|zu[mr]?|für|bei)\s", re.IGNORECASE)


def is_noun_phrase(note: str, language: str = "en") -> bool:
    """Whether a note can follow "about" as it is: no clause, no verb form first, no stop, not long.

    When in doubt it is none. Languages without a list of their own are judged by the English one.
    """
    text = " ".join(note.split())
    words = [word.casefold().replace("’", "'") for word in _WORDS.findall(text)]
    if not words or len(text.split()) > LONGEST_PHRASE or note.strip() != text:
        return False
    if text.endswith(_STOPS) or _NOT_IN_A_PHRASE.search(text) or (", " in text and not _AND.search(text)):
        return False
    pronouns = {word.partition("'")[0] for word in words}
    if _CLAUSE.get(language, _CLAUSE["en"]) & {*words, *pronouns} or any(map(_shortened, words)):
        return False
    if text.split()[0].casefold() in _NOT_FIRST.get(language, _NOT_FIRST["en"]):
        return False
    return not (words[0].endswith("ed") and len(words) > 1 and words[1] in _AFTER_A_VERB)


def _shortened(word: str) -> bool:
    """`they'll`, `doesn't`; not `team's` nor `customers'`."""
    return word.endswith(("'ll", "'re", "'ve", "'d", "n't", "'m"))


def in_a_sentence(phrase: str, language: str = "en") -> str:
    """A noun phrase as it stands within a sentence: its article, or a noun that is no name, begins small."""
    text = " ".join(phrase.split())
    first, _, rest = text.partition(" ")
    small = first.casefold() in _OWN_ARTICLES.get(language, ()) or (
        language == "en" and _NOUN_ENDING.fullmatch(first) is not None
    )
    return f"{first.lower()} {rest}".strip() if small else text


def position_name(role: str) -> str:
    """A role as it can stand between "the" and "role": without an article or such a word of its own.

    What stands beside it is left out: remarks in brackets, "m/w/d", the place, the department.
    """
    whole = _OPENING_ASIDE.sub(r"\1 ", _ARTICLE.sub("", " ".join(role.split())))
    named = _GENDERS.sub("", _ASIDE.sub("", whole))
    beyond = _BEYOND_THE_NAME.search(named)
    name = named[: beyond.start()] if beyond is not None else named
    return _POSITION.sub("", name.strip(_AROUND)).strip(_AROUND)


def position(role: str, language: Language = ENGLISH) -> str:
    """The position in a phrase: `the Data engineer role`, `the internship in Design`; `the role` where it is
    not known."""
    name = position_name(role)
    if not name:
        return language.unnamed_position
    return _post(name, language) or language.position.format(role=name)


def _post(name: str, language: Language) -> str:
    """A name whose main word is one for a post, as in "Internship in Design", with its article; or blank."""
    posts = {word.casefold(): word for word in language.posts}
    *_, head = _BEFORE_ITS_SUBJECT.split(name, 1)[0].split()
    if head.casefold() not in posts:
        return ""
    first, blank, rest = name.partition(" ")
    return f"{language.posts[posts[head.casefold()]]} {posts.get(first.casefold(), first)}{blank}{rest}"
