"""Names of a module."""
import json

json.lods("1")
