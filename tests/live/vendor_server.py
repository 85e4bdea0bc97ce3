"""A loopback server that speaks the documented forms of three vendors' APIs, two items a page.

The paths begin with /okta, /pagerduty or /slack. The first request of a path in `limited` is answered 429;
`broken`, if it is set, is the body of every answer.
"""
import http.server
import json
import threading
import urllib.parse

TOKENS = {"okta": "SSWS okta-token-1234", "pagerduty": "Token token=pagerduty-token-1234", "slack": "Bearer xoxb-slack-1234"}
NAMES = ["ana", "bo", "cy"]


def mail(name):
    return name + "@harborlight.example"


OKTA_USERS = [{"id": "00u" + n, "status": "ACTIVE", "profile": {"login": mail(n), "email": mail(n), "department": "Harbour"}} for n in NAMES]
OKTA_GROUPS = [{"id": "00g" + n, "type": t, "profile": {"name": n}}
               for n, t in [("admins", "OKTA_GROUP"), ("all", "BUILT_IN"), ("ships", "OKTA_GROUP"), ("app", "APP_GROUP"), ("empty", "OKTA_GROUP")]]
OKTA_MEMBERS = {"00gadmins": NAMES, "00gall": NAMES, "00gships": ["bo"], "00gapp": [], "00gempty": []}
PD_USERS = [{"id": "P" + n.upper(), "type": "user", "name": n, "email": mail(n)} for n in NAMES]
PD_POLICIES = [{"id": "PPAY", "name": "payments"}, {"id": "PPAY2", "name": "payments legacy"}, {"id": "POTHER", "name": "other"}]
PD_SCHEDULES = [{"id": "SDAY", "name": "days"}, {"id": "SNIGHT", "name": "nights"}]
PD_ONCALLS = [("PPAY", "SDAY", "PANA"), ("PPAY", "SNIGHT", "PBO"), ("PPAY", "SDAY", "PANA"), ("POTHER", None, "PCY")]
PD_INCIDENTS = [{"id": "I1", "status": "triggered", "urgency": "high", "by": "PANA"}, {"id": "I2", "status": "acknowledged", "urgency": "high", "by": "PBO"},
                {"id": "I3", "status": "triggered", "urgency": "high", "by": "PANA"}, {"id": "I4", "status": "resolved", "urgency": "low", "by": "PBO"}]
SLACK_USERS = [{"id": "U" + n.upper(), "name": n, "deleted": n == "cy", "is_bot": False, "real_name": n.title() + " Reyes",
                "profile": {"email": mail(n), "real_name": n.title() + " Reyes"}} for n in NAMES]
SLACK_USERS.append({"id": "UBOT", "name": "harbourbot", "deleted": False, "is_bot": True, "real_name": "Harbour Bot", "profile": {}})
SLACK_CHANNELS = [{"id": "C" + n.upper(), "name": n} for n in ("general", "quiet", "approvers")]
SLACK_MEMBERS = {"CGENERAL": ["UANA"], "CQUIET": [], "CAPPROVERS": ["UANA", "UBO", "UBOT"]}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, body, headers=()):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        self.serve({})

    def do_POST(self):
        self.serve(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def serve(self, body):
        url = urllib.parse.urlsplit(self.path)
        vendor, path = url.path[1:].split("/", 1)
        query = urllib.parse.parse_qs(url.query)
        server = self.server
        with server.lock:
            server.seen.append((self.command, url.path, query, body))
            limited = server.limited.pop(url.path, None)
        if server.broken is not None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(server.broken)))
            self.end_headers()
            return self.wfile.write(server.broken)
        if limited:
            error = {"okta": {"errorCode": "E0000047", "errorSummary": "API call exceeded rate limit due to too many requests."},
                     "pagerduty": {"error": {"code": 2020, "message": "Rate Limit Exceeded"}}, "slack": {"ok": False, "error": "ratelimited"}}
            return self.answer(429, error[vendor], [limited])
        getattr(self, vendor)(path, query, body, self.headers.get("Authorization") == TOKENS[vendor])

    # --- Okta ---

    def okta_error(self, status, code, text):
        self.answer(status, {"errorCode": code, "errorSummary": text, "errorLink": code, "errorId": "oae1", "errorCauses": []})

    def okta_list(self, items, query):
        start = int(query.get("after", ["0"])[0])
        base = f"https://elsewhere.example{urllib.parse.urlsplit(self.path).path}"
        links = [("Link", f'<{base}?limit=2>; rel="self"')]
        if start + 2 < len(items):
            links.append(("Link", f'<{base}?after={start + 2}&limit=2>; rel="next"'))
        self.answer(200, items[start:start + 2], links)

    def okta(self, path, query, body, good):
        if not good:
            return self.okta_error(401, "E0000011", f"Invalid token provided: {self.headers['Authorization']}")
        parts = path.split("/")[2:]
        missing = lambda: self.okta_error(404, "E0000007", f"Not found: Resource not found: {parts[-1]}")
        if parts[0] == "users":
            user = next((u for u in OKTA_USERS if urllib.parse.unquote(parts[1]) in (u["id"], u["profile"]["login"])), None)
            if not user:
                return missing()
            if len(parts) == 2:
                return self.answer(200, user)
            return self.okta_list([g for g in OKTA_GROUPS if user["id"][3:] in OKTA_MEMBERS[g["id"]]], query)
        if len(parts) == 1:
            start = query.get("q", [""])[0].lower()
            return self.okta_list([g for g in OKTA_GROUPS if g["profile"]["name"].startswith(start)], query)
        group = next((g for g in OKTA_GROUPS if g["id"] == parts[1]), None)
        if not group:
            return missing()
        if len(parts) == 2:
            return self.answer(200, group)
        self.okta_list([u for u in OKTA_USERS if u["id"][3:] in OKTA_MEMBERS[group["id"]]], query)

    # --- PagerDuty ---

    def pd_list(self, name, items, query):
        start = int(query.get("offset", ["0"])[0])
        self.answer(200, {name: items[start:start + 2], "limit": 2, "offset": start, "total": None, "more": start + 2 < len(items)})

    def pagerduty(self, path, query, body, good):
        if not good:
            return self.answer(401, {"error": {"message": "Unauthorized", "code": 2006}})
        if self.headers.get("Accept") != "application/vnd.pagerduty+json;version=2":
            return self.answer(400, {"error": {"message": "Bad version", "code": 1}})
        text = query.get("query", [""])[0]
        given = lambda name, value: name + "[]" not in query or value in query[name + "[]"]
        if path == "users":
            return self.pd_list(path, [u for u in PD_USERS if text in u["email"]], query)
        if path in ("escalation_policies", "schedules"):
            return self.pd_list(path, [p for p in (PD_POLICIES if path[0] == "e" else PD_SCHEDULES) if text in p["name"]], query)
        if path == "oncalls":
            full = query.get("include[]") == ["users"]
            found = [{"user": next(u for u in PD_USERS if u["id"] == who) if full else {"id": who, "type": "user_reference"},
                      "schedule": schedule and {"id": schedule}, "escalation_policy": {"id": policy}}
                     for policy, schedule, who in PD_ONCALLS
                     if given("escalation_policy_ids", policy) and given("schedule_ids", schedule) and given("user_ids", who)]
            return self.pd_list(path, found, query)
        if path == "incidents":
            if "since" not in query:
                return self.answer(400, {"error": {"message": "since is missing", "code": 2001}})
            return self.pd_list(path, [i for i in PD_INCIDENTS if given("statuses", i["status"]) and given("urgencies", i["urgency"])
                                       and given("user_ids", i["by"]) and given("service_ids", "PSVC")], query)
        if path == "schedules/SDAY/users":
            return self.answer(200, {"users": PD_USERS[:2]})
        self.answer(404, {"error": {"message": "Not Found", "code": 2100}})

    # --- Slack ---

    def slack_list(self, name, items, query):
        start = int(query.get("cursor", ["c0"])[0][1:])
        more = start + 2 < len(items)
        self.answer(200, {"ok": True, name: items[start:start + 2], "response_metadata": {"next_cursor": f"c{start + 2}" if more else ""}})

    def slack(self, path, query, body, good):
        one = lambda name: query.get(name, [""])[0]
        wrong = lambda error: self.answer(200, {"ok": False, "error": error})
        if not good:
            return wrong("invalid_auth")
        if path == "users.list":
            return self.slack_list("members", SLACK_USERS, query)
        if path == "users.lookupByEmail":
            user = next((u for u in SLACK_USERS if u["profile"].get("email") == one("email")), None)
            return self.answer(200, {"ok": True, "user": user}) if user else wrong("users_not_found")
        if path == "users.info":
            user = next((u for u in SLACK_USERS if u["id"] == one("user")), None)
            return self.answer(200, {"ok": True, "user": user}) if user else wrong("user_not_found")
        if path == "usergroups.users.list":
            return self.answer(200, {"ok": True, "users": ["UANA"]}) if one("usergroup") == "S1" else wrong("no_such_subteam")
        if path == "conversations.list":
            return self.slack_list("channels", SLACK_CHANNELS, query)
        if path == "conversations.members":
            members = SLACK_MEMBERS.get(one("channel"))
            return wrong("channel_not_found") if members is None else self.slack_list("members", members, query)
        if path == "conversations.open":
            return self.answer(200, {"ok": True, "channel": {"id": "D" + body["users"].replace(",", "")}})
        if path == "chat.postMessage":
            if body["channel"] == "#missing":
                return wrong("channel_not_found")
            return self.answer(200, {"ok": True, "channel": body["channel"], "ts": "1700000000.000100", "message": {"text": body["text"]}})
        wrong("unknown_method")


def start():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.lock, server.seen, server.limited, server.broken = threading.Lock(), [], {}, None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
