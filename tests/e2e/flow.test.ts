/** The main job, from the click to the page's reply box. */
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {Candor} from './browser.ts';
import {artifacts, root} from './places.ts';
import {Server} from './server.ts';

let server: Server;
let candor: Candor;
let page: Page;
let panel: Page;

beforeAll(async () => {
	server = await Server.start('embedded');
	candor = await Candor.launch({settings: {serverUrl: server.url}});
});

afterAll(async () => {
	await candor?.close();
	server?.stop();
});

const draftText = () => panel.getByLabel('Reply draft').inputValue();

test('a click beside a comment opens the real panel, which asks to be paired', async () => {
	page = await candor.open('https://www.youtube.com/watch?v=box1');
	const button = page.getByRole('button', {name: "Suggest a reply to @imogenf's comment"}).first();
	await page.locator('#content-text').first().hover();
	await button.click();
	panel = await candor.panel();
	await panel.locator('.comment', {hasText: 'Third box running'}).waitFor();
	await panel.getByLabel('Code').fill('000000');
	await panel.getByRole('button', {name: 'Pair'}).click();
	await panel.getByRole('alert').filter({hasText: /code/}).waitFor();
	await panel.getByLabel('Code').fill(server.pairingCode());
	await panel.getByRole('button', {name: 'Pair'}).click();
	await panel.getByText(/On this computer/).waitFor();
	await panel.getByText('candor-small').waitFor();
});

test('the draft streams in by itself once paired, with advice', async () => {
	await panel.getByText('Draft ready').waitFor({state: 'attached'});
	expect((await draftText()).length).toBeGreaterThan(10);
	await panel.getByLabel('Advice').waitFor();
});

test('a tone that was delivered shows at once, without asking the server', async () => {
	const before = await draftText();
	const asked: string[] = [];
	panel.on('request', (request) => request.url().endsWith('/v1/suggestions') && asked.push(request.url()));
	const tone = await panel.evaluate(async () => {
		const group = document.querySelector('[aria-label="Tone"]');
		const other = group?.querySelector<HTMLButtonElement>(
			'[aria-pressed="false"]:not([aria-disabled="true"])',
		);
		if (!other) throw new Error('no other tone');
		const field = document.querySelector<HTMLTextAreaElement>('[aria-label="Reply draft"]');
		const shown = field?.value;
		const start = performance.now();
		other.click();
		while (other.getAttribute('aria-pressed') === 'false') await new Promise(requestAnimationFrame);
		return {took: performance.now() - start, name: other.textContent, wasSame: field?.value === shown};
	});
	expect(asked).toEqual([]);
	process.stdout.write(`A delivered tone was shown after ${Math.round(tone.took)} ms.\n`);
	await panel.getByRole('button', {name: 'Plain'}).click();
	expect(await draftText()).toBe(before);
});

test('an edited draft goes into the page’s reply box; nothing is sent', async () => {
	await panel.getByLabel('Reply draft').fill('Nine is past reason 🥬\n\nWhich day is your box?');
	await panel.keyboard.press('Alt+i');
	await panel.getByText('Inserted. Read it once more').waitFor();
	const box = page.locator('#contenteditable-root').first();
	expect(await box.innerText()).toBe('Nine is past reason 🥬\n\nWhich day is your box?');
	expect(await page.evaluate(() => 'sent' in window)).toBe(false);
});

test('the insert is taken back from the panel', async () => {
	await panel.getByRole('button', {name: 'Undo insert'}).click();
	await panel.getByText('Taken back').waitFor();
	expect((await page.locator('#contenteditable-root').first().innerText()).trim()).toBe('');
});

test('words the person typed into the box are asked about first', async () => {
	await page.locator('#contenteditable-root').first().fill('My own start');
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
	await panel.getByText('The reply box holds your words').waitFor();
	expect(await page.locator('#contenteditable-root').first().innerText()).toBe('My own start');
	await panel.getByRole('button', {name: 'Add below'}).click();
	await panel.getByText('Inserted. Read it once more').waitFor();
	expect(await page.locator('#contenteditable-root').first().innerText()).toBe(
		'My own start\n\nNine is past reason 🥬\n\nWhich day is your box?',
	);
});

test('a mention that the site put in stays in front', async () => {
	await page.locator('#content-text').nth(2).hover();
	await page.getByRole('button', {name: "Suggest a reply to @imogenf's comment"}).nth(1).click();
	await panel.getByText('Thursdays. And please').waitFor();
	await panel.getByText('Draft ready').waitFor({state: 'attached'});
	await panel.getByLabel('Reply draft').fill('No leeks, then.');
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
	await panel.getByText('Inserted. Read it once more').waitFor();
	expect(await page.locator('#contenteditable-root').nth(1).innerText()).toBe('@imogenf No leeks, then.');
});

test('the first comment’s draft is there again at the next click', async () => {
	await page.locator('#content-text').first().hover();
	await page.getByRole('button', {name: "Suggest a reply to @imogenf's comment"}).first().click();
	await panel.locator('.comment', {hasText: 'Third box running'}).waitFor();
	await expect.poll(draftText).toBe('Nine is past reason 🥬\n\nWhich day is your box?');
});

test('the reply box is found when the page was loaded anew', async () => {
	await page.reload();
	await page.locator('#content-text').first().waitFor();
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
	await panel.getByText('Inserted. Read it once more').waitFor();
	expect(await page.locator('#contenteditable-root').first().innerText()).toBe(await draftText());
});

test('Ctrl+Z takes back what was typed in a draft, and brings no words of another one', async () => {
	const field = panel.getByLabel('Reply draft');
	const before = await draftText();
	await field.press('ControlOrMeta+End');
	await panel.keyboard.type('!');
	await panel.keyboard.press('ControlOrMeta+z');
	await expect.poll(draftText).toBe(before);
	await panel.keyboard.type('!');
	await panel.getByRole('button', {name: 'Warm'}).click();
	await expect.poll(draftText).not.toBe(`${before}!`);
	await panel.getByRole('button', {name: 'Plain'}).click();
	await expect.poll(draftText).toBe(`${before}!`);
	await field.press('ControlOrMeta+z');
	expect(await draftText()).toBe(`${before}!`);
});

test('what is typed by hand is there when the panel is opened anew: a comment, then its draft', async () => {
	await panel.getByRole('button', {name: 'Another comment'}).click();
	await panel.getByLabel('Or paste one').fill('Is it open on Sundays?');
	await panel.getByRole('button', {name: 'Suggest reply'}).click();
	await panel.getByText('Draft ready').waitFor({state: 'attached'});
	await panel.getByLabel('Reply draft').fill('We are, from ten.');
	await panel.reload();
	await panel.locator('.comment', {hasText: 'Is it open on Sundays?'}).waitFor();
	expect(await draftText()).toBe('We are, from ten.');
	await panel.getByRole('button', {name: 'Another comment'}).click();
	await panel.getByLabel('Or paste one').fill('And on Mon');
	await panel.reload();
	await panel.getByRole('button', {name: 'Another comment'}).click();
	await expect.poll(() => panel.getByLabel('Or paste one').inputValue()).toBe('And on Mon');
	await panel.getByLabel('Or paste one').fill('Is it open on Sundays?');
	await panel.getByRole('button', {name: 'Suggest reply'}).click();
	await expect.poll(draftText).toBe('We are, from ten.');
});

test('what is half typed in a form is there when the panel is opened anew', async () => {
	await panel.getByRole('button', {name: 'Correct'}).click();
	await panel.getByLabel('Who wrote it').fill('Ruth');
	await panel.getByText(/^Facts: /).click();
	await panel.getByRole('button', {name: 'Write a fact'}).click();
	await panel.getByLabel('A fact that you stand by').fill('We open at');
	await panel.reload();
	await expect.poll(() => panel.getByLabel('Who wrote it').inputValue()).toBe('Ruth');
	expect(await panel.getByLabel('A fact that you stand by').inputValue()).toBe('We open at');
	await panel.getByRole('button', {name: 'Use this'}).click();
	await panel.getByText('Ruth').waitFor();
});

test('the page and the panel as a picture for the README', async () => {
	mkdirSync(artifacts, {recursive: true});
	await panel.getByRole('button', {name: 'Another comment'}).click();
	await page.reload();
	await page.setViewportSize({width: 720, height: 780});
	await page.locator('#content-text').first().hover();
	await page.getByRole('button', {name: "Suggest a reply to @imogenf's comment"}).first().click();
	await panel.locator('.comment', {hasText: 'Third box running'}).waitFor();
	await panel.getByRole('button', {name: 'Again', exact: true}).click();
	await panel.getByText('Draft ready').waitFor({state: 'attached'});
	await page.locator('#content-text').first().hover();
	// From its top: what was drawn while the text grew may leave a line of pixels behind where no graphics card draws.
	await panel.evaluate(() => scrollTo(0, 0));
	await panel.waitForTimeout(300);
	const images = [await page.screenshot(), await panel.screenshot()].map((image) => image.toString('base64'));
	const album = await candor.context.newPage();
	await album.setViewportSize({width: 1080, height: 650});
	const [left, right] = images.map((image) => `<img src="data:image/png;base64,${image}">`);
	await album.setContent(
		`<style>body{margin:0;display:flex;align-items:flex-start;background:#fbfaf8}img+img{border-left:1px solid #ddd}</style>${left}${right}`,
	);
	await album.screenshot({path: join(artifacts, 'screenshot.png')});
	if (process.env.UPDATE_SCREENSHOT) await album.screenshot({path: join(root, 'extension/screenshot.png')});
	await album.close();
});
