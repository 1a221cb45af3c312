"""What French says of answers, refusals and offers."""

from store.hearing.wording.wording import NEVER, Wording, pattern

_NEWS = r"(?:réponse|retour|nouvelles|décision|résultat|feedback)"
_CORE = rf"""(?P<core>
    (?:revien\w+|reviendr\w+|revenir)\ vers\ (?:vous|toi) | (?:vous|te|t['’])\s?(?:recontact|contact|tiendr|inform|appell|rappell|répond|écri|donn|fer|ferons|communiqu|préven|dir)\w*
  | (?:vous|tu)\ (?:aurez|auras|recevrez|recevras|obtiendrez)\ .{{0,40}}?{_NEWS} | (?:aurons|aurai|rendrons|rendrai|prendrons|donnerons|donnerai|ferons|ferai)\b.{{0,40}}?{_NEWS}
  | {_NEWS}\ (?:vous\ )?(?:sera|vous\ parviendra|interviendra|est\ attendue?) | trancher\w*\ | déciderons\b | (?:on|nous\ nous)\ (?:se\ )?rappel\w+ | (?:choix|décision)\ sera\b
)"""

FRENCH = Wording(
    code="fr",
    answering=pattern(rf"\b{_CORE}"),
    promise=pattern(rf"\b{_CORE}"),
    preamble=NEVER,
    not_promise=pattern(
        r"\b(?:devions|devais|pensions|pensais|voulions|voulais|espérions|espérais|avions|avais|aurions|aurais|disais|avait)\b|\bne\b.{0,60}\b(?:pas|plus|guère|rien)\b"
        r"|\b(?:merci\ de|veuillez|pouvez-vous|pourriez-vous|peux-tu|pourrais-tu)\b"
    ),
    unheard=pattern(r"\b(?:sans|si)\b.{0,60}\b(?:nouvelles?|réponse|retour|contacté|pas\ eu)\b"),
    patience=pattern(r"\b(?:laisse[zr]?|accorde[zr]?|donne[zr]?)[\ -](?:nous|moi)\ (?:encore\ )?(?=\w)"),
    instead=pattern(
        r"\b(?:mais|donc)\ (?:ce\ sera|plutôt|au\ plus\ tard)\b|\bplutôt\b|\bce\ sera\ (?:finalement\ )?"
    ),
    then=pattern(r"\b(?:ensuite|alors|après\ cela|juste\ après|aussitôt|dans\ la\ foulée)\b"),
    silence_is_no=pattern(
        r"\b(?:considér\w+|comprendre|conclure)\b.{0,80}\b(?:pas\ (?:été\ )?retenue?|refus\w*|négative?)\b|\bpas\ (?:été\ )?retenue?\b"
    ),
    ring=pattern(r"\b(?:r?appeler\w*|téléphoner\w*)\b"),
    request=pattern(r"""
        \b(?:merci\ de|veuillez|n['’]oublie[zr]?\ pas\ de|pensez\ à|pouvez-vous|pourriez-vous|peux-tu|pourrais-tu|prière\ de|nous\ (?:aurions|avons)\ besoin|il\ (?:nous\ )?faudrait|vous\ devez)\b
        .{0,160}?\b(?:envoy\w*|transmet\w*|remplir|retourn\w*|renvoy\w*|confirm\w*|répon\w*|donn\w*|fai\w*|indiqu\w*|sign\w*|choisi\w*|compléter|fournir|votre|vos|ton|tes)\b
    """),
    limit=pattern(r"\b(?:avant|d['’]ici|pour|jusqu['’](?:au|à)|au\ plus\ tard|sous)\s*(?:le|la|au|à)?\s*$"),
    due=pattern(r"\b(?:date\ limite|échéance|expire|valable\ jusqu)\b"),
    no_end=pattern(r"\b(?:après|depuis|dès|pas\ avant|à\ partir\ du?|dernier|passé)\s+(?:le\ |la\ )?$"),
    about=pattern(
        r"\b(?:si|quand|où|quel(?:le)?s?|comment|pourquoi|parce|car|mais|lorsque|dès\ que|concernant)\b|[;:–—]|\ -\ "
    ),
    starts=pattern(
        r"\d|lun|mar|mer(?:credi|\b)|jeu|ven(?:dredi|\b)|sam|dim|jan|fév|avr|mai$|juin|juil|août|sep|oct|nov|déc|demain$|après-demain|aujourd|fin$|début$|mi-|milieu$"
        r"|la$|le$|l['’]|dans$|d['’]ici|sous$|cette$|ce$|semaine$|une$|deux$|quinze"
    ),
    within=pattern(
        r"""(?:le|la|les|de|du|des|d['’]\w+|à|au|en|et|ou|prochaine?s?|suivante?|cette|ce|semaines?|mois|an|année|jours?|ouvrés|heures?|h|fin|début|milieu|midi|matin|soir|après-midi|une?|deux|trois|quatre|cinq|quinze|-|–)\.?$"""
    ),
    ordinary=pattern(r"(?:mer|mar|le|la|ce|une)$"),
    qualifies=pattern(r"\s+(?:prochain|suivant|dernier|en\ huit)\w*"),
    weekdays=pattern(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"),
    refusal=pattern(r"""
        \b(?:candidature|profil|vous)\b.{0,40}\bn['’](?:a|avez|est|ont|avons)\b.{0,20}\b(?:pas|pu)\b.{0,20}\b(?:retenue?|sélectionnée?|été\ retenue?)
      | \bne\ (?:pouvons|pourrons|souhaitons|donnerons|sommes)\b.{0,60}\b(?:donner\ (?:une\ )?suite|retenir|favorable|poursuivre)
      | \b(?:retenu|choisi|sélectionné|porté\ notre\ choix\ sur)\ (?:une?\ )?autre\ (?:candidat|profil|personne|candidature)
      | \b(?:poursuivre|continuer|avancer|aller\ plus\ loin)\b.{0,30}\bavec\ (?:une?|d['’])\ ?autres?\ (?:candidat|profil|personne|candidature)
      | \b(?:profil|candidature|expérience)\b.{0,20}\bne\ (?:correspond|répond)\b.{0,30}\bpas\b | \bde\ ne\ pas\ (?:poursuivre|donner|retenir|continuer)
      | \b(?:ne|n['’])\b.{0,40}\bpas\b.{0,30}\b(?:poursuivre|aller\ plus\ loin|donner\ suite)
      | \bpas\ donner\ (?:une\ )?suite\b | \bréponse\ (?:est\ )?(?:malheureusement\ )?(?:négative|défavorable) | \b(?:poste|offre)\ (?:a\ été|est)\ (?:déjà\ |désormais\ )?pourvu
      | \bpas\ (?:été\ )?retenue?\b | \bsuite\ favorable\b.{0,10}$
    """),
    offer=pattern(r"""
        \b(?:plaisir|heureux|heureuse|ravis?|ravie|souhaitons|voudrions|aimerions|enchantés?)\b.{0,60}\b(?:proposer|offrir|faire)\b.{0,30}\b(?:le|ce|un|une|la)\ (?:poste|emploi|offre|proposition\ d['’]embauche|contrat|place)\b
      | \b(?:vous|te)\ (?:proposons|offrons|propose|offre)\ (?:le|ce|un)\ (?:poste|emploi|contrat)
      | \b(?:offre|promesse)\ d['’](?:emploi|embauche)\b.{0,60}\b(?:ci-jointe?|pièce\ jointe|jointe) | \bci-joint\b.{0,40}\b(?:contrat|promesse\ d['’]embauche)
      | \bvous\ êtes\ (?:prise?|engagée?|embauchée?|recrutée?)\b | \ble\ poste\ est\ (?:à\ vous|pour\ vous)\b
      | \bbienvenue\ dans\ (?:l['’]|notre\ )équipe | \bvotre\ candidature\ (?:a\ été|est)\ retenue
    """),
    doubt=pattern(
        r"\b(?:si|lorsque|quand|avant\ de|peut-être|éventuellement|au\ cas\ où|pourrions|pourrait)\b|\bpas\ encore\b|\b(?:pas|ne|n['’])\b.{0,12}$"
    ),
    invitation=pattern(
        r"\b(?:invit\w+|convi\w+|second\ entretien|deuxième\ entretien|prochain\ entretien|rencontrer)\b"
    ),
    thanks=pattern(r"\b(?:merci|remerci\w+)\b"),
)
