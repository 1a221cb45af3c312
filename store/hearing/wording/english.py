"""How English names times, and what it says of refusals and offers."""

from store.hearing.wording.answers.english import ENGLISH_ANSWERS
from store.hearing.wording.wording import Wording, pattern, plainer

ENGLISH = Wording(
    code="en",
    answers=ENGLISH_ANSWERS,
    starts=pattern(
        r"\d|(?:mon|tues?|wed(?:nes)?|weds|thur?s?|fri|sat(?:ur)?|sun)(?:day)?(?:['’]?s)?\b|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|tomorrow|tmrw|today|tonight|(?:the\ |this\ |in\ |a\ |an\ )?"
        r"(?:next|this|the|end|early|mid|middle|late|later|latter|in(?!\ (?:on|by|before|until)\b)|within|inside|over|around|about|beginning|start|close|cob|cop|eod|eow|eob|noon|midday|a|one|two|three|four|five|six|seven|eight|nine|ten|fourteen"
        r"|first|second|latter|sometime|this\ time|some\ time|fortnight|week|w/c|kw|cw|calendar|roughly|approximately|end-?of)\b|(?:four|six|seven|eight|nine|ten|twelve)th"
        r"|(?:month|year)(?:-|\ |['’]s\ )end\b|(?:before|by|until|till|ahead\ of)\ (?:christmas|xmas)\b|(?:in|during)\ (?:the\ course\ of\ )?(?:the|this|next|the\ coming)\ week\b|(?:in|during)\ the\ course\ of\b|(?:before|by|until|till|ahead\ of)\ (?:the\ |this\ )?(?:weekend|(?:working\ )?week(?:\ is|['’]s)\ (?:out|over|up|through|done)|(?:working\ )?week\ (?:ends|closes|finishes))|(?:back|tail)\ end|\d"
    ),
    plainly=plainer(
        december_24=r"\b(?:before|by|until|till|ahead of) (?:christmas|xmas)\b",
        end_of_month=r"\bmonth(?:-| |['’]s )end\b",
        end_of_year=r"\byear(?:-| |['’]s )end\b",
        _=r"(?<=s)['’](?= time\b)",
        this_week=r"\b(?:within|(?:in|during) (?:the course of )?)\s?(?:the|this) week$",
        next_week=r"\b(?:in|during) (?:the course of )?(?:next|the coming) week\b",
        today=r"\b(?:tonight|this evening|this afternoon|later (?:on )?today|this very day|end of today)\b",
        before_the_weekend=r"\b(?:before|by|until|till|ahead of) (?:the |this )?(?:weekend|(?:working )?week(?: is|['’]s) (?:out|over|up|through|done)|(?:working )?week (?:ends|closes|finishes))\b",
        week_commencing=r"\bw/c\b",
        end=r"\b(?:back|tail) end\b",
        within=r"\binside\b",
        on=r"^(?:in |on )?the(?= (?:mon|tues|wednes|thurs|fri)day,? )",
        in_a_week=r"\b(?:this|the same) time next week\b",
        next=r"\bnext coming\b",
    ),
    within=pattern(r"""(?:of|the|at|on|in|or|and|to|by|next|this|coming|following|commencing|beginning|starting|weeks?|months?|year|days?|working|business|hours?|am|pm|a\.?m\.?|p\.?m\.?|o['’]clock
        |weekend|noon|midnight|cet|cest|gmt|bst|[ecmp][sd]t|utc|end|morning|afternoon|evening|half|part|course|cob|eod|couple|few|so|a|an|one|two|three|four|five|six|seven|eight|nine|ten|after|from|now|time|-|–)\.?$"""),
    ordinary=pattern(
        r"(?:(?-i:sat|sun|may|mar|march)|second|first|one|two|three|four|five|six|seven|eight|nine|ten|an?|the|in|on|at|of|or|and|to|by|so|over|about|around|within|inside|roughly|approximately|next|this|early|late|later|latter|mid|middle|end|close|start|beginning|part|half|few|couple|time|from|after|now|sometime|calendar|,|-|–)$"
    ),
    qualifies=pattern(
        r"\s+(?:next|last|week|month|year|after|before(?=\ (?:the|our|christmas|easter|that|new\ year|\d))|following)\b"
    ),
    weekdays=pattern(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"),
    refusal=pattern(r"""
        \b(?:gonna|going\ to|we['’]ll|will)\ pass\b(?!\ (?:it|this|that|on\ (?!you\b)|your|along|you\ (?:on|to)|the)) | \b(?:not|n['’]t)\ pass(?:ed)?\ (?:the|our|your)\ (?:interview|selection|assessment) | \b(?:went|gone|goes)\ against\ you\b | \bresolved\ not\ to\b
      |        \b(?:chosen|decided|opted|elected|chose|resolved)\ not\ to\ (?:progress|take|proceed|move|offer|continue|advance|pursue|shortlist|hire|appoint|invite|extend|go|carry)\b | \bgive\ you\ a\ (?:refusal|rejection)\b | \b(?:must|have\ to)\ (?:refuse|reject)\ (?:you|your)\b
      |        (?:\bnot|n['’]t)\ be\ (?:progressed|taken\ (?:forward|further|any\ further)|considered|pursued|shortlisted|selected|successful|advanced)\b | (?:\bwill\ not|won['’]t|\bnot)\ be\ (?:proceeding|progressing|moving\ forward)\b(?!\ without|\ until|\ before|\ with\ (?:the\ )?(?:interview|other))
      |        (?:not|n['’]t)\ (?:be\ )?(?:going\ to\ )?(?:mak(?:e|ing)|offer(?:ing)?|giv(?:e|ing))\ you\ (?:an\ offer|(?:the|a|this)\ (?:role|job|position|post|contract|place))\b | \b(?:was|were|is|has)\ (?:sadly\ |unfortunately\ |regrettably\ )?not\ (?:been\ )?successful\b | \b(?:won['’]t|not)\ be\ continuing\ (?:with\ you|your)
      | \bdecided\ not\ to\ take\ (?:it|this|things|you)\b
      |        \byou(?:\ will|['’]ll)?\ (?:not|won['’]t)\ be\ joining\ (?:us|the) | \b(?:were\ not|weren['’]t|are\ not|aren['’]t)\ the\ (?:one|person|candidate)\b | \b(?:journey|process|application|road)\ (?:with\ us\ )?(?:ends|stops|has\ come\ to\ an\ end)\b
      |        \b(?:not|n['’]t)\ (?:\w+\ ){0,3}work(?:ed|ing)?\ out\b | \b(?:no\ longer|not\ (?:currently\ )?)\ ?(?:being\ |be\ )?(?:under\ consideration|considered|in\ the\ running)\b
      | \b(?:went|gone|going|goes|go|awarded|given|offered|fallen|fell)\ (?:to|with)\ (?:another|an?\ (?:internal|external|more|different|other)|someone|somebody|one\ of\ the\ other|the\ other)
      | \b(?:decided|chosen|opted|elected)\ (?:to\ )?(?:not\ to\ (?:take|bring|extend|make)|(?:stop|end|close)\ (?:the|our|this|your)\ (?:process|application|candidacy)|against\ (?:taking|moving|making))
      | \b(?:another|other|different|external|internal)\ (?:candidate|applicant|person|finalist)\ (?:has|have|was|is|who)\ (?:been\ )?(?:accepted|chosen|selected|appointed|got|preferred)
      | \b(?:pass(?:ing)?\ on\ (?:this\b(?!\ \w+\ (?:on|to)\b)|your\ (?:application|candidacy|candidature|profile)\b(?!\ to\b)|you\b)|passing\ this\ time|turn(?:ing|ed)?\ you\ down|have\ to\ (?:decline|disappoint\ you|turn\ you\ down|say\ no))\b
      | \byou\ (?:did\ not|didn['’]t|have\ not|haven['’]t)\ (?:quite\ )?(?:make|made)\ (?:it|the\ (?:cut|shortlist|final))\b
      | \b(?:we|they|i)(?:\ will|['’]ll|\ are|['’]re)?\ (?:not|n['’]t|won['’]t)\ (?:be\ )?(?:going|go|proceeding|moving|taking|take)\ (?:ahead|forward|further|it\ further|you)\b
      |        \bdecided\ (?:not\ to\ (?:move|proceed|go|continue|progress|take|pursue|offer|advance|hire|extend|invite)
          |to\ (?:move|go|proceed|continue|progress|forge)\ (?:forward|ahead|on)?\s*(?:with\ )?(?:other|another|a\ different|someone|somebody|different)
          |(?:on|in\ favou?r\ of)\ (?:another|a\ different|someone|somebody|other)|against\b)
      | \b(?:move|moving|moved|go|going|gone|proceed|proceeding|proceeded|progress|progressing|continue|continuing)\ (?:forward\ |ahead\ |on\ )?with\ (?:another|other|a\ different|someone|somebody|different)\ ?(?:else|more|candidates?|applicants?|strong)?
      | (?:\bnot|n['’]t|unable\ to|cannot)\ (?:be\ (?:able\ to\ )?)?(?:mov(?:e|ing)|proceed(?:ing)?|progress(?:ing)?|go(?:ing)?|tak(?:e|ing)|continu(?:e|ing)|advanc(?:e|ing)|invit(?:e|ing)|pursu(?:e|ing)|consider(?:ing)?)\ (?:(?:forward|ahead|further|any\ further)\b(?!\ (?:without|until|before)\b)|(?:forward\ |on\ |ahead\ )?with\ (?:you|your|the\ application|this)|your|you|this\ application)
      | \b(?:pursu\w+|choos\w+|chose\w*|select\w*|pick\w*|hir(?:e|ed|ing)|appoint\w*|offer\w*|went|gone|go(?:ing)?|opt(?:ed|ing)|decided\ (?:on|for|in)|settled|preferred|proceed\w*|mov(?:e|ed|ing)|continu\w*|recruited|accepted|filled|giv(?:e|en|ing)|gave|awarded)
        (?:\ (?:with|to|the|for|on|in|favou?r|of|an?|offer|role|job|position|post|it|forward|ahead|instead|this|that|time|by|pursue|hire|appoint|go|make|take|move|proceed|continue|select|extend|up)){0,4}\ (?:an?other|someone|somebody|other|different|(?:internal|external|stronger|closer)|more\ \w+)\ (?:candidates?|applicants?|persons?|people|else|finalists?|profiles?|contenders?|\w+\ candidates?)\b(?!['’])
      | \b(?:application|candidature|candidacy|interview|submission)\b(?:\ [\w'’]+){0,8}?\ (?:has|was|is|were)\ (?:\w+\ ){0,3}?(?:unsuccessful|rejected|declined|not\ (?:been\ )?(?:successful|selected|shortlisted))
      | \b(?:unable|not\ able|not\ in\ a\ position|regret\ that\ we\ (?:cannot|are\ unable))\ to\ (?:offer|make|extend|give)\ (?:you\b(?!\ (?:\w+\ ){0,3}?(?:parking|slots?|dates?|times?|appointments?|feedback|answers?|decisions?|updates?|details|relocation|visa|sponsorship|refunds?|reimbursement|expenses|remote)\b)|an\ offer|it\ to\ you)
      | (?:\bcannot|\bnot|n['’]t)\ (?:be\ )?(?:able\ to\ |in\ a\ position\ to\ )?(?:offer(?:ing)?|mak(?:e|ing))\ you\b(?!\ (?:\w+\ ){0,3}?(?:parking|slots?|dates?|times?|appointments?|feedback|answers?|decisions?|updates?|details|relocation|visa|sponsorship|refunds?|reimbursement|expenses|remote)\b)
      | (?:\bnot|n['’]t|\bunable\ to)\ (?:be\ )?(?:able\ to\ |in\ a\ position\ to\ )?(?:tak(?:e|ing)|carry(?:ing)?|mov(?:e|ing)|bring(?:ing)?)\ (?:things|this|it|matters|your\ \w+)\ (?:any\ )?(?:further|forward|on)\b
      | \b(?:client|company|team|manager|we|they)\ (?:has|have|['’]ve)\ (?:now\ |already\ |since\ )*(?:filled|closed|cancelled|withdrawn)\ (?:the|this|that)\ (?:role|position|job|vacancy|post)
      | \b(?:mak(?:e|ing)|made|extend(?:ed|ing)?|giv(?:e|en|ing)|gave)\ (?:an|the|our)\ (?:offer|role|job|position)\ to\ (?:another|a\ different|someone|somebody|one\ of\ the\ other|other)
      | \b(?:position|role|job|vacancy|post)\ (?:has|have|had|is|was)\ (?:now\ |already\ |since\ |been\ )*(?:filled|closed|cancelled|given|offered\ to|withdrawn)
      | \b(?:you|application|candidacy)\ (?:have|has|was|were|is|are)\ (?:regrettably\ |unfortunately\ |sadly\ )?(?:(?:quite\ )?not\ (?:been\ )?(?:selected|successful|shortlisted|chosen)|unsuccessful|rejected|been\ (?:unsuccessful|rejected|declined))
      | \b(?:chosen|selected|chose|picked|hired|appointed|recruited|engaged|offered\ (?:the\ (?:role|position|job|post)\ )?to|gone\ with|going\ with|went\ with|opted\ for)\ (?:an?other|a\ different|someone|somebody|other)\b
      | \bregret\ to\ (?:inform|tell|let|advise|say)\b.{0,80}\b(?:not(?!\ (?:\w+\ )?(?:available|free|here|in\ the\ office|make\ it|attend|join|meet|possible|(?:be\ )?able\ to\ (?:make|attend|join|meet)))|unsuccessful|filled|other|another|reject|unable(?!\ to\ (?:make|attend|join|meet)))
      | (?:\bnot|n['’]t)\ be\ (?:progressing|moving|proceeding|continuing|advancing)\ (?:on\ |forward\ )?to\ the\ (?:next|final|second|following)
      | \bgo(?:ing)?\ in\ (?:a\ different|another)\ direction\b | \bdecided\ to\ (?:pursue|hire|appoint|select|choose)\ (?:other|another|a\ different|someone|somebody|different)
      | \bit\ ?(?:is|['’]?s|was)\ (?:(?!not\b|never\b|hardly\b)\w+\ )?a\ no\b | \byou\ (?:were|are|have|was)(?:n['’]t|\ not)\ (?:been\ )?(?:selected|successful|shortlisted|chosen)
      | \ba\ no\ (?:from|this\ time|on\ this)\b | \b(?:decided|going|chosen)\ to\ pass\b | \byou\ (?:came|were|finished)\ (?:a\ (?:very\ )?close\ )?(?:second|runner-?up)\b
      | \b(?:another|other|a\ different)\ (?:candidates?|applicants?|persons?|people|profiles?)\b.{0,40}\b(?:closer|better|stronger|ahead|more\ closely) | \bwe\ (?:will|['’]ll)\ not\ be\ (?:hiring|making\ you) | (?:\bnot|n['’]t)\ (?:[\w'’]+\ ){0,5}?(?:the|a|an)\ (?:right|best|good|great|ideal|perfect|strong|natural|close(?:\ enough)?)\ (?:fit|match|person|candidate)\b
      | \b(?:we|they|client|team|panel|board|company|manager|director|i)(?:\ have|\ has|['’]ve|['’]s)?\ (?:\w+ly\ |now\ |since\ )?(?:decided\ (?:on|for)|chosen|chose|picked|hired|appointed|selected|recruited|preferred|decided\ to\ (?:go|move\ (?:forward|ahead|on)|proceed|continue|progress)\ with|gone\ (?:with|for)|went\ (?:with|for)|settled\ on|opted\ for|offered\ (?:it|the\ \w+)\ to)\ (?:an?\ (?:\w+\ )?(?:candidate|applicant|person|finalist|profile)|someone|somebody|the\ (?:candidate|applicant|person|finalist))\ (?:who|whose|with|that)\b
      | \byou\ did(?:n['’]t|\ not)\ get\ (?:the\ (?:job|role|position|post|gig|offer)|it,\ (?:i['’]m\ )?(?:sorry|afraid))\b | (?:n['’]t|\bnot)\ the\ outcome\ you\b
      | \b(?:they|client|team|we|manager)(?:['’]ve|\ have|\ has|\ decided\ to)?\ pass(?:ed)?(?=\W*$|\ on\ you\b)
      | (?:\bnot|n['’]t)\ be\ (?:pursuing|progressing|advancing)\ (?:it|this|your|you)\b | \b(?:went|go|gone|going)\ (?:another|a\ different)\ (?:way|route)\b(?!\ to\b)
      | \b(?:feel|felt|think|thought|afraid|unfortunately|sorry)\b.{0,40}\bneeds?\ (?:someone|somebody)\ (?:a\ (?:bit|little)\ )?(?:more\ (?:senior|experienced)|with\ more)\b
      | (?:\bnot|n['’]t)\ (?:be\ )?(?:going\ to\ )?hir(?:e|ing)\ (?:you\b|for\ this\ (?:role|position|post)) | \bother\ (?:person|candidate|applicant|finalist)\ (?:just\ )?(?:had\ the\ edge|edged)\b
      | \bdecided\ to\ (?:continue|proceed|progress|go|move\ (?:forward|ahead|on))\ with\ (?:\w+\ )?(?:candidates|applicants|people|profiles)\ (?:who|whose|with|that)\b
      | \bnot\ (?:been\ )?(?:selected|chosen)\ (?:for|to)\b | \brejected\ your\ application
    """),
    offer=pattern(r"""
        \b(?:we|they|i|client|company|team|board|panel)(?:\ have|['’]ve|\ has|['’]s|\ are|['’]re|\ am|['’]m|\ will\ be)?\ (?:\w+ly\ |now\ |just\ |going\ to\ )?(?:made|make|making|extended|extending|prepared|preparing)\ you\ (?:an?|the|our)\ (?:[\w-]+\ ){0,2}offer\b
      | \byou(?:['’]ve|\ have)\ been\ (?:selected|chosen|appointed)\ (?:for|to\ fill|as)\ (?:the|our)\ (?:\w+\ )?(?:role|position|job|post|new)\b(?!\ interview)
      | \b(?:the|your|our)\ offer\ (?:letter\ )?(?:is|has\ been)\ (?:\w+\ and\ )?(?:approved|attached|enclosed|signed)\b
      | \b(?:have|got|is|['’]s|are|received|had)\ an\ (?:\w+\ )?offer\ for\ you\b
      | \b(?:honou?r|privilege|joy)\ to\ offer\ you\ (?:the|a|this)\ (?:position|role|job|post)
      |        \bfind\ (?:attached|enclosed)\ (?:our|your|the)\ (?:\w+\ )?(?:offer|contract)\b | \bappoint\ you\ (?:as|to)\b
      |        \bfind\ (?:our|your|the)\ (?:\w+\ )?offer\b
      |        \bwe\ want\ you\b(?!\ (?:to|for|at|in\ on)\b) | \byou(?:\ are|['’]re)\ (?:officially\ )?(?:our\ new|the\ new|in!) | \bpleasure\ (?:of|in)\ offering\ you\b(?!\ (?:a\ (?:second|further|next)|coffee|lunch))
      |        \b(?:pleased|delighted|happy|thrilled|excited|glad|likes?|loves?|wish(?:es)?|wants?|decided|keen|ready|authori[sz]ed|agreed|asked\ (?:me|us)|proud|honou?red|able|pleasure)\ (?:to\ (?:be\ (?:able\ to\ )?)?)?(?:(?:formally|officially|now|hereby)\ )?(?:extend|offer(?:ing)?|make|present|confirm|send|give)\ (?:to\ )?(?:you\ )?(?:an\ |a\ |the\ |this\ |our\ |your\ )?(?:formal\ |official\ |written\ |job\ |employment\ )*
          (?:offer|position|role|job|post|contract|employment|place)\b(?!\ (?:to|of)\ (?:speak|meet|another))
      | \b(?:we|i|they)(?:\ are|['’]re|\ am|['’]m|\ would\ like\ to|['’]d\ like\ to)?\ (?:hereby\ )?offer(?:ing)?\ you\ (?:the|a|this|our)\ (?:position|role|job|post|contract|place)\b
      | \byou(?:\ have|['’]ve)?\ got\ the\ (?:job|role|position|gig)\b | \b(?:job|role|position)(?:\ is|['’]s)\ yours\b | \b(?:congrat\w*|news)\b.{0,30}\byou(?:\ have|['’]ve)?\ got\ it\b
      | \b(?:delighted|thrilled|happy|excited|moon|love\ it)\ if\ you(?:['’]d|\ would)?\ (?:join(?:ed)?|accept(?:ed)?|came\ on\ board)\b(?!\ (?:us\ )?(?:for|at|on|in|via|tomorrow|next))
      | \b(?:your|an|our|the|formal|official)\ (?:formal\ |official\ |written\ )?(?:offer\ letter|job\ offer|offer\ of\ employment|employment\ offer|employment\ contract)\ (?:is\ |you\ will\ find\ )?(?:attached|enclosed|below|ready)
      | \b(?:attached|enclosed|here)(?:\ |['’])(?:is|s|you\ will\ find|please\ find|find)\ (?:your|the|our)\ (?:formal\ |official\ |written\ )?(?:offer|contract)\b
      | \bwelcom(?:e|ing)\ (?:you\ )?(?:to\ (?:the|our)\ team|on\ board|aboard)\b | \b(?:it['’]?s|it\ is|that['’]?s)\ a\ (?:\w+\ )?yes\b | \byou(?:\ are|['’]re)\ hired\b
      | \b(?:likes?|loves?|wants?|delighted|happy|thrilled|excited|pleased)\ (?:for\ )?(?:you\ to|to\ have\ you|you)\ (?:come\ and\ )?(?:join|on|part\ of)\ (?:us|the\ team|our\ team|board)\b(?!\ (?:for|at|on|in|via|by|to|tomorrow|next|this|over|when|after|as\ we)\b)
      | \b(?:decided|wants?|likes?|loves?)\ to\ (?:hire|appoint|take\ on|employ)\ you\b | \b(?:we|they)(?:\ have|['’]ve)?\ (?:decided\ (?:on|for)|chosen|picked|gone\ with)\ you\b(?!\ (?:to|for|as\ one))
    """),
    not_yet=pattern(
        r"^.{0,30}\b(?:yet|until|till|before|so\ soon)\b|^.{0,40}\b(?:who|but|and|they|he|she|which|then)\b.{0,30}\b(?:declined|(?:turned|turning)\ (?:\w+\ ){1,2}down|withdr[ae]wn?|(?:dropped|pulled|backed|fallen|fell)\ (?:out|through)|said\ no|refused)\b"
        r"|^\ (?:\w+\ ){0,2}(?:vendor|supplier|provider|tool|platform|venue|room|plan|approach|software|system)\b|^.{0,60}\byour\ (?:interviewer|contact|buddy|mentor|host)\b"
    ),
    still_open=pattern(
        r"\byou(?:['’]re|\ are|\ remain)(?:\ still|\ back|\ very\ much|\ firmly|\ definitely)*\ (?:in\ the\ (?:running|race|mix|frame|process|picture)|under\ consideration|being\ considered)\b"
    ),
    doubt=pattern(r"""
        \b(?:were|was)\ (?:just\ )?(?:about|going)\ to\b |
        \bhop(?:e|es|ing)\ (?:to|we|that\ we|i)\b | \bwish\ (?:we|i)\ could\b |
        \b(?:if|whether|unless|should\ (?:we|you|the)|in\ case|once|when(?:ever)?|until|before|were\ to|would\ (?:only|have)|(?-i:may)|might|could|possibly|perhaps)\b
      | \bnot\ (?:yet\ )?(?:decided|chosen|selected|made|rejected|been\ filled|moving\ forward\ with\ (?:any|other))
      | \b(?:have|has)\ not\ | n['’]t\ (?:yet|decided|chosen|made|been) | \bnobody\b | \bnot\ a\ no\b
      | \b(?:first|second|other|top|preferred|chosen|favou?rite|previous|one)\ (?:candidate|applicant|finalist|choice|person)\b[^,;]{0,40}(?<!\bwe)\ (?:has|have|had)?\ ?(?:since\ |now\ |just\ )?$
      | \bno\ reason\b | (?:n['’]t|\bnot)\ (?:\w+\ ){0,3}?(?:any|a|the)\ reason\b | (?:n['’]t|\bnot)\ (?:see|know)\ why\b
      | (?:n['’]t|\bnot)\ (?:mean|to\ say|because|saying)\b | \b(?:ignore|disregard|mistake(?:n|nly)?|in\ error)\b
    """),
    invitation=pattern(r"""
        \b(?:like|love|want|happy|pleased|delighted)\ to\ (?:invite|meet|see|schedule|arrange|set\ up|book|have|speak|welcome)\b.{0,80}\b(?:round|interview|conversation|call|meeting|stage|chat|you\ back|you\ again|panel)
      | \binvite\ you\b | \b(?:next|second|third|final|further)\ (?:round|interview|conversation|stage|step)\b.{0,60}\b(?:suit|work|available|availability|calendar)
      | \b(?:suit|work\ for)\ you\ for\b | \bmove\ you\ (?:forward\ |on\ )?to\b | \bthrough\ to\ the\ (?:next|second|third|final|last)\b | \b(?:meet|see)\ you\ (?:in\ person|again|face)
      | \b(?:second|third|final|follow-?up|next)\ (?:interview|call|conversation|meeting|round)\b.{0,60}\b(?:confirmed|is\ on|will\ be|for\b|next\ week|with\b) | \bprogress\ you\ to\b
    """),
    thanks=pattern(r"\bthank(?:s|\ you|ful)?\b|\bgrateful\b|\bappreciate[ds]?\b"),
)
