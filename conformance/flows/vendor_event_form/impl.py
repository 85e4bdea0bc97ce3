from sym.sdk.annotations import hook, reducer
from sym.sdk.integrations import slack
from sym.sdk.notifications import Notification
from sym.sdk.request_permission import PermissionLevel, RequestPermission
from sym.sdk.templates import ApprovalTemplate, get_step_output


@reducer
def get_permissions(event):
    return RequestPermission(
        webapp_view=PermissionLevel.MEMBER,
        approve_deny=PermissionLevel.ADMIN,
        allow_self_approval=event.payload.fields.get("urgent", False),
    )


@reducer
def get_request_notifications(event):
    channel = event.flow.vars.get("channel", "#reports")
    return [Notification(destinations=[slack.channel(channel)], timeout=600)]


@hook
def on_deescalate(event):
    if event.payload.fields.get("deescalate_type") == "scheduled":
        return None
    return ApprovalTemplate.ignore(message=f"{event.user.first_name} may not end this early")


@hook
def after_escalate(event):
    print(event.name, event.channel.type, event.channel.identifier, event.user.email)
    print(event.payload.timestamp.isoformat(), event.meta.identifier, event.template.slug)
    print(event.flow.name, event.flow.environment.integrations, event.flow.strategy)
    print(event.get_actor("request").username, event.get_actor("deny"))
    print(event.run.source_channel and event.run.source_channel.identifier)
    print(event.user.identity("slack", "T0LANTERN").user_id, event.get_actor("request").identity("slack"))
    print(sorted(event.run.actors), event.run.actors["approve"] is event.user)
    target = event.payload.fields["target"]
    print(target.name, target.type, target.label, target.settings["arn"].split(":")[-1])
    print(get_step_output())


def describe(event):
    user = event.user
    return [user.type, user.username, user.email, user.first_name, user.last_name, str(user.id)]
