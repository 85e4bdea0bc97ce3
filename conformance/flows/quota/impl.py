"""Not too often: requests are counted by day and by target, and quiet hours are kept."""
import datetime

from sym.sdk.annotations import hook, reducer
from sym.sdk.integrations import slack
from sym.sdk.templates import ApprovalTemplate


def limits(event):
    return {name[4:]: int(value) for name, value in event.flow.vars.items() if name.startswith("max_")}


@reducer
def get_approvers(event):
    hour = datetime.datetime.now().hour
    quiet = not 7 <= hour < 19
    return slack.channel("#night" if quiet else "#day", timeout=None if quiet else 45 * 60)


@hook
def on_request(event):
    now = datetime.datetime.utcnow()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    allowed = limits(event)
    today = event.user.get_event_count("request", since=midnight)
    if today >= allowed.get("day", 5):
        return ApprovalTemplate.ignore(message=f"{today} requests today; the next is possible in {midnight + datetime.timedelta(days=1) - now}")
    week = event.user.get_event_count("approve", since=midnight - datetime.timedelta(weeks=1), until=midnight, filter_on="target")
    if week > allowed["week"]:
        return ApprovalTemplate.deny(reason="Too often for this target")
    if event.user.get_event_count("escalate", None, None, "flow", True) == 0 and event.payload.fields["duration"] <= allowed["first"]:
        return ApprovalTemplate.approve(reason=f"First time, until {(now + datetime.timedelta(seconds=event.payload.fields['duration'])):%H:%M}")


@hook
def after_request(event):
    age = datetime.datetime.utcnow() - event.payload.timestamp
    print(f"{age.total_seconds():.1f} s old, {event.payload.timestamp:%A} {event.payload.timestamp.date().isocalendar().week}")
