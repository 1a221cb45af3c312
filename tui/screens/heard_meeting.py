"""A meeting that was heard of: what its invitation does not say is asked before it is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as with_value
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual.screen import Screen

from store import heard
from store.hearing.proposal import Proposal
from tui.screens.board_state import BoardState

if TYPE_CHECKING:
    from store.intake.given import Given


def ask_meeting(
    screen: Screen[Any],
    state: BoardState,
    proposal: Proposal,
    choice: heard.TakenAs,
    then: Callable[[heard.TakenAs], None],
) -> None:
    """Go on with all that has to be known of it: at once, or when a form has asked for it."""
    from tui.screens.taking_in import given_now

    given = given_now(state)
    known = heard.meeting_answers(state.service, proposal, with_value(choice, answers=given.answers))
    _ask(
        screen,
        state,
        proposal,
        replace(given, answers=known),
        lambda answered: then(with_value(choice, answers=answered.answers)),
    )


def _ask(
    screen: Screen[Any], state: BoardState, proposal: Proposal, given: Given, then: Callable[[Given], None]
) -> None:
    """One form after the other until nothing is asked: where the zone is known, the company may not be."""
    from store.exchange import BadFile
    from store.intake.given import Asks
    from store.intake.reading import meetings_of
    from store.intake.source import Incoming, look_at
    from tui.forms.form import Form
    from tui.forms.take_in import questions_sheet

    assert proposal.meeting is not None
    look = look_at(Incoming(proposal.sender or "The invitation", proposal.meeting.text.encode()))
    try:
        meetings_of(look, given)
    except Asks as asks:
        form = Form(questions_sheet(asks, given), ascii_only=state.ascii_only)

        def answered(more: Given | None) -> None:
            if more is not None:
                _ask(screen, state, proposal, more, then)

        screen.app.push_screen(form, answered)
        return
    except BadFile as why:
        state.say(str(why), "warn")
        return
    then(given)
