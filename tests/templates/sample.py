"""Values for every word a template may ask for, as one believable interview gives them."""

from templates.vocabulary import Value

FULL: dict[str, Value] = {
    "interviewer": "Deniz",
    "interviewer_full": "Deniz Aydın",
    "interviewer_title": "Head of Data",
    "others": "Marta and Joan",
    "panel": ("Deniz Aydın", "Marta Costa", "Joan Pratt"),
    "company": "Globex",
    "role": "Data engineer",
    "round": "Panel",
    "day": "Wednesday",
    "date": "18 November",
    "mode": "onsite",
    "topic": "the move to event streams",
    "topics": ("the move to event streams", "the on-call rota"),
    "loose_end": "the system I called Kafka is Pulsar",
    "loose_ends": ("the system I called Kafka is Pulsar", "my notice period is six weeks"),
    "strength": "six years of running pipelines",
    "worth": "the Pulsar team has published notes on its own migration",
    "my_name": "Robin Example",
    "my_phone": "+49 30 1234567",
    "my_email": "robin@mail.example",
    "promise": "by the end of next week",
    "promised_day": "Friday 27 November",
    "last_contact_day": "Monday 30 November",
    "tries": 2,
    "recruiter": "Sam",
    "number": "+49 30 7654321",
    "spelling": "british",
}
