from sym.sdk.forms import FieldOption, FieldType, PromptField
from sym.sdk.request_destination import RequestDestination, SlackChannelName, SlackUser, SlackUserGroup
from sym.sdk.request_permission import PermissionLevel, RequestPermission


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(str(error))


def pair():
    return SlackUserGroup(users=[SlackUser(user_id="U1"), {"user_id": "U2", "timeout": 3}])


def choices_by_name():
    user = SlackUser(user_id="U1", timeout=None)
    show(lambda: user.dict(include={"user_id"}))
    show(lambda: user.dict(exclude={"user_id", "unknown"}))
    show(lambda: user.dict(include={"user_id": True, "timeout": False}))
    show(lambda: user.dict(exclude_unset=True))
    show(lambda: user.dict(exclude_defaults=True))
    show(lambda: user.dict(exclude_none=True))
    show(lambda: user.dict(include=["user_id"]))
    show(lambda: user.dict(exclude="user_id"))
    show(lambda: user.dict(1))


def choices_inside_lists():
    show(lambda: pair().dict(include={"users": {0}}))
    show(lambda: pair().dict(include={"users": {0: {"user_id"}}}))
    show(lambda: pair().dict(exclude={"users": {-1}}))
    show(lambda: pair().dict(exclude={"users": {"__all__": {"timeout"}}}))
    show(lambda: pair().dict(exclude={"users": {"__all__": {"timeout"}, 0: {"allow_self"}}}))
    show(lambda: pair().dict(exclude={"users": {"first": True}}))
    show(lambda: pair().dict(exclude={"users": {0: 5}}))
    show(lambda: pair().dict(exclude_unset=True))
    show(lambda: pair().json(include={"users"}))


def texts():
    user = SlackUser(user_id="U\u00e9")
    show(lambda: user.json())
    show(lambda: user.json(ensure_ascii=False, sort_keys=True))
    show(lambda: user.json(separators=(",", ":")))
    show(lambda: user.json(indent=1))
    show(lambda: user.json(pretty=True))
    show(lambda: FieldOption(value={3}, label="x").json())
    show(lambda: FieldOption(value=user, label="x").json())
    show(lambda: FieldOption(value=PermissionLevel.ADMIN, label="x").json())
    show(lambda: FieldOption(value=show, label="x").json())
    show(lambda: FieldOption(value={1, 2}, label="x").json(encoder=lambda value: len(value)))


def copies():
    user = SlackUser(user_id="U1")
    changed = user.copy(update={"user_id": "not checked", "note": 1})
    show(lambda: changed)
    show(lambda: changed.dict())
    show(lambda: changed.note)
    show(lambda: user.copy(exclude={"timeout"}))
    show(lambda: user.copy(include={"timeout"}) == {"timeout": None})
    show(lambda: user.copy(exclude={"timeout"}).timeout)
    group = SlackUserGroup(users=[user])
    shallow, deep = group.copy(), group.copy(deep=True)
    user.user_id = "U2"
    show(lambda: [group.users[0].user_id, shallow.users[0].user_id, deep.users[0].user_id])


def made_otherwise():
    show(lambda: SlackUser.parse_obj([("user_id", "U7")]))
    show(lambda: SlackUser.parse_obj(5))
    show(lambda: SlackUser.parse_raw('{"user_id": "U1", "timeout": "9"}'))
    show(lambda: SlackUser.parse_raw('{"user_id": '))
    show(lambda: SlackUser.parse_raw(5))
    show(lambda: SlackUser.construct(user_id="not checked", extra=1))
    show(lambda: SlackUser.construct({"timeout"}, user_id="U1").dict(exclude_unset=True))
    show(lambda: SlackUser.validate({"user_id": "U1"}))


def coercions():
    show(lambda: SlackUser(user_id=b"U12", timeout=b"12", allow_self=b"yes"))
    show(lambda: SlackUser(user_id=b"\xff"))
    show(lambda: SlackChannelName(channel_name=10 ** 20, timeout=" 7 "))
    show(lambda: SlackChannelName(channel_name="x", timeout="1.5", allow_self=" yes "))
    show(lambda: SlackChannelName(channel_name="x", timeout=1e30))
    show(lambda: RequestPermission(webapp_view="ADMIN", approve_deny=[None]))
    show(lambda: PromptField(name="n", type="int", current_allowed_values=[{"value": None, "label": "x" * 60}, 5]))


def schemas():
    show(lambda: SlackUserGroup.schema()["properties"]["users"])
    show(lambda: RequestDestination.schema()["properties"])
    show(lambda: PromptField.schema()["properties"]["type"])
    show(lambda: FieldOption.schema_json().count("title"))


def enumerations():
    show(lambda: PermissionLevel)
    show(lambda: [level.name for level in PermissionLevel])
    show(lambda: len(FieldType))
    show(lambda: PermissionLevel.OWNER)
    show(lambda: PermissionLevel["OWNER"])
    show(lambda: PermissionLevel("owner"))
    show(lambda: PermissionLevel.ADMIN in PermissionLevel)
    show(lambda: "admin" in PermissionLevel)
    show(lambda: f"{PermissionLevel.ADMIN} {PermissionLevel.ADMIN.value}")


def destinations_by_key():
    """Every destination class chooses by the keys, whichever class was asked."""
    show(lambda: SlackUser.parse_obj({"user_id": "U1", "timeout": 4}))
    show(lambda: SlackUser.parse_obj({"channel_name": "#ops"}))
    show(lambda: SlackUserGroup(users=[{"channel_id": "C1"}]))
    show(lambda: RequestDestination.parse_obj({"lookup_type": "channel", "allow_self": 1}))
    show(lambda: RequestDestination.parse_obj({"lookup_type": "channel", "allow_self": 1, "timeout": 9}))
    show(lambda: RequestDestination.parse_obj({"name": "ops"}))
    show(lambda: RequestDestination.parse_obj("channel_name"))
    show(lambda: RequestDestination.parse_obj("#ops"))
    show(lambda: RequestDestination.parse_obj(["user_id"]))
    show(lambda: RequestDestination.parse_obj(None))
    show(lambda: SlackChannelName.parse_raw("3"))
    show(lambda: SlackUserGroup(users=[SlackChannelName(channel_name="#ops"), 3]))


def validated():
    """validate() is the plain one: no choice by key, and a TypeError of its own."""
    show(lambda: SlackUser.validate({"channel_name": "#ops"}))
    show(lambda: RequestDestination.validate({"channel_name": "#ops"}))
    show(lambda: SlackUser.validate(5))
    show(lambda: RequestPermission.validate([1]))
    show(lambda: FieldOption.validate({1: 2}))
    show(lambda: FieldOption.parse_obj(5))
    show(lambda: FieldOption.parse_raw(b"\xff"))
    show(lambda: FieldOption(value=1, label=b"\xff"))
    show(lambda: PromptField(name="n", type="int", required=b"\xff"))


def half_made():
    """What construct() left out is absent: its text says so."""
    show(lambda: SlackUser.construct(timeout=1))
    show(lambda: str(SlackUser.construct(timeout=1)))
    show(lambda: str(SlackUserGroup.construct(users=["U1"])))
    show(lambda: str(SlackUserGroup.construct(users=5)))
