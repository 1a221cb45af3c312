"""What runs in the child process that renders a user's template: a job in, an answer out, as JSON."""

import json
import sys
from typing import Any

from templates import engine
from templates.header import Source
from templates.limits import Limits, confine
from templates.template import BrokenTemplate
from templates.vocabulary import from_json


def main(job: dict[str, Any]) -> None:
    """Render the job's template within its limits and write subject and body, or reason and line."""
    limits = Limits(**job["limits"])
    confine(limits)
    try:
        source, values = Source(**job["source"]), from_json(job["values"])
        subject, body = engine.render(job["name"], source, values, limits.output_bytes)
        answer: dict[str, object] = {"subject": subject, "body": body}
    except BrokenTemplate as broken:
        answer = {"reason": broken.reason, "line": broken.line}
    sys.stdout.write(json.dumps(answer))
