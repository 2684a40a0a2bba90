/** LinkedIn's two generations with the editors that they really run, nested as they nest them: the reply is exact, nothing is sent. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {savedPages} from '../extension/saved-pages.ts';
import {Candor} from './browser.ts';
import {pagesFolder} from './places.ts';
import {Server} from './server.ts';

const text = 'Nine is past reason 🥬\n\nWhich day is *your* box, <b>Ann</b>?';

let server: Server;
let candor: Candor;

beforeAll(async () => {
	server = await Server.start();
	candor = await Candor.launch({settings: {serverUrl: server.url, token: server.token()}});
	const script = readFileSync(join(pagesFolder, 'linkedin.js'), 'utf8').replaceAll('</script', '<\\/script');
	await candor.context.route(/^https:\/\/www\.linkedin\.com\/feed\//, (route) => {
		const saved = savedPages.find(
			({site, expected}) => site === 'linkedin' && expected.url === route.request().url(),
		);
		const body = saved?.html.replace(
			/<script>[\s\S]*<\/script>/,
			() => `<script type="module">${script}</script>`,
		);
		return route.fulfill({contentType: 'text/html; charset=utf-8', body: body ?? ''});
	});
});

afterAll(async () => {
	await candor?.close();
	server?.stop();
});

test.each([
	{
		name: 'classic',
		url: 'https://www.linkedin.com/feed/update/urn:li:activity:7000/',
		editor: '.reply-place .ql-editor',
	},
	{name: 'current', url: 'https://www.linkedin.com/feed/', editor: '._box .ProseMirror'},
])('$name: the draft follows the name that the site put in', async ({url, editor}) => {
	const page = await candor.open(url);
	const button = page.getByRole('button', {name: "Suggest a reply to Ann Ray's comment"});
	await button.last().focus(); // Ann's answer inside of the thread
	await page.keyboard.press('Enter');
	const panel = await candor.panel();
	await panel.getByLabel('Comment', {exact: true}).getByText('June it is.').waitFor();
	// Both pages show the same comment, so the second finds the first one's draft.
	await expect.poll(() => panel.getByLabel('Reply draft').inputValue()).not.toBe('');
	await panel.getByLabel('Reply draft').fill(text);
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
	await panel.getByText('Inserted. Read it once more').waitFor();
	expect(await page.evaluate(() => globalThis.boxText())).toBe(`Ann Ray ${text}`);
	await panel.getByRole('button', {name: 'Undo insert'}).click();
	await panel.getByText('Taken back').waitFor();
	expect(await page.evaluate(() => globalThis.boxText())).toBe('Ann Ray ');
	await page.locator(editor).press('End');
	await page.keyboard.type('My own words');
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
	await panel.getByText('The reply box holds your words').waitFor();
	await panel.getByRole('button', {name: 'Add below'}).click();
	await panel.getByText('Inserted. Read it once more').waitFor();
	expect(await page.evaluate(() => globalThis.boxText())).toBe(`Ann Ray My own words\n\n${text}`);
	expect(await page.evaluate(() => globalThis.sent)).toEqual([]);
	await panel.getByRole('button', {name: 'Another comment'}).click();
});
