"""Whether a sentence says that a deed was not done, or undoes it in the same breath."""

from __future__ import annotations

from leadup.check.wording import lang_words
from leadup.reading.syntax import Parse


def hangs(parse: Parse, at: int, listed: str, *relations: str) -> bool:
    """Whether one of a list of words (in the table ``check``) hangs on a word by one of these relations."""
    words = lang_words(listed, parse.language)
    return any(parse[c].word.lower() in words for c in parse.children(at, *relations))


def is_denied(parse: Parse, at: int) -> bool:
    """Whether a sentence says of the deed at this word that it was not done: "did not go", "refused to go"."""
    turned = hangs(parse, at, "deny", "advmod", "det", "cc", "nsubj", "nsubj:pass", "obj")
    turned = turned or any(
        parse[c].word.lower() in lang_words("denied_degrees", parse.language) and hangs(parse, c, "deny", "advmod")
        for c in parse.children(at, "advmod")
    )
    turned = turned or (parse[at].upos == "VERB" and parse[0].word.lower() in lang_words("deny_first", parse.language))
    turned = turned or any(hangs(parse, c, "deny", "det") for c in parse.children(at, "nsubj", "nsubj:pass", "obj"))
    head = parse[at].head
    if head >= 0 and parse[at].deprel in ("xcomp", "ccomp", "obj", "obl", "advcl") and _undoes(parse, head, at):
        turned = not turned
    if head >= 0 and parse[at].deprel == "xcomp" and hangs(parse, head, "deny", "advmod"):
        turned = not turned
    if not turned and head >= 0:
        # "decided not to bring charges", "no talk of his leaving": what hangs on what is denied.
        if parse[at].deprel == "obj" and parse[at].upos == "NOUN":
            # "declined to bring charges" brings none.
            turned = is_denied(parse, head)
        elif parse[at].deprel in ("acl", "nmod") and parse[head].upos == "NOUN":
            turned = hangs(parse, head, "deny", "det") or _is_refused(parse, at)
    return turned


def is_undone_by_its_particle(parse: Parse, at: int) -> bool:
    """Whether a verb undoes by the word behind it what it tells alone: "voted down", "called off"."""
    if parse[at].upos != "VERB":
        return False
    beside = [*parse.children(at, "compound:prt", "compound", "advmod")]
    beside += [k for c in parse.children(at, "obl") for k in parse.children(c, "case")]
    phrases = lang_words("undo_phrases", parse.language) | lang_words("undone_phrases", parse.language)
    return any(f"{parse[at].lemma.lower()}_{parse[k].word.lower()}" in phrases for k in beside)


def _undoes(parse: Parse, over: int, at: int) -> bool:
    """Whether a verb undoes what hangs on it: "refused to go", "called off the trip", "backed out of the talks"."""
    if parse[at].deprel != "obl" and parse[over].lemma in lang_words("undo", parse.language):
        return True
    return parse[at].upos == "NOUN" and any(
        f"{parse[over].lemma}_{parse[c].word.lower()}" in lang_words("undo_phrases", parse.language)
        for c in (*parse.children(over, "compound:prt", "advmod"), *parse.children(at, "case"))
    )


def _is_refused(parse: Parse, at: int) -> bool:
    """Whether a clause tells what a refused noun says: "denied the claim that Varo left", "refused an offer to go"."""
    noun = parse[at].head
    over = parse[noun].head
    says = parse[at].deprel == "acl" and parse.child(at, "mark") is not None
    return (
        says and over >= 0 and parse[noun].deprel == "obj" and parse[over].lemma in lang_words("undo", parse.language)
    )
