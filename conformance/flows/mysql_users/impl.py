"""A temporary database user: the strategy's function answers, the requester is told where to look."""
from sym.sdk.annotations import hook, reducer
from sym.sdk.integrations import aws_lambda, slack
from sym.sdk.templates import ApprovalTemplate, ApprovalTemplateStep, get_step_output


@reducer
def get_approvers(evt):
    return slack.channel("#db-requests", allow_self=evt.payload.fields["target"].label == "Sandbox")


@hook
def on_approve(evt):
    if not has_approve_access(evt):
        return ApprovalTemplate.ignore(message="You are not an authorized approver.")


def has_approve_access(evt):
    return evt.user.email in evt.flow.vars["approvers"].split(",")


@hook
def after_escalate(evt):
    output = get_step_output()
    requester = evt.get_actor("request")
    if output["errors"]:
        slack.send_message(requester, f"Failed: {output['errors'][0]}")
        return
    body = output["body"]
    message = (
        f"User `{body['username']}` was made.\n"
        f"The password is in `{output['body']['secret_name']}`"
    )
    slack.send_message(requester, message)


@hook
def after_deescalate(evt):
    made = get_step_output(ApprovalTemplateStep.ESCALATE)["body"]["username"]
    done = get_step_output(step="deescalate")
    if done["errors"]:
        slack.send_message(slack.channel("#db-errors"), "\n".join(done["errors"]))
    elif aws_lambda.invoke_async(evt.flow.vars["audit_arn"], {"dropped": made, "run": evt.run.srn.identifier}):
        print(f"dropped {made}")
