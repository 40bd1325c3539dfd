"""The desk: a local web application over an archive, to ask, check, correct and publish.

Extra: ``leadup[desk]``.
"""
