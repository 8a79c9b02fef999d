# shellcheck shell=bash
# What the scripts share: where the checkout is, how they speak, how they refuse.

set -euo pipefail
shopt -s inherit_errexit

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"

say() { printf '== %s\n' "$*"; }

# refuse SENTENCE…: why it ends here, one line each, and out.
refuse() {
  printf '\nStopped: %s\n' "$1" >&2
  shift
  if (($#)); then printf '         %s\n' "$@" >&2; fi
  exit 1
}

[[ -w $top ]] || refuse "This folder cannot be written to, and the build goes into it: $top"

# has COMMAND
has() { command -v "$1" >/dev/null 2>&1; }

# usage STATUS: prints the comment at the head of the calling script, for --help.
usage() {
  sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"
  exit "$1"
}

# on_virtual_display COMMAND…: the same display everywhere, and no window on anybody's desk.
# Without -noreset the server starts over when its last window closes, and refuses whoever knocks meanwhile.
on_virtual_display() {
  xvfb-run --auto-servernum --server-args='-screen 0 1280x800x24 -noreset' "$@"
}
