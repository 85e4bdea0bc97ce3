"""Makes programs: see program.py."""
