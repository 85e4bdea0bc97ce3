"""The Python package against the library that BELLJAR_LIBRARY names."""
import gc
import os
import subprocess
import sys
import threading
import time
import unittest

import belljar

HERE = os.path.dirname(os.path.abspath(__file__))


def program(source, **options):
    return belljar.Engine("python", **options).compile(source, "flow.py")


class EvaluateTest(unittest.TestCase):
    def test_a_decision(self):
        outcome = program("def f(a, b):\n    print('hé')\n    return {'sum': a + b}").evaluate("f", args=[1, 2.5])
        self.assertEqual((outcome.status, outcome.result, outcome.output), ("ok", {"sum": 3.5}, "hé\n"))
        self.assertTrue(outcome.ok)
        self.assertGreater(outcome.usage["steps"], 0)

    def test_an_error_is_an_outcome(self):
        outcome = program("x = 1 / 0").evaluate()
        self.assertEqual(outcome.status, "error")
        self.assertTrue(outcome.error_text.endswith("ZeroDivisionError: division by zero\n"))
        self.assertIsNone(outcome.result)

    def test_a_refused_source_raises_with_all_findings(self):
        with self.assertRaises(belljar.Refused) as caught:
            belljar.Engine().compile("import os\nexec('')", "flow.py")
        self.assertEqual([f["rule"] for f in caught.exception.findings][:2], ["import.module", "call.exec"])
        self.assertIn("flow.py:1:8", str(caught.exception))

    def test_limits(self):
        self.assertEqual(program("while True: pass").evaluate(limits={"steps": 1000}).document["limit"], "steps")
        self.assertEqual(program("while True: pass", limits={"time_ns": 1_000_000}).evaluate().document["limit"], "time")

    def test_misuse_raises(self):
        for make in (lambda: belljar.Engine("cpython"), lambda: belljar.Engine(limits={"steps": 0}),
                     lambda: belljar.Engine(limits={"stones": 1}), lambda: belljar.Engine(allow=["nothing"]),
                     lambda: belljar.Engine(modules=[belljar.Module("json")]),
                     lambda: program("x = 1").evaluate(args=[object()]), lambda: program("x = 1").evaluate("a\0b"),
                     lambda: program("x = 1").evaluate(world={}, host=object()),
                     lambda: program("x = 1").evaluate(world={"now": 5})):
            self.assertRaises(belljar.InvalidCall, make)

    def test_a_world(self):
        outcome = program("import datetime\ndef f():\n    return datetime.datetime.now().year").evaluate(
            "f", world={"now": "2024-02-29T00:00:00Z"})
        self.assertEqual(outcome.result, 2024)

    def test_cancelling_from_another_thread(self):
        canceller = belljar.Canceller()
        timer = threading.Timer(0.05, canceller.cancel)
        timer.start()
        began = time.monotonic()
        outcome = program("while True: pass").evaluate(canceller=canceller)
        timer.join()
        self.assertEqual(outcome.document["limit"], "cancelled")
        self.assertLess(time.monotonic() - began, 5)

    def test_threads_share_a_program(self):
        shared = program("def f(n):\n    return sum(range(n))")
        results = [None] * 8

        def work(i):
            results[i] = [shared.evaluate("f", args=[n]).result for n in range(50)]

        threads = [threading.Thread(target=work, args=(i,)) for i in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(results, [[n * (n - 1) // 2 for n in range(50)]] * 8)


class HostTest(unittest.TestCase):
    SOURCE = "import datetime, bank\ndef f(account):\n    datetime.datetime.now()\n    return [bank.CURRENCY, bank.balance(account)]"

    def bank(self, function):
        return belljar.Module("bank", CURRENCY="EUR", balance=("account: str", function))

    def test_methods_and_modules_answer(self):
        class Host:
            def now(self):
                return 1_700_000_000_000_000

        accounts = {"A": 12}

        def balance(account):
            if account not in accounts:
                raise belljar.ProgramError("LookupError", "no account")
            return accounts[account]

        compiled = program(self.SOURCE, modules=[self.bank(balance)])
        self.assertEqual(compiled.evaluate("f", args=["A"], host=Host()).result, ["EUR", 12])
        self.assertTrue(compiled.evaluate("f", args=["B"], host=Host()).error_text.endswith("LookupError: no account\n"))

    def test_what_the_host_has_not_is_refused(self):
        compiled = program(self.SOURCE, modules=[self.bank(lambda account: 1)])
        outcome = compiled.evaluate("f", args=["A"])
        self.assertEqual((outcome.status, outcome.document["call"]), ("effect", "clock.now"))

    def test_a_failing_function_refuses(self):
        compiled = program("import bank\nbank.balance('A')", modules=[self.bank(lambda account: 1 / 0)])
        self.assertIn("ZeroDivisionError", compiled.evaluate().document["reason"])

    def test_an_engine_may_go_before_its_program(self):
        compiled = program("import bank\nbank.balance('A')", modules=[self.bank(lambda account: 1)])
        gc.collect()
        self.assertTrue(compiled.evaluate().ok)


class SessionTest(unittest.TestCase):
    def test_wishes_are_answered_later_and_elsewhere(self):
        bank = belljar.Module("bank", balance=("account: str", lambda account: None))
        compiled = program("import bank\ndef f():\n    return [bank.balance('A'), bank.balance('B')]", modules=[bank])
        session = compiled.start("f")
        self.assertEqual(session.wish, ("host", "bank.balance", {"account": "A"}))
        self.assertEqual(session.outcome.status, "effect")
        session.answer(1)
        resumed = compiled.resume(session.snapshot())
        self.assertEqual(resumed.wish.arguments, {"account": "B"})
        resumed.answer({"x": [True]})
        self.assertIsNone(resumed.wish)
        self.assertEqual(resumed.outcome.result, [1, {"x": [True]}])
        self.assertRaises(belljar.InvalidCall, resumed.answer, 1)
        session.error("KeyError", "B")
        self.assertIn("KeyError: 'B'", session.outcome.error_text)
        self.assertRaises(belljar.InvalidCall, compiled.resume, "{}")
        refused = compiled.start("f")
        refused.refuse("no")
        self.assertEqual(refused.outcome.document["reason"], "no")


class PackageTest(unittest.TestCase):
    def test_the_example(self):
        folder = os.path.dirname(HERE)
        done = subprocess.run([sys.executable, os.path.join(folder, "example.py")], capture_output=True, text=True)
        self.assertEqual((done.stdout, done.stderr), ("ok {'allow': True, 'rate': 1.5}\n", ""))
        with open(os.path.join(folder, "example.py"), encoding="utf-8") as example:
            with open(os.path.join(folder, "README.md"), encoding="utf-8") as readme:
                self.assertIn("```python\n" + example.read() + "```", readme.read())

    def test_the_version(self):
        self.assertRegex(belljar.version(), r"^\d+\.\d+\.\d+$")


if __name__ == "__main__":
    unittest.main()
