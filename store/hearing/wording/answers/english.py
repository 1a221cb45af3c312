"""How English announces answers, and asks for them."""

from store.hearing.wording.answers.answer_words import AnswerWords, either, way, words

_YOU = (
    r"(?:you|u|ya|everyone|everybody|people|candidates|applicants|finalists|(?:all|every|each|the)(?: of)?(?: the| our)?"
    r"(?: (?!other)\w+)? (?:candidates?|applicants?|finalists?|interviewees?|you))\b"
)
_NEWS = (
    r"\b(?<!your )(?:our (?:thoughts|views?|assessment|position on)|decision|answer|updates?|news|feedback|response|reply|outcome|results?|verdict|information|conclusion"
    r"|word|next steps|yes or (?:a )?no|final say|clarity|nod|go-ahead|thumbs up|green light|decisions|determination|judg(?:e)?ment|ruling|white smoke)\b"
)
_MAIL = r"\b(?:an?|our|my|another) (?:[\w'’-]+ )?(?:call|ring|shout|bell|buzz|line|note|e-?mail|mail|message|text|letter|phone call)\b"
_TO_COME = r"(?:will|shall|should|['’]ll|['’]d|can|ought to|going to|to|expects? to|hopes? to)"
_SMALL = r"(?: [\w'’§-]+)"
_ASKS = (
    r"\b(?:please|pls|plz|kindly|could you|can you|would you|will you|might you|be sure to|make sure|remember to|don['’]t forget|mind|(?:good|great|helpful|lovely|ideal|fantastic|handy|useful|super|brilliant|wonderful|perfect) (?=to (?:get|have|receive|see|hear)\b|if (?:you|we)\b)"
    r"|(?:could|can|may|might) (?:i|we) (?:please )?(?:get|have|ask for|request)"
    r"|(?:i|we|they|he|she|it|client|team|compliance|department|office|accounting|legal|hr|finance|payroll)(?: will|['’]ll|['’]d| would| also| just| still| only| really)*"
    r" (?:need|needs|require|requires|ask|appreciate|like|love|want|wants|expect|be (?:very )?grateful|be glad|be happy|must have)"
    r"|you(?: will|['’]ll)?(?: then| still| also)? (?:must|should|(?:need|have|are asked|are requested|are required|ought) to)"
    r"|if (?:you|we|i)(?:['’]d| could| can| would| might)|helps? (?:us|me)(?: a lot)? (?:to|if)|grateful)\b"
)
_DO = (
    r"\b(?:hand (?:it|them|this|that) (?:in|over|back)|send|submit|return|complete|fill|give|provide|share|upload|sign(?!-)|confirm|reply|respond|revert|answer|accept|hand in|forward|shoot|(?:come|be) back to (?:us|me)"
    r"|let (?:us|me|her|him|them|\w+|my \w+)(?: both| all)? (?:know|have)|get (?:it |them |this |that |back )?(?:back )?to (?:us|me)"
    r"|tell (?:us|me)|drop (?:us|me)|choose|pick|select|book|finish|do|trouble you|ask you|decide|have (?:your|an?|it)|from you|from your side|it back|attach|prepare|arrange|request"
    r"|write (?:us|me|back)|call (?:us|me)|get (?:\w+ ){1,5}(?:to|over) (?:us|me)|your|know|hear)\b"
)
_HAND_OVER = (
    r"\b(?:(?:send|submit|return|complet|fill|provid|shar|upload|sign|forward|shoot|attach|bring|confirm)(?:e|ing)?(?! (?:up|off)\b)|hand (?:(?:it|them|this|that) )?(?:in|over|back)|(?:drop|give|mail|e-?mail|get|pass|hand|tell|ping|text)(?:ing)? (?:\w+ ){0,5}?(?:to |over to |back to )?(?:us|me)"
    r"|let (?:us|me) (?:know|have)|lmk)\b"
)
_IMPERATIVE = r"(?:^|[,;:] )(?:and |then |just |so |also )*"

ENGLISH_ANSWERS = AnswerWords(
    preamble=words(
        r"^.{0,60}?\b(?:wanted|want|would like|['’]d like|am writing|are writing|write|just|only|note|pleased|happy|delighted|thrilled|glad|sorry|able|thought i['’]d)"
        r"(?: just| quickly)? (?:to )?(?:let you know|inform you|update you|tell you|advise you)\b(?: that\b|(?=,|:| how\b| where\b| we\b| the \w+ (?!of\b))| (?=our\b))(?! (?:outcome|result|decision))"
    ),
    breaks=words(
        r"(?P<joins>\b(?:and|but|(?<!do )so(?! (?:kind|good))|yet|which|whatever|because|although|though|while|whereas|if|unless|whether|(?<!by )(?<!is )(?<!['’]s )when|once|as soon as|where|how|what"
        r"|why|in case|(?:after|before|until|till|since|as)(?= (?:i|we|you|he|she|they|it|the [\w-]+|everyone|all|\w+) (?:\w+ ){0,2}?(?:has|have|is|are|meets?|comes?|gets?|decides?|make|know|can|move|go|go on|proceed|do|need|decide|was|were|had|will|would|may)\b))\b)",
        r"[;!…()]+|:(?=\s|$)|,|\s[-–—]+\s|\.{2,}|—",
    ),
    finite=words(
        r"\b(?:i|we|they|he|she|there|who|will|shall|should|is|are|am|was|were|has|have|had|can|could|would|must|do|does|did|let|please|pls"
        r"|gets?|gives?|sends?|expect|hear|know|count on|needs?|meets?|decides?|communicated|announced|told|notified|informed|contacted|revert|call|ring"
        r"|update|inform|tell|write|reach|touch|aim|aiming|hope|hoping|plan|planning|forward|it['’]s|want|wants|takes?|comes?|goes)\b|['’](?:ll|re|ve|m|d)\b|\bwon['’]t|\bdon['’]t"
    ),
    aside=words(
        r"^[\s,]*(?:and |but |so |or |then |even |only |just )*(?:if|unless|once|when|whenever|as (?:soon|long) as|while|whereas|because|although|though|whether|whatever|where|what|how|who|why|in case"
        r"|should (?:we|you|the|i|there|anything)|provided|assuming|depending|given|(?:after|before|until|till|since|as) (?:i|we|you|he|she|they|it|the [\w-]+ (?:has|have|is|are|meets)|everyone|all|\w+ (?:has|have|is|are))\b)\b"
    ),
    on_which=words(r"^(?:when|and then|at which)\b"),
    main=words(
        r"(?<=§ )(?=(?:i|we|you|they|he|she)\b)",
        r"(?:(?<=done )|(?<=over )|(?<=back )|(?<=finished )|(?<=complete )|(?<=through ))(?=(?:i|we|you)(?:['’]ll| will)\b)",
    ),
    asked=words(r"^[\s,]*(?:and |or |if (?=you|it|we)|)(?:whether|if|what|how|where|which|who|why|when)\b"),
    outcome=words(r"^(?:what|how|where)\b(?! to\b)(?! you(?:['’]ll| will| can| should)\b)"),
    topic=words(
        rf"(?<!to answer)(?<!wants an )(?<!want an )(?<!needs an )(?<!waiting for an ){_NEWS}(?<!to answer)(?<!wants an answer)(?<!needs an answer)(?<!need an answer)(?<!for an answer)(?<!want an answer)"
    ),
    tells=(
        way(
            rf"§[,:]? {_YOU}(?:['’]ll| will| should)? (?:know|hear)\b|§[,:]? {_YOU}(?:['’]ll| will| should)? (?:get|have|receive)\b.{{0,30}}?(?:{_NEWS}|\b(?:call|mail|e-?mail|letter|word|it)\b)|\b{_YOU} know from (?:us|me)\b"
        ),
        way(
            rf"\b(?:fill(?:ing)? {_YOU} in|bring(?:ing)? {_YOU} up to (?:date|speed)|put(?:ting)? {_YOU} (?:in the picture|out of your misery)|keep(?:ing)? {_YOU} in the loop|catch(?:ing)? {_YOU} up"
            rf"|(?:speak|talk|get on the phone|be on the phone) (?:to|with) {_YOU} (?:about|with|once we know) (?:the|our|an?) (?:decision|outcome|result|answer|verdict|offer)"
            rf"|(?:say|explain|report|announce|communicate|release|deliver|convey|relay|make (?:it|this|that) known)\b.{{0,30}} to {_YOU}|ring round|be on to {_YOU}\b|(?:tele)?phon(?:e|ing) {_YOU}|(?:i|we) will do so\b|(?:confirm|say|tell|know) (?:either way|one way or (?:the other|another)|for (?:sure|certain))\b)"
        ),
        way(
            rf"(?<!as )(?<!if )(?<!do )\b{_YOU}(?:['’](?:ll|re|d)| (?:will|shall|should|can|are|is|get|deserve|may))(?: [\w'’-]+){{0,6}}? (?:hear(?:ing)?|know|be (?:told|informed|notified|contacted)|find out|learn)\b"
        ),
        way(
            r"\b(?:let(?:ting)?|confirm|tell(?:ing)?|inform(?:ing)?|notify(?:ing)?|updat(?:e|ing)|contact(?:ing)?|call(?:ing)?|ring(?:ing)?|phon(?:e|ing)"
            r"|(?:e-?)?mail(?:ing)?|text(?:ing)?|messag(?:e|ing)|msg|ping(?:ing)?|answer(?:ing)?|writ(?:e|ing)(?: to)?|advise|brief|reach(?:ing)?"
            rf"|whatsapp|buzz|keep)(?: both| all)* {_YOU}(?! (?:back )?(?:in )?for (?:a|an|the)\b)"
        ),
        way(
            r"(?<!you )\b(?:giv(?:e|ing)|send(?:ing)?|drop(?:ping)?|shoot|bring|get|getting|pass(?:ing)?|shar(?:e|ing)|provid(?:e|ing)|have|having|communicate|deliver|relay|put)\b",
            rf"\b{_YOU}",
            rf"{_NEWS}|\b(?:something|clarity|it on)\b",
        ),
        way(
            r"\b(?:giv(?:e|ing)|send(?:ing)?|drop(?:ping)?|shoot(?:ing)?|write|writing)\b",
            rf"\b{_YOU}",
            _MAIL,
        ),
        way(
            either(
                rf"\b(?:get|getting|come|coming|circle|circling|report|reporting|write|be|check)(?: right| straight)? back (?:to|with|at) (?:{_YOU}|all\b(?! (?:the )?other))",
                r"\b(?:get|getting|come|coming|circle|circling|(?<!office )be(?! back (?:on|by|before|within|in) (?:the )?§)) back (?:(?:with|on) (?:an?|the|our|this|it|that|more|some\w*|NEWS)\b|(?=(?:by|on|before|within|with) §))".replace(
                    "NEWS", _NEWS
                ),
                r"\brevert(?:ing)?\b(?! (?:back )?(?:to )?(?:me|us)\b)",
                r"\b(?:be|get|getting|stay|being|been)(?: right| straight| back)* in (?:touch|contact)\b(?! with (?!you))",
                r"\b(?:reach(?:ing)? out|touch(?:ing)? base)\b(?! (?:to|with) (?!you))",
                r"\bfollow(?:ing)? up\b(?! (?:with|on) (?!you|this|it))",
                r"\b(?:respond|reply)\b(?! to (?:me|us)\b)",
                r"\bcircle back\b",
                rf"\b(?:announce|communicate|release|share|report)\b.{{0,25}} to {_YOU}",
                r"\b(?:be )?on the phone to you\b",
                r"\bpass(?:ing)? (?:it|this|that|everything|word) (?:on|along) to you\b",
            )
        ),
        way(
            either(
                rf"(?<!as )\b{_YOU}(?:['’]ll|(?:['’]d)?(?: (?:will|shall|should|can|could|ought to|are going to|is going to|are to|then|all|also|still|definitely|certainly|probably|need to|do not|['’]d))+)"
                rf"(?: (?:be|then|also|all|both|definitely|certainly|probably|expect|expecting|count on|rely on|to|look forward to|at least|again|either way))* (?:hear(?:ing)?|know(?:ing)?|find out|learn)\b",
                rf"\b{_YOU} (?:hears?|finds? out|learns?|knows? (?=by|on|before|§))",
            )
        ),
        way(
            either(
                rf"\b{_YOU}(?:['’](?:ll|d))?(?:{_SMALL}){{0,4}}? (?:have|has|gets?|getting|receives?|see|find|expect)\b(?! (?:any|had|seen|been)\b)(?:{_SMALL}){{0,5}}? (?:(?:our|the|a|an|my|some|his|her|their|your|final|good|definite) )*(?:{_NEWS}|(?:answer|decision|result|results|response|reply|feedback)\b|it\b|something\b|one\b|ours\b|mine\b)",
                rf"\b{_YOU}(?:['’](?:ll|d))?(?:{_SMALL}){{0,4}}? (?:have|has|gets?|getting|receives?|expect)\b(?! (?:any|had)\b).{{0,30}}?{_MAIL}",
            )
        ),
        way(
            either(
                rf"{_NEWS}(?:{_SMALL}){{0,6}}? {_TO_COME}(?:{_SMALL}){{0,2}}? (?:be (?:with|communicated|shared|sent|announced|e-?mailed|published|confirmed|released|relayed|given|there|in your|coming|on its|known|clear|out)|reach|follow|come|go out|arrive|land|get to)\b",
                rf"{_NEWS}(?: \w+){{0,3}}? (?:follows?|comes?(?: out| in)?|lands?|arrives?|goes out|go out|(?:is|are) (?:going out|announced|expected|due|coming|sent|communicated|planned|to be expected))\b",
                r"(?<!your )(?<!her )(?<!his )(?<!their )\b(?:feedback|answer|reply|response|news|outcome|results?|update|word|yes or (?:an? )?no)\b(?: to you| from us| for you| back)?,?(?: by (?:close|end) (?:on|of))?(?: by| on| until| before| no later than| at the latest| within)* §",
            )
        ),
        way(
            rf"\b{_YOU}|{_NEWS}|\b(?:interviewees|those|both|shortlisted|successful|unsuccessful)\b|^and\b",
            r"\b(?:be|is|are|get|gets|being|been)(?: \w+ly| then| all| both| also)* (?:informed|notified|told|contacted|advised|updated|called|e-?mailed|written to|answered|communicated|announced|released|revealed|declared|intimated|conveyed|published|messaged|phoned|rung|let know|apprised|written|emailed)\b",
        ),
        way(
            r"^(?:and|then|and then|,)? ?(?:then )?(?:be )?(?:communicated|announced|shared|sent out|relayed|passed on|notified|told)\b"
        ),
        way(
            either(
                rf"\b(?:expect(?:ing)?|count on|look out for|watch out for|anticipate)\b.{{0,40}}?(?:\bhear(?:ing)?\b|\b(?:from|on) (?:us|me)\b|\bsame\b|{_MAIL})",
                r"\b(?:expect|count on) (?:us|me|an?|our|my|the) (?:final )?(?:answer|decision|feedback|news|reply|response|update|verdict|outcome|result)|\bcount on (?:us|me|hearing)\b",
                rf"\byou (?:can|may|should) expect (?:our|my|a|an|the|something|to receive)\b|\b(?:letters?|e-?mails?|notifications?|calls|replies|messages|notices?)(?: to \w+)? (?:will|shall|are going to|should)(?: all)? (?:be sent|go out|be going out|be issued|reach|be with you)|\byou (?:can|may|should) expect\b.{{0,40}}?{_NEWS}|^(?:please )?expect\b.{{0,40}}?{_NEWS}",
            )
        ),
        way(
            rf"\b(?:giv(?:e|ing)(?! (?:me|us)\b)|provid(?:e|ing)|deliver|issue|communicate|announce|share|confirm|publish|report|release|relay|pass on|pass along|send out|send)\b.{{0,30}}?{_NEWS}(?! (?:with|to) (?!you))",
        ),
        way(
            r"\b(?:give|giving|send|get|tell|share|have|provide|e-?mail|forward)\b",
            rf"\b{_YOU}",
            r"\byour (?:feedback|results?|outcome|scores?)\b",
        ),
        way(
            r"\b(?:your|the) (?:feedback|results?|outcome|scores?|(?:application )?status(?: of your application)?)(?: will| should|['’]ll| is going to| are going to)(?: \w+)? be (?:ready|sent|e-?mailed|with you|available|communicated|announced|updated|shared|posted)\b(?! with (?!you))"
        ),
        way(
            r"\byou(?:['’]ll| will)(?: certainly| definitely)? be (?:among |one of )?(?:the )?(?:very )?first (?:to (?:know|hear|find out|learn|get)|(?:person |one )?(?:i|we) )"
        ),
        way(r"\b(?:i|we|they) (?:said|mentioned|promised)(?: it would be| by| on| for)? §"),
        way(
            rf"^(?:should|will|['’]ll|hope to|hoping to) (?:hear|know|find out)\b.*§|\bback 2 ?u\b|\breturn(?:ing)? to {_YOU}"
        ),
        way(
            r"\b(?:e-?mail|mail|letter|message|something|word|note|results?|answer|decision|news|feedback|update|reply|response|outcome|verdict|yes or no)\b",
            rf"\b(?:{_TO_COME}|hits?|lands?|arrives?|by §|on §)\b",
            r"\b(?:in|into|hits?|reach(?:es)?) your (?:inbox|in-box|mailbox|hands|letterbox)\b",
        ),
        way(
            r"\b(?:keep an eye (?:on|out for)|watch|check|look in) (?:(?:your|the) (?:inbox|in-box|e-?mails?|mail|phone|mailbox)\b(?! for (?:the|an) invit)|our (?:e-?mail|reply|answer|call))"
        ),
        way(
            r"^more (?:news |details |info\w* |about (?:this|that|it) )?(?:from (?:us|me) )?(?:to (?:follow|come) )?(?:(?:on|by|in) )?§"
        ),
        way(
            rf"\bclos(?:e|ing) the loop\b(?! with (?!{_YOU}))|\b(?:confirm|tell|say|announce|communicate) (?:whether|if) you(?:['’]ve| have|['’]re| are)? (?:got|get|been|the|through|successful|in)\b"
        ),
        way(
            r"(?:\b(?:will|shall|to|gonna|am|and|i|we|then|be|and)|['’]ll|['’]m|['’]re)(?: then| just| also| personally| probably| be| definitely)* (?:call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|text(?:ing)?|writ(?:e|ing)|e-?mail(?:ing)?)(?: back| again)?(?: (?:on|at|by|before|around|first))* §",
        ),
    ),
    decides=(
        way(
            either(
                r"(?<!you )(?<!you can )(?<!you need to )(?<!to )(?<!who )\bdecid(?:e|ing)\b(?! (?:what|who|whom) (?:you|they))|(?:we|they|panel|board|committee|team|manager|client|us|i|hope|aim|plan|want|going|expect|need|able|best|try|trying)(?: \w+)? to decide\b",
                r"\b(?:set|given|giving|allowed|allowing) (?:ourselves|themselves|himself|herself|myself)\b|\bma(?:ke|king) (?:the|that) (?:final |big |hiring )?call\b(?! to)",
                r"\bma(?:ke|king|de) (?:up )?(?:our|their|his|her|the|its|a) (?:final )?(?:minds?|choice|pick|selection|call on)\b",
                rf"\b(?:mak(?:e|es|ing)|reach(?:es|ing)?|tak(?:e|es|ing)|com(?:e|es|ing) to|arriv(?:e|ing) at|finali[sz](?:e|ing)|ha(?:ve|s|ving)|get(?:ting)?|receive|expect(?:ing)?|(?<!waiting )(?<!wait )for|anticipate(?: having)?|land on)\b(?:{_SMALL}){{0,3}}? (?:{_NEWS})",
                rf"{_NEWS}(?:{_SMALL}){{0,3}}?(?: is| are| has| have|['’]s)(?: now| been| unfortunately| sadly)* (?:delayed|postponed|pushed|deferred|moved|put (?:back|off)|slipped|slipping|rescheduled)(?: back| out)? (?:until|till|to) §",
                r"\b(?:client|manager|panel|board|committee|team|they|company|hr|department|directors?|he|she)(?:['’]ll|(?: will| should| are going to| is going to)?(?: to)?) (?:be|come|get|coming|getting|report)(?: straight| right)? back to (?:us|me)\b",
                rf"\bgiv(?:e|es|ing) (?:me|us) (?:his|her|their|its|the|an?) (?:\w+ )?(?:{_NEWS})",
                rf"\b(?:promised|assured|guaranteed) (?:(?:me|us) )?(?:of )?(?:an?|the|their|its|his|her)? ?(?:{_NEWS})",
                r"\b(?:have|get|getting) (?:this|it|that|everything|things|it all)(?: all)? (?:settled|resolved|decided|finali[sz]ed|over the line|signed off)\b|\b(?:this|it|that|everything|it all)(?: will| should|['’]ll| is going to)(?: all)? be (?:decided|resolved|settled|finali[sz]ed|concluded)\b",
                rf"{_NEWS}(?:{_SMALL}){{0,6}}? (?:{_TO_COME}|is|are|gets?)(?: \w+)*? (?:anticipated|expected|scheduled|planned|made|taken|reached|ready|available|in|here|complete|final|finali[sz]ed|settled|due)\b|\b(?:decision|answer|outcome|verdict) we\b|\b(?:decision|outcome|verdict)(?: date)?,?(?: by| on| until| before)? §",
                rf"\b(?:decision|verdict|outcome)(?:,|['’]s)?(?: is| will be)?(?: now)?(?: expected| due| by| on| until| before)* §|{_NEWS} (?:will|should)\b",
                r"\b(?:we|i|they|should|will|['’]ll|to)\b(?: \w+)? know(?: (?:more|where|then)\b|(?= (?:by|on|before|§)))",
                r"\b(?:wrap(?:ping)?(?: \w+)? up|(?:conclude|finali[sz]e|complete|close out|settle|finish)(?: up)? (?:this|both|all|the|our|it|everything|things)\b)",
                r"\bhave a (?:better|clearer) (?:idea|picture)\b|\bdecision day\b|\ball settled\b|\beverything settled\b|\bwhite smoke\b",
            )
        ),
    ),
    begs=words(
        r"\b(?:please|pls|plz|kindly|(?:could|can|would|will) you|from you|if (?:you|we|i)(?:['’]d| could| can| would| might)\b|(?:appreciate|grateful for|glad of|look forward to|await|need) (?:an? |your )(?=\w+)|remind you to|ask you to|you(?:['’]ve| have|['’]ll have)(?: got)? (?:until|till)(?= §)|need to (?:know|hear)|need you to|(?:let|tell) (?:us|me))\b"
    ),
    asks=(
        way(rf"{_ASKS}.{{0,120}}?{_DO}"),
        way(
            rf"{_IMPERATIVE}(?:let (?:us|me) (?:know|have)|send|submit|return|complete|confirm|reply|respond|fill|share|forward|tell (?:us|me)|get back to (?:us|me)|drop (?:us|me)|upload|sign)\b"
        ),
        way(
            r"\b(?:get|send|bring|mail|give|e-?mail|pass|hand|return|drop|deliver)(?: \w+){0,5}?(?: over| back| in)?(?: to)? (?:me|us)\b.{0,30}\b(?:by|before|until|no later than) §|\b(?:has|have|needs?|is|are|must|should|that \w+ \w+|that \w+)(?: to)? be (?:with (?:us|me|hr|the \w+|our \w+) by|in by|submitted|completed|returned|signed|sent|handed in|finished|uploaded|received)\b"
        ),
        way(
            either(
                r"(?<!you )\bneeds?\b(?! (?:until|till|another|a (?:few|bit)|more|some|to (?!know|hear|have))).{0,60}?\b(?:by|before|no later than|back)\b",
                r"\b(?:must|should|needs? to|has to) (?:reach|be with) (?:us|me)\b|\byou(?:['’]ve| have|['’]ll have)(?: got)? (?:until|till) §|\b(?:could|can|may|might) (?:i|we) (?:trouble|bother|ask) you for\b|\bdeadline(?: for (?:this|it|that|your \w+))?(?: is|,)|\bstill (?:missing|outstanding)\b|\b(?:are|is) missing\b",
                r"\b(?:we|i) (?:look forward to|await|expect) (?:your|hearing from you)\b",
                r"(?<!with )\byour (?:\w+ )?(?:answer|reply|response|decision|acceptance|signature|task|assignment|solution)\b(?! (?:was|were|is with|has been|have been|will be))",
            )
        ),
    ),
    asks_plainly=(
        way(
            rf"\b(?:please|pls|plz|kindly|could you|can you|would you|will you|(?:we|i)(?:['’]d| would)? (?:still |also )?(?:need|require|ask)(?: you to)?|you to|need you to|mind|so (?:kind|good) as to|possible to|(?:could|can|may|might) i (?:ask|trouble|have|get|borrow|request))\b.{{0,60}}?(?:{_HAND_OVER}|\b(?:scan|see some|put together|write up|list|jot down|dig out|resend|pass (?:on|along)|(?:pop|ping|fling|bung|whizz|drop|fire) \w+ (?:over|across|through|back|along|in))\b)|\blmk\b"
        ),
        way(
            rf"{_IMPERATIVE}(?:please )?(?:send|forward|drop|shoot|upload|submit) (?:us|me|over|it|them|your|the|through)\b"
        ),
        way(
            r"\b(?:we|i)(?:['’]ll| will)? (?:still |also |only |just |really )*(?:need|require)\b.{0,40}?\b(?:your|from you)\b"
        ),
    ),
    no_ask=words(
        r"\b(?:expects?|hopes?|wants?|needs?) (?:the |our |my )?(?:\w+ )?(?:client|manager|panel|board|committee|team|company|hr|department|directors?|him|her|them) to (?:be|come|get|report) back to (?:us|me)\b",
        r"\b(?:i|we) (?:fully |quite |do )?(?:understand|know|reali[sz]e|gather|see|hear) (?:that )?you(?:['’]ve| have| need| must| should| want)?(?: got)?\b",
        rf"\b(?:i|we|they|he|she)(?: would|['’]d|['’]ll| will| also| still)* (?:expects?|likes?|loves?|wants?|hopes?|needs?) to (?:decide|make(?! sure)|finali[sz]e|reach|give|let|tell|share|get back|come back|know more|confirm (?:whether|if|that) you|have (?:\w+ )?{_NEWS} for you)\b",
        r"\b(?:please|kindly)(?: do| just)? (?:note|be (?:assured|aware|advised|patient)|rest assured|know|expect|allow|bear|accept|excuse|forgive|understand|find|give us|give me|consider|assume|keep in mind|stay|hold|hang|chase|nudge)\b",
    ),
    is_free=words(
        r"\b(?:feel free|hesitate|questions?|suits?|(?<!right to )(?<!your )works?(?! (?:permit|sample|document|histor|visa|experience|example|authori|reference|certificate))|availab\w+|slots?|times?|(?<!start )(?<!starting )dates?(?! of birth)|convenient|call me|ring me|by when|what time|which day|forward to|enjoy|regards|know if|know when|know how|how (?:you|it|that)|free (?:on|at|for|next|this|to)|you(?:['’]d| would| are|['’]re) (?:be )?free|either way|if (?:you|that|this|it|there))\b",
        r"\b(?:will|can|could) (?:you )?share\b.{0,30}\bwith you\b",
        r"§",
    ),
    negated=words(
        r"\b(?:(?<!or )not(?! (?:selected|chosen|successful|shortlisted)\b)(?! (?:be )?(?:later|longer|only|just|to worry)\b)|never|nobody|no-?one|nothing|neither|nor|hardly|unable|no longer|(?<!no )doubt|unlikely|unsure|too early|no idea|cannot)\b|(?<!don)n['’]t\b(?! be (?:later|longer))|\bdon['’]t(?! (?:worry|hesitate))"
        rf"|\bno (?={_NEWS}|chance|way)"
    ),
    past=words(
        r"(?<!who )\b(?:came|arrived|went out|reached (?:us|me))\b",
        r"\b(?:said|mentioned|promised)(?: it would be| by| on| for)? §",
        r"\b(?:we|i) had (?!to\b)",
        r"\bthank(?:s|ing| you)(?: \w+){0,2} for\b|\b(?:was|were) (?:taken|made|reached|decided|sent|given)\b",
        r"\b(?:had|have been|was|were|has been)(?: \w+)? (?:hoped|hoping|planned|planning|going|supposed|meant|meaning|intending|intended|told|due)\b",
        r"(?<!are )(?<!is )(?<!be )\b(?:hoped|planned|wanted|intended|expected|meant) to\b|(?<!are )(?<!is )\bsupposed to\b",
        r"\bshould have (?:already )?(?:been|had|got|gotten|heard|received|come|known|\w+ed)\b|\b(?:was|were) to\b|\bwould have\b",
        r"\b(?:said|(?<!am )(?<!['’]m )(?<!be )told|promised|wrote|mentioned|thought|hoped)\b(?!(?:(?<=(?:has|een|ave|['’]ve) promised)|(?<=['’]s promised)) )(?!(?:(?<=told) (?:me|us)|(?<=(?:he|hr) said)|(?<=(?:ey|nt|el|rd|am|er) said))(?: that)? [^,;]{0,60}\b(?:will|['’]ll)\b).{0,60}\b(?:would|['’]d|by|on|you|an?|me)\b",
        r"\bdid (?:let|tell|write|call)\b|\b(?<!['’]ll )(?<!will )(?<!should )(?:have|has|['’]ve|had) (?:already |just )?(?:let|told|informed|notified|written|called|sent|shared|passed|given)\b",
    ),
    perhaps=words(
        r"\bwish(?:ed)? (?:i|we) (?:could|had|knew)\b",
        r"\bfor (?:the|our|your|an?|this) (?:[\w-]+ )?(?:interview|chat|conversation|meeting|assessment|screening|catch-?up)\b(?! (?:outcome|result|feedback))",
        r"\b(?:the|your) (?:[\w-]+ )?(?:room|address|dial-?in|link|agenda|directions|parking|venue|location|passcode|password|login|credentials|invite|invitation|schedule|building)\b|(?<!by )(?<!at )(?<!all )(?<!in )\bthe (?:exact |precise |new |interview )?(?:time|slot|place)\b(?! (?:being|to|we|you|i|when|of))|\b(?:whom?|where|how) (?:you(?:['’]ll| will| are going to| can)? (?:be )?(?:meet|meeting|see|seeing|find|talk|speak|go|come|get (?:here|there|in))|to (?:find|get|come|go|reach))\b",
        r"\byou(?:['’]d|['’]re| are| were| had)?(?: \w+ly)? (?:need|needed|want|wanted|require|required|asked|waiting|hoping)\b|\b(?:(?-i:may)(?! (?:well )?(?:expect|count|i)\b)|might|usually|in theory|perhaps|(?:to|and) (?:arrange|schedule|walk you|set up|book|prepare|fix up)|if (?:i|we) need|about (?:the|your|our) (?!(?:\w+ )?(?:decision|outcome|result|answer|role|position|job|post|offer|verdict|application|panel|next|interview)))\b",
        r"\bif (?:we|i) (?:do )?(?:decide|want|need|have)\b",
    ),
    hangs=words(r"^(?:to|in order to)\b"),
    unheard=words(
        r"\bunless\b.{0,40}\byou\b.{0,40}\b(?:hear|heard|receive|received)\b|\b(?:if|should|in case)\b.{0,40}(?:\bno (?:word|news|reply|answer|message)\b"
        r"|\byou\b.{0,20}(?:\bnot\b|n['’]t\b).{0,30}\b(?:hear|heard|receive|received)\b|\bnot (?:hear|heard|receive|received)\b)",
        r"\b(?:if|should|in case)\b.{0,40}\b(?:we|i) (?:have not|haven['’]t|do not|don['’]t|am not|are not)"
        r" (?:contact(?:ed)?|(?:been|be) (?:back )?in (?:touch|contact)|(?:get|got|gotten|come|been) back|got|gotten|written|called|replied|answered)",
    ),
    patience=words(
        r"\b(?:we|i|they|client|team|panel)(?:['’]ll| will|['’]d| would)?(?: probably| still| just| now| also)* (?:needs?|requires?|takes?)(?: (?:a bit |a little |some |slightly )?more time| some time| longer),? (?:until|till) (?=\S)|\b(?:we|i|they|client|team|panel)(?:['’]ll| will|['’]d| would)?(?: probably| still| just| now| also)* (?:needs?|requires?) (?:until|till) (?=\S)|\bbearing with (?:us|me) (?:for|until|till) (?=\S)",
        r"(?:\bnot|n['’]t) (?:\w+ ){0,3}?(?:wait|waiting|left (?:hanging|waiting|wondering)|kept (?:hanging|waiting)|in the dark)(?: any)?(?: longer| later)? (?:beyond|past|than|after) (?=\S)",
        r"(?:\bnot|n['’]t) (?:\w+ ){0,4}?(?:take|be)(?: any)? (?:longer|later) than (?=.{0,60}\b(?:answer|hear|decision|decide|back to you|know|news)\b)",
        r"\b(?:give|allow|grant) (?:us|me|the (?:team|panel|client)) (?:just |about |at least |up to |until |till |another |a further |(?=§))",
        r"\b(?:please|kindly) (?:allow|bear with (?:us|me) (?:for|until|till)) (?:just |about |up to |another |a further )?(?=\S+.{0,60}\b(?:we|i)\b)",
        r"\bbear with (?:us|me) (?:for|until|till) (?:just |about |another |a further )?|\bgive it (?:until |till |another |about )?(?=§)|\b(?:wait|be patient|sit tight|hold on|hang on|hang tight|patience|hold tight)(?: with us)? (?:until|till|for)(?: about| another)? (?=§)",
    ),
    instead=words(
        r"\b(?:it|this|that)(?:['’]ll| will| has to| must| should| is going to| is likely to| is more likely)(?: now| rather| probably| likely| more| have to| be| only| take(?= until)| happen)*(?: on| by| until)? §",
        r"\b(?:now|more likely|realistically|rather|definitely|hopefully)(?: be| by| on| the)* §|\b(?:but|and) (?:we |i )?(?:now )?(?:hope|expect|aim|plan)\b.{0,40}§|§ it is\b|\bnot (?:on |by )?§[^§]{0,30}\bbut\b[^§]{0,25}§|^(?:but |and )?(?:§,? )?you(?:['’]ll| will| should)(?: (?:have|get|hear|know))?(?: some| one| it| that| more| something)?(?:,? (?:on |by |before )?§|\W*$)|\b(?:but|and) (?:i|we|he|she|they)(?:['’]ll| will| should| shall)(?: do)?(?: so)?(?: on| by)? §|\bit is now\b.{0,10}§|\bnow (?:expect|hope|aim|plan)\b.*§",
    ),
    put_right=words(
        r"\b(?:scratch that|sorry|i mean|make that|or rather|rather|correction|more precisely|to be precise|that is|namely|i\.e\.|well),? (?:by |on |it is )?$"
    ),
    refers=words(r"^which\b.{0,40}\b(?:do|happen|be|is)\b"),
    not_before=words(
        r"^(?:before|until|till|til) (?:i|we|anyone|he|she|they)(?:['’]ll| will| can| could| am| are| have|['’]ve|['’]re)\b"
    ),
    then=words(
        r"\b(?:then|(?:that is|that['’]s|which is) when|(?:right|straight|directly|shortly|soon|immediately|just) after(?:wards?)?|after(?:wards?| (?:that|this|it))|either way|as soon as it|that (?:same )?(?:day|morning|afternoon|evening)|(?:on )?the same (?:day|morning|afternoon|evening)|same day|at which point|by which time|after which|the (?:minute|moment|second) (?:i|we)|there and then|thereafter|(?:straight|right|directly|immediately|straightaway)\b.{0,30}\bafter(?=\W*$)|(?:straight|right) away|at once|immediately)\b"
    ),
    silence_is_no=words(
        r"\bunsuccessful\b|\bnot (?:been )?successful\b|\bnot be (?:moving|proceeding|progressing|going|taking|considered)\b",
        r"\b(?:gone|went|go|going|decided on) (?:with )?(?:someone|somebody|another|other)\b|\bis a no\b|\bno longer\b",
        r"\b(?:been filled|been rejected|not been (?:selected|shortlisted|chosen)|as a no|as declined|closed)\b",
        r"(?:\bnot|n['’]t) (?:proceed|progress|move|go|take|continue|pursue)\b",
    ),
    ring=words(
        r"\b(?:(?:call|ring|phone) you|give you a (?:call|ring)|(?:call|ring|phone) (?:on|at|§)|(?:call|ring|phone) (?:on|at|tomorrow))"
    ),
    limit=words(
        r"\b(?:by|until|till|before|on or before|nlt|(?:by|before|until) (?:the )?(?:end|close)(?: of)?|no later than|not later than|no longer than|at (?:the )?latest(?: by| on)?|latest|within|inside|in the next"
        r"|deadline(?: is|:| of)?|due(?: by| on|:)?|up to)\s*(?:the )?(?:latest )?(?:by )?$"
    ),
    due=words(
        r"\b(?:is|are|will be) due\b|\b(?:your|the|a) deadline (?:is|for (?:this|it|the (?:task|test|exercise|assignment)|your))\b|\bvalid (?:until|till|through)\b|\bexpires?\b|\b(?:open|valid|stands|remains|good)(?: open| valid| for acceptance)* (?:until|till|through|for)\b"
    ),
    no_end=words(
        r"\b(?:after|since|from|(?<!the )following|not before|starting|beginning|as of|last|past|(?<!later )than|(?<!close )(?<!end )(?<!course )of|until after|for|between)\s+(?:the )?$"
    ),
)
