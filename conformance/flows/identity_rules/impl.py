"""How a requester is found in other services: by a rule, by a table in the vars, or by another address."""
from sym.sdk.annotations import hook, reducer
from sym.sdk.exceptions import OktaError, SymException
from sym.sdk.integrations import okta, slack


@reducer
def get_approvers(event):
    return slack.user(event.flow.vars["lead"])


@reducer
def get_identity(event, service, external_id):
    if service == "github":
        return event.user.email.split("@")[0].replace(".", "-")
    table = {pair.split("=")[0]: pair.split("=")[1] for pair in event.flow.vars["table"].split(";")}
    if service == "pagerduty":
        return table.get(event.user.username)
    if service == "boundary":
        return event.user.id


@reducer
def get_identity_lookup(event, service, external_id):
    if external_id == "harborlight.okta.example":
        return f"{event.user.first_name}.{event.user.last_name}@{external_id}".lower()


@hook
def on_request(event):
    try:
        department = okta.get_user_info(event.user)["profile"]["department"]
    except OktaError as e:
        print(e.error_code, e.message)
        raise SymException("Departments", "UNKNOWN", f"{e}")
    print(f"{department=}")
