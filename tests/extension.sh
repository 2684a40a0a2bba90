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

find_browser() {
	local name
	for name in chromium chromium-browser google-chrome google-chrome-stable; do
		command -v "$name" && return
	done
	name='/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
	[ -x "$name" ] && echo "$name"
}

install_browser() {
	[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
	echo 'Installing Chromium'
	apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium fonts-dejavu-core >/dev/null
}

if ! node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null; then
	left_out "the extension's tests and those in a browser" 'install Node 20 or newer (nodejs.org).'
fi
make --no-print-directory node_modules/.installed
npm run --silent test
if ! find_browser >/dev/null && ! install_browser; then
	left_out 'the tests in a real browser' 'install Chromium or Chrome.'
fi
make --no-print-directory e2e
