"""A request that nobody answers: who is asked next, and what is said when it expires."""
from sym.sdk.annotations import hook, reducer
from sym.sdk.integrations import pagerduty, slack
from sym.sdk.notifications import Notification
from sym.sdk.request_permission import PermissionLevel, RequestPermission
from sym.sdk.templates import ApprovalTemplate
from sym.sdk.user import user_ids


def deciders(event):
    return pagerduty.users_on_call(schedule_name=event.flow.vars["schedule"])


@reducer
def get_timeout(event):
    return int(event.flow.vars.get("hours", "2")) * 3600


@reducer
def get_permissions(event):
    return RequestPermission(webapp_view=PermissionLevel.ALL_USERS, approve_deny=user_ids(deciders(event)))


@reducer
def get_request_notifications(event):
    on_call = deciders(event)
    first = Notification(destinations=[slack.group(on_call)] + on_call, timeout=900)
    return [first, Notification(destinations=[slack.channel("#leads")])]


@hook
def on_request_forward(event, context):
    if context.next_destination_index is None:
        return ApprovalTemplate.deny(reason="Nobody is left to ask")
    here = context.all_request_destinations[context.current_destination_index]
    there = context.all_request_destinations[context.next_destination_index]
    slack.send_thread_message(f"{here} did not answer, asking {there}")


@hook
def on_request_expire(event):
    if event.payload.fields["duration"] > 7200:
        return ApprovalTemplate.request(duration=7200, reason="Again, for less long")


@hook
def after_request_expire(event):
    for user in deciders(event):
        slack.send_message(user, f"{slack.mention(event.user)} got no answer")
