#!/usr/bin/env bash
# Sees to the PostgreSQL that the store is tested on. Where it is not to be had the tests on it are
# left out and pytest's last lines say so; on a build server (CI is set) that is a failure.
set -euo pipefail

has_postgresql() {
	compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ||
		compgen -G '/usr/pgsql-*/bin/initdb' >/dev/null || command -v initdb >/dev/null
}

if ! has_postgresql && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	echo 'Installing PostgreSQL'
	apt-get -qq update && apt-get -qq install -y --no-install-recommends postgresql >/dev/null || true
fi
