"""How Spanish announces answers, and asks for them."""

from store.hearing.wording.answers.answer_words import AnswerWords, either, way, words

_NEWS = r"\b(?<!tu )(?<!su )(?:respuesta|noticias|decisi[oó]n|resultados?|contestaci[oó]n|feedback|novedades|veredicto|señales)\b"
_TELLS = (
    r"(?:dar|dir|informar|avisar|contactar|llamar|responder|escribir|comunicar|contar|confirmar|contestar|har|notificar|enviar|mandar|pasar)(?:emos|é|á|án|ía|íamos)"
    r"|damos|doy|contamos|cuento|decimos|digo|llamo|llamamos|llama|escribo|escribimos|aviso|avisamos|informamos|confirmo|confirmamos|respondo|respondemos|contesto|contestamos|comento|comentamos|notificamos|dice|diga"
)
_INFINITIVES = r"(?:dar|decir|informar|avisar|contactar|llamar|responder|escribir|comunicar|contar|confirmar|contestar)(?:le|te|les|os|lo|la)(?:s)?\b"
_ASKS = r"\b(?:por favor|porfa|podr[ií]as?|podr[ií]ais|puedes?|ruego|rogamos|necesitamos|necesitar[ií]amos|necesito|necesitar[ií]a|debes?|le pedimos|te pedimos|te pido|le pido|nos falta\w*|me falta\w*|te importar[ií]a|agradecer[ií]a\w*|haz(?:me|nos)?|no olvides?|recuerd\w+|har[ií]a falta|tienes que|tiene que)\b"
_DO = r"\b(?:env[ií]\w*|mand\w*|m[aá]nd\w*|confirm\w*|conf[ií]rm\w*|respon\w*|resp[oó]n\w*|complet\w*|rellen\w*|firm\w*|indi\w*|ind[ií]\w*|dig\w*|decir\w*|dinos|dime|avis\w*|haga\w*|entreg\w*|pas(?:ar|es|a)\w*|remit\w*|contest\w*|falta\w*|su|sus|tu|tus|saber)\b"

SPANISH_ANSWERS = AnswerWords(
    preamble=words(
        r"^.{0,40}?\b(?:quer[ií]a|quer[ií]amos|s[oó]lo) (?:decirte|decirle|informarle|informarte|comentarte)(?= que)"
    ),
    breaks=words(
        r"(?P<joins>\b(?:y|pero|o|sino|porque|aunque|as[ií] que|por lo que|cuando|mientras|en cuanto|si|qu[eé](?<=é)|cómo)\b)",
        r"[;!…()¡¿]+|:(?=\s|$)|,|\s[-–—]+\s|\.{2,}|—",
    ),
    finite=words(
        rf"\b(?:(?:le|te|les|os|lo|la|nos|me) (?:{_TELLS}|\w+(?:emos|é|á|án|amos|imos|o|a|e))|yo|nosotros|usted|es|son|ser[aá]n?|est[aá]n?|ha|han|hay|tiene\w*|tendr\w+|recibir\w+|sabr\w+|decidir\w+|volver\w+|por favor|podr\w+|puede\w*|necesit\w+|debe\w*|reuni\w+|se re[uú]nen?|se \w+(?:e|en|a|an|ir[aá]n?)|comunicar\w*|tom\w+|espero|esperamos|queda\w*|falta\w*)\b"
    ),
    aside=words(
        r"^[\s,]*(?:y |pero |o |salvo |aunque )*(?:si|cuando|cu[aá]ndo|en cuanto|porque|aunque|mientras|d[oó]nde|qu[eé]|cu[aá]l|c[oó]mo|como|antes de que(?! (?:acab|termin))|despu[eé]s de que|hasta que|una vez|ya que)\b(?! (?:muy|m[aá]ximo|tarde))"
    ),
    on_which=words(r"^(?:cuando|en que|fecha en la que)\b"),
    main=words(r"(?<=§ )(?=(?:te|le|les|nos|me|tendr\w+|recibir\w+|sabr\w+)\b)"),
    asked=words(r"^[\s,]*(?:y |o )?(?:si|qu[eé]|cu[aá]l|c[oó]mo|cu[aá]ndo)\b"),
    outcome=words(r"^(?:qu[eé]|c[oó]mo)\b"),
    topic=words(_NEWS),
    tells=(
        way(
            r"\bcontact(?:ar[aá]n?|aremos|ar[eé]) (?:contigo|con usted|con vosotros)\b|\bse pondr[aá]n? en contacto\b|\b(?:vas|va|vais|van) a saber\b"
        ),
        way(r"\b(?:dijimos|dije|hab[ií]a(?:mos)? dicho)\b.*§"),
        way(
            r"\b(?:le|te|les|os|lo|la) (?:mantendr(?:emos|é)|mantenemos|mantengo|tendr(?:emos|é)) (?:informad|al (?:tanto|corriente|d[ií]a))\w*"
        ),
        way(r"\bse (?:comunicar|informar|notificar|avisar)[aá]n?\b"),
        way(
            r"\b(?:nos|me) (?:pondremos|pondr[eé]|pondr[aá]n?|ponemos|pongo|comunicar\w+) (?:en contacto|con)\b|\bponernos en contacto\b|\bestaremos en contacto\b"
        ),
        way(
            rf"\b(?:le|te|les|os|lo|la|los|las)(?: (?:le|lo|la))? (?:{_TELLS})\b|\b{_INFINITIVES}|\b(?:{_TELLS})\b.*\ba (?:usted|ti|(?:todos )?los candidatos)\b"
        ),
        way(
            rf"\b(?:tendr[aá]s?|recibir[aá]s?|tienes|tiene|obtendr[aá]s?|tendr[eé]is|recibe|recibes|tener|recibir|haya|van a tener|vas a tener|va a tener|vas a recibir|va a recibir)\b.{{0,40}}?(?:{_NEWS}|un correo|una llamada|un mail|un mensaje|algo)"
        ),
        way(
            r"\b(?:sabr[aá]s?|sabr[eé]is|sepas|sepa)\b(?: (?:de|algo|m[aá]s|el|la|si|qu[eé]))?|\bconocer[aá]s?\b"
        ),
        way(
            rf"\b(?:volver(?:emos|[eé]|[aá]n?)|vuelvo|volvemos) a (?:contactar|escribir|llamar|hablar)\w*|\bhar[eé](?:mos)? saber\b|\bva(?:mos)? a (?:{_INFINITIVES})|\bvoy a (?:{_INFINITIVES})"
        ),
        way(
            rf"{_NEWS}.*\b(?:se (?:le|te|les) \w+|llegar[aá]|ser[aá]n? (?:comunicad|enviad|anunciad)\w*)|\bse (?:le|te|les|os) (?:{_TELLS}|comunica\w*|informa\w*|notifica\w*|avisa\w*)"
        ),
        way(r"\b(?:ser[aá]s?|ser[aá]n) (?:informad|notificad|contactad|avisad)\w*"),
        way(r"\b(?:respuesta|noticias)\b(?: nuestras?| definitiva)?,?(?: antes| del?| el| para| a)* §"),
        way(rf"\b(?:daremos|dar[eé]|damos|doy|enviaremos|enviar[eé])\b.{{0,40}}?{_NEWS}"),
    ),
    decides=(
        way(
            either(
                rf"{_NEWS}.*?\b(?:se retrasa\w*|retrasad\w*|pospuest\w*|pospone\w*|aplaz\w*|previst\w*|programad\w*)\b",
                r"\b(?:direcci[oó]n|comit[eé]|equipo|jef[ea]|cliente|gerencia|empresa|consejo|idea es|objetivo es|queremos|esperamos|vamos a|intenci[oó]n es|pensamos)\b(?! que)(?: \w+)? decid(?:e|en|ir|ir[aá]n?)\b",
                r"\b(?:cliente|jef[ea]|direcci[oó]n|equipo|comit[eé]|[eé]l|ella|ellos)\b.{0,15}\bme (?:contest|respond|dir|dar|confirm)\w*(?:á|án)\b",
                rf"\b(?:tendremos|tendr[eé]|tener|tomaremos|tomar[aá]n?|tomar|tomamos|tengamos|habr[aá])\b.{{0,40}}?{_NEWS}|\bdecidiremos\b|\bdecidir[aá]n?\b|\bdecidimos\b",
                rf"{_NEWS}.*\b(?:se tomar[aá]|se toma|estar[aá]|ser[aá])\b|\bse decid\w+|\bsabremos\b|\bsabr[eé]\b",
            )
        ),
    ),
    begs=words(
        r"\b(?:por favor|porfa|podr[ií]as?|puedes?|ruego|rogamos|te pedimos|le pedimos|(?:necesit|esper|aguard)\w+ (?:de )?(?:tu|su)\b|agradecer[ií]a\w*|(?:tienes|tiene|ten[eé]is) hasta\b(?!.{0,20}\blibre\b)|\w+(?:me|nos)l[oa]s?|d[ií](?:me|nos|ga\w+)|conf[ií]rm\w+(?:me|nos))\b"
    ),
    asks=(
        way(
            r"\b\w+[eéaá]\w*(?:nos|me)l[oa]s?\b|\b(?:rellena|rellene|completa|complete|firma|firme) (?:el|la|los|las)\b"
        ),
        way(rf"{_ASKS}.{{0,160}}?{_DO}"),
        way(
            r"\b(?:env[ií]a|m[aá]nda|conf[ií]rma|d[ií]|d[ií]ga|p[aá]sa|rem[ií]te|av[ií]sa|cont[eé]sta|resp[oó]nde|env[ií]e|conf[ií]rme|m[aá]nde)(?:me|nos)(?:l[oa]s?)?\b"
        ),
        way(r"\b(?:tienes|tiene|ten[eé]is) hasta\b(?!.{0,20}\blibre\b)"),
        way(r"\bnos falta\w*\b.*§|\b(?:deber[aá]n?|debe) (?:ser )?(?:entreg|envi|present|firm)\w*"),
    ),
    asks_plainly=(
        way(
            r"\b(?:por favor|porfa|podr[ií]as?|puedes?|ruego|rogamos|necesitamos|necesitar[ií]amos|necesito|le pedimos|te pedimos|te pido|nos falta\w*|me falta\w*|te importar[ií]a|agradecer[ií]a\w*|no olvides?|har[ií]a falta|tienes que)\b",
            r"\b(?:env[ií]\w*|mand\w*|m[aá]nd\w*|complet\w*|rellen\w*|firm\w*|indic\w*|ind[ií]\w*|decir(?:nos|me)|dinos|dime|entreg\w*|pas(?:ar|es)(?:me|nos)\w*|p[aá]sa(?:me|nos)\w*|remit\w*|adjunt\w*|falta\w*|hacer(?:nos|me) llegar|tu|tus|su|sus)\b",
        ),
        way(r"\b(?:env[ií]a|m[aá]nda|p[aá]sa|rem[ií]te|env[ií]e|m[aá]nde)(?:me|nos)(?:l[oa]s?)?\b"),
    ),
    no_ask=words(
        r"\b(?:ten(?:ga)? paciencia|disculp\w+|perdon\w+|entiend\w+|no dudes?)\b|\bfalta\w*\b(?: \w+){0,4} (?:entrevistas?|candidat\w+|personas|reuni\w+|ver|hablar|decidir|por)\b"
    ),
    is_free=words(
        r"\b(?:pregunta\w*|duda\w*|viene bien|conviene|disponib\w+|hueco\w*|horario\w*|cita|cu[aá]ndo (?:podr|te|le)\w*|entrevista)\b",
        r"§",
    ),
    negated=words(
        r"\bno\b(?! (?:m[aá]s (?:tarde|all[aá])|s[oó]lo|te preocupes))|\bnunca\b|\bnadie\b|\btodav[ií]a no\b|\bsin\b(?! (?:falta|duda))"
    ),
    past=words(
        r"\b(?:gracias|agradezco|agradecemos)\b.{0,15}\b(?:por|tu|su)\b",
        r"\b(?:[ií]bamos|iba|quer[ií]amos|quer[ií]a|pens[aá]bamos|hab[ií]amos|hab[ií]a|dijimos|dije|esper[aá]bamos|esperaba|hubi[eé]ramos|he|hemos|ha|han)\b(?! (?:de|quedado)\b)",
    ),
    perhaps=words(
        r"\bpara (?:la|una|nuestra|tu|su) (?:\w+ )?(?:entrevista|charla|reuni[oó]n|videollamada)\b|\bconfirm\w+ (?:que )?(?:la|el|nuestra|tu|su) (?:entrevista|cita|reuni[oó]n)\b|\b(?:la|el) (?:sala|direcci[oó]n (?:exacta|de la oficina)|hora|enlace|horario|invitaci[oó]n)\b",
        r"\b(?:necesitas?|esperas|quieres|quiere usted)\b|\b(?:quiz[aá]s?|tal vez|a lo mejor|normalmente)\b",
    ),
    hangs=words(r"^(?:poder|a)\b"),
    unheard=words(r"\bsi\b.{0,30}\bno\b.{0,60}\b(?:noticias|respuesta|contactado|recib\w+|sab\w+)\b"),
    patience=words(
        r"\b(?:necesitamos|necesito|necesitaremos|necesitar[eé]|nos hace falta) (?:(?:un poco )?(?:m[aá]s (?:de )?)?(?:tiempo )?)?hasta (?:el )?(?=\S)(?!.*\b(?:tus?|sus?)\b)",
        r"\b(?:da(?:me|nos)|d[eé](?:me|nos)|den(?:me|nos)) (?:todav[ií]a |a[uú]n |hasta (?:el )?)?(?=\w|§)",
    ),
    instead=words(
        r"\b(?:pero|sino) (?:ser[aá]|m[aá]s bien|seguramente|como (?:muy tarde|m[aá]ximo))\b.{0,15}§|\bm[aá]s bien\b.{0,15}§|\bser[aá] (?:el |ya )?§"
    ),
    put_right=words(
        r"\b(?:más (?:concretamente|exactamente)|mejor dicho|o mejor|perdón|es decir|o sea|en concreto|digo),? (?:el |para el )?$"
    ),
    refers=words(r"^(?:lo que|lo cual|o sea)\b"),
    not_before=words(r"^antes de (?:que podamos|poder) "),
    then=words(
        r"\b(?:entonces|despu[eé]s|luego|a continuaci[oó]n|acto seguido|ese mismo d[ií]a|ese d[ií]a|esa misma tarde)\b"
    ),
    silence_is_no=words(
        r"\b(?:no ha sido (?:seleccionad|elegid)|descartad|rechazad|negativ)\w*\b|\botr[oa]s? candidat"
    ),
    ring=words(r"\b(?:llamaremos|llamar[eé]|llamar|llamo|llamamos)\b"),
    limit=words(
        r"\b(?:antes de (?:que )?(?:acab|termin|finali)\w+|antes del?|hasta|para|a m[aá]s tardar|como (?:muy tarde|m[aá]ximo)|dentro de|no m[aá]s tarde del?)\s*(?:el|la|del?)?\s*$"
    ),
    due=words(
        r"\b(?:fecha l[ií]mite|plazo (?:de entrega|para (?:entregar|enviar|presentar))|vence|v[aá]lida hasta)\b"
    ),
    no_end=words(
        r"\b(?:entre|despu[eé]s del?|desde|a partir del?|no antes del?|pasado|[uú]ltima)\s+(?:el |la )?$"
    ),
)
