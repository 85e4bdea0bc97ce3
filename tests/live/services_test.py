#!/usr/bin/env python3
"""Flows whose calls of Okta, PagerDuty and Slack are answered from the network, against vendor_server.py.

    services_test.py --belljar PATH

Every flow runs through `belljar record`: no token may be in its output or in its transcript, and the transcript must replay
with the server's answers alone.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import vendor_server

BELLJAR = None
TOKENS = {"okta": "okta-token-1234", "pagerduty": "pagerduty-token-1234", "slack": "xoxb-slack-1234"}
WRONG = "wrong-token-1234"
ANA, BO = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
SRN = "harborlight:{}:latest:33333333-3333-4333-8333-333333333333"
EVENT = {
    "event": {"srn": SRN.format("event:approval-request"), "name": "request", "template": "sym:template:approval:1.0.0",
              "payload": {"srn": SRN.format("payload:request"), "timestamp": "2024-01-30T17:05:41", "user": ANA,
                          "fields": {"bo": {"$type": "User", "id": BO}}},
              "flow": {"srn": SRN.format("flow:access").replace("latest", "1.0.0"),
                       "vars": {}, "environment": {"srn": "harborlight:environment:prod:latest", "integrations": {}}},
              "run": {"srn": SRN.format("run:access").replace("latest", "1.0.0"), "actors": {"request": ANA}}},
    # Bo's accounts are stored; Ana's are found by her address.
    "users": {ANA: {"id": ANA, "email": "ana@harborlight.example"},
              BO: {"id": BO, "email": "bo@harborlight.example",
                   "identities": {"slack": [{"service_id": "T1", "user_id": "UBO"}], "pagerduty": [{"service_id": "p", "user_id": "PBO"}]}}}}
FLOW = """
from sym.sdk.integrations import okta, pagerduty, slack
from sym.sdk.exceptions import SymException

def handler(event):
    ana, bo = event.user, event.payload.fields["bo"]
    try:
        return {}
    except SymException as e:
        return [e.error_code, e.message]
"""
NAMES = "[u.username[:3] for u in {}]"
IDS = "[g['id'] for g in {}]"

# expression, value
CALLS = [
    ("okta.get_user_info(ana)['profile']['department']", "Harbour"),
    ("okta.is_user_in_group(ana, group_id='00gadmins')", True),
    ("okta.is_user_in_group(ana, group_id='00gships')", False),
    ("okta.is_user_in_group(ana, group_id='00gnone')", ["Okta:GROUP_NOT_FOUND", "No Okta group has the id 00gnone."]),
    ("okta.is_user_in_group(ana, group_id='..')", ["Okta:INVALID_ARGUMENT", "Okta: that is no id"]),
    ("okta.is_user_in_group(ana, group_id='00gadmins/../00gnone?x')",
     ["Okta:GROUP_NOT_FOUND", "No Okta group has the id 00gadmins/../00gnone?x."]),
    (NAMES.format("okta.users_in_group(group_id='00gadmins')"), ["ana", "bo@", "cy@"]),  # two pages
    ("[u == ana for u in okta.users_in_group(group_id='00gadmins')]", [True, False, False]),
    ("[str(u.id) in (str(ana.id), str(bo.id)) for u in okta.users_in_group(group_id='00gadmins')]", [True, True, False]),
    ("okta.users_in_group(group_id='00gadmins') == okta.users_in_group(group_id='00gall')", True),
    ("okta.users_in_group(group_id='00gempty')", []),
    ("okta.users_in_group(group_id='00gnone')", ["Okta:GROUP_NOT_FOUND", "No Okta group has the id 00gnone."]),
    (IDS.format("okta.list_groups()"), ["00gadmins", "00gships", "00gempty"]),
    (IDS.format("okta.list_groups(only_native_groups=False)"), ["00gadmins", "00gall", "00gships", "00gapp", "00gempty"]),
    (IDS.format("okta.list_groups(name_filter='SH')"), ["00gships"]),
    ("pagerduty.is_on_call(ana)", True),
    ("pagerduty.is_on_call(ana, escalation_policy_name='payments')", True),
    ("pagerduty.is_on_call(bo, schedule_name='days')", False),
    ("pagerduty.is_on_call(bo, schedule_id='SNIGHT')", True),
    ("pagerduty.is_on_call(ana, escalation_policy_id='POTHER')", False),
    ("pagerduty.is_on_call(ana, escalation_policy_name='pay')",
     ["PagerDuty:ESCALATION_POLICY_NOT_FOUND", "No PagerDuty escalation policy is called pay."]),
    ("pagerduty.is_on_call(ana, schedule_name='noon')", ["PagerDuty:SCHEDULE_NOT_FOUND", "No PagerDuty schedule is called noon."]),
    (NAMES.format("pagerduty.users_on_call()"), ["ana", "bo@", "cy@"]),
    (NAMES.format("pagerduty.users_on_call(escalation_policy_name='payments')"), ["ana", "bo@"]),
    (NAMES.format("pagerduty.users_for_schedule(schedule_name='days')"), ["ana", "bo@"]),
    (NAMES.format("pagerduty.users_for_schedule(schedule_id='SNONE')"), ["PagerDuty:SCHEDULE_NOT_FOUND", "No PagerDuty schedule has the id SNONE."]),
    ("pagerduty.users_for_schedule()", ["SymSDK:MISSING_ARGUMENT", "Required argument 'schedule_id' for method 'users_for_schedule' not provided. "
     "Please check your implementation file to ensure that all required arguments are passed."]),
    (IDS.format("pagerduty.get_incidents()"), ["I1", "I2", "I3"]),
    (IDS.format("pagerduty.get_incidents(assignees=[ana])"), ["I1", "I3"]),
    (IDS.format("pagerduty.get_incidents(statuses=[pagerduty.PagerDutyStatus.RESOLVED], urgencies=['low'])"), ["I4"]),
    ("pagerduty.get_incidents(assignees=[])", []),
    ("pagerduty.get_incidents(assignees=[ana], statuses=['resolved'])", ["PagerDuty:INVALID_ARGUMENT", "Resolved incidents have no assignees."]),
    ("pagerduty.has_incident(assignees=[bo], service_ids=['PSVC'])", True),
    ("pagerduty.has_incident(service_ids=['PNONE'])", False),
    ("slack.user('ana@harborlight.example').user_id", "UANA"),
    ("slack.user(bo).user_id", "UBO"),
    ("slack.user('@Bo Reyes').user_id", "UBO"),
    ("slack.user('@Cy Reyes').user_id", ["Slack:USER_NOT_FOUND", "No Slack user is known as @Cy Reyes."]),
    ("slack.user('no@harborlight.example').user_id", ["Slack:USER_NOT_FOUND", "No Slack user is known as no@harborlight.example."]),
    ("slack.mention(ana)", "<@UANA>"),
    ("slack.get_user_info(ana)['real_name']", "Ana Reyes"),
    (IDS.format("slack.list_users()"), ["UANA", "UBO", "UBOT"]),
    (IDS.format("slack.list_users(active_only=False)"), ["UANA", "UBO", "UCY", "UBOT"]),
    ("slack.is_user_in_group(ana, group_id='S1')", True),
    ("slack.is_user_in_group(bo, group_id='S1')", False),
    ("slack.is_user_in_group(ana, group_id='S2')", ["Slack:GROUP_NOT_FOUND", "No Slack user group has the id S2."]),
    ("[[u.username, u.email] for u in slack.users_in_channel('#approvers')]",
     [["ana@harborlight.example"] * 2, ["bo@harborlight.example"] * 2, ["harbourbot", None]]),
    ("slack.users_in_channel(slack.channel('CQUIET'))", []),
    ("slack.users_in_channel('#none')", ["Slack:CHANNEL_NOT_FOUND", "No Slack channel is called #none."]),
    ("slack.users_in_channel('C0')", ["Slack:CHANNEL_NOT_FOUND", "No Slack channel has the id C0."]),
    ("slack.send_message(slack.channel('#missing'), 'x')", ["Slack:CHANNEL_NOT_FOUND", "No Slack channel is known as #missing."]),
]

# A call each, to be answered with what no API documents: an SDK error, or whatever can be made of it.
BROKEN = ["okta.is_user_in_group(ana, group_id='g')", "okta.users_in_group(group_id='g')", "okta.list_groups()",
          "pagerduty.is_on_call(ana, schedule_name='days')", "pagerduty.users_on_call()", "pagerduty.users_for_schedule(schedule_id='S')",
          "pagerduty.get_incidents()", "slack.user('a@b.example').user_id", "slack.user('@A').user_id", "slack.get_user_info(bo)", "slack.list_users()",
          "slack.is_user_in_group(bo, group_id='S1')", "slack.users_in_channel('#a')", "slack.users_in_channel('C1')", "slack.send_message(ana, 'x')"]

# destination, the channel that chat.postMessage names
DESTINATIONS = [("slack.channel('#general')", "#general"), ("slack.channel('C1')", "C1"), ("ana", "DUANA"), ("slack.user(bo)", "DUBO"),
                ("slack.group([ana, bo])", "DUANAUBO")]

BAD_CONFIGS = [
    ("[services.jira]\ntoken_env = 'BELLJAR_SLACK'\n", "there is no 'services.jira'"),
    ("[services.slack]\ntoken = 'x'\n", "there is no 'token'"),
    ("[services.slack]\n", "token_file or token_env is missing"),
    ("[services.slack]\ntoken_env = 'HOME'\n", "does not begin with BELLJAR_"),
    ("[services.slack]\ntoken_env = 'BELLJAR_NONE'\n", "there is no variable 'BELLJAR_NONE'"),
    ("[services.slack]\ntoken_file = 'none.token'\n", "token_file: "),
    ("[services.slack]\ntoken_env = 'BELLJAR_SLACK'\ntoken_file = 'x'\n", "both"),
    ("[services.slack]\ntoken_env = 'BELLJAR_SLACK'\nbase_url = 'ftp://a.example'\n", "base_url is no URL"),
    ("[services.slack]\ntoken_env = 'BELLJAR_SLACK'\nbase_url = 'https://a.example/'\n", "a slash at its end"),
    ("[services.slack]\ntoken_env = 'BELLJAR_SLACK'\nbase_url = 'https://*.example'\n", "base_url"),
    ("[services.okta]\ntoken_env = 'BELLJAR_SLACK'\n", "okta: base_url is no URL"),
]


class Live(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.server = vendor_server.start()

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()
        self.folder.cleanup()

    def file(self, name, text):
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def belljar(self, *arguments, code=0, slack=TOKENS["slack"]):
        done = subprocess.run([BELLJAR, *arguments], capture_output=True, text=True, timeout=60, env={**os.environ, "BELLJAR_SLACK": slack})
        self.assertEqual(done.returncode, code, (arguments, done.stdout, done.stderr))
        for secret in [*TOKENS.values(), WRONG]:
            self.assertNotIn(secret, done.stdout + done.stderr)
        return done

    def decide(self, expression, tokens=TOKENS, code=0, options=(), replay=True):
        config = ""
        for vendor, token in tokens.items():
            source = 'token_env = "BELLJAR_SLACK"' if vendor == "slack" else f'token_file = "{vendor}.token"'
            self.file(vendor + ".token", token + "\n")  # its path begins beside the configuration
            config += f'[services.{vendor}]\nbase_url = "http://127.0.0.1:{self.server.server_port}/{vendor}"\n{source}\n'
        self.server.seen.clear()
        transcript = os.path.join(self.folder.name, "transcript.json")
        done = self.belljar("record", self.file("flow.py", FLOW.format(expression)), "--handler", "handler", "--event",
                            self.file("event.json", json.dumps(EVENT)), "--live", self.file("live.toml", config), "--transcript", transcript,
                            *options, code=code, slack=tokens.get("slack", ""))
        with open(transcript, encoding="utf-8") as file:
            text = file.read()
        for secret in [*TOKENS.values(), WRONG, "Authorization"]:
            self.assertNotIn(secret, text)
        if code:
            return done.stderr
        if replay:
            self.belljar("replay", transcript)
        return json.loads(done.stdout)

    def test_calls(self):
        for expression, value in CALLS:
            with self.subTest(expression):
                self.assertEqual(self.decide(expression), value)

    def test_pages(self):
        self.decide("len(okta.users_in_group(group_id='00gadmins'))")
        self.assertEqual([query.get("after") for _, _, query, _ in self.server.seen], [None, ["2"]])
        self.decide("len(pagerduty.users_on_call())")
        self.assertEqual([query.get("offset") for _, _, query, _ in self.server.seen], [["0"], ["2"]])
        self.decide("len(slack.list_users())")
        self.assertEqual([query.get("cursor") for _, _, query, _ in self.server.seen], [None, ["c2"]])

    def test_messages(self):
        for destination, channel in DESTINATIONS:
            with self.subTest(destination):
                self.assertIsNone(self.decide(f"slack.send_message({destination}, 'h\\u00e9llo \"you\"')"))
                posted = [body for _, path, _, body in self.server.seen if path == "/slack/chat.postMessage"]
                self.assertEqual(posted, [{"channel": channel, "text": 'h\u00e9llo "you"'}])

    def test_rate_limits(self):
        for expression, path, header in [("len(okta.users_in_group(group_id='00gadmins'))", "/okta/api/v1/groups/00gadmins/users",
                                          ("X-Rate-Limit-Reset", str(int(time.time()) + 1))),
                                         ("len(pagerduty.users_on_call())", "/pagerduty/oncalls", ("ratelimit-reset", "1")),
                                         ("len(slack.list_users())", "/slack/users.list", ("Retry-After", "1"))]:
            with self.subTest(expression):
                self.server.limited[path] = header
                began = time.monotonic()
                self.assertEqual(self.decide(expression), 3)
                self.assertLess(time.monotonic() - began, 8)
                self.assertEqual(len(self.server.seen), 3)  # the refused one, and two pages

    def test_rate_limit_bounds(self):
        self.server.limited["/slack/users.list"] = ("Retry-After", "3600")
        self.assertEqual(self.decide("slack.list_users()"), ["Slack:RATE_LIMITED", "Slack asks to wait 3600 seconds: too many requests"])
        # The evaluation's own limit ends a wait, too.
        self.server.limited["/slack/users.list"] = ("Retry-After", "20")
        began = time.monotonic()
        self.decide("slack.list_users()", code=3, options=("--timeout", "0.5"))
        self.assertLess(time.monotonic() - began, 8)

    def test_wrong_tokens(self):
        wrong = dict.fromkeys(TOKENS, WRONG)
        # Okta's answer here repeats the token: it is replaced.
        self.assertEqual(self.decide("okta.list_groups()", wrong), ["Okta:AUTH_FAILED", "Okta: Invalid token provided: SSWS [token] (E0000011)"])
        self.assertEqual(self.decide("pagerduty.users_on_call()", wrong), ["PagerDuty:AUTH_FAILED", "PagerDuty: Unauthorized (2006)"])
        self.assertEqual(self.decide("slack.list_users()", wrong), ["Slack:AUTH_FAILED", "Slack: invalid_auth"])

    def test_broken_answers(self):
        for body in [b"", b"\xff", b"null", b"[]", b"{}", b"[1, null, {}]", b"[" * 100000, b'{"ok": true}', b'{"id": 1, "profile": []}',
                     b'{"ok": true, "more": true, "user": 1, "channel": [], "users": [1, null], "members": [1, {"id": 2}], "oncalls": [], '
                     b'"channels": {}, "incidents": 3, "schedules": [[]], "response_metadata": {"next_cursor": "c"}}']:
            self.server.broken = body
            for expression in BROKEN:
                with self.subTest(expression, body=body[:20]):
                    self.decide("repr(" + expression + ")", replay=False)

    def test_refused(self):
        self.assertIn("effect refused: slack.list_users", self.decide("slack.list_users()", {"okta": TOKENS["okta"]}, code=4))
        self.assertIn("effect refused: slack.send_thread_message", self.decide("slack.send_thread_message('x')", code=4))
        self.assertEqual(self.server.seen, [])
        self.server.server_close()
        self.assertEqual(self.decide("slack.list_users()")[0], "Slack:UNREACHABLE")

    def test_configurations(self):
        self.file("x", "some-token-1234")
        flow = self.file("flow.py", "x = 1\n")
        for text, problem in BAD_CONFIGS:
            with self.subTest(text):
                done = self.belljar("run", flow, "--live", self.file("live.toml", text), code=64)
                self.assertIn(problem, done.stderr)
                self.assertEqual(done.stderr.count("\n"), 1)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--belljar", required=True)
    arguments, rest = parser.parse_known_args()
    BELLJAR = arguments.belljar
    unittest.main(argv=[sys.argv[0], *rest])
