"""What may be taken amiss: presuming, pressing, gifts and flattery."""

from collections.abc import Iterator

from templates.proof.draft import Draft
from templates.proof.findings import Finding
from templates.proof.phrases import phrase, spotted

_PRESUMES = "“{}” takes the job for granted: say what you hope, not what they will decide."
_PRESSES = "“{}” presses them: leave the time and the choice to them."
_GIFT = "“{}” may look like a favour for a favour: leave gifts and invitations out."
_FLATTERS = "“{}” is about the person, not the work: praise what was said or done instead."

_START = (
    r"(?:start|begin|join|am hired|'m hired|am on board|'m on board|move in|am part of|'m part of|"
    r"work there|get the)"
)
_SURE = r"(?:sure|certain|confident|convinced|positive)"
_INSINUATING = (
    phrase(
        "when once",
        rf"(?:when|once|as soon as) (?:i|i've|i have) ?(?:{_START})(?: (?:working|there|work|"
        r"job))?",
        _PRESUMES,
    ),
    phrase(
        "future new",
        r"my (?:future|new) (?:\w{1,15} )?(?:team|colleagues?|boss|manager|employer|"
        r"coworkers?|co-workers?|desk|office|company|job|teammates?)",
        _PRESUMES,
    ),
    phrase("as", r"as your (?:new|future) \w{1,20}", _PRESUMES),
    phrase("first", r"(?:on )?my first (?:day|week|month) (?:at|with|in|on)", _PRESUMES),
    phrase(
        "see",
        r"see you (?:all )?(?:on my first day|at work|at the office|in the office|on monday)",
        _PRESUMES,
    ),
    phrase(
        "i",
        r"(?:i'm|i am|i feel|i know|i have no doubt|no doubt|i trust|i assume)(?: (?:very|"
        rf"quite|absolutely|completely|totally))?(?: {_SURE})? ?(?:that )?"
        r"(?:you will|you'll|you are going to|you're going to|i will|i'll|you would|the job|"
        r"i got|i have got|i've got|we will|we'll)"
        r"(?: (?:choose|hire|pick|offer|select|agree|make the right|get the|be working|"
        r"be hired|want me|see that i|find no|not find|be (?:great )?colleagues|work together|"
        r"be seeing)|'s mine| is mine| the (?:job|position|role))",
        _PRESUMES,
    ),
    phrase("right", r"make the right (?:choice|decision)", _PRESUMES),
    phrase(
        "regret disappointed better",
        r"(?:you )?(?:won't|will not|wouldn't|would not) (?:regret (?:it|hiring|choosing|"
        r"picking|this)|be disappointed|find (?:anyone|anybody|a) better)",
        _PRESUMES,
    ),
    phrase(
        "best perfect ideal obvious",
        r"i(?:'m| am) (?:clearly |obviously |surely |by far |definitely |certainly |"
        r"simply )?the (?:best|perfect|ideal|obvious|right) (?:candidate|choice|person|fit|"
        r"match|one|man|woman)",
        _PRESUMES,
    ),
    phrase(
        "job position role",
        r"(?:the )?(?:job|position|role) (?:is|will be|is already|is basically) mine",
        _PRESUMES,
    ),
    phrase(
        "forward",
        r"looking forward to (?:starting|my first|receiving (?:the|your|an|my) (?:offer|"
        r"contract)|(?:the|your|an|my) (?:job )?(?:offer|contract)|signing|"
        r"working for you as)|look forward to (?:starting|my first|receiving (?:the|your|an|"
        r"my) (?:offer|contract)|(?:the|your|an|my) (?:job )?(?:offer|contract)|signing)",
        _PRESUMES,
    ),
    phrase(
        "expect await awaiting expecting waiting",
        r"(?:i |i'll |i am |i'm |will be |be )?(?:expect|await|expecting|awaiting|"
        r"waiting for) (?:to (?:get|receive|have) )?(?:an|your|the|my) (?:job )?(?:offer|"
        r"contract)",
        _PRESUMES,
    ),
    phrase(
        "salary contract",
        r"(?:when|where) (?:do|can|should) i sign|send (?:me )?(?:over )?(?:the|my) contract",
        _PRESUMES,
    ),
    phrase(
        "need expect want demand",
        r"i (?:really )?(?:need|expect|want|demand|require|must have) (?:an? |your |the |"
        r"to (?:know|hear|have|get) (?:an? |your |the )?)(?:\w{1,12} )?(?:answer|decision|"
        r"reply|response|feedback|by|today|now|soon|immediately)",
        _PRESSES,
    ),
    phrase("asap", r"asap", _PRESSES),
    phrase(
        "soon quickly fast",
        r"(?:as soon as (?:you can|possible)|as (?:quickly|fast) as (?:you can|possible))",
        _PRESSES,
    ),
    phrase(
        "know reply answer respond decide",
        r"(?:let me know|get back to me|(?:please|kindly|must|need to|have to) (?:\w{1,12} )?"
        r"(?:reply|answer|respond|decide))(?: to me)?(?: back)? (?:by (?:tomorrow|tonight|"
        r"monday|tuesday|wednesday|thursday|friday|noon|the end of (?:today|the day|"
        r"the week))|today|immediately|right away|at once|urgently|without delay)",
        _PRESSES,
    ),
    phrase(
        "other another several",
        r"(?:i )?(?:also )?(?:have|got|'ve got|there are|holding) (?:several |many |two |"
        r"three |a few |some )?(?:other|another|several|better|competing) (?:job )?offers?",
        _PRESSES,
    ),
    phrase("companies", r"other companies (?:are|want|would|have|keep)", _PRESSES),
    phrase(
        "wait waiting",
        r"(?:don't|do not|please don't) (?:keep|make|leave) me (?:wait|waiting|hanging)|"
        r"keep me waiting|i(?:'m| am) still waiting|can't wait (?:forever|much longer|"
        r"any longer|long)|won't wait",
        _PRESSES,
    ),
    phrase("forget", r"(?:don't|do not) forget (?:about )?me", _PRESSES),
    phrase("hurry urgent urgently", r"hurry(?: up)?|urgent(?:ly)?", _PRESSES),
    phrase(
        "insist deserve owe owes",
        r"i (?:must |have to )?insist|i (?:really |truly )?deserve|you owe|owes me",
        _PRESSES,
    ),
    phrase("promised", r"you(?: had| have)? promised (?:me|to)", _PRESSES),
    phrase("why", r"why (?:haven't|have you not|has no one|hasn't anyone|didn't you|is it taking)", _PRESSES),
    phrase("long", r"what(?:'s| is) taking (?:you )?so long", _PRESSES),
    phrase("word", r"put in a (?:good )?word", _PRESSES),
    phrase(
        "beg begging desperate desperately",
        r"i(?:'m| am)? (?:beg|begging)(?: you)?|i(?:'m| am) (?:so |really )?desperate|"
        r"desperately (?:need|want)",
        _PRESSES,
    ),
    phrase("anything", r"(?:i'd|i would|i'll|i will) do anything", _PRESSES),
    phrase("worth", r"make it worth your while", _GIFT),
    phrase(
        "gift present token",
        r"(?:a|small|little|this|my|the) (?:small |little )?(?:gift|"
        r"token of (?:my )?(?:thanks|appreciation|gratitude))(?: for you)?",
        _GIFT,
    ),
    phrase(
        "buy invite treat take get",
        r"(?:buy|invite|treat|take|get) you (?:all )?(?:out )?(?:(?:to|for) )?(?:a |an |"
        r"some )?(?:\w{1,10} )?(?:coffee|lunch|dinner|drinks?|beers?|meal|wine)",
        _GIFT,
    ),
    phrase(
        "bottle chocolates flowers voucher",
        r"(?:a )?(?:bottle of \w{1,12}|box of chocolates|(?:some |bunch of )?flowers for you|"
        r"gift voucher|voucher for you)|chocolates",
        _GIFT,
    ),
    phrase("treat me", r"my treat|(?:dinner|lunch|coffee|drinks?) (?:is|are|'s) on me", _GIFT),
    phrase(
        "you re",
        r"you(?:'re| are|'re all| are all) (?:really |truly |so |such |very |quite |"
        r"simply )?(?:an? )?(?:brilliant|amazing|beautiful|gorgeous|charming|lovely|stunning|"
        r"attractive|genius|legend|wonderful|incredible|inspiring|the best|fantastic|handsome|"
        r"pretty|cute|sweet|rock ?star|hero|goddess|awesome|impressive)(?: (?:person|woman|"
        r"man|human being|people|interviewers?|manager|leader|boss))?",
        _FLATTERS,
    ),
    phrase(
        "look looked looking",
        r"you (?:really )?(?:look|looked|were looking) (?:so |very |really |"
        r"absolutely )?(?:great|lovely|good|nice|beautiful|amazing|young|stunning|fantastic|"
        r"wonderful|pretty|smart)",
        _FLATTERS,
    ),
    phrase(
        "smile eyes hair outfit dress perfume beauty looks",
        r"your (?:\w{1,14} )?(?:smile|eyes|hair|outfit|dress|perfume|beauty|looks)",
        _FLATTERS,
    ),
    phrase(
        "most smartest nicest best",
        r"(?:one of )?the (?:most \w{3,15}|smartest|nicest|best|kindest|coolest) (?:person|"
        r"people|woman|man|interviewers?|boss|manager|leader|mind|minds) (?:i(?:'ve|"
        r" have)? (?:ever )?(?:met|spoken|talked|seen)|ever)",
        _FLATTERS,
    ),
    phrase(
        "admire fan awe worship adore",
        r"i (?:really |truly |deeply )?(?:admire|worship|adore) you|(?:huge|biggest|"
        r"big) fan of you(?:rs)?|your biggest fan|in awe of you",
        _FLATTERS,
    ),
    phrase("single", r"are you single", _FLATTERS),
)


def insinuating(draft: Draft) -> Iterator[Finding]:
    """`insinuating`: what presumes the job, presses for an answer, offers a gift or flatters a person."""
    said = " ".join((*draft.case.topics, *draft.case.loose_ends)).casefold()
    for found, each in spotted(draft, _INSINUATING):
        passage = " ".join(found[0].split())
        if passage.casefold() not in said:
            yield draft.finding("insinuating", each.why.format(passage), *found.span())
