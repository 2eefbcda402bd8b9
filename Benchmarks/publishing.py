"""Publishes under load, kills what writes, fills the disk, drops the connection: the live site and the archive stay whole.

    python3 Benchmarks/publishing.py JIANBAO THEME [part …] [--switches 100] [--kills 200]

Parts: load kills disk readonly ssh; all by default. It needs nginx, sshd, rsync and ssh on the PATH, works in a folder of
its own below the temporary folder, and prints one line a part; it ends with 1 when anything was not whole. `disk` and
`readonly` mount small file systems, and are passed over where that is not allowed.
"""

import argparse
import hashlib
import http.client
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

parser = argparse.ArgumentParser()
parser.add_argument("program")
parser.add_argument("theme")
parser.add_argument("parts", nargs="*")
parser.add_argument("--switches", type=int, default=100)
parser.add_argument("--kills", type=int, default=200)
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()
program, theme = os.path.abspath(options.program), os.path.abspath(options.theme)
top = pathlib.Path(tempfile.mkdtemp(prefix="jianbao-publishing-"))
top.chmod(0o755)  # the web server reads as somebody else
failures = []
dice = random.Random(options.seed)


def run(*arguments, folder=top, check=True, **more):
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, **more)
    if check and done.returncode != 0:
        fail(f"{' '.join(arguments)}: {done.returncode}\n{done.stdout[-400:]}{done.stderr[-400:]}")
    return done


def fail(text):
    failures.append(text)
    print("FAILED", text, flush=True)


def site(name):
    folder = top / name
    folder.mkdir()
    run("new", "site", ".", folder=folder)
    return folder


def edit(folder, number):
    (folder / "content/pages/about.md").write_text(f"---\ntitle: 关于\n---\n\n第{number}稿。\n")


def tree(folder):
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and ".jianbao" not in file.parts
    }


def publish(folder, target, *more, **how):
    return run("publish", str(target), "--theme", theme, "--quiet", *more, folder=folder, **how)


def load():
    folder = site("load")
    target = folder / "www"
    publish(folder, target)
    known = {}  # by path: the digests it may have
    lock = threading.Lock()

    def learn():
        current = (target / "current").resolve()
        with lock:
            for path, digest in tree(current).items():
                known.setdefault("/" + path, set()).add(digest)

    learn()
    configuration = folder / "nginx.conf"
    configuration.write_text(f"""
worker_processes 2; pid {folder}/nginx.pid; error_log {folder}/error.log; daemon off;
events {{ worker_connections 256; }}
http {{ include /etc/nginx/mime.types; access_log off;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{ listen 127.0.0.1:18080; root {target}/current; gzip_static on; disable_symlinks off; }} }}
""")
    server = subprocess.Popen(["nginx", "-c", str(configuration)], stderr=subprocess.DEVNULL)
    time.sleep(1)
    stop = threading.Event()
    counts = {"responses": 0, "bad": 0}
    pending = []

    def read():
        link = http.client.HTTPConnection("127.0.0.1", 18080, timeout=10)
        while not stop.is_set():
            for path in ["/index.html", "/pages/about.html", "/bulletins/2020-02-14.html", "/data/figures.csv"]:
                try:
                    link.request("GET", path)
                    answer = link.getresponse()
                    body = answer.read()
                except (OSError, http.client.HTTPException) as error:
                    with lock:
                        counts["bad"] += 1
                        pending.append((path, str(error)))
                    link.close()
                    continue
                with lock:
                    counts["responses"] += 1
                    if answer.status != 200:
                        counts["bad"] += 1
                        pending.append((path, answer.status))
                    else:
                        pending.append((path, hashlib.sha256(body).hexdigest()))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    begun = time.monotonic()
    for number in range(options.switches // 2):
        edit(folder, number)
        publish(folder, target)
        learn()
        rollback(folder, target)
    took = time.monotonic() - begun
    stop.set()
    for reader in readers:
        reader.join()
    server.send_signal(signal.SIGQUIT)
    server.wait()
    mixed = [entry for entry in pending if isinstance(entry[1], str) and entry[1] not in known.get(entry[0], ())]
    if counts["bad"] or mixed:
        fail(f"load: {counts['bad']} failed, {len(mixed)} of no release, first {(mixed or pending)[:1]}")
    versions = len(known["/pages/about.html"])
    print(f"load: {options.switches} switches between {versions} versions in {took:.1f} s, {counts['responses']} responses, "
          f"{counts['bad']} failed, {len(mixed)} of no release", flush=True)


def rollback(folder, target):
    return run("rollback", "--target", str(target), "--theme", theme, "--quiet", folder=folder)


def kill_at_random(arguments, folder, longest):
    process = subprocess.Popen([program, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True)
    time.sleep(dice.random() * longest)
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def duration(arguments, folder):
    begun = time.monotonic()
    run(*arguments, folder=folder)
    return time.monotonic() - begun


def kills():
    folder = site("kills")
    target = folder / "www"
    release = ["publish", str(target), "--theme", theme, "--quiet"]
    longest = duration(release, folder) * 1.1
    whole = {}

    def check(number):
        current = target / "current"
        if not current.is_dir():
            return fail(f"kills: no live site after kill {number}")
        seen = tree(current.resolve())
        name = current.resolve().name
        if whole.setdefault(name, seen) != seen:
            fail(f"kills: {name} changed after kill {number}")

    check(0)
    for number in range(options.kills // 3):
        edit(folder, number)
        kill_at_random(release, folder, longest)
        check(number)
        publish(folder, target)
        check(number)
    archive = ["snapshot", "--theme", theme, "--quiet"]
    longest = duration(archive, folder) * 1.1
    for number in range(options.kills // 3):
        edit(folder, 1000 + number)
        kill_at_random(archive, folder, longest)
        done = run("verify", "archive", "--quiet", folder=folder, check=False)
        if done.returncode != 0 and number > 0 and (folder / "archive/chain.sha256").exists():
            fail(f"kills: archive after kill {number}: {done.stdout[-300:]}{done.stderr[-300:]}")
        if number % 5 == 4:
            run(*archive, folder=folder)
            run("verify", "archive", "--quiet", folder=folder)
    build = ["build", "--theme", theme, "--quiet", "--archive", "none"]
    longest = duration(build, folder) * 1.1
    for number in range(options.kills // 3):
        edit(folder, 2000 + number)
        kill_at_random(build, folder, longest)
        run(*build, folder=folder)
        shutil.rmtree(folder / "fresh", ignore_errors=True)
        run(*build, "--output", "fresh", folder=folder)
        if tree(folder / "public") != tree(folder / "fresh"):
            fail(f"kills: build {number} is not what a fresh one is")
    print(f"kills: {options.kills // 3} each of publish, snapshot and build", flush=True)


def mounted(kind, extra):
    place = top / kind
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", extra, "tmpfs", str(place)], capture_output=True)
    return place if done.returncode == 0 else None


def disk():
    place = mounted("disk", "size=6m")
    if place is None:
        return print("disk: passed over, nothing can be mounted here")
    try:
        folder = site("for-disk")
        publish(folder, place / "www")
        before = tree((place / "www/current").resolve())
        filler = place / "filler"
        descriptor = os.open(filler, os.O_WRONLY | os.O_CREAT)
        try:
            while True:
                os.write(descriptor, b"x" * 4096)
        except OSError:
            os.close(descriptor)
        edit(folder, 1)
        done = publish(folder, place / "www", check=False)
        if done.returncode == 0 or tree((place / "www/current").resolve()) != before:
            fail("disk: a full disk changed the live site")
        said = (done.stderr + done.stdout).strip().splitlines()[-1:]
        done = run("snapshot", "--theme", theme, "--archive", str(place / "archive"), folder=folder, check=False)
        if done.returncode == 0:
            fail("disk: a snapshot on a full disk")
        filler.unlink()
        publish(folder, place / "www")
        run("snapshot", "--theme", theme, "--archive", str(place / "archive"), folder=folder)
        run("verify", str(place / "archive"), folder=folder)
        print(f"disk: refused with {said}, and both succeed when there is room", flush=True)
    finally:
        subprocess.run(["umount", "-l", str(place)])


def readonly():
    place = mounted("readonly", "size=20m")
    if place is None:
        return print("readonly: passed over, nothing can be mounted here")
    try:
        folder = site("for-readonly")
        publish(folder, place / "www")
        before = tree((place / "www/current").resolve())
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        edit(folder, 1)
        codes = [
            publish(folder, place / "www", check=False).returncode,
            run("snapshot", "--theme", theme, "--archive", str(place / "archive"), folder=folder, check=False).returncode,
            run("build", "--theme", theme, "--output", str(place / "public"), folder=folder, check=False).returncode,
        ]
        if 0 in codes or tree((place / "www/current").resolve()) != before:
            fail(f"readonly: {codes}")
        subprocess.run(["mount", "-o", "remount,rw", str(place)], check=True)
        publish(folder, place / "www")
        print(f"readonly: refused with {codes}, and it succeeds when it may be written", flush=True)
    finally:
        subprocess.run(["umount", "-l", str(place)])


def ssh():
    folder = site("ssh")
    (folder / "content/static").mkdir()
    for number in range(30):
        (folder / f"content/static/{number}.bin.txt").write_bytes(dice.randbytes(1 << 19))
    keys = folder / "keys"
    keys.mkdir(mode=0o700)
    for name in ["host", "user"]:
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(keys / name)], check=True)
    shutil.copy(keys / "user.pub", keys / "authorized")
    (keys / "sshd_config").write_text(f"""Port 18022
ListenAddress 127.0.0.1
HostKey {keys}/host
PidFile {keys}/pid
AuthorizedKeysFile {keys}/authorized
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
""")
    os.makedirs("/run/sshd", exist_ok=True)

    def serve():
        server = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", str(keys / "sshd_config")],
                                  stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(0.7)
        return server

    server = serve()
    remote = folder / "www"
    target = f"ssh://{os.environ.get('USER') or 'root'}@127.0.0.1:18022{remote}"
    shell = f"ssh -i {keys}/user -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"
    release = ["publish", target, "--theme", theme, "--quiet", "--rsh", shell]
    longest = duration(release, folder)
    whole = {}
    dropped = 0
    for number in range(10):
        edit(folder, number)
        for file in range(0, 30, 3):
            (folder / f"content/static/{file}.bin.txt").write_bytes(dice.randbytes(1 << 19))
        before = (remote / "current").resolve()
        whole.setdefault(before.name, tree(before))
        process = subprocess.Popen([program, *release], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.random() * longest)
        subprocess.run(["pkill", "-9", "-f", "rsync --server"])
        subprocess.run(["pkill", "-9", "-P", str(server.pid)])
        dropped += 1 if process.wait() != 0 else 0
        after = (remote / "current").resolve()
        if after.name in whole and tree(after) != whole[after.name]:
            fail(f"ssh: {after.name} changed when the connection dropped")
        run(*release, folder=folder)
        if tree((remote / "current").resolve()) and (remote / "current/pages/about.html").read_text().find(f"第{number}稿") < 0:
            fail(f"ssh: the run after drop {number} did not publish")
    os.killpg(server.pid, signal.SIGTERM)
    print(f"ssh: {dropped} of 10 connections dropped before the end, the live site whole each time", flush=True)


everything = {"load": load, "kills": kills, "disk": disk, "readonly": readonly, "ssh": ssh}
try:
    for part in options.parts or everything:
        everything[part]()
finally:
    shutil.rmtree(top, ignore_errors=True)
sys.exit(1 if failures else 0)
