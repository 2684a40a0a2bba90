/** Pages that changed, are half loaded, or fight: a sentence that says what to do, the page unharmed, the draft kept. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest';
import {Candor} from './browser.ts';
import {root} from './places.ts';
import {Server} from './server.ts';

const status = readFileSync(join(root, 'tests/pages/x/status.html'), 'utf8');
const address = 'https://x.com/HollowFarm/status/1003';

let server: Server;
let candor: Candor;
let page: Page;
let html = status;
const thrown: string[] = [];

beforeAll(async () => {
	server = await Server.start();
	candor = await Candor.launch({settings: {serverUrl: server.url, token: server.token()}});
	await candor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await candor.context.route(/^https:\/\/x\.com\//, (route) =>
		route.fulfill({contentType: 'text/html; charset=utf-8', body: html}),
	);
	page = candor.context.pages()[0] ?? (await candor.context.newPage());
	page.on('pageerror', (error) => thrown.push(error.message));
});

beforeEach(() => {
	html = status;
	thrown.length = 0;
});

afterAll(async () => {
	await candor?.close();
	server?.stop();
});

/** Press the button of the last comment, as a person at the keyboard does. */
async function press(): Promise<void> {
	const button = page.locator('candor-button button').last();
	await button.waitFor({state: 'attached'});
	await button.focus();
	await page.keyboard.press('Enter');
}

async function draft(text: string): Promise<Page> {
	const panel = await candor.panel();
	const field = panel.getByLabel('Reply draft');
	await expect.poll(() => field.inputValue(), {timeout: 30_000}).not.toBe('');
	await panel.locator('[aria-label="Draft"][aria-busy="false"]').waitFor();
	await field.fill(text);
	return panel;
}

const said = () => page.locator('candor-button span').last().textContent();

test('a comment whose words are not there yet says so, and is read once they are', async () => {
	await page.goto(address);
	await page.evaluate(() => {
		for (const words of document.querySelectorAll('[data-testid="tweetText"]')) words.replaceChildren();
	});
	await press();
	await expect
		.poll(said)
		.toContain('This comment has no words yet. Try again when it has loaded, or select the words');
	await page.evaluate(() => document.querySelectorAll('[data-testid="tweetText"]')[5]?.append('Nine again.'));
	await press();
	const panel = await draft('Nine it was.');
	await panel.getByLabel('Comment', {exact: true}).getByText('Nine again.').waitFor();
	expect(await said()).toBe('');
});

test('renamed marks: the button tells the person to select the words', async () => {
	html = status.replaceAll('tweetText', 'postText').replaceAll('User-Name', 'Name');
	await page.goto(address);
	await press();
	await expect.poll(said).toBe('This page has changed. Select the words, then press Alt+Shift+S.');
	expect(thrown).toEqual([]);
});

test('no reply box: the panel says what to do, keeps the draft, and offers a report', async () => {
	html = status.replaceAll('data-testid="reply"', 'data-testid="answer"');
	await page.goto(address);
	await press();
	const panel = await draft('Nine is past reason.');
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
	await panel.getByText('x: found no reply button').waitFor();
	await panel.getByRole('button', {name: 'Report this page'}).waitFor();
	expect(await panel.getByLabel('Reply draft').inputValue()).toBe('Nine is past reason.');
});

test('a page that throws at every change and takes the words out again: nothing is lost, nothing is doubled', async () => {
	await page.goto(address);
	await page.evaluate(() => {
		Object.defineProperty(Array.prototype, 'at', {
			get: () => {
				throw new Error('hostile');
			},
		});
		const box = document.createElement('textarea');
		box.id = 'fights';
		document.body.prepend(box);
		box.addEventListener('input', () => {
			box.value = 'mine alone';
			throw new Error('the page threw');
		});
		for (const reply of document.querySelectorAll('[data-testid="reply"]')) reply.remove();
	});
	await press();
	const panel = await draft('Nine is past reason.');
	await page.locator('#fights').click();
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
	await panel.getByText('This editor made something else of the text, which is copied').waitFor();
	expect(await page.locator('#fights').inputValue()).not.toContain('Nine is past reason.');
	expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe('Nine is past reason.');
	expect(await panel.getByLabel('Reply draft').inputValue()).toBe('Nine is past reason.');
});

test('a thread that moved on is said when the panel is looked at, and drafted for anew at a click', async () => {
	html = status.replaceAll('/status/10', '/status/77'); // comments of its own, without drafts from above
	await page.goto(address);
	await press();
	const panel = await draft('Nine is past reason.');
	await page.evaluate(() =>
		document.querySelectorAll('[data-testid="tweetText"]')[5]?.append(' Ten, in fact.'),
	);
	await panel.evaluate(() => window.dispatchEvent(new Event('focus')));
	await panel.getByText('The comment was changed since this draft was asked for.').waitFor();
	expect(await panel.getByLabel('Reply draft').inputValue()).toBe('Nine is past reason.');
	await panel.getByRole('button', {name: 'Draft anew with it'}).click();
	await panel.getByLabel('Comment', {exact: true}).getByText('Ten, in fact.').waitFor();
	await panel.getByText('The comment was changed').waitFor({state: 'detached'});
	await panel.getByRole('button', {name: 'Previous draft'}).waitFor();
	const kept = await candor.worker.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
	expect(kept).toContain('"text":"Nine is past reason."');
});
