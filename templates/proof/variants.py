"""British and American spellings of the same words."""

import re

from templates.proof.folding import wordset

_PAIRS = (
    "colour color,favour favor,behaviour behavior,honour honor,labour labor,neighbour "
    "neighbor,flavour flavor,"
    "harbour harbor,humour humor,rumour rumor,endeavour endeavor,rigour rigor,savour "
    "savor,vigour vigor,armour armor,"
    "centre center,metre meter,theatre theater,fibre fiber,litre liter,calibre caliber,"
    "analyse analyze,analysing analyzing,"
    "analysed analyzed,paralyse paralyze,catalyse catalyze,catalogue catalog,defence defense,offence offense,"
    "pretence pretense,travell travel,modell model,labell label,fuell fuel,signall "
    "signal,tunnell tunnel,counsell counsel,"
    "channell channel,levell level,cancelled canceled,cancelling canceling,fulfil "
    "fulfill,enrol enroll,skilful skillful,"
    "instalment installment,programme program,grey gray,cheque check,jewellery jewelry,"
    "aluminium aluminum,tyre tire,"
    "plough plow,sceptic skeptic,mould mold,paediatric pediatric,haematolog hematolog,"
    "anaesthe anesthe,orthopaedic "
    "orthopedic,encyclopaedia encyclopedia,manoeuvre maneuver,ageing aging,judgement "
    "judgment,acknowledgement "
    "acknowledgment,artefact artifact,cosy cozy,parlour parlor,clamour clamor,fervour fervor,glamour glamor,"
    "ardour ardor,candour candor,saviour savior,demeanour demeanor,tumour tumor,odour odor,vapour vapor,"
    "splendour splendor,valour valor,mum mom,maths math,practise practice,licence license"
)
_PLAIN_PAIRS = [(pair.split()[0], pair.split()[1]) for pair in _PAIRS.split(",")]
_AMERICAN_ROOTS = sorted(_PLAIN_PAIRS, key=lambda pair: -len(pair[0]))
_DOUBLING = wordset("travell modell labell fuell signall tunnell counsell channell levell")
# Words that are right on both sides, or whose twin means something else.
_EITHER_SIDE = wordset("program check tire math practice license gray judgment judgement meter model")
_ISE = re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations|able|ational)$)")
_IZE = re.compile(r"(?<=[a-z]{3})iz(?=(?:e|ed|es|er|ers|ing|ation|ations|able|ational)$)")


def american_of(word: str) -> tuple[str, ...]:
    """The American forms that a British spelling may stand for, the likelier first."""
    forms = []
    for british, american in _AMERICAN_ROOTS:
        if word.startswith(british) and (
            british not in _DOUBLING or word[len(british) :] in ("ed", "ing", "er", "ers")
        ):
            forms.append(american + word[len(british) :])
    if _ISE.search(word):
        forms.append(_ISE.sub("iz", word))
    return tuple(forms)


def british_of(word: str) -> str | None:
    """The British form of an American spelling; -ize is British too and has none."""
    for british, american in _AMERICAN_ROOTS:
        rest = word[len(american) :]
        if not word.startswith(american) or word.startswith(british):
            continue
        if american in _EITHER_SIDE and american not in ("model",):
            continue
        if british in _DOUBLING and rest not in ("ed", "ing", "er", "ers"):
            continue
        if american in ("fulfill", "enroll") and rest in ("ed", "ing"):
            continue
        if rest in (
            "",
            "s",
            "ed",
            "ing",
            "er",
            "ers",
            "d",
            "e",
            "es",
            "al",
            "ally",
            "able",
            "ful",
            "ite",
            "ites",
            "ment",
            "ist",
            "less",
        ):
            return british + rest
    return None
