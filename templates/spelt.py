"""American spelling for the few British words that messages like these use."""

import re

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


def american(text: str) -> str:
    """The text with those words spelt the American way; everything else, and capitals, as they were."""
    text = _IS.sub(r"\1\2iz\3", text)
    text = _OUR.sub(r"\1or\2", text)
    return _WORD.sub(lambda word: word[0][0] + _WORDS[word[0].lower()][1:], text)
