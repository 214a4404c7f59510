# Sees to it that there is a Chromium for the tests of the explorer.
command -v chromium >/dev/null || bash "$(dirname "$0")/apt.sh" chromium
