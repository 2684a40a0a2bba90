#!/usr/bin/env bash
# Runs the tests that need Node and a browser. Where one of them is not to be had it runs the rest
# and its last lines say what was left out; on a build server (CI is set) that is a failure.
set -euo pipefail
cd "$(dirname "$0")/.."

left_out() {
	printf '\nLeft out: %s\nTo run them: %s\n' "$1" "$2"
	[ -z "${CI:-}" ]
	exit
}

# find NAME... says where the first of these programs is.
find() {
	local name
	for name in "$@"; do
		command -v "$name" && return
	done
	return 1
}

find_chromium() {
	find chromium chromium-browser google-chrome google-chrome-stable \
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
}

find_firefox() {
	find firefox-esr firefox /Applications/Firefox.app/Contents/MacOS/firefox
}

install_debian() {
	[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
	echo "Installing $1"
	apt-get -qq update && apt-get -qq install -y --no-install-recommends "$@" >/dev/null
}

if ! node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null; then
	left_out "the extension's tests and those in a browser" 'install Node 20 or newer (nodejs.org).'
fi
make --no-print-directory node_modules/.installed
npm run --silent test
if ! find_chromium >/dev/null && ! install_debian chromium fonts-dejavu-core; then
	left_out 'the tests in a real browser' 'install Chromium or Chrome.'
fi
find_firefox >/dev/null || install_debian firefox-esr || true
make --no-print-directory e2e
if ! find_firefox >/dev/null; then
	left_out 'the tests in Firefox' 'install Firefox.'
fi
