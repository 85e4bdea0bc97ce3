import os, json
from typing import Any
from sym.annotations import reducer
from sym.sdk.annotations import action
from sym.sdk.integrations import slack
from json import *

slack.chanel("#a")
