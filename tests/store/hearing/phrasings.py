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

MORE_PROMISES = (
    Phrasing(
        "I wanted to let you know that we are wrapping up interviews and will have a decision by Friday.",
        "promised",
        "2026-11-27",
    ),
    Phrasing(
        "The hiring committee convenes on Monday, so you should hear from me on Tuesday.",
        "promised",
        "2026-12-01",
    ),
    Phrasing(
        "We're hoping to make a call on this by the end of next week and I'll update you then.",
        "promised",
        "2026-12-04",
    ),
    Phrasing("Expect an e-mail from HR by Thursday, 3 December.", "promised", "2026-12-03"),
    Phrasing("My goal is to get you an answer by Friday.", "promised", "2026-11-27"),
    Phrasing(
        "We will be making our decision next Wednesday and will inform all candidates on that day.",
        "promised",
        "2026-12-02",
    ),
    Phrasing("You'll have our answer no later than 4 December.", "promised", "2026-12-04"),
    Phrasing(
        "Please bear with us: we will be in touch with you by the end of the week.", "promised", "2026-11-27"
    ),
    Phrasing("By Friday at noon I'll let you know how we proceed.", "promised", "2026-11-27T11:00:00Z"),
    Phrasing(
        "Thanks again for coming in! Next steps: we discuss internally and get back to you within the next 10 days.",
        "promised",
        "2026-12-05",
    ),
    Phrasing(
        "I'm away from tomorrow but my colleague Ben will contact you by 2 December.",
        "promised",
        "2026-12-02",
    ),
    Phrasing(
        "We plan to finalise our decision in early December and will get back to you by 8 December.",
        "promised",
        "2026-12-08",
    ),
    Phrasing("You can expect to hear back within 5 working days.", "promised", "2026-12-02"),
    Phrasing(
        "Should you not hear from us by 15 December, your application was unfortunately not successful.",
        "promised",
        "2026-12-15",
        silence="no",
    ),
    Phrasing("I'll give you a ring tomorrow at 10.", "promised", "2026-11-26T09:00:00Z", how="ring"),
    Phrasing("We expect to have feedback from the panel by mid next week.", "promised", "2026-12-03"),
    Phrasing("I will follow up with you on December 1.", "promised", "2026-12-01"),
    Phrasing("Wir geben Ihnen spätestens am Montag eine Rückmeldung.", "promised", "2026-11-30", "de"),
    Phrasing("Ich melde mich am Freitag wieder bei Ihnen.", "promised", "2026-11-27", "de"),
    Phrasing(
        "Eine Entscheidung fällt bis Ende der Woche, wir informieren Sie dann umgehend.",
        "promised",
        "2026-11-27",
        "de",
    ),
    Phrasing("Sie erhalten bis zum 10. Dezember eine Antwort von uns.", "promised", "2026-12-10", "de"),
    Phrasing("Je vous tiendrai informé d'ici vendredi.", "promised", "2026-11-27", "fr"),
    Phrasing(
        "Nous vous donnerons une réponse avant la fin de la semaine prochaine.",
        "promised",
        "2026-12-04",
        "fr",
    ),
    Phrasing("Le informaremos antes del 4 de diciembre.", "promised", "2026-12-04", "es"),
)

MORE_ANSWERS = (
    Phrasing("Just a quick note to confirm I received your message. Have a great weekend!", "heard"),
    Phrasing(
        "Apologies for the silence. Things have been hectic since Monday, and I have no update yet.", "heard"
    ),
    Phrasing("We'd love to have you back for a second interview on Monday at 10. Does that work?", "heard"),
    Phrasing("I know I promised you feedback by yesterday, and I am sorry.", "heard"),
    Phrasing("Our next board meeting is on Friday, where your application will be discussed.", "heard"),
    Phrasing("Can we call you on Friday at 3pm?", "heard"),
    Phrasing("We won't know more until after the holidays on 6 January.", "heard"),
    Phrasing("I can't promise anything by Friday.", "heard"),
    Phrasing("As we discussed on Monday, the team is growing and we will certainly stay in touch.", "heard"),
    Phrasing("No decision has been made; we have not moved forward with anyone.", "heard"),
    Phrasing("If we decide to make you an offer, HR will explain the package.", "heard"),
    Phrasing("Happy to offer you a tour of the office on Tuesday.", "heard"),
    Phrasing("I am glad you liked the position. We offer flexible hours to everyone.", "heard"),
    Phrasing("The position has been open since 1 October and we are in no rush.", "heard"),
    Phrasing("Unfortunately Ada is ill, so the decision is delayed.", "heard"),
    Phrasing("Have you had other offers? We would like to know where you stand.", "heard"),
    Phrasing("es war schön, Sie am Montag kennenzulernen.", "heard", language="de"),
    Phrasing("wir haben noch keine Entscheidung getroffen.", "heard", language="de"),
    Phrasing("nous n'avons pas encore pris de décision.", "heard", language="fr"),
    Phrasing("todavía no hemos tomado una decisión.", "heard", language="es"),
)

MORE_REFUSALS = (
    Phrasing(
        "While we were impressed, we've decided to pursue other candidates whose experience is closer.",
        "rejected",
    ),
    Phrasing("On this occasion you have not been successful.", "rejected"),
    Phrasing("Unfortunately we won't be taking your application further at this time.", "rejected"),
    Phrasing("We have decided to go in a different direction.", "rejected"),
    Phrasing("I'm sorry to say that we have offered the role to somebody else.", "rejected"),
    Phrasing("We will not be progressing your application.", "rejected"),
    Phrasing("leider haben wir uns gegen Ihre Bewerbung entschieden.", "rejected", language="de"),
    Phrasing("wir müssen Ihnen leider eine Absage erteilen.", "rejected", language="de"),
    Phrasing(
        "malheureusement, nous ne pouvons pas donner une suite favorable à votre candidature.",
        "rejected",
        language="fr",
    ),
    Phrasing("sentimos informarle de que hemos optado por otro candidato.", "rejected", language="es"),
)

MORE_OFFERS = (
    Phrasing("Congratulations! We'd like to extend you an offer for the Data engineer role.", "offer"),
    Phrasing("It is my pleasure to offer you employment with Globex.", "offer"),
    Phrasing("Good news: we want to hire you. Please find your offer letter attached.", "offer"),
    Phrasing("gerne möchten wir Ihnen die Position als Data Engineer anbieten.", "offer", language="de"),
    Phrasing("nous souhaitons vous proposer un contrat.", "offer", language="fr"),
    Phrasing("queremos ofrecerle el puesto de ingeniera de datos.", "offer", language="es"),
)

MORE_DEBTS = (
    Phrasing("If you could send over two references by Monday that would be great.", "owes", "2026-11-30"),
    Phrasing("Please find the task attached; it is due on 2 December.", "owes", "2026-12-02"),
    Phrasing("Can you get back to us by Friday with your salary expectations?", "owes", "2026-11-27"),
    Phrasing("We'd appreciate a reply by Tuesday.", "owes", "2026-12-01"),
    Phrasing("Let me know by tomorrow if you are still interested.", "owes", "2026-11-26"),
    Phrasing("Könnten Sie uns bis Montag Ihre Gehaltsvorstellung mitteilen?", "owes", "2026-11-30", "de"),
)

SECOND_HALF = (*MORE_PROMISES, *MORE_ANSWERS, *MORE_REFUSALS, *MORE_OFFERS, *MORE_DEBTS)

UNSEEN = (
    Phrasing(
        "We're still interviewing a few people but hope to wrap up by Friday, at which point I'll reach out.",
        "promised",
        "2026-11-27",
    ),
    Phrasing("Our timeline: final interviews this week, decision by 4 December.", "promised", "2026-12-04"),
    Phrasing("I'll have something for you by the end of next week.", "promised", "2026-12-04"),
    Phrasing("Give us until Monday and we'll come back with a yes or no.", "promised", "2026-11-30"),
    Phrasing("I shall write to you again on 1 December.", "promised", "2026-12-01"),
    Phrasing("We are aiming for a decision before the end of the month.", "promised", "2026-11-30"),
    Phrasing("Someone from HR will be calling you on Monday.", "promised", "2026-11-30"),
    Phrasing("Marta or I will get in touch by Tuesday.", "promised", "2026-12-01"),
    Phrasing("You'll know by Friday.", "promised", "2026-11-27"),
    Phrasing(
        "We should be in a position to let you know one way or the other by next Friday.",
        "promised",
        "2026-12-04",
    ),
    Phrasing("Feedback will reach you by 2 December.", "promised", "2026-12-02"),
    Phrasing("Please allow us until 7 December to get back to you.", "promised", "2026-12-07"),
    Phrasing("I'd expect us to be back in contact within the next two weeks.", "promised", "2026-12-09"),
    Phrasing("If you don't hear from us by Thursday, please do chase me!", "promised", "2026-11-26"),
    Phrasing("We will notify you of the outcome on or before 11 December.", "promised", "2026-12-11"),
    Phrasing("Bis nächsten Mittwoch haben wir eine Entscheidung für Sie.", "promised", "2026-12-02", "de"),
    Phrasing("Sie bekommen am Montag Bescheid.", "promised", "2026-11-30", "de"),
    Phrasing("Wir kommen bis 4.12. auf Sie zu.", "promised", "2026-12-04", "de"),
    Phrasing("Nous vous recontacterons lundi.", "promised", "2026-11-30", "fr"),
    Phrasing("Tendrá noticias nuestras antes del lunes.", "promised", "2026-11-30", "es"),
    Phrasing("Great speaking with you yesterday. Talk soon!", "heard"),
    Phrasing("The role starts on 1 February, just so you know.", "heard"),
    Phrasing("We moved the deadline for applications to 15 December, so this will take a while.", "heard"),
    Phrasing("I was out sick until Tuesday and am catching up now.", "heard"),
    Phrasing("I let the team know on Monday that you are interested.", "heard"),
    Phrasing("We told the other candidate on Friday that the position is still open.", "heard"),
    Phrasing("It was a close call, and we still have not made up our minds.", "heard"),
    Phrasing("See you on Friday at 10!", "heard"),
    Phrasing("I will be on holiday from Monday until 11 December.", "heard"),
    Phrasing("We would have called you by Monday if there had been news.", "heard"),
    Phrasing("Did Ada get back to you on Friday?", "heard"),
    Phrasing("Happy holidays! The office is closed until Monday.", "heard"),
    Phrasing("Danke, dass Sie sich die Zeit genommen haben.", "heard", language="de"),
    Phrasing("Am Freitag findet unser Firmenlauf statt, falls Sie Lust haben.", "heard", language="de"),
    Phrasing("Regrettably, we will be proceeding with another applicant.", "rejected"),
    Phrasing(
        "Sadly it's not the outcome you were hoping for: we chose someone with more experience.", "rejected"
    ),
    Phrasing("We won't be able to offer you a position on this occasion.", "rejected"),
    Phrasing("The vacancy has now been filled.", "rejected"),
    Phrasing(
        "Your profile does not match our current needs and we will not proceed with your application.",
        "rejected",
    ),
    Phrasing("wir haben uns leider für eine andere Person entschieden.", "rejected", language="de"),
    Phrasing("votre profil n'a malheureusement pas été retenu.", "rejected", language="fr"),
    Phrasing("lamentablemente no continuaremos con su candidatura.", "rejected", language="es"),
    Phrasing("I'm thrilled to let you know that we'd like to offer you the role!", "offer"),
    Phrasing("We've decided to make you an offer.", "offer"),
    Phrasing("wir würden Sie gerne einstellen und Ihnen einen Vertrag anbieten.", "offer", language="de"),
    Phrasing("We will need the signed form back by Friday.", "owes", "2026-11-27"),
    Phrasing("Would you be able to share your portfolio before Monday?", "owes", "2026-11-30"),
    Phrasing("Please note that the coding exercise has to be submitted by 2 December.", "owes", "2026-12-02"),
)

LATER = (
    Phrasing(
        "We anticipate having a final decision by 8 December and will be in touch either way.",
        "promised",
        "2026-12-08",
    ),
    Phrasing("Please give us a few more days; you'll hear from me by Wednesday.", "promised", "2026-12-02"),
    Phrasing(
        "I've passed your feedback on to the team and will circle back by Friday.", "promised", "2026-11-27"
    ),
    Phrasing(
        "The panel reconvenes Tuesday and we'll contact all finalists by Thursday next week.",
        "promised",
        "2026-12-03",
    ),
    Phrasing("Our aim is to inform you of the result by the end of this week.", "promised", "2026-11-27"),
    Phrasing("I'm hoping to get back to you with good news on Monday!", "promised", "2026-11-30"),
    Phrasing(
        "You should receive an update from our HR team within the next five working days.",
        "promised",
        "2026-12-02",
    ),
    Phrasing(
        "Just wanted to say thanks. We'll reach a decision by the 3rd of December.", "promised", "2026-12-03"
    ),
    Phrasing("I will ring you tomorrow at 4pm to discuss.", "promised", "2026-11-26T15:00:00Z", how="ring"),
    Phrasing(
        "We're a bit behind, but I promise to let you know by close of business Friday.",
        "promised",
        "2026-11-27",
    ),
    Phrasing(
        "Unless you hear otherwise by 9 December, consider the process closed.",
        "promised",
        "2026-12-09",
        silence="no",
    ),
    Phrasing(
        "We will make our choice next week and notify you by Friday at the latest.", "promised", "2026-11-27"
    ),
    Phrasing("A decision should be made by 1 December.", "promised", "2026-12-01"),
    Phrasing("Wir werden uns bis spätestens 3. Dezember bei Ihnen melden.", "promised", "2026-12-03", "de"),
    Phrasing("Nächste Woche Mittwoch wissen wir mehr und rufen Sie an.", "promised", "2026-12-02", "de"),
    Phrasing("Nous vous tiendrons au courant d'ici le 2 décembre.", "promised", "2026-12-02", "fr"),
    Phrasing("Le avisaremos el viernes.", "promised", "2026-11-27", "es"),
    Phrasing("Thanks so much for your patience while we work through this.", "heard"),
    Phrasing("I forwarded your question to Ben, who is back on Monday.", "heard"),
    Phrasing("As of Friday we have two more interviews to do.", "heard"),
    Phrasing("Hope you had a good weekend. Nothing new from our side yet.", "heard"),
    Phrasing("Your references were excellent; we spoke to them on Tuesday.", "heard"),
    Phrasing("It turns out that the team is not hiring until 1 March.", "heard"),
    Phrasing("We usually answer within two weeks, though this time it may take longer.", "heard"),
    Phrasing("Could we speak on Monday? I'd like to hear your thoughts.", "heard"),
    Phrasing("You mentioned another offer, how is that going?", "heard"),
    Phrasing("Unfortunately the role was put on hold.", "heard"),
    Phrasing("We're going with a different candidate this time.", "rejected"),
    Phrasing("I'm afraid we won't be progressing to the next stage.", "rejected"),
    Phrasing("We have concluded our search and appointed another applicant.", "rejected"),
    Phrasing("Leider haben wir die Stelle bereits anderweitig besetzt.", "rejected", language="de"),
    Phrasing("We'd be thrilled to have you on board and would like to offer you the position.", "offer"),
    Phrasing("I'm delighted to confirm our offer of employment, attached.", "offer"),
    Phrasing("Please confirm by Monday that you are coming.", "owes", "2026-11-30"),
    Phrasing("We'd love to have your portfolio by Friday.", "owes", "2026-11-27"),
)

ALL = (*FIRST_HALF, *SECOND_HALF, *UNSEEN, *LATER)
