"""How French names times, and what it says of refusals and offers."""

from store.hearing.wording.answers.french import FRENCH_ANSWERS
from store.hearing.wording.wording import Wording, pattern, plainer

FRENCH = Wording(
    code="fr",
    answers=FRENCH_ANSWERS,
    starts=pattern(
        r"\d|(?:lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|janv?(?:ier)?|f[ée]vr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept?(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?)\b|(?:demain|fin|milieu|la|le|les|dans|sous|cette|ce|semaine|une|deux|trois|dix|huit|(?<!au\ )courant|vers|autour|aux\ alentours)\b|après-demain|aujourd|début|mi-"
        r"|avant\ (?:noël|les\ fêtes\ de\ noël)\b|(?:(?:dans\ le|en)\ courant|au\ cours)\ de\ la\ semaine\b|l['’]|d['’]ici|quinz|huitaine|en\ (?:début|milieu|fin|cours)|au\ (?:cours|début|milieu)|avant\ (?:le\ |la\ |ce\ )?(?:week-?end|fin\ de\ semaine)|avant\ que\ (?:la|cette)\ semaine\ (?:ne\ )?(?:se\ termine|s['’]achève|finisse|soit\ (?:finie|terminée))"
    ),
    plainly=plainer(
        december_24=r"\bavant (?:noël|les fêtes de noël)\b",
        this_week=r"\b(?:(?:dans le|en) courant|au cours) de la semaine$",
        **{"10_jours": r"\bune dizaine de jours\b", "15_jours": r"\bune quinzaine de jours\b"},
        _=r"(?<=\w) prochaine?s(?= (?:semaines|jours|heures)\b)",
        today=r"\b(?:ce soir|cet après-midi|dans la journée|en fin de journée(?! \w*di))\b",
        before_the_weekend=r"\bavant (?:(?:le |ce )?week-?end|que (?:la|cette) semaine (?:ne )?(?:se termine|s['’]achève|finisse|soit (?:finie|terminée)))\b",
        within=r"\bdans les (?:prochaine?s )?(?=\d|deux|trois|quatre|cinq|dix|quinze)|\bd['’]ici (?:à |au |aux |à la |le |la )?(?=\w)|\bdans un délai de\b",
    ),
    within=pattern(
        r"""(?:le|la|les|de|du|des|d['’]\w+|à|au|en|et|ou|prochaine?s?|suivante?|cette|ce|semaines?|mois|an|année|jours?|ouvrés|heures?|h|fin|début|milieu|week-?end|midi|matin|soir|après-midi|journée|dizaine|quinzaine|une?|deux|trois|quatre|cinq|quinze|-|–)\.?$"""
    ),
    ordinary=pattern(
        r"(?:mer|mar|les?|la|ce|cette|une?|deux|trois|dans|sous|vers|autour|de|du|des|à|au|en|et|ou|fin|début|milieu|courant|prochaine?s?|,|-|–)$"
    ),
    qualifies=pattern(r"\s+(?:(?:prochain|suivant|dernier|en\ huit)\w*|(?:de|du)\ (?:\w+di|\d|\w+main)\b)"),
    weekdays=pattern(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"),
    refusal=pattern(r"""
        \bne\ (?:vous\ )?donner(?:ons|ai|ont)\ pas\ (?:\w+\ )?suite | \bne\ (?:pouvons|pourrons|pouvez|peux|peut)\b.{0,15}\b(?:vous|te)\ (?:proposer|offrir|retenir|recruter|engager|embaucher)\b(?!\ (?:[\w'’]+\ ){0,3}?(?:créneaux?|dates?|horaires?|heures?|rendez-vous|réponses?|retours?|délais?)\b) | \bc['’]est\ (?:malheureusement\ )?(?:un\ )?non(?=\W*$)
      |        (?:\b(?:ne|n['’])\b.{0,20})?\b(?:pas|im)\ ?(?:été\ )?possible\ de\ (?:vous|te)\ (?:recruter|engager|embaucher|retenir|proposer)
      |        \bpréféré\ (?:une?|d['’])\ ?autres?\ (?:candidat\w*|profil|personne) | \bn['’](?:irons|iront|irai)\ pas\ plus\ loin\b
      |        \b(?:choisi|pris|retenu|embauché|engagé|préféré)\ quelqu['’]un\ d['’]autre
      |        \b(?:retenu|choisi|sélectionné)\ une?\ (?:autre\ )?(?:candidature|profil|candidat\w*|personne)
      |        \b(?:opté|décidé|tranché)\ (?:finalement\ )?(?:pour|en\ faveur\ d['’e])\ ?(?:une?|d['’])?\ ?autre
      |        \b(?:candidature|profil|vous)\b.{0,40}\bn['’](?:a|avez|est|ont|avons)\b.{0,20}\b(?:pas|pu)\b.{0,20}\b(?:retenue?|sélectionnée?|été\ retenue?)
      | \bne\ (?:pouvons|pourrons|souhaitons|donnerons|sommes)\b.{0,60}\b(?:donner\ (?:une\ )?suite|retenir|favorable|poursuivre)
      | \b(?:retenu|choisi|sélectionné|porté\ notre\ choix\ sur)\ (?:une?\ )?autre\ (?:candidat|profil|personne|candidature)
      | \b(?:poursuivre|continuer|avancer|aller\ plus\ loin)\b.{0,30}\bavec\ (?:une?|d['’])\ ?autres?\ (?:candidat|profil|personne|candidature)
      | \b(?:profil|candidature|expérience)\b.{0,20}\bne\ (?:correspond|répond)\b.{0,30}\bpas\b | \bde\ ne\ pas\ (?:poursuivre|donner|retenir|continuer)
      | \b(?:ne|n['’])\b.{0,40}\bpas\b.{0,30}\b(?:poursuivre|aller\ plus\ loin|donner\ suite)
      | \bpas\ donner\ (?:une\ )?suite\b | \bréponse\ (?:est\ )?(?:malheureusement\ )?(?:négative|défavorable) | \b(?:poste|offre)\ (?:a\ été|est)\ (?:déjà\ |désormais\ )?pourvu
      | \bpas\ (?:été\ )?retenue?\b | \bsuite\ favorable\b.{0,10}$
    """),
    offer=pattern(r"""
        \b(?:veut|veulent|souhaite|souhaitons|voulons|aimerions|voudrions|décidé\ de|plaisir\ de)\ (?:vous|te)\ (?:embaucher|recruter|engager) | \b(?:ravis?|ravies?|heureux|heureuses?|enchantés?|plaisir\ de)\ (?:de\ )?(?:vous|te)\ (?:compter|accueillir|avoir)\ (?:parmi|dans|à\ bord) | \bdécidé\ de\ (?:vous|te)\ (?:proposer|offrir)\ (?:le|ce|un)\ (?:poste|emploi|contrat)
      |        \bvous\ êtes\ (?:retenue?|sélectionnée?|choisie?)\ pour\ (?:le|ce)\ poste
      |        \b(?:plaisir|heureux|heureuse|ravis?|ravie|souhaitons|voudrions|aimerions|enchantés?)\b.{0,60}\b(?:proposer|offrir|faire)\b.{0,30}\b(?:le|ce|un|une|la)\ (?:poste|emploi|offre|proposition\ d['’]embauche|contrat|place)\b
      | \b(?:vous|te)\ (?:proposons|offrons|propose|offre)\ (?:le|ce|un)\ (?:poste|emploi|contrat)
      | \b(?:offre|promesse)\ d['’](?:emploi|embauche)\b.{0,60}\b(?:ci-jointe?|pièce\ jointe|jointe) | \bci-joint\b.{0,40}\b(?:contrat|promesse\ d['’]embauche)
      | \bvous\ êtes\ (?:prise?|engagée?|embauchée?|recrutée?)\b | \ble\ poste\ est\ (?:à\ vous|pour\ vous)\b
      | \bbienvenue\ dans\ (?:l['’]|notre\ )équipe | \bvotre\ candidature\ (?:a\ été|est)\ retenue
    """),
    not_yet=pattern(
        r"^.{0,30}\b(?:avant|pour\ l['’]instant|tant\ que)\b|^.{0,40}\b(?:qui|mais|il|elle)\b.{0,30}\b(?:refusé|décliné|désisté\w*|retiré\w*)\b"
    ),
    still_open=pattern(
        r"\b(?:vous\ (?:êtes|restez)|tu\ (?:es|restes))\b.{0,15}\b(?:en\ lice|en\ course|dans\ la\ course|dans\ le\ processus)\b"
    ),
    doubt=pattern(
        r"\b(?:si|lorsque|quand|avant\ de|peut-être|éventuellement|au\ cas\ où|pourrions|pourrait)\b|\bpas\ encore\b|\b(?:pas|ne|n['’])\b.{0,12}$"
    ),
    invitation=pattern(
        r"\b(?:invit\w+|convi\w+|second\ entretien|deuxième\ entretien|prochain\ entretien|rencontrer)\b"
    ),
    thanks=pattern(r"\b(?:merci|remerci\w+)\b"),
)
