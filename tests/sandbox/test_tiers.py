"""The tier is found out by doing: on this machine, and on machines that refuse one thing or another."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder import batch
from autograder.errors import SandboxUnavailable
from autograder.sandbox import client, tiers
from autograder.sandbox.confine import Tier
from autograder.sandbox.tiers import TierReport

REPOSITORY = Path(__file__).resolve().parents[2]
ELSEWHERE = Path(__file__).with_name("elsewhere.py")
PROBE = (
    "import json; from autograder.sandbox import tiers; print(json.dumps({r.tier: r.reason for r in tiers.probe()}))"
)
USER = 54321
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become someone else")


def probe_elsewhere(home: Path, *options: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(elsewhere(home, *options, command=[sys.executable, "-c", PROBE]))
    return found


def elsewhere(home: Path, *options: str, command: list[str]) -> str:
    command = [sys.executable, str(ELSEWHERE), "--home", str(home), *options, "--", *command]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=environment, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_tier_is_reported_with_a_reason_or_none() -> None:
    reports = tiers.probe()
    assert [report.tier for report in reports] == [Tier.ROOT, Tier.NAMESPACES, Tier.LANDLOCK]
    assert all(report.available != bool(report.reason) for report in reports)
    if os.geteuid() != 0:
        assert reports[0].reason == "needs root"


def test_probing_twice_is_probing_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = tiers.probe()
    monkeypatch.setattr(tiers, "_holes", lambda *_: pytest.fail("probed again"))
    assert tiers.probe() == first


@as_root
def test_an_ordinary_user_gets_namespaces_or_landlock(home: Path) -> None:
    reasons = probe_elsewhere(home, "--user", str(USER))
    assert reasons["root"] == "needs root"
    assert reasons["landlock"] == ""


@as_root
@pytest.mark.parametrize("user", [(), ("--user", str(USER))], ids=["root", "user"])
def test_where_namespaces_are_refused_landlock_is_left(home: Path, user: tuple[str, ...]) -> None:
    reasons = probe_elsewhere(home, *user, "--deny", "unshare")
    assert "unshare" in reasons["namespaces"]
    assert reasons["root"] == "needs root" if user else "unshare" in reasons["root"]
    assert reasons["landlock"] == ""


@as_root
def test_root_in_a_container_gives_each_worker_a_uid_where_python_lies_within_reach(home: Path, attacks: str) -> None:
    script = (
        "import sys; from autograder.sandbox import client, confine, protocol as p\n"
        "with client.Zygote(confine.Tier.LANDLOCK, serve=sys.argv[1], warm=False) as zygote:\n"
        "    call = p.Call(nonce=1, function=p.Named('identity'), args=(), kwargs={}, seconds=9)\n"
        "    print([zygote.spawn().request(call, 9).value.value for _ in range(2)])\n"
    )
    done = elsewhere(home, "--user", "0", "--deny", "unshare", command=[sys.executable, "-c", script, attacks])
    first, second = ast.literal_eval(done)
    assert first != second
    assert "(0, 0, 0)" not in first + second


@as_root
def test_a_namespace_that_may_not_mount_is_noticed(home: Path) -> None:
    reasons = probe_elsewhere(home, "--user", str(USER), "--deny", "mount")
    assert "mount" in reasons["namespaces"]
    assert reasons["landlock"] == ""


@as_root
def test_without_landlock_there_is_no_wall(home: Path) -> None:
    reasons = probe_elsewhere(home, "--deny", "landlock_create_ruleset")
    assert all("landlock" in reason for reason in reasons.values())


def test_a_wall_with_a_hole_is_no_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    """The probe inside no wall at all finds every hole."""
    monkeypatch.setattr(tiers, "_WALLS", (Tier.NONE,))
    (report,) = tiers._probe.__wrapped__()
    assert not report.available
    for hole in (
        "a file of the grader could be read",
        "a process could be started",
        "a network socket could be opened",
    ):
        assert hole in report.reason


LEAKS = {
    "landlock.restrict": "the root folder could be listed",
    "seccomp.restrict": "a process could be started",
    "namespaces.furnish": "",  # it may not even get as far as to be asked
    "limits.apply": "its memory is not limited",
}


@pytest.mark.parametrize("part", LEAKS)
def test_a_wall_with_a_part_missing_is_not_used(part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The canary: whatever is missing, what could then be done is found out before a submission finds it."""
    module, name = part.split(".")
    leaky = tmp_path / "leaky.py"  # the zygote runs this, and its workers are born without that part of the wall
    leaky.write_text(
        f"from autograder.sandbox.confine import {module}\n{module}.{name} = lambda *_, **__: None\n"
        "from autograder.sandbox.probe import serve\n"
    )

    class Leaky(client.Zygote):
        def __init__(self, tier: Tier, *, serve: str, warm: bool) -> None:
            assert serve == "autograder.sandbox.probe:serve"
            super().__init__(tier, serve=f"{leaky}:serve", warm=warm)

    whole = {report.tier for report in tiers.probe() if report.available}
    monkeypatch.setattr(client, "Zygote", Leaky)
    found = {report.tier: report for report in tiers._probe.__wrapped__()}
    for tier in whole - ({Tier.LANDLOCK} if module == "namespaces" else set()):
        assert not found[tier].available
        assert LEAKS[part] in found[tier].reason
    monkeypatch.setattr(tiers, "probe", lambda: list(found.values()))
    if module != "namespaces":
        with pytest.raises(SandboxUnavailable):
            batch.choose_tier(None, without_wall=False)


# ------------------------------------------------------------------ choosing


def pretend(monkeypatch: pytest.MonkeyPatch, *available: Tier) -> None:
    reports = [
        TierReport(tier=tier, available=tier in available, reason="" if tier in available else f"no {tier} here")
        for tier in (Tier.ROOT, Tier.NAMESPACES, Tier.LANDLOCK)
    ]
    monkeypatch.setattr(tiers, "probe", lambda: reports)


def test_the_best_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, Tier.NAMESPACES, Tier.LANDLOCK)
    assert tiers.best_tier() is Tier.NAMESPACES
    assert tiers.best_tier(Tier.LANDLOCK) is Tier.NAMESPACES
    assert tiers.best_tier(Tier.NONE) is Tier.NAMESPACES
    pretend(monkeypatch, *Tier)
    assert tiers.best_tier() is Tier.ROOT


def test_less_than_required_is_refused_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, Tier.LANDLOCK)
    with pytest.raises(SandboxUnavailable, match=r"as strong as 'namespaces'.*no namespaces here.*--require-tier"):
        tiers.best_tier(Tier.NAMESPACES)


def test_no_wall_at_all_is_refused_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch)
    with pytest.raises(SandboxUnavailable, match=r"no landlock here.*--sandbox none"):
        tiers.best_tier()
    assert tiers.best_tier(Tier.NONE) is Tier.NONE


def test_elsewhere_than_on_linux_nothing_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert {report.reason for report in tiers._probe.__wrapped__()} == {"needs Linux"}
