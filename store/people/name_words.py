"""Words that stand in names, or beside them, and are no part of the name proper: titles, degrees, offices.

Pure. Folded, and without the full stop at their end, but where it is said otherwise.
"""

from __future__ import annotations

import re
from functools import cache

from store.languages import follows_languages, languages
from store.patterns import pattern
from store.people.first_names import is_first_name
from store.people.letters import fold, folded_set

_OTHER_HONORIFICS = folded_set(
    """
    docteur professeur maître
    signor signora signorina sig.ra sig.na dott dott.ssa dottore dottoressa prof.ssa professore
    professoressa avv avvocato bay bayan sayın mevrouw meneer dhr mevr drs senhor senhora doutor doutora
    pani pán paní mgr rndr judr mudr phdr fru hra rva encik puan datuk dato shri smt lord lady rabbi imam
    sheikh господин госпожа г-н г-жа κύριος κυρία κα κος doctor dr.in mag.a dipl.-ing dr.-ing dr.-medic
    """
)
"""Titles of languages that are not in the table, and more of those that are."""
_TITLES_WITH_A_STOP = folded_set(
    "m pr mag ing ir hr fr sig mw bc lt maj gen col sgt capt cmdr rev hon arch geom rag dir lic abg arq eng "
    "don κ"
)
"""Those that are a first name or an initial where no full stop is behind them."""
_MORE_OF_A_DEGREE = folded_set(
    "h.c e.h mult habil hab rer nat med phil jur iur oec pol theol dent vet techn soc agr univ"
)
"""Goes on with a title before it, as in `Dr. rer. nat.`, and is not spoken; with a full stop only."""
_COMPOUND_TITLE = pattern(r"(?:dr|dipl|prof|mag)\.-\w{2,8}\.?", re.IGNORECASE)
WITH_FIRST_NAME = frozenset(("sir", "dame", "doña"))
"""Titles that go with the first name."""
BEHIND_FIRST_NAME = folded_set("bey hanım efendi")
"""Titles that stand behind the first name: `Mehmet Bey`."""
WITH_TWO_SURNAMES = folded_set("señor señora señorita sr sra srta dra doña")
"""Titles of a language in which people have two surnames."""

PARTICLES = frozenset(
    (
        *("van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al"),
        *("bin", "ibn", "ben", "ter", "ten", "zu", "zum", "af", "av", "st", "vom", "zur", "das", "do", "des"),
        *("dello", "degli", "dal", "dalla", "'t", "’t", "het", "op", "te", "tot", "bint", "abu", "y", "e"),
    )
)
"""Words in lower case that belong to the surname after them; accents count."""
DOUBTFUL_PARTICLES = frozenset(("de", "del", "della", "di", "da", "du", "la", "le", "el", "des"))
"""Of these, those that many write with a capital: `Robert De Niro`."""

GENERATIONS = folded_set("jr sr ii iii iv junior senior")
"""Behind a surname: `Smith Jr.`"""
_DEGREES = folded_set(
    """
    phd ph.d md m.d mba m.b.a msc m.sc bsc b.sc ma m.a ba b.a jd j.d llm ll.m llb ll.b esq cpa cfa pmp dds
    mph rn pe edd ed.d dphil d.phil mphil cissp shrm-cp shrm-scp sphr phr gphr obe mbe cbe frs fca acca cipd
    mcipd fcipd csm meng m.eng beng b.eng mbbs dvm psyd facs faia aia leed mfa bfa mres dba ing.
    """
)
_SHORT_DEGREES = folded_set("ma ba md pe rn jd")
"""Of these, those that are also names."""
_JOBS = folded_set(
    """
    ceo cto cfo coo cio cmo cpo chro ciso vp svp evp avp md gm head director manager lead engineer developer
    programmer designer founder cofounder co-founder owner president chair chairman chairwoman principal
    staff analyst consultant scientist architect specialist coordinator assistant officer executive
    associate advisor adviser counsel lawyer attorney product marketing sales finance people talent hr
    hiring human operations ops it engineering research data team global professor lecturer teacher nurse
    physician supervisor intern student recruiter recruiting recruitment sourcer partner leiter leiterin
    geschäftsführer geschäftsführerin leitung abteilung entwickler entwicklerin personal personalleiter
    personalleiterin personalerin directeur directrice responsable charge chargee ingenieur ingenieure
    gerente directora jefe jefa ingeniero ingeniera direttore direttrice responsabile hoofd bestuurder müdür
    müdürü uzmanı mühendis software vice chief
    """
)
OFFICES = folded_set(
    """
    hr team recruiter recruiting
    recruitment recruiters hiring department dept committee careers acquisition resources
    personnel noreply no-reply donotreply do-not-reply notifications notification scheduling calendly
    calendar inbox helpdesk mailer-daemon personalabteilung personalwesen bewerbermanagement recruiting-team
    rh recrutement rrhh selección karriere reclutamiento recursos humanos equipo ressources risorse umane
    rekrutacja personeelszaken ik
    """
)
"""Words that make an office of whatever stands beside them, as in "Globex Recruiting"."""
COMPANIES = folded_set(
    """
    inc ltd llc llp gmbh plc corp corporation limited mbh s.a s.l b.v n.v s.p.a s.r.l industries solutions
    technologies consulting services systems holdings labs university agency partners associates international
    """
)
"""What ends so is a company, and no person."""
_PRONOUNS = folded_set(
    """
    he him his she her hers they them theirs ze zir hir xe xem er ihm ihn sein sie ihr ihre elle elle/la
    elles el ella il lui iel lo la le hij hem zijn zij haar hen hun hun/hen any all pronouns
    """
)


@follows_languages
@cache
def honorifics() -> frozenset[str]:
    """Titles that stand before a name."""
    return _OTHER_HONORIFICS | {fold(word) for one in languages().values() for word in one.honorifics}


@follows_languages
@cache
def _office_words() -> frozenset[str]:
    return OFFICES | {fold(word) for one in languages().values() for word in one.roles}


def bare(word: str) -> str:
    """A word as the tables here have it."""
    return fold(word).strip(",;").rstrip(".")


def is_title(word: str) -> bool:
    """Whether a word is a title where it stands before a name."""
    key = bare(word)
    if key in honorifics() or word.casefold().rstrip(".") in WITH_FIRST_NAME:
        return True
    return (word.endswith(".") and key in _TITLES_WITH_A_STOP) or bool(_COMPOUND_TITLE.fullmatch(word))


def goes_on_a_title(word: str) -> bool:
    """Whether a word after a title is more of it, which nobody says: the `rer. nat.` of a doctor."""
    return word.endswith(".") and bare(word) in _MORE_OF_A_DEGREE


def is_degree(word: str) -> bool:
    """Whether a word behind a name is a degree or the like. `MA` is one in capitals, `Ma` is a name."""
    key = bare(word)
    return key in _DEGREES and (key not in _SHORT_DEGREES or word.isupper())


def is_generation(word: str) -> bool:
    """Whether a word behind a name is `Jr.`, `III` or the like."""
    return bare(word) in GENERATIONS


def is_short_generation(word: str) -> bool:
    """Whether a word is `Jr.` or `III`: behind a comma nothing else is, as `Senior` may be."""
    return is_generation(word) and len(bare(word)) < 4


def is_job(word: str) -> bool:
    """Whether a word says what someone does: `Recruiter`."""
    return bare(word) in _JOBS


def is_office(text: str) -> bool:
    """Whether a text only names an office, a company or nobody: "Talent Team", "Globex Recruiting"."""
    first, _, rest = text.strip().partition(" ")
    if first.endswith(".") and any(map(str.isalpha, rest)) and is_title(first):
        # `Hr. Schulz` is a man, and HR an office.
        return is_office(rest)
    words = [word.strip(".,&/-+:;#()?!") for word in text.split()]
    words = [word for word in words if any(map(str.isalpha, word))]
    keys = [fold(word) for word in words]
    office_words = _office_words() | _JOBS
    if all(
        key.replace(".", "") in office_words or is_title(word) for key, word in zip(keys, words, strict=True)
    ):
        return True
    if len(keys) > 1 and bare(keys[-1]) in COMPANIES:
        behind = text.rpartition(",")[2].split()
        return len(behind) < 2 or "," not in text or not is_first_name(keys[0])
    return bool(OFFICES & {*keys}) and not is_first_name(keys[0])


def is_about_them(text: str) -> bool:
    """Whether what stands behind a name is what someone does or has, rather than another part of the name."""
    words = text.replace("/", " ").split()
    if any(map(str.isdigit, text)) or any(bare(word) in _JOBS | COMPANIES for word in words):
        return True
    small = [word for word in words if word[:1].islower() and word not in PARTICLES]
    shouted = text.isupper() and len(text) < 5 and "." not in text
    return all(map(is_degree, words)) or bool(small) or (shouted and not is_first_name(text))


def are_pronouns(text: str) -> bool:
    """Whether a text is `she/her` or the like."""
    words = [fold(word) for word in re.split(r"[\s/,|&+]+", text) if word]
    return bool(words) and all(word in _PRONOUNS for word in words)


FAMILY_NAMES_FIRST: dict[str, frozenset[str]] = {
    "vi": folded_set(
        "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương đinh đoàn lâm trương trịnh"
    ),
    "zh": folded_set(
        """
        xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng
        xie han tang feng yu dong xiao cheng cao yuan deng xu fu shen zeng peng lu su jiang cai jia ding wei
        xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui
        kang mao qiu qin gu hou shao meng long wan duan lei qian yin li chang chan wong cheung leung lam ng
        lau kwok tsai hsu hsieh tsang
        """
    ),
    "ko": folded_set(
        "ban kim lee park choi jung jeong kang cho yoon jang lim shin seo kwon hwang ahn song hong yoo bae"
    ),
    "ja": folded_set(
        """
        tanaka sato suzuki takahashi watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki
        yamaguchi matsumoto inoue kimura hayashi shimizu saito mori abe ikeda hashimoto ishikawa ogawa okada
        hasegawa murakami kondo ishii fujita goto sakamoto endo aoki fujii nishimura fukuda ota miura
        fujiwara matsuda nakajima harada
        """
    ),
    "hu": folded_set(
        """
        nagy kovács tóth szabó horváth varga kiss molnár németh farkas balogh papp takács juhász lakatos
        mészáros oláh simon rácz fekete szilágyi török fehér gál kis szűcs kocsis pintér fodor orsós szalai
        sipos magyar lukács gulyás biró király katona lászló jakab bogdán balázs bodnár antal boros fazekas
        hegedűs
        """
    ),
}
"""Surnames by the language that puts them first."""
