"""TimeML out: the text with its time expressions as TIMEX3 elements, in the form of the TempEval-3 files.

``data/timeml.xsd`` of this package is the schema that the suite checks it against (the TIMEX3 attributes of TimeML
1.2.1; Pustejovsky et al. 2010).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from leadup.model import Timex

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_timeml(text: str, timexes: Iterable[Timex], dct: dt.date | dt.datetime | None = None, name: str = "text") -> str:
    """The TimeML document of a text and its expressions (in order, none overlapping another).

    ``dct`` is the document creation time, ``name`` the document's id. Characters that XML cannot hold become U+FFFD.
    """
    created = "" if dct is None else (dct.date() if isinstance(dct, dt.datetime) else dct).isoformat()
    parts: list[str] = []
    at = 0
    for number, timex in enumerate(timexes, start=1):
        parts.append(_escaped(text[at : timex.start]))
        mod = f" mod={quoteattr(timex.mod)}" if timex.mod else ""
        parts.append(
            f'<TIMEX3 tid="t{number}" type="{timex.type}" value={quoteattr(timex.value)}{mod} '
            f'functionInDocument="NONE">{_escaped(timex.exact)}</TIMEX3>'
        )
        at = timex.end
    parts.append(_escaped(text[at:]))
    dated = (
        f'<DCT><TIMEX3 tid="t0" type="DATE" value="{created}" functionInDocument="CREATION_TIME">'
        f"{created}</TIMEX3></DCT>"
        if created
        else "<DCT/>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<TimeML>\n<DOCID>{_escaped(name)}</DOCID>\n{dated}\n<TEXT>{''.join(parts)}</TEXT>\n</TimeML>\n"
    )


def _escaped(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text)).replace("\r", "&#13;")
