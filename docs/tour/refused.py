import os
from sym.sdk.annotations import reducer
from sym.sdk.integrations import slack


@reducer
def get_approvers(event):
    if all(event.payload.fields.values()):
        return slack.channel("#" + event.__class__.__name__)
    exec("print('hello')")
