# What jianbao publish does on a server, in the POSIX shell there. It holds the lock for as long as it runs, and ends
# when the other side closes the connection, or is no more. Requests come as lines, words parted by blanks:
#
#   ledger | list              what stands here; ledger also clears away leftovers
#   contents PLACE             a line of sha256sum for each file below a place; zeros for what is no plain file
#   manifest ID                the files of a release
#   prepare PLACE              makes the folder that a transfer goes to
#   settle ID                  makes a partial release whole, its record and manifest lie in .incoming
#   lasting PATTERN            what never changes under its name
#   carry FROM ID              links what never changes under its name from one release into another
#   remove PLACE               removes the files that .incoming/remove lists
#   activate ID | deactivate   switches
#   note JSON                  appends a line to switches.jsonl
#   discard ID…                removes whole releases, and all partial ones
#
# Each answer ends with a line "= STATUS". Names in requests are made by jianbao and hold letters, digits, "-", "." and
# "/" only; the folder is the first argument, the owner's line the second, "list" as a third takes no lock.
set -u
umask 022
root=$1 owner=$2 mode=${3:-} lasting='^$'
for program in flock rsync sha256sum mv ln find xargs; do
  command -v "$program" >/dev/null 2>&1 || { echo "! missing $program"; exit 3; }
done
if [ "$mode" != list ]; then
  mkdir -p -- "$root/releases" && cd -- "$root" || { echo "! folder"; exit 4; }
  exec 9>>releases/.lock || { echo "! folder"; exit 4; }
  if ! flock -n 9; then
    echo "! locked $(head -c 200 releases/.lock)"
    exit 5
  fi
  printf '%s' "$owner" >releases/.lock
  # Something to send now and then shows that the connection has gone: it goes out of the way of answers.
  (exec 9>&-; while sleep 30 2>/dev/null; do echo . >&2 || exit; kill -0 $$ || exit; done) </dev/null >/dev/null &
  beat=$!
  trap 'kill $beat 2>/dev/null' EXIT
  trap 'exit 1' HUP INT TERM
else
  cd -- "$root" || { echo "! folder"; exit 4; }
fi
echo "= 0"

place() {
  case $1 in
  current) echo current/ ;;
  *) echo "releases/$1" ;;
  esac
}

# A web server tells two files of one name apart by size and second. No file of the release that is live is younger
# than its record.
wait_for_another_second() {
  record=$(readlink current 2>/dev/null).json
  [ ! -f "$record" ] || [ "$(stat -c %Y -- "$record")" != "$(date +%s)" ] || sleep 1
}

clear_away() {
  rm -rf -- releases/.gone-* releases/.incoming .current.new
}

ledger() {
  if [ -L current ]; then
    printf 'live %s\n' "$(readlink current)"
  elif [ -e current ]; then
    echo foreign
  fi
  for name in releases/*; do
    case $name in
    *.json) printf 'record ' && head -n 1 -- "$name" ;;
    *.manifest | *.partial | *.jsonl) ;;
    *) [ -d "$name" ] && printf 'stored %s\n' "${name#releases/}" ;;
    esac
  done
  [ ! -f releases/switches.jsonl ] || sed -e '/./!d' -e 's/^/switch /' releases/switches.jsonl
}

contents() {
  at=$(place "$1")
  [ -d "$at" ] || return 0
  (
    cd -- "$at" || exit
    find . -type f -print0 | xargs -0 -r sha256sum --
    find . ! -type d ! -type f -print | sed -e 's/^/0000000000000000000000000000000000000000000000000000000000000000  /'
  )
}

settle() {
  mv -f -- "releases/.incoming/$1.manifest" "releases/.incoming/$1.json" releases/ &&
    { [ -d "releases/$1" ] || mv -T -- "releases/$1.partial" "releases/$1"; } &&
    sync
}

carry() {
  from=releases/$1 into=releases/$2
  [ -f "$from.manifest" ] || return 0
  # The addresses of a manifest, behind the digest and the size.
  sed -e 's/^[0-9a-f]*  [0-9]*  //' "$from.manifest" | grep -E "$lasting" >releases/.lasting
  while IFS= read -r address; do [ ! -f "$from/$address" ] || printf '%s\n' "$address"; done \
    <releases/.lasting >releases/.carry
  rsync -rp --ignore-existing --checksum --link-dest="$PWD/$from" --files-from=releases/.carry \
    -- "$from/" "$into/" </dev/null
  status=$?
  rm -f releases/.lasting releases/.carry
  return $status
}

remove_files() {
  at=$(place "$1")
  while IFS= read -r address; do rm -f -- "$at/$address" || return 1; done <releases/.incoming/remove
}

activate() {
  rm -f .current.new && ln -s "releases/$1" .current.new && mv -fT .current.new current && sync
}

discard() {
  for release in "$@"; do
    # A release that is half removed must not look like a whole one.
    mv -T -- "releases/$release" "releases/.gone-$release" &&
      rm -rf -- "releases/.gone-$release" "releases/$release.manifest" || return 1
  done
  rm -rf -- releases/*.partial
}

while IFS= read -r line; do
  verb=${line%% *} rest=${line#* }
  [ "$verb" != "$line" ] || rest=
  case $verb in
  list) ledger ;;
  ledger) clear_away; ledger ;;
  contents) contents "$rest" ;;
  manifest) [ ! -f "releases/$rest.manifest" ] || cat -- "releases/$rest.manifest" ;;
  prepare) mkdir -p -- "$(place "$rest")" releases/.incoming && wait_for_another_second ;;
  lasting) lasting=$rest ;;
  settle) settle "$rest" ;;
  carry) carry "${rest% *}" "${rest#* }" ;;
  remove) remove_files "$rest" ;;
  activate) activate "$rest" ;;
  deactivate) rm -f current && sync ;;
  note)
    # A line cut off by a full disk would swallow the next.
    [ -z "$(tail -c 1 releases/switches.jsonl 2>/dev/null)" ] || echo >>releases/switches.jsonl
    printf '%s\n' "$rest" >>releases/switches.jsonl
    ;;
  # Names without blanks.
  discard) discard $rest ;;
  *) echo "! $verb"; false ;;
  esac
  echo "= $?"
done
