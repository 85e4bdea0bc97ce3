"""Asks an on-call service that the SDK has no module for; its user names are kept as identities."""
import requests
from requests.exceptions import RequestException

from sym.sdk.annotations import hook, reducer
from sym.sdk.integrations import slack
from sym.sdk.notifications import Notification
from sym.sdk.request_permission import PermissionLevel, RequestPermission
from sym.sdk.templates import ApprovalTemplate
from sym.sdk.utils.user import persist_user_identity


@reducer
def get_permissions(event):
    return RequestPermission(
        webapp_view=PermissionLevel.ADMIN,
        approve_deny=PermissionLevel.MEMBER,
        allow_self_approval=event.flow.vars.get("testing"),
    )


@reducer
def get_request_notifications(event):
    return [Notification(destinations=[slack.channel("#sym-requests")]), Notification(destinations=[event.get_actor("request")], timeout=600)]


@hook
def on_request(event):
    try:
        if is_on_call(event):
            reason = event.payload.fields["reason"]
            return ApprovalTemplate.approve(reason=f"On call: {reason}\ufe0f")
    except (RuntimeError, RequestException) as e:
        print(f"Cannot tell who is on call.\n{e}")


def ask(path, integration, params={}):
    token = integration.settings["secrets"][0].retrieve_value()
    headers = {"Accept": "application/json", "X-Api-Id": integration.external_id, "X-Api-Key": token}
    response = requests.get(f"https://oncall.harborlight.example/public/{path}", headers=headers, params=params)
    body = response.json()
    if not response.ok:
        message = body.get("message", "")
        raise RuntimeError(f"API failed with message: {message}")
    return body


def name_of(user, integration):
    identity = user.identity("custom", integration.external_id)
    if identity:
        return identity.user_id
    for entry in ask("v2/user", integration, params={"email": user.email}).get("users", []):
        persist_user_identity(email=user.email, service="custom", service_id=integration.external_id, user_id=entry["username"])
        return entry["username"]


def is_on_call(event):
    integration = event.flow.environment.integrations["oncall"]
    name = name_of(event.user, integration)
    if not name:
        return False
    for team in ask("v1/current", integration).get("teams", []):
        for shift in team["now"]:
            for person in shift["users"]:
                if person["user"]["name"] == name:
                    return True
