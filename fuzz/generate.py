#!/usr/bin/env python3
"""Prints the program of a seed: generate.py SEED."""
import sys
from generator.program import program

if __name__ == "__main__":
    sys.stdout.write(program(int(sys.argv[1])))
