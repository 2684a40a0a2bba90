/** The panel's own buttons over real editors: Insert, Undo insert, and the question before typed words are replaced. */
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {Candor} from './browser.ts';
import {Server} from './server.ts';

const text = 'Hi Ann 👋\n\nSecond paragraph with 👩‍👩‍👧 family & <b>tags</b>, שלום\nLast line ✅';
const names = ['textarea', 'lexical', 'contentEditable', 'inFrame'];

let server: Server;
let candor: Candor;
let page: Page;
let panel: Page;

beforeAll(async () => {
	server = await Server.start();
	candor = await Candor.launch({settings: {serverUrl: server.url, token: server.token()}});
	// A comment of the saved page opens the panel; then the same tab goes to the editors.
	page = await candor.open('https://www.youtube.com/watch?v=box1');
	await page.locator('#content-text').first().hover();
	await page.locator('candor-button button').first().click();
	panel = await candor.panel();
	await panel.getByText('Draft ready').waitFor({state: 'attached'});
	await page.goto('https://www.reddit.com/editors');
	await page.waitForFunction(() => globalThis.areReady);
	await panel.getByLabel('Reply draft').fill(text);
});

afterAll(async () => {
	await candor?.close();
	server?.stop();
});

const model = (name: string) => page.evaluate((editor) => globalThis.models[editor]?.() ?? 'no model', name);

/** Click into an editor that is made anew. */
async function enter(name: string): Promise<void> {
	const {x, y} = await page.evaluate((editor) => remake(editor, {mention: '', lines: ['']}), name);
	await page.mouse.click(x, y);
}

async function insert(): Promise<void> {
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
}

const inserted = () => panel.getByText('Inserted. Read it once more').waitFor();

describe.each(names)('%s', (name) => {
	test('takes the text when it is empty', async () => {
		await enter(name);
		await insert();
		await inserted();
		expect(await model(name)).toBe(text);
	});

	test('gives it back at “Undo insert”', async () => {
		await panel.getByRole('button', {name: 'Undo insert'}).click();
		await panel.getByText('Taken back').waitFor();
		expect((await model(name)).trim()).toBe('');
	});

	test('asks before it replaces what was typed, and goes on typing after', async () => {
		await enter(name);
		await page.keyboard.type('old words');
		await expect.poll(() => model(name)).toBe('old words');
		await insert();
		await panel.getByRole('button', {name: 'Replace', exact: true}).click();
		await inserted();
		expect(await model(name)).toBe(text);
		await page.keyboard.type('!');
		await expect.poll(() => model(name)).toBe(`${text}!`);
	});
});

test('nothing was sent', async () => {
	expect(await page.evaluate(() => globalThis.sent)).toEqual([]);
});
