/** What a draft rests on, what it promises, and how a finding is mended: with the model, and by the keyboard alone. */
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {Candor} from './browser.ts';
import {Server} from './server.ts';

let server: Server;
let candor: Candor;
let page: Page;

const facts = [
	{
		text: 'The stored potatoes were lost in January when the shed leaked; first earlies are due on 5 June.',
		source: 'Farm diary',
		valid_from: '2026-02-12',
	},
	{
		text: 'A crop can go on the never-send list in the account.',
		source: 'Box handbook',
		valid_from: '2026-03-01',
	},
];

beforeAll(async () => {
	server = await Server.start('embedded');
	const token = server.token();
	for (const fact of facts) {
		const headers = {
			Authorization: `Bearer ${token}`,
			'Content-Type': 'application/json',
			Connection: 'close',
		};
		await fetch(`${server.url}/v1/snippets`, {method: 'POST', headers, body: JSON.stringify(fact)});
	}
	candor = await Candor.launch({settings: {serverUrl: server.url, token}});
	page = await candor.context.newPage();
	await page.setViewportSize({width: 380, height: 900});
	await page.goto(`chrome-extension://${new URL(candor.worker.url()).host}/sidepanel.html`);
	await page.getByText('On this computer').waitFor();
});

afterAll(async () => {
	await candor?.close();
	server?.stop();
});

const field = () => page.getByLabel('Reply draft');
const finding = (name: string) => page.getByRole('region', {name});

/** What the marks say, sentence by sentence. */
async function marks(): Promise<string[]> {
	const names = await page
		.locator('.mark')
		.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label') ?? ''));
	return names.map((name) => name.replace(/^Sentence \d+: /, ''));
}

test('each sentence of the draft names the snippet that it rests on, with source and date', async () => {
	await page
		.getByLabel('Or paste one')
		.fill(
			'Third box running with no potatoes. I have nine kohlrabi. Can I put kohlrabi on a never-send list? When are the potatoes back?',
		);
	await page.getByRole('button', {name: 'Suggest reply'}).click();
	await page.getByText('Draft ready').waitFor({state: 'attached'});
	const resting = (await marks()).filter((mark) => mark.startsWith('a snippet'));
	expect(resting.length).toBeGreaterThan(0);
	for (const mark of resting) expect(mark).toMatch(/Farm diary, 12 February 2026|Box handbook, 1 March 2026/);
});

test('what the person writes is held against the snippets and the comment, sentence by sentence', async () => {
	await field().fill(
		'Nine kohlrabi is past reason. You can put a crop on the never-send list in the account. The stored potatoes were lost when the shed leaked. Mr Tolliver packed the box.',
	);
	await expect
		.poll(async () => (await marks()).map((mark) => mark.split(', ').slice(0, 2).join(', ')))
		.toEqual(['the comment', 'a snippet, Box handbook', 'a snippet, Farm diary', 'nothing we know']);
	await page.locator('.mark').nth(1).focus();
	await page.getByText('a snippet (Box handbook, 1 March 2026)').waitFor();
	await page.locator('.mark').nth(0).click();
	await page.locator('.comment mark').waitFor();
	expect(
		await field().evaluate((box: HTMLTextAreaElement) =>
			box.value.slice(box.selectionStart, box.selectionEnd),
		),
	).toBe('Nine kohlrabi is past reason.');
});

test('“refund by Friday” raises the promise; the snippet that allows it clears it', async () => {
	await field().fill('Nine kohlrabi is past reason. ');
	await field().press('End');
	await page.keyboard.type('We will refund the box by Friday.');
	await finding('Unsupported promise').waitFor();
	await expect.poll(async () => (await marks()).at(-1)).toBe('nothing we know');
	await finding('Unsupported promise').getByRole('button', {name: 'Add a fact'}).click();
	await page.getByLabel('A fact that you stand by').fill('We refund boxes without potatoes by Friday.');
	await page.getByLabel('Keep it as a snippet').check();
	await page.getByLabel('Where it is from').fill('Refund policy');
	await page.getByRole('button', {name: 'Keep the snippet'}).click();
	await finding('Unsupported promise').waitFor({state: 'detached'});
	await expect.poll(async () => (await marks()).at(-1)).toMatch(/^a snippet, Refund policy, /);
});

test('by the keyboard alone: to a finding, to its words, a replacement, and back', async () => {
	await field().fill('You will recieve it.');
	await finding('Language').waitFor();
	await field().focus();
	const isOn = (name: string) =>
		page.evaluate((wanted) => document.activeElement?.textContent === wanted, name);
	for (let presses = 0; presses < 40 && !(await isOn('Show')); presses++) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	expect(
		await field().evaluate((box: HTMLTextAreaElement) =>
			box.value.slice(box.selectionStart, box.selectionEnd),
		),
	).toBe('recieve');
	for (let presses = 0; presses < 40 && !(await isOn('receive')); presses++) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	expect(await field().inputValue()).toBe('You will receive it.');
	await finding('Language').waitFor({state: 'detached'});
	expect(await field().evaluate((box) => box === document.activeElement)).toBe(true);
	await page.keyboard.press('Control+z');
	expect(await field().inputValue()).toBe('You will recieve it.');
	await finding('Language').waitFor();
});

test('a promise in the reply is offered with its day, kept, and shown when the same person writes again', async () => {
	await page.getByRole('button', {name: 'Another comment'}).click();
	const write = async (text: string) => {
		await page.getByLabel('Or paste one').fill(text);
		await page.getByRole('button', {name: 'Suggest reply'}).click();
		await page.getByText('Draft ready').waitFor({state: 'attached'});
		await page.getByRole('button', {name: 'Correct'}).click();
		await page.getByLabel('Who wrote it').fill('Imogen F.');
		await page.getByRole('button', {name: 'Use this'}).click();
		await page.getByRole('button', {name: 'Stop'}).waitFor({state: 'detached'});
	};
	await write('Still no potatoes in my box, and nobody calls me back.');
	await field().fill('We will call you by Friday.');
	await page.getByRole('button', {name: 'Copy', exact: true}).click();
	await page.getByText('You promised Imogen F.').waitFor();
	expect(await page.getByLabel('Due').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
	await page.getByRole('button', {name: 'Keep it'}).click();
	await page.getByText('You promised Imogen F.').waitFor({state: 'detached'});
	await page.getByRole('button', {name: 'Another comment'}).click();
	await write('Is anybody there? The kohlrabi is now ten.');
	await page.getByText(/We promised by \w+/).waitFor();
	await page.getByText('Wrote before: 1 exchange').waitFor();
});

test('a fact for this reply alone is said in the draft, and a snippet that is left out is not', async () => {
	await page.getByRole('button', {name: 'Another comment'}).click();
	await page.getByLabel('Or paste one').fill('When is the blue watering can back in stock?');
	await page.getByRole('button', {name: 'Suggest reply'}).click();
	await page.getByText('Draft ready').waitFor({state: 'attached'});
	expect(await field().inputValue()).not.toContain('Tuesday');
	await page.getByText(/^Facts: /).click();
	await page.getByRole('button', {name: 'Write a fact'}).click();
	await page
		.getByLabel('A fact that you stand by')
		.fill('The blue watering can is back in stock on Tuesday.');
	await page.getByRole('button', {name: 'Use it for this reply'}).click();
	await expect.poll(() => field().inputValue()).toContain('Tuesday');
	await expect.poll(async () => (await marks()).some((mark) => mark.includes('for this reply'))).toBe(true);
	await page.getByRole('button', {name: 'Remove', exact: true}).click();
	await expect.poll(() => field().inputValue()).not.toContain('Tuesday');
	await page.getByLabel('Put in a snippet').fill('refund boxes');
	await page.getByRole('button', {name: 'Put in', exact: true}).click();
	await page.getByText('Facts: 1 snippet', {exact: true}).waitFor();
	await page.getByRole('button', {name: 'Leave out'}).click();
	await page.getByText('Facts: 1 left out', {exact: true}).waitFor();
});
