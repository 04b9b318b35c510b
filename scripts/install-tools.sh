#!/bin/sh
# Brings Debian packages that the tests need, as root: sh scripts/install-tools.sh chromium fonts-noto-cjk
# No service starts by itself: the tests start what they need on ports and folders of their own.
set -eu
export DEBIAN_FRONTEND=noninteractive

# invoke-rc.d asks this file; 101 means "do not start". It is taken away again.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi

apt-get -qq -o Acquire::Retries=3 update
apt-get -qq -y -o Acquire::Retries=3 install --no-install-recommends "$@"
