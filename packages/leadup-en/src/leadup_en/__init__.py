"""The weights of leadup's tagger and parser of English (``model.npz``). There is no code here."""
