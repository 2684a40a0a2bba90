/** The person's leave, site by site: none at install, one click when first used, gone at once when taken back. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {Candor} from './browser.ts';
import {extensionFolder} from './places.ts';
import {Server} from './server.ts';

let server: Server;
let candor: Candor;
let page: Page;
let panel: Page;

beforeAll(async () => {
	server = await Server.start();
	candor = await Candor.launch({settings: {serverUrl: server.url, token: server.token()}, sites: []});
});

afterAll(async () => {
	await candor?.close();
	server?.stop();
});

const scripts = () =>
	candor.worker.evaluate(async () =>
		(await chrome.scripting.getRegisteredContentScripts()).flatMap(({matches}) => matches),
	);

test('at install no site is allowed, and no script is on any page', async () => {
	const manifest = JSON.parse(readFileSync(join(extensionFolder, 'manifest.json'), 'utf8'));
	expect(manifest.host_permissions).toEqual(['http://127.0.0.1/*']);
	expect(manifest.content_scripts ?? []).toEqual([]);
	expect(await candor.leave()).toEqual(['http://127.0.0.1/*']);
	expect(await scripts()).toEqual([]);
});

test('the first time on a site the panel asks; one click puts the buttons there without a reload', async () => {
	page = await candor.open('https://x.com/HollowFarm/status/1003');
	await candor.pressToolbarButton(page);
	panel = await candor.panel();
	await panel.getByText('Put the button beside comments on x.com?').waitFor();
	expect(await page.locator('candor-button').count()).toBe(0);
	await panel.getByRole('button', {name: 'Put it there'}).click();
	await page.locator('candor-button').first().waitFor({state: 'attached'});
	await panel.getByText('Put the button beside comments on x.com?').waitFor({state: 'detached'});
	expect(await candor.leave()).toContain('https://x.com/*');
	expect(await scripts()).toEqual(['https://x.com/*']);
});

test('another page of the site has them by itself', async () => {
	await page.goto('https://x.com/HollowFarm/status/1001');
	await page.locator('candor-button').first().waitFor({state: 'attached'});
});

test('“Report this page” copies what matches there, and not a word of the page', async () => {
	await candor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await panel.getByRole('button', {name: 'Report this page'}).click();
	await panel.getByText('Copied, without a word of the page.').waitFor();
	const [first, ...rows] = (await panel.evaluate(() => navigator.clipboard.readText())).split('\n');
	expect(first).toMatch(/^Candor [\d.]+ · Chrome \d+ · x · x\.com$/);
	expect(rows.find((row) => / text /.test(row))).toMatch(/^ +[1-9]\d* {2}text +\[data-testid="tweetText"\]/);
	expect(rows.join()).not.toMatch(/HollowFarm|status\/1001/);
});

test('taken back in the panel, they go at once, and so does the leave', async () => {
	await panel.getByRole('button', {name: 'Take it away'}).click();
	await expect.poll(() => page.locator('candor-button').count()).toBe(0);
	await expect.poll(() => candor.leave()).toEqual(['http://127.0.0.1/*']);
	expect(await scripts()).toEqual([]);
});

test('the leave taken back in the browser itself takes them away as well', async () => {
	await candor.allow(['https://x.com/*']);
	await page.locator('candor-button').first().waitFor({state: 'attached'});
	await candor.worker.evaluate(() => chrome.permissions.remove({origins: ['https://x.com/*']}));
	await expect.poll(() => page.locator('candor-button').count()).toBe(0);
	expect(await scripts()).toEqual([]);
});

test('“Not now” is heard: the panel asks no more on that site', async () => {
	await page.goto('https://www.youtube.com/watch?v=box1');
	await candor.pressToolbarButton(page);
	await panel.getByText('Put the button beside comments on www.youtube.com?').waitFor();
	await panel.getByRole('button', {name: 'Not now'}).click();
	await panel.getByText('Put the button beside comments on www.youtube.com?').waitFor({state: 'detached'});
	await page.reload();
	await candor.pressToolbarButton(page);
	await panel.getByText('Many comments on www.youtube.com?').waitFor();
	expect(await panel.getByText('Put the button beside').count()).toBe(0);
});
