"""What people write after interviews, each with what is to be made of it. Written apart from the rules.

A phrasing stands for its kind. `day` is the day it names, as seen from the Wednesday it is written on, 25
November 2026, in Berlin; with `readings` none may be chosen.
"""

from __future__ import annotations

from typing import NamedTuple


class Phrasing(NamedTuple):
    """A text, what it says, and the day that it names where it names one."""

    text: str
    says: str
    """promised, heard, rejected, offer, owes, or both promised and owes: `promised+owes`."""
    day: str | None = None
    language: str = "en"
    silence: str = "asks"
    how: str = "answer"
    readings: tuple[str, ...] = ()


PROMISES = (
    Phrasing("We will let you know by Friday.", "promised", "2026-11-27"),
    Phrasing("We'll be in touch by the end of next week.", "promised", "2026-12-04"),
    Phrasing("I expect to have an answer for you by December 3rd.", "promised", "2026-12-03"),
    Phrasing("You will hear from us by Monday at the latest.", "promised", "2026-11-30"),
    Phrasing("The team meets tomorrow; I'll get back to you on Friday.", "promised", "2026-11-27"),
    Phrasing("You can expect our decision by 1 December.", "promised", "2026-12-01"),
    Phrasing("We hope to come back to you with feedback before next Tuesday.", "promised", "2026-12-01"),
    Phrasing("I should be able to share an update with you within two weeks.", "promised", "2026-12-09"),
    Phrasing("We aim to make a decision by the end of the month.", "promised", "2026-11-30"),
    Phrasing("I'll call you on Friday at 3pm.", "promised", "2026-11-27T14:00:00Z", how="ring"),
    Phrasing(
        "If you have not heard from us by 10 December, please assume that we will not be moving forward.",
        "promised", "2026-12-10", silence="no",
    ),
    Phrasing("If you haven't heard from me by Monday, feel free to ring me.", "promised", "2026-11-30"),
    Phrasing("We will reach out early next week.", "promised", "2026-12-02"),
    Phrasing("Expect to hear back around the 10th.", "promised", "2026-12-12"),
    Phrasing("We will give you our answer in a week or two.", "promised", "2026-12-09"),
    Phrasing("I will get back to you by Wednesday.", "promised", "2026-12-02"),
    Phrasing("We will get back to you by 12/4.", "promised", readings=("2026-12-04", "2027-04-12")),
    Phrasing("Wir melden uns bis Freitag bei Ihnen.", "promised", "2026-11-27", "de"),
    Phrasing("Sie hören bis zum 4. Dezember von uns.", "promised", "2026-12-04", "de"),
    Phrasing("Bis Ende nächster Woche geben wir Ihnen Bescheid.", "promised", "2026-12-04", "de"),
    Phrasing("Nous reviendrons vers vous avant vendredi.", "promised", "2026-11-27", "fr"),
    Phrasing("Vous aurez une réponse d'ici le 4 décembre.", "promised", "2026-12-04", "fr"),
    Phrasing("Nos pondremos en contacto con usted antes del viernes.", "promised", "2026-11-27", "es"),
    Phrasing("Le daremos una respuesta el 4 de diciembre.", "promised", "2026-12-04", "es"),
)  # fmt: skip

ANSWERS = (
    Phrasing("Thank you for your note, it was a pleasure to meet you.", "heard"),
    Phrasing("Thanks! We are still talking to other candidates and will be in touch soon.", "heard"),
    Phrasing("Unfortunately I am travelling this week, so this takes a little longer.", "heard"),
    Phrasing("We need more time, sorry. The team could not meet on Monday.", "heard"),
    Phrasing("I'm out of the office until Thursday and have not spoken to the panel yet.", "heard"),
    Phrasing("We had hoped to let you know by Friday, but the committee has been delayed.", "heard"),
    Phrasing("We cannot tell you anything before Monday, I am afraid.", "heard"),
    Phrasing("I said I would get back to you by Tuesday. There is no news yet.", "heard"),
    Phrasing("It was great to meet you on Tuesday. I have passed your notes on.", "heard"),
    Phrasing("Would Friday at 10 suit you for a second conversation?", "heard"),
    Phrasing("Once we decide not to move forward with somebody, we always say so. No news so far.", "heard"),
    Phrasing("I will let you know as soon as I can.", "heard"),
    Phrasing("Our offices will be closed until 4 January.", "heard"),
    Phrasing("vielen Dank für Ihre Nachricht, wir melden uns in Kürze.", "heard", language="de"),
    Phrasing("leider dauert es noch etwas länger.", "heard", language="de"),
    Phrasing("merci pour votre message, à bientôt.", "heard", language="fr"),
    Phrasing("gracias por su mensaje, un saludo.", "heard", language="es"),
)

REFUSALS = (
    Phrasing("We have decided to move forward with other candidates.", "rejected"),
    Phrasing("Unfortunately, we will not be moving forward with your application.", "rejected"),
    Phrasing("I regret to inform you that the position has been filled.", "rejected"),
    Phrasing("After careful consideration we are unable to offer you the role.", "rejected"),
    Phrasing("We have chosen another candidate. We wish you all the best in your search.", "rejected"),
    Phrasing("leider müssen wir Ihnen mitteilen, dass wir uns für einen anderen Bewerber entschieden haben.",
             "rejected", language="de"),
    Phrasing("leider können wir Ihnen keine Zusage geben.", "rejected", language="de"),
    Phrasing("nous avons le regret de vous informer que votre candidature n'a pas été retenue.",
             "rejected", language="fr"),
    Phrasing("lamentamos comunicarle que no ha sido seleccionado para el puesto.", "rejected", language="es"),
)  # fmt: skip

OFFERS = (
    Phrasing("We are delighted to offer you the position of Data engineer.", "offer"),
    Phrasing("We would like to offer you the job! Please let us know by Monday.", "offer", "2026-11-30"),
    Phrasing("I am pleased to extend an offer to you. Your contract is attached.", "offer"),
    Phrasing("wir freuen uns, Ihnen die Stelle anbieten zu können.", "offer", language="de"),
    Phrasing("nous avons le plaisir de vous proposer le poste.", "offer", language="fr"),
    Phrasing("nos complace ofrecerle el puesto.", "offer", language="es"),
)

DEBTS = (
    Phrasing("Please send us your references by Friday.", "owes", "2026-11-27"),
    Phrasing("Could you let me know by Monday which slot suits you?", "owes", "2026-11-30"),
    Phrasing("We would need your answer by 1 December.", "owes", "2026-12-01"),
    Phrasing("Kindly complete the task before Tuesday.", "owes", "2026-12-01"),
    Phrasing("Please send the form by Friday. We will let you know by 4 December.", "promised+owes", "2026-12-04"),
    Phrasing("Bitte schicken Sie uns Ihre Unterlagen bis Freitag.", "owes", "2026-11-27", "de"),
)  # fmt: skip

FIRST_HALF = (*PROMISES, *ANSWERS, *REFUSALS, *OFFERS, *DEBTS)
