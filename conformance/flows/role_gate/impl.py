"""Who may ask for what: roles decide at the prompt, and every later step looks again."""
from sym.sdk.annotations import hook, reducer
from sym.sdk.integrations import slack, sym
from sym.sdk.request_permission import PermissionLevel
from sym.sdk.templates import ApprovalTemplate
from sym.sdk.user import UserRole


@reducer
def get_approvers(request):
    return [slack.channel("#security"), slack.user(sym.get_or_create_user_by_email("bo@harborlight.example"))]


@hook
def on_prompt(event):
    if PermissionLevel.MEMBER not in event.user.role.permission_levels():
        return ApprovalTemplate.ignore(message=f"A {event.user.role.value} cannot ask for this")


@hook
def after_prompt(event):
    if event.channel.identifier is None:
        print(f"{event.user.first_name} used the shortcut")


@hook
def on_escalate(event):
    if event.user == event.get_actor("request"):
        return ApprovalTemplate.deescalate(target_srn=event.payload.fields["target"].srn, note="self")
    if event.user.role == UserRole.GUEST:
        return "denied"


@hook
def on_deescalate(event):
    if event.payload.fields.get("deescalate_type") == "scheduled":
        return False


@hook
def after_approve(event):
    return {"approved_by": event.user.username}


@hook
def on_deny(event):
    people = sym.get_or_create_users_by_emails(["ana@harborlight.example", "cy@harborlight.example"])
    names = {person.type: [p.username for p in people if p.type == person.type] for person in people}
    return ApprovalTemplate.deny(reason=f"{names}", target_srn=event.flow.srn, duration=1.5)
