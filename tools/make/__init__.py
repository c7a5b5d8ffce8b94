"""What there is to build, what of it is out of date, and how one picture is made.

The Makefile asks; nothing else does. Only the standard library is used, and little of it: make
with nothing to do must end before anyone notices that it began.
"""
