/** Where things are, and which browser and which server the tests run. */
import {existsSync} from 'node:fs';
import {join} from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const extensionFolder = join(root, 'extension/.output/chrome-mv3');
export const contentScriptFile = join(extensionFolder, 'content-scripts/content.js');
/** What the tests leave behind: the editors' bundle, screenshots. Ignored by git. */
export const firefoxExtensionFolder = join(root, 'extension/.output/firefox-mv3');
/** What the tests leave behind: bundles, screenshots. Ignored by git. */
export const artifacts = join(root, 'tests/.artifacts');
export const pagesFolder = join(artifacts, 'pages');

const folders = (process.env.PATH ?? '').split(':');

const chromiums = [
	...onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const firefoxes = [...onPath('firefox-esr', 'firefox'), '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** The Chromium or Chrome of this machine; CANDOR_BROWSER names another. */
export function findBrowser(): string {
	const found = [process.env.CANDOR_BROWSER, ...chromiums].find((path) => path && existsSync(path));
	if (!found) throw new Error('Found no Chromium or Chrome. Install one, or set CANDOR_BROWSER to its path.');
	return found;
}

/** The Firefox of this machine, if it has one; CANDOR_FIREFOX names another. */
export function findFirefox(): string | undefined {
	return [process.env.CANDOR_FIREFOX, ...firefoxes].find((path) => path && existsSync(path));
}

function onPath(...names: string[]): string[] {
	return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The command that is the server's; CANDOR_SERVER names another. */
export const candorCommand = process.env.CANDOR_SERVER ?? join(root, '.venv/bin/candor');
