"""A dictionary for the one kind of slip that rules cannot find: a word that does not exist.

It speaks up only where a single changed letter gives a word that does exist, so that what a dictionary has
never heard of (Kubernetes, a surname) is left alone.
"""

import threading
from collections.abc import Callable, Collection
from typing import ClassVar, Self

from templates.proof.folding import without_marks
from templates.proof.variants import american_of
from templates.proof.vocabulary import KNOWN

_BLUNDERS_TABLE = (
    "alot a lot,thankyou thank you,aswell as well,infact in fact,atleast at least,incase "
    "in case,eachother each other,"
    "definately definitely,definatly definitely,seperate separate,seperately separately,"
    "recieve receive,recieved received,"
    "recieving receiving,acheive achieve,acheived achieved,beleive believe,occured occurred,refered referred,"
    "prefered preferred,transfered transferred,commited committed,begining beginning,"
    "planing planning,writting writing,"
    "untill until,sincerly sincerely,sincerley sincerely,oppurtunity opportunity,"
    "oportunity opportunity,opportunty "
    "opportunity,intresting interesting,interveiw interview,inteview interview,intervew "
    "interview,apreciate appreciate,"
    "appriciate appreciate,apprecaite appreciate,accomodate accommodate,collegue "
    "colleague,collegues colleagues,colleage "
    "colleague,enviroment environment,managment management,responsability responsibility,"
    "experiance experience,"
    "experince experience,knowlege knowledge,buisness business,buissness business,"
    "tommorow tomorrow,tommorrow tomorrow,"
    "tomorow tomorrow,basicly basically,publically publicly,wich which,teh the,hte the,"
    "adn and,taht that,waht what,"
    "yuor your,thier their,freind friend,greatful grateful,gratefull grateful,truely "
    "truly,succesful successful,"
    "successfull successful,neccessary necessary,necesary necessary,occassion occasion,posession possession,"
    "recomend recommend,reccomend recommend,relevent relevant,wierd weird,wether whether,"
    "dissapointed disappointed,"
    "calender calendar,comittee committee,discusion discussion,disscussed discussed,explaination explanation,"
    "familar familiar,foward forward,foreward forward,grammer grammar,happend happened,"
    "immediatly immediately,"
    "independant independent,knowledgable knowledgeable,liason liaison,maintainance "
    "maintenance,noticable noticeable,"
    "persue pursue,posible possible,posistion position,proffesional professional,profesional professional,"
    "questionaire questionnaire,realy really,speach speech,strenght strength,suprise "
    "surprise,sugest suggest,thnak thank,"
    "thnaks thanks,usefull useful,vaccum vacuum,dont don't,doesnt doesn't,didnt didn't,"
    "isnt isn't,wasnt wasn't,wouldnt "
    "wouldn't,couldnt couldn't,shouldnt shouldn't,havent haven't,hasnt hasn't,wont won't,"
    "youre you're,theyre they're,"
    "ive I've,im I'm,thats that's,whats what's,lookng looking,excitied excited,excting exciting,skils skills,"
    "procces process,proccess process,poeple people,peple people,becuase because,becasue "
    "because,throught through,"
    "throuhg through,developement development,arguement argument,sucess success,"
    "sucessful successful,tecnical technical,"
    "technicle technical,challange challenge,challanges challenges,chalenge challenge,"
    "oppertunity opportunity,"
    "companys company's,insite insight"
)
BLUNDERS = {pair.split(" ", 1)[0]: pair.split(" ", 1)[1] for pair in _BLUNDERS_TABLE.split(",")}
"""The slips that need no dictionary, with what was meant."""

_SEEN_OFTEN = 400
_SEEN_VERY_OFTEN = 20_000
_PREFIXES = (
    "re",
    "un",
    "pre",
    "non",
    "micro",
    "multi",
    "over",
    "sub",
    "de",
    "co",
    "inter",
    "cross",
    "post",
    "mis",
    "semi",
)
_SUFFIXES = (
    "ness",
    "able",
    "less",
    "ised",
    "ized",
    "ising",
    "izing",
    "isation",
    "ization",
    "wise",
    "ship",
    "like",
    "proof",
)


class Speller:
    """Words and how often they are met. Make one with `load`; one serves any number of threads."""

    _loaded: ClassVar["Speller | None"] = None
    _loading: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, frequency: dict[str, int], neighbours: Callable[[str], Collection[str]]) -> None:
        """`neighbours` gives the dictionary's words that are one slip away from a word."""
        self._frequency = frequency
        self._neighbours = neighbours
        self._told: dict[str, str | None] = {}

    @classmethod
    def load(cls) -> Self | None:
        """The English speller, read from disk on the first call (0.2 s: use a thread), then at hand.

        None where the package pyspellchecker is not installed: spelling is then checked for known slips only.
        """
        with Speller._loading:
            if Speller._loaded is None:
                try:
                    from spellchecker import SpellChecker
                except ImportError:
                    return None
                checker = SpellChecker(distance=1)
                Speller._loaded = cls(
                    dict(checker.word_frequency.dictionary),
                    lambda word: checker.known(checker.edit_distance_1(word)),
                )
            loaded = Speller._loaded
        return loaded if isinstance(loaded, cls) else None

    def meant(self, word: str, *, certain: bool = False) -> str | None:
        """What a word in small letters was meant to be, or None if it is right or beyond telling.

        With `certain`, only a very common word counts as meant: for words whose capital may make them a name.
        """
        if word not in self._told:
            self._told[word] = None if self.knows(word) else self._suggestion(word)
        meant = self._told[word]
        return None if meant and certain and self._frequency.get(meant, 0) < _SEEN_VERY_OFTEN else meant

    def knows(self, word: str) -> bool:
        """Whether a word exists: in either spelling, as a word of the trade, or made of words that exist."""
        plain = without_marks(word)
        if plain in self._frequency or plain in KNOWN or word in self._frequency:
            return True
        return any(form in self._frequency for form in american_of(plain)) or self._is_made_up_of_known(plain)

    def is_americanism(self, american: str, british: str) -> bool:
        """Whether the American form exists and is the usual one (exercise has no form in -ize)."""
        return self._frequency.get(american, 0) > self._frequency.get(british, 0)

    def _is_made_up_of_known(self, word: str) -> bool:
        for prefix in _PREFIXES:
            if word.startswith(prefix) and self._often(word[len(prefix) :]):
                return True
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and (
                self._often(word[: -len(suffix)]) or self._often(word[: -len(suffix)] + "e")
            ):
                return True
        return any(self._often(word[:i]) and self._often(word[i:]) for i in range(4, len(word) - 3))

    def _often(self, part: str) -> bool:
        return len(part) > 3 and self._frequency.get(part, 0) >= 2_000

    def _suggestion(self, word: str) -> str | None:
        near = self._neighbours(word)
        best = max(near, key=lambda other: (self._frequency.get(other, 0), other), default=None)
        return best if best and self._frequency.get(best, 0) >= _SEEN_OFTEN else None
