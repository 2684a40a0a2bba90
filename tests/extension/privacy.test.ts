import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import type {ConfigEnv, UserManifest} from 'wxt';
import config from '../../extension/wxt.config';

const answers = readFileSync(join(import.meta.dirname, '../../extension/PRIVACY.md'), 'utf8');

async function manifestOf(browser: string): Promise<UserManifest> {
	const environment: ConfigEnv = {browser, mode: 'store', command: 'build', manifestVersion: 3};
	return typeof config.manifest === 'function'
		? config.manifest(environment)
		: ((await config.manifest) ?? {});
}

test.each(['chrome', 'firefox'])('%s: every permission has its reason written down', async (browser) => {
	const {permissions = [], host_permissions = [], optional_host_permissions = []} = await manifestOf(browser);
	for (const permission of [...permissions, ...host_permissions, ...optional_host_permissions])
		expect(answers).toMatch(
			new RegExp(`^\\| .*\`${permission.replace(/[*/.]/g, '\\$&')}\`.* \\| .+ \\|$`, 'm'),
		);
});

test('what goes to the stores has an id of the store’s own, and asks for no site at install', async () => {
	const manifest = await manifestOf('chrome');
	expect(manifest.key).toBeUndefined();
	expect(manifest.host_permissions).toEqual(['http://127.0.0.1/*']);
});
