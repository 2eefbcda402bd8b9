"""Flips bits in a release, archives a hundred days, archives as another user elsewhere: what must be found is found.

    python3 Benchmarks/archive.py JIANBAO THEME [part …] [--flips 1000] [--days 100] [--kills 50]

Parts: flips days same kills; all by default. It needs sha256sum and the Python module bagit, works in a folder of its own
below the temporary folder, and prints one line a part; it ends with 1 when anything was not as it must be.
"""

import argparse
import logging
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("program")
parser.add_argument("theme")
parser.add_argument("parts", nargs="*")
parser.add_argument("--flips", type=int, default=1000)
parser.add_argument("--days", type=int, default=100)
parser.add_argument("--kills", type=int, default=50)
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()
program, theme = os.path.abspath(options.program), os.path.abspath(options.theme)
top = pathlib.Path(tempfile.mkdtemp(prefix="jianbao-archive-"))
top.chmod(0o755)
failures = []
dice = random.Random(options.seed)


def fail(text):
    failures.append(text)
    print("FAILED", text, flush=True)


def run(*arguments, folder=top, check=True, **more):
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, **more)
    if check and done.returncode != 0:
        fail(f"{' '.join(arguments)}: {done.returncode}\n{done.stdout[-400:]}{done.stderr[-400:]}")
    return done


def site(name):
    folder = top / name
    folder.mkdir()
    run("new", "site", ".", folder=folder)
    return folder


def snapshot(folder, *more, **settings):
    return run("snapshot", "--theme", theme, "-q", *more, folder=folder, **settings)


def passes(program, manifest, folder):
    done = subprocess.run([program, "-c", "--strict", "--quiet", manifest], cwd=folder, capture_output=True)
    return done.returncode == 0


def flips():
    """One bit of any file of the archive: a release's payload, its tag files, the chain."""
    import bagit
    logging.disable(logging.CRITICAL)
    folder = site("flips")
    snapshot(folder)
    archive = folder / "archive"
    release = archive / "2020-02-14"
    files = [f for f in archive.rglob("*") if f.is_file() and ".jianbao" not in f.parts]
    sizes = [f.stat().st_size for f in files]
    unseen = {"verify": 0, "sha256sum": 0, "bagit.py": 0}
    in_bag = 0
    for _ in range(options.flips):
        file = dice.choices(files, sizes)[0]
        place, bit = dice.randrange(file.stat().st_size), dice.randrange(8)
        whole = file.read_bytes()
        file.chmod(0o644)
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1:])
        where = f"{file.relative_to(archive)} byte {place} bit {bit}"
        if run("verify", "-q", folder=folder, check=False).returncode != 1:
            unseen["verify"] += 1
            fail("verify did not find " + where)
        if all(passes("sha256sum", m, d) for m, d in [
                ("manifest-sha256.txt", release), ("tagmanifest-sha256.txt", release), ("chain.sha256", archive)]):
            unseen["sha256sum"] += 1
            # A digit in capitals is the same digit to sha256sum, and nothing stands above the chain.
            if file.name != "chain.sha256":
                fail("sha256sum did not find " + where)
        if file.is_relative_to(release):
            in_bag += 1
            try:
                bagit.Bag(str(release)).validate()
                unseen["bagit.py"] += 1
                # Nothing lists the tag manifests themselves in a bag: a digit in capitals there is the chain's to find.
                if not file.name.startswith("tagmanifest"):
                    fail("bagit.py did not find " + where)
            except Exception:
                pass
        file.write_bytes(whole)
        file.chmod(0o444)
    run("verify", "-q", folder=folder)
    print(f"flips: {options.flips} bits in {len(files)} files, {in_bag} of them in the bag; not found by verify "
          f"{unseen['verify']}, sha256sum {unseen['sha256sum']}, bagit.py {unseen['bagit.py']}", flush=True)


def days():
    """Consecutive days of a small content, each with its own new rows."""
    folder = top / "days"
    generate = pathlib.Path(__file__).resolve().parent / "generate.py"
    subprocess.run([sys.executable, generate, folder, "--communities", "20", "--days", str(options.days)], check=True)
    later = folder / "later"
    later.mkdir()
    data = sorted((folder / "content/data/screening").iterdir())
    for file in data:
        file.rename(later / file.name)
    archive = folder / "archive"
    growth = []
    seconds = []
    for file in data:
        (later / file.name).rename(folder / "content/data/screening" / file.name)
        before = disk(archive)
        start = time.monotonic()
        snapshot(folder, "--as-of", file.stem)
        seconds.append(time.monotonic() - start)
        growth.append(disk(archive) - before)
        if failures:
            return
    start = time.monotonic()
    done = run("verify", folder=folder)
    verified = time.monotonic() - start
    if f"{options.days}" not in done.stdout.splitlines()[-2]:
        fail("the chain is not whole: " + done.stdout[-300:])
    names = [file.stem for file in data]
    pairs = [dice.sample(names, 2) for _ in range(20)] + [[names[0], names[-1]]]
    times = []
    for old, new in pairs:
        start = time.monotonic()
        if run("diff", min(old, new), max(old, new), folder=folder, check=False).returncode != 1:
            fail(f"diff {old} {new}")
        times.append(time.monotonic() - start)
    logical = sum(f.stat().st_size for f in archive.rglob("*") if f.is_file())
    middle = sorted(growth)[len(growth) // 2]
    print(f"days: {options.days} releases, {disk(archive) >> 10} KiB on the disk for {logical >> 10} KiB; a day adds "
          f"{middle >> 10} KiB (median), the last one {growth[-1] >> 10} KiB; snapshot {seconds[0]:.1f} s the first and "
          f"{seconds[-1]:.1f} s the last; verify {verified:.1f} s; diff of any two {sorted(times)[len(times) // 2]:.2f} s "
          f"(median), {max(times):.2f} s (longest)", flush=True)


def disk(folder):
    """Bytes that files take, each once however many names it has."""
    if not folder.exists():
        return 0
    seen = {}
    for file in folder.rglob("*"):
        info = file.lstat()
        seen[info.st_ino] = info.st_blocks * 512
    return sum(seen.values())


def same():
    """Two users, two time zones, two dates of the files, two languages."""
    one, other = site("same-one"), site("same-other")
    for number, file in enumerate(other.rglob("*")):
        os.utime(file, (10**9 + number, 10**9 + number))
    snapshot(one, "--tar", "../one.tar.gz", "--zip", "../one.zip", env={**os.environ, "TZ": "Asia/Shanghai"})
    settings = {"env": {"PATH": os.environ["PATH"], "TZ": "America/St_Johns", "LANG": "en_US.UTF-8", "HOME": "/"}}
    if os.geteuid() == 0:
        # Another user, with another mask; the checkout may be hidden from it.
        away = top / "program"
        away.mkdir()
        shutil.copy(program, away / "jianbao")
        shutil.copytree(theme, away / "theme" / "jianbao")
        for file in [top, other, *other.rglob("*")]:
            os.chown(file, 65534, 65534)
        settings |= {"user": 65534, "group": 65534, "umask": 0o077}
    snapshot(other, "--tar", "../other.tar.gz", "--zip", "../other.zip", **settings)
    trees = [{str(f.relative_to(s)): f.read_bytes() for f in (s / "archive").rglob("*") if f.is_file()} for s in (one, other)]
    if trees[0] != trees[1]:
        fail("the archives differ")
    for end in ("tar.gz", "zip"):
        if (top / f"one.{end}").read_bytes() != (top / f"other.{end}").read_bytes():
            fail(f"the {end} files differ")
    print(f"same: {len(trees[0])} files, tar.gz and zip the same bytes for two users, time zones, dates and languages", flush=True)


def kills():
    """A snapshot is killed at a random moment; the next one succeeds, and all releases are whole."""
    folder = site("kills")
    start = time.monotonic()
    snapshot(folder)
    whole = time.monotonic() - start
    killed = 0
    for number in range(options.kills):
        (folder / "content/pages/about.md").write_text(f"---\ntitle: 关于\n---\n\n第{number}稿。\n")
        process = subprocess.Popen(
            [program, "snapshot", "--theme", theme, "-q"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(dice.uniform(0, whole * 1.1))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += 1
        done = run("verify", "-q", folder=folder, check=False)
        if done.returncode != 0:
            fail(f"kill {number}: {done.stderr[-300:]}")
        snapshot(folder)
        if failures:
            return
    done = run("verify", folder=folder)
    count = len([n for n in os.listdir(folder / "archive") if n.startswith("2020")])
    if count != options.kills + 1:
        fail(f"{count} releases of {options.kills + 1}")
    print(f"kills: {killed} of {options.kills} snapshots killed; {count} releases whole, none twice, none missing", flush=True)


for part in options.parts or ["flips", "days", "same", "kills"]:
    {"flips": flips, "days": days, "same": same, "kills": kills}[part]()
shutil.rmtree(top, ignore_errors=True)
sys.exit(1 if failures else 0)
