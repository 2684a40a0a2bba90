/** Where things are, and which browser and which server the tests run. */
import {existsSync} from 'node:fs';
import {join} from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const extensionFolder = join(root, 'extension/.output/chrome-mv3');
export const contentScriptFile = join(extensionFolder, 'content-scripts/content.js');
/** What the tests leave behind: the editors' bundle, screenshots. Ignored by git. */
export const artifacts = join(root, 'tests/.artifacts');
export const editorsFolder = join(artifacts, 'editors');

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const folders = (process.env.PATH ?? '').split(':');
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The Chromium or Chrome of this machine; CANDOR_BROWSER names another. */
export function findBrowser(): string {
	const candidates = [
		process.env.CANDOR_BROWSER,
		...browsers.flatMap((name) => folders.map((folder) => join(folder, name))),
		macChrome,
	];
	const found = candidates.find((path) => path && existsSync(path));
	if (!found) throw new Error('Found no Chromium or Chrome. Install one, or set CANDOR_BROWSER to its path.');
	return found;
}

/** The command that is the server's; CANDOR_SERVER names another. */
export const candorCommand = process.env.CANDOR_SERVER ?? join(root, '.venv/bin/candor');
