"""How good onrecord is, measured: `python -m evaluation --data PATH`."""
