/** A page that Candor does not know: the person's call alone lets it in, on this page and for this time. */
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {Candor} from './browser.ts';
import {Server} from './server.ts';

const wiki = `<!doctype html><title>Boxes: the wiki</title><h1>Boxes</h1>
	<div class="x7f3"><span>Bo</span><p id="words">Where do the empty boxes go?</p></div>
	<div class="search"><input aria-label="Search"></div>
	<textarea aria-label="Filter"></textarea><textarea aria-label="Answer"></textarea>`;

let server: Server;
let candor: Candor;
let page: Page;
let panel: Page;

beforeAll(async () => {
	server = await Server.start();
	candor = await Candor.launch({settings: {serverUrl: server.url, token: server.token()}, sites: []});
	await candor.context.route(/^https:\/\/(intranet|elsewhere)\.example\//, (route) =>
		route.fulfill({contentType: 'text/html; charset=utf-8', body: wiki}),
	);
	page = await candor.open('https://intranet.example/boxes');
});

afterAll(async () => {
	await candor?.close();
	server?.stop();
});

test('words are selected, Candor is called, a draft is inserted: without leave on the site', async () => {
	await page.locator('#words').selectText();
	await candor.pressToolbarButton(page);
	panel = await candor.panel();
	await panel.getByRole('button', {name: 'Use the selected text'}).click();
	await panel.getByLabel('Comment', {exact: true}).getByText('Where do the empty boxes go?').waitFor();
	await panel.getByText('Draft ready').waitFor({state: 'attached'});
	await page.getByLabel('Answer').click();
	await panel.getByLabel('Reply draft').fill('Into the shed by the gate.');
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
	await panel.getByText('Inserted. Read it once more').waitFor();
	expect(await page.getByLabel('Answer').inputValue()).toBe('Into the shed by the gate.');
	expect(await page.getByLabel('Filter').inputValue()).toBe('');
	expect(await candor.leave()).toEqual(['http://127.0.0.1/*']);
	expect(await page.locator('candor-button').count()).toBe(0);
});

test('on the next site the person has to call again; the draft is still there', async () => {
	await page.goto('https://elsewhere.example/boxes');
	await page.locator('#words').selectText();
	await panel.getByLabel('Reply draft').fill('Into the shed.');
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
	await panel.getByText('The page was closed or reloaded, so the text is copied').waitFor();
	expect(await panel.getByLabel('Reply draft').inputValue()).toBe('Into the shed.');
	await panel.getByRole('button', {name: 'Another comment'}).click();
	await panel.getByRole('button', {name: 'Use the selected text'}).click();
	await panel.getByText('Candor may not read this page from here.').waitFor();
	await candor.pressToolbarButton(page);
	await panel.getByRole('button', {name: 'Use the selected text'}).click();
	await panel.getByLabel('Comment', {exact: true}).getByText('Where do the empty boxes go?').waitFor();
});
