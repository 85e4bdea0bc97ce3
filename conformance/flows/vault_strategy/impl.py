"""Access to a vault through its own API: a custom strategy that is asked twice and answers the same."""
import requests

from sym.sdk.exceptions import AccessStrategyError
from sym.sdk.strategies import AccessStrategy
from sym.sdk.templates import get_step_output
from sym.sdk.utils import persist_user_identity


class VaultError(AccessStrategyError):
    pass


class VaultStrategy(AccessStrategy):
    tries = 2

    def fetch_remote_identity(self, user):
        for service in ["vault", "slack"]:
            identity = user.identity(service)
            if identity:
                return f"{service}:{identity.user_id}"

    def call(self, method, path, **options):
        token = self.integration.settings["secrets"][0].retrieve_value()
        for attempt in range(self.tries):
            response = requests.request(method, f"https://{self.integration.external_id}/{path}", auth=("sym", token), timeout=5, **options)
            if response.status_code != 503:
                break
            print(f"{path}: busy ({attempt + 1})")
        if response.status_code not in (200, 201, 204, 404):
            raise VaultError("API_FAILED", f"{method} {path}: {response.status_code}")
        return response

    def escalate(self, target_id, event):
        name = self.get_requester_identity(event)
        safe = event.payload.fields["target"].settings["safe"]
        lease = self.call("PUT", f"safes/{safe}/members/{name}", json={"seconds": event.payload.fields["duration"]}).json()
        return {"lease": lease["id"], "safe": safe, "again": lease.get("existed", False), "for": [name, target_id]}

    def deescalate(self, target_id, event):
        output = get_step_output("escalate")
        if not output:
            return {"errors": ["never escalated"]}
        response = self.call("DELETE", f"leases/{output['lease']}")
        if response.status_code == 404:
            return {"gone": {output["safe"]}}
