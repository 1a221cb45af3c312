"""Openings that say nothing."""

from collections.abc import Iterator

from templates.proof.draft import Draft
from templates.proof.findings import Finding
from templates.proof.phrases import phrase, spotted

_OPENERS = (
    phrase(
        "hope trust hoping",
        r"(?:i )?(?:just )?(?:hope|trust|hoping) (?:that )?(?:this|my) (?:e-?mail|message|"
        r"note|letter|text|mail) finds? you(?: all)?(?: (?:well|in good \w{1,10}|"
        r"in the best \w{1,10}))?",
    ),
    phrase(
        "hope hoping trust",
        r"(?:i )?(?:hope|hoping|trust) (?:that )?(?:you(?:'re| are)(?: both|"
        r" all)? (?:doing )?(?:well|great|fine|good)|all is well|everything is well|"
        r"all's well|(?:you are|you're) having an? \w{1,12} (?:day|week|weekend|start)|"
        r"you(?:'ve| have)? had an? \w{1,12} (?:day|week|weekend))",
    ),
    phrase(
        "writing write",
        r"i(?:'m| am| just)? (?:writing|write)(?: this)?(?: to you)?(?: today)? (?:to|"
        r"in order to|because|with regard|regarding|in regard)|the reason (?:that )?i(?:'m|"
        r" am) writing",
    ),
    phrase(
        "following", r"(?:i(?:'m| am| was) )?just following up|i(?:'m| am) following up|wanted to follow up"
    ),
    phrase("checking", r"just checking in|i(?:'m| am) checking in|checking in (?:on|with|to)"),
    phrase("touch touching", r"(?:just )?(?:touching base|touch base)"),
    phrase("circling circle", r"(?:just )?(?:circling back|circle back)"),
    phrase("reaching reach", r"(?:i(?:'m| am)|just) reaching out|(?:i )?(?:just )?wanted to reach out"),
    phrase(
        "per",
        r"(?:as )?per (?:our|my|your) (?:last |recent )?(?:conversation|discussion|e-?mail|"
        r"chat|talk|call|meeting|interview)",
    ),
    phrase(
        "opportunity moment",
        r"(?:would|i'd|'d|want|wanted)(?: like)? to take (?:this|the|a) (?:opportunity|moment|"
        r"chance) to",
    ),
    phrase("drop", r"(?:just )?(?:wanted to )?drop(?:ping)? (?:you )?a (?:quick )?(?:line|note)"),
    phrase("wanted", r"i just wanted to (?:say|thank|write|send|follow|let)"),
    phrase("bumping ping pinging", r"(?:just )?bumping this|gentle (?:ping|reminder|nudge)"),
    phrase("concern", r"to whom it may concern"),
)


def opener(draft: Draft) -> Iterator[Finding]:
    """`opener`: phrases everyone begins with."""
    for found, _ in spotted(draft, _OPENERS):
        passage = " ".join(found[0].split())
        why = f"“{passage}” begins half of all e-mails: begin with what you want to say."
        yield draft.finding("opener", why, *found.span())
