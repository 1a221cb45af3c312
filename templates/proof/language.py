"""In which language a text is: told from its small words, which no text of some length goes without."""

from collections.abc import Collection

from store.people.letters import fold
from templates.proof.words import WORD, wordset

_SMALL_WORDS = {
    "en": wordset(
        """
        the a an and or of to in for with you your i me my we our is was are be been it that this on at as
        have had would will from not but which so if there they about what how
        """
    ),
    "de": wordset(
        """
        der die das und ich sie ihnen ihr ihre ihren ihrem fur mit dem den des ein eine einen einem einer zu
        zum zur nicht auf im am es ist war wir uns mir mich dass auch noch uber haben habe hatte wurde bei
        von vielen dank sehr wie nach als aus um vom
        """
    ),
    "fr": wordset(
        """
        le la les de des du et je vous votre vos nous notre pour avec dans est que qui une un ce cette sur
        pas au aux en mon ma mes ai plus merci ete tres par il elle ou avez serais qu
        """
    ),
    "es": wordset(
        """
        el la los las de del y que en un una por para con su sus me mi es lo como muy gracias usted ustedes
        nos al se ha he fue este esta mas pero le si
        """
    ),
    "it": wordset(
        """
        il la le lo gli di che e per con un una mi del della dei sono grazie lei molto non ho al nel da
        vostra vostro suo sua
        """
    ),
    "pt": wordset(
        """
        o a os as de que e do da em um uma para com nao por mais muito obrigado obrigada foi sua seu no na
        ao pela pelo minha meu
        """
    ),
    "nl": wordset(
        """
        de het een en van ik u je jullie voor met dat is op te niet bedankt mijn ons was heb aan ook naar
        zijn uw
        """
    ),
    "tr": wordset("ve bir bu icin cok tesekkur ederim ile da de olarak gibi daha size sizin ben"),
}
_FEWEST = 3
"""Small words below which nothing is told."""
_SHARE = 0.15
_SHORT = 15
"""Words below which a text may be in any language."""


def guess_language(text: str) -> str | None:
    """The two letters of the language a text is in, or None where that cannot be told."""
    return guess([fold(word) for word in WORD.findall(text)])


def guess(words: Collection[str]) -> str | None:
    """Like `guess_language`, for the folded words of a text."""
    counts = {code: sum(map(small.__contains__, words)) for code, small in _SMALL_WORDS.items()}
    best, next_best = sorted(counts, key=lambda code: -counts[code])[:2]
    enough = counts[best] >= max(_FEWEST, _SHARE * len(words))
    return best if enough and counts[best] >= 1.4 * counts[next_best] else None


def reads_as(folds: Collection[str], code: str, guessed: str | None) -> bool:
    """Whether a text of these folded words is likely in a language, `guessed` being what `guess` says of it.

    Where it is too short to tell, it is.
    """
    if guessed is not None:
        return guessed == code
    small = _SMALL_WORDS.get(code)
    return small is None or len(folds) < _SHORT or sum(map(small.__contains__, folds)) > _SHARE * len(folds)
