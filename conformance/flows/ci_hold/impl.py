"""Holds of a build pipeline: approved requests let the job run, denied ones cancel the workflow."""
import requests

from sym.sdk.annotations import hook, reducer
from sym.sdk.integrations import slack
from sym.sdk.templates import ApprovalTemplate

API = "https://ci.harborlight.example/api/v2"


@reducer
def get_approvers(event):
    return slack.channel(event.flow.vars["deploy_channel"])


def token_header(event):
    integration = event.flow.environment.integrations["ci"]
    token = integration.settings["secrets"][0].retrieve_value()
    if not token:
        raise RuntimeError("The CI token is empty")
    return {"Ci-Token": token}


def find_hold(session, workflow):
    response = session.get(f"{API}/workflow/{workflow}/job")
    body = response.json()
    if not response.ok:
        message = body.get("message", "")
        raise RuntimeError(f"Jobs of {workflow}: {message}")
    for job in body.get("items", []):
        if job["type"] == "approval" and job["status"] in ["on_hold", "blocked"]:
            return job
    raise RuntimeError(f"Nothing is on hold in {workflow}")


def workflow_of(event):
    workflow = event.payload.fields.get("workflow")
    if not workflow:
        raise ValueError("Missing workflow")
    return workflow


@hook
def on_request(event):
    changes = event.get_context("request").get("diff.txt", "")
    if not "terraform" in changes:
        return ApprovalTemplate.approve(reason="No infrastructure changes")


@hook
def on_approve(event):
    workflow = workflow_of(event)
    with requests.Session() as session:
        session.headers.update(token_header(event))
        job = find_hold(session, workflow)
        response = session.post(f"{API}/workflow/{workflow}/approve/{job['id']}")
        if not response.ok:
            raise RuntimeError(f"{response.status_code} {response.reason}")


@hook
def after_deny(event):
    with requests.Session() as session:
        session.headers.update(token_header(event))
        response = session.post(f"{API}/workflow/{workflow_of(event)}/cancel", json={"by": event.user.username})
        print(f"cancelled: {response.ok}")
