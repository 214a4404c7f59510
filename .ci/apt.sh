# apt.sh <package>: installs a package of Debian, quietly.
if [ "$(id -u)" -ne 0 ]; then
  echo "Debian's package '$1' is missing. Install it, or run this as root."
  exit 1
fi
log=$(mktemp)
apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$1" >"$log" 2>&1
ended=$?
[ "$ended" -eq 0 ] || cat "$log"
rm -f "$log"
exit "$ended"
