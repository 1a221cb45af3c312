"""How French announces answers, and asks for them."""

from store.hearing.wording.answers.answer_words import AnswerWords, either, way, words

_YOU = r"(?:\b(?:vous|te|toi|tu|(?:chaque|les|tous les|aux) candidat\w*)\b|\bt['’])"
_NEWS = r"\b(?<!votre )(?<!ta )(?<!vos )(?:réponse|retour|nouvelles?|décision|résultats?|feedback|verdict|choix|suite donnée|avis|issue|signe)\b"
_TELLS = r"(?:re)?(?:contacter|tiendr|inform|appell?er|appell|répond|écri|communiqu|préven|prévien|avertir|avis|joindr|fixer)\w*|(?:re)?donn(?:e|er|erai|erons|era|ons)\b|fer(?:ai|ons|a)\b|fai(?:s|sons|re)\b|dir(?:ai|ons|a|e)\b|dis\b|rappell?\w*|(?:re)?contact\w+|téléphon\w*"
_ASKS = (
    r"\b(?:merci (?:de|d['’])|remerci\w+ (?:par avance |d['’]avance )?de (?:bien vouloir|me|nous)|si (?:vous|tu) (?:pouvi\w+|pouvai\w+|pouvez|peux)|veuillez|n['’]oublie[zr]? pas|pense[zr]? à|(?:pouvez|pourriez|voudriez|auriez)-vous|peux-tu|pourrais-tu|tu peux|tu pourrais|prière de"
    r"|(?:nous|j['’]|on|il) ?(?:nous |me )?(?:aurions|avons|ai|aurais|a|faut|faudrait|manque)(?: encore)?(?: besoin)?|vous devez|tu dois|n['’]hésite[zr]? pas à|s['’]il (?:vous|te) plaît|svp|stp"
    r"|(?:envoie|transmets|renvoie|confirme|dis|remplis|indique)(?:z|-moi|-nous)?(?=-| )|nous vous (?:demandons|prions|saurions)|je vous (?:prie|demande|saurais)|vous prions|attendons (?:votre|vos)|j['’]attends (?:ton|ta|tes|votre|vos))"
)
_DO = r"\b(?:r?envoy\w*|envoie\w*|transm\w*|rempli\w*|retourn\w*|renvoie\w*|confirm\w*|répon\w*|donn\w*|fai\w*|fasse\w*|indiqu\w*|sign\w*|choisi\w*|complét\w*|complèt\w*|fourni\w*|adress\w*|dire|dis|parven\w*|besoin|manque|votre|vos|ton|ta|tes)\b"

FRENCH_ANSWERS = AnswerWords(
    preamble=words(
        r"^.{0,40}?\bje (?:voulais|tenais|souhaitais)(?: \w+)? (?:à )?vous (?:informer|dire|prévenir)(?= que)"
    ),
    breaks=words(
        r"(?P<joins>\b(?:et|mais|ou|donc|car|puis|parce que|lorsque|quand|dès que|afin que|alors que|ce qu[ei]|si|c['’]est)\b)",
        r"[;!…()]+|:(?=\s|$)|,|\s[-–—]+\s|\.{2,}|—",
    ),
    finite=words(
        r"\b(?:je|nous|tu|il|elle|on|ils|elles|est|sont|sera|seront|a|ont|aura|aurez|auras|recevrez|recevras|devra|doit|peut|pouvez|pourr\w+|fau\w+|merci de|veuillez|vous (?:\w+(?:ez|ons|rai|ront|ra|era|iendra))"
        r"|te \w+|tranch\w*|décid\w*|communiqu\w+|revien\w*|reviendr\w*|rendr\w*|donn\w*|envoie\w*|confirme\w*|dis|se \w+(?:it|ra|nt))\b|\b(?:j|t|n|c)['’]"
    ),
    aside=words(
        r"^[\s,]*(?:et |mais |ou |sauf |même )*(?:si|quand|lorsque|dès qu\w*|parce|car|comme|puisque|pendant que|tant que|avant que|après que|où|quel\w*|comment|pourquoi|ce que|afin)\b"
    ),
    on_which=words(r"^(?:quand|où|date à laquelle)\b"),
    main=words(r"(?<=§ )(?=(?:je|nous|on|vous|tu)\b)"),
    asked=words(r"^[\s,]*(?:et |ou )?(?:si|quand|quel\w*|comment|ce que|où)\b"),
    outcome=words(r"^ce que\b"),
    topic=words(_NEWS),
    tells=(
        way(
            r"\b(?:revien(?:s|t|drai|drons|dra|dront|nent)|reviens|revenons|revenir|reviendr\w+)\b",
            rf"\bvers (?:vous|toi)|{_YOU}",
        ),
        way(
            rf"\b(?:vous|te|t['’]|aux candidats|tous les candidats|chaque candidat) ?(?:{_TELLS}|(?:en )?(?:{_TELLS}))|\b(?:{_TELLS})(?: \w+){{0,3}} (?:vous|toi|aux? \w*candidat\w*|les candidats)\b"
        ),
        way(
            rf"\b(?:vous|tu|les candidats)\b(?: \w+){{0,2}} ?(?:aurez|auras|recevrez|recevras|obtiendrez|saurez|sauras|connaîtrez|avez|as|recevez|auront|recevront)\b.{{0,40}}?(?:{_NEWS}|réponse|décision|message|mail|courriel|appel|coup de fil|tout|plus)|\b(?:vous saurez|tu sauras|vous serez|tu seras)\b(?: \w+)? ?(?:fixé\w*|informé\w*|contacté\w*|prévenu\w*|recontacté\w*|averti\w*|avisé\w*|à quoi|tout)?"
        ),
        way(
            rf"{_NEWS}.*\b(?:vous (?:sera|seront|parviendra|parviendront|arrivera)|te (?:sera|parviendra)|sera (?:communiqué|envoyé|annoncé|transmis|donné)\w*|suivra|arrivera)"
        ),
        way(r"\b(?:vous|te) (?:sera|seront)\b(?: \w+)? (?:communiqué|envoyé|annoncé|transmis|donné)\w*"),
        way(
            r"\b(?:vous|te|t['’]) ?(?:tien(?:s|dr\w+)|tenons|gard\w+) (?:au (?:courant|jus)|informée?s?)\b|\b(?:vous|te|t['’]) ?(?:re)?(?:contacter|appeler|répondre|écrire|informer|prévenir|donner|tenir|dire)\b|\b(?:re)?pren(?:ons|ds|dr\w+) contact avec (?:vous|toi)\b"
        ),
        way(
            r"\b(?:vous|te|t['’]) ?(?:confirm|redi)\w* (?:ça|cela|tout ça|la décision|le résultat|notre (?:décision|réponse|choix))\b|\b(?:vous|te) redi(?:s|rai|rons)\b|\bentendr\w+ parler de (?:nous|moi)\b|\battend\w+-(?:vous|toi) à (?:une? |notre |mon )(?:appel|mail|réponse|retour|coup de fil|message|courriel)|\b(?:vous|tu) (?:le |l['’]|en )saur(?:ez|as)\b"
        ),
        way(r"\b(?:avais|avions|avait|avons|ai) (?:dit|promis|annoncé|parlé)\b.*§"),
        way(
            rf"\b(?:vous|te|t['’]) ?(?:envoi|enverr|pass|transm|adress|fer)\w+\b.{{0,20}}?(?:{_NEWS}|\b(?:message|mail|courriel|sms|texto|mot|coup de fil|appel)\b)"
        ),
        way(r"\b(?:seront|sera|êtes|serez) (?:\w+ )?(?:informé|contacté|prévenu|avisé|averti)\w*"),
        way(
            r"\bon (?:se )?(?:rappel\w+|recontact\w+|fait signe|te dit|vous dit)|\bnous nous rappel\w+|\bdonn\w+ (?:des |de mes |de nos )?nouvelles\b"
        ),
        way(
            r"\b(?:réponse|retour|nouvelles)\b(?: de notre part| définitive| prévue| attendue)*,?(?: d['’]ici| avant| pour| le| au)* §"
        ),
    ),
    decides=(
        way(
            either(
                rf"{_NEWS}.*?\b(?:repoussé|reporté|retardé|décalé|prévu|attendu|programmé)\w*\b|{_NEWS}.*\bprend du retard\b",
                r"\b(?:se prononcer\w+|statuer\w+)\b|\b(?:objectif|but|comptons|pensons|espérons|espère|voulons|souhaitons|devrions|allons|pouvoir|est de|devraient|devrait)\b(?! (?:que )?(?:vous|tu)\b).{0,20}\b(?:décider|trancher|tranché|décidé)\b",
                r"\b(?:client|direction|manager|responsable|équipe|comité|rh|il|elle|ils|elles)\b.{0,15}\b(?:me|nous) (?:répondre|répond\w*|dir\w+|donner\w*|rappell?er?\w*|revien\w*)\b",
                r"\b(?:tranch(?:er|era|erons|eront|e|ons)|décider(?:ons|a|ont)|déciderai|décide(?:ra)?)\b|\bse décid",
                rf"\b(?:aur(?:ons|ai|a|ont)|avoir|rendr\w+|prendr\w+|donner(?:ons|ai|a)|ferons|ferai|arrêter\w*|devrait?|devrions|devrais|attendons|arrêté|prise?)\b.{{0,40}}?{_NEWS}",
                rf"{_NEWS}.*\b(?:sera|seront|est attendue?|interviendra|devrait|prise?|tombera)\b|\bsaurons\b|\ben saur\w+ plus\b",
            )
        ),
    ),
    begs=words(
        r"\b(?:remerci\w+ (?:par avance |d['’]avance )?de (?:bien vouloir|me|nous)|si (?:vous|tu) (?:pouvi\w+|pouvai\w+|pouvez|peux)|(?:vous avez|tu as) jusqu|merci de|veuillez|(?:pouvez|pourriez|voudriez|auriez)-vous|peux-tu|pourrais-tu|tu peux|tu pourrais|prière de|s['’]il (?:vous|te) plaît|svp|stp|votre (?:réponse|retour)|ta réponse|ton retour|de votre part|de ta part)\b|-(?:moi|nous)\b"
    ),
    asks=(
        way(rf"{_ASKS}.{{0,160}}?{_DO}"),
        way(r"\b(?:vous avez|tu as) jusqu['’]"),
        way(
            r"\b(?:envoie|envoyez|transmets|transmettez|renvoie|renvoyez|confirme|confirmez|dis|dites|remplis|remplissez|retournez|répondez)-(?:le|la|les|moi|nous|lui)\b"
        ),
        way(
            r"\b(?:manque|manquent|attendons)\b.*\b(?:votre|vos|ton|ta|tes)\b|\b(?:à|doit|doivent)(?: nous)? (?:être )?(?:retourn|renvoy|remettre|rendre|envoy)\w*"
        ),
    ),
    asks_plainly=(
        way(
            r"\b(?:merci (?:de|d['’])|veuillez|(?:pouvez|pourriez|auriez)-vous|peux-tu|pourrais-tu|tu peux|tu pourrais|prière de|besoin (?:de|d['’])|il (?:nous |me )?(?:faut|faudrait|manque)|n['’]oublie[zr]? pas|nous vous (?:demandons|prions)|je vous prie)",
            r"\b(?:r?envoyer|r?envoie|transmettre|remplir|retourner|confirmer|indiquer|signer|compléter|fournir|adresser|parvenir|(?:nous |me |m['’])dire|copie|attestation|références|rib|justificatif|diplôme\w*|besoin|manque)\b",
        ),
        way(
            r"\b(?:envoie|envoyez|transmets|transmettez|renvoie|renvoyez|remplis|remplissez)-(?:le|la|les|moi|nous)\b"
        ),
    ),
    no_ask=words(
        r"\bmanque\w*\b.{0,30}\b(?:entretiens?|candidat\w*|personnes?)\b|\b(?:besoin|fau\w+|manque)\b.{0,30}\b(?:temps|semaine|jours?|délai)\b|\b(?:merci de (?:(?:votre|ta)(?! (?:réponse|retour|confirmation) (?:avant|d['’]ici|pour|au plus|§))|vo(?!tre)|patienter|bien vouloir patienter)|veuillez (?:agréer|recevoir|croire|considérer|patienter|excuser|nous excuser|accepter)|n['’]hésite[zr]? pas)\b"
    ),
    is_free=words(
        r"\b(?:question|convien\w+|disponib\w+|créneau\w*|dispo|quand vous|hésite\w*|heure|rendez-vous|entretien)\b",
        r"§",
    ),
    negated=words(
        r"\b(?:ne(?! manqu)|n['’]).{0,40}?\b(?:pas(?! plus tard)|plus|guère|rien|jamais)\b|(?<!manquerai )(?<!manquerons )(?<!manquera )\bpas (?:encore|avant|de)\b|\bsans (?!faute|doute|hésit)|\brien\b"
    ),
    past=words(
        r"\b(?:merci|remerci\w+)\b.{0,15}\b(?:pour|de) (?:votre|ton|ta|vos|tes)\b",
        r"\b(?:devions|devais|pensions|pensais|voulions|voulais|espérions|espérais|avions|avais|aurions|aurais|disais|avait|était|avons|avez|ai)\b(?! (?:une?|la|notre|ton|votre|de|encore|besoin|deux|trois)\b)",
    ),
    perhaps=words(
        r"\bpour (?:l['’]|un |notre |votre |ton )(?:entretien|échange|appel|rendez-vous)\b|\b(?:mail|courriel|message) (?:d['’]invitation|de confirmation)\b|\b(?:la|l['’]|le|les) ?(?:salle|adresse|heure|lien|horaires?|programme|invitation|plan d['’]accès)\b",
        r"\b(?:vous attendez|tu attends|vous avez besoin|tu as besoin|il (?:vous|te) faut)\b|\b(?:peut-être|éventuellement|généralement)\b",
    ),
    hangs=words(r"^(?:de|pouvoir|à)\b"),
    unheard=words(r"\b(?:sans|si)\b.{0,60}\b(?:nouvelles?|réponse|retour|contacté|pas eu)\b"),
    patience=words(
        r"\b(?:avons|ai|aurons|aurai|faut|faudra|faudrait|demande|demandons) (?:encore )?(?:besoin (?:(?:encore )?(?:d['’]un peu )?de (?:plus de )?temps )?)?jusqu['’](?:à|au) (?=\S)(?!.*\b(?:votre|vos|ton|ta|tes)\b)",
        r"\bpatient\w* jusqu['’](?:à|au) |\bcompte[rz]?\b(?=.{0,80}\b(?:réponse|retour|décision))|\b(?:laisse[zr]?|accorde[zr]?|donne[zr]?)[ -](?:nous|moi) (?:encore |jusqu['’](?:au?|à) )?(?=\w|§)",
    ),
    instead=words(
        r"\b(?:mais|donc) (?:ce sera|plutôt|au plus tard)\b.{0,20}§|\bplutôt\b.{0,15}§|\bce sera\b.{0,20}§|^c['’]est §"
    ),
    put_right=words(
        r"\b(?:plus (?:précisément|exactement)|ou plutôt|plutôt|pardon|c['’]est-à-dire|à savoir|enfin),? (?:le |d['’]ici )?$"
    ),
    refers=words(r"^(?:ce (?:qui|que)|soit)\b"),
    not_before=words(r"^avant (?:que nous|que je|de pouvoir) "),
    then=words(
        r"\b(?:ensuite|alors|après cela|juste après|aussitôt|dans la foulée|le jour même|ce jour-là|le soir même|d['’]ici là)\b"
    ),
    silence_is_no=words(
        r"\b(?:considér\w+|comprendre|conclure)\b.{0,80}\b(?:pas (?:été )?retenue?|refus\w*|négative?)\b|\bpas (?:été )?retenue?\b"
    ),
    ring=words(r"\b(?:r?appell?er?\w*|téléphon\w*)\b"),
    limit=words(
        r"(?:\b(?:avant|pour|jusqu['’](?:au|à)|au plus tard|sous)|\bd['’]ici)\s*(?:le|la|au|à|à la)?\s*$"
    ),
    due=words(r"\b(?:date limite|échéance|expire|valable jusqu)"),
    no_end=words(
        r"\b(?:après|depuis|entre|pas avant|à partir (?:du|de)|dernier|passé|(?<!avez )(?<!as )jusqu['’](?:à|au))\s+(?:le |la )?$"
    ),
)
