"""The drop-downs of the form: repositories page by page, customers from a table, roles fixed."""
import requests

from sym.sdk.annotations import prefetch, reducer
from sym.sdk.field_option import FieldOption
from sym.sdk.integrations import github, slack


@reducer
def get_approvers(event):
    admins = github.get_repo_collaborators(repo_name=event.payload.fields["repo_name"], roles=["admin"])
    return slack.group(admins)


@prefetch(field_name="repo_name")
def get_repos(event):
    """All repositories, a hundred at a time."""
    token = event.flow.environment.integrations["github"].settings["api_token_secret"].retrieve_value()
    headers = {"Authorization": f"Bearer {token}"}
    options = []
    page = 1
    while True:
        response = requests.get("https://api.github.example/orgs/harborlight/repos", headers=headers, params={"per_page": 2, "page": page})
        repos = response.json()
        if not repos:
            return options
        options.extend([FieldOption(value=repo["id"], label=repo["name"]) for repo in repos])
        page = page + 1


@prefetch(field_name="customer")
def get_customers(event):
    response = requests.get(url=event.flow.vars["customers_url"])
    if response.status_code == 404:
        return []
    return [FieldOption(value={"id": c["id"]}, label=c["name"]) for c in response.json()["results"]]


@prefetch(field_name="role")
def get_roles(event):
    return [{"value": "reader", "label": "Reader"}]


@prefetch("many")
def anything(event, count):
    return [FieldOption(value=n, label=f"Option {n}") for n in range(count)]
