/** The desk's first page: the product without the extension. */
import type {Page} from 'playwright-core';
import {type Browser, chromium} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {expectAccessible} from './accessible.ts';
import {findBrowser} from './places.ts';
import {Server} from './server.ts';

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	server = await Server.start('embedded');
	browser = await chromium.launch({executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu']});
	const context = await browser.newContext({permissions: ['clipboard-read', 'clipboard-write']});
	page = await context.newPage();
});

afterAll(async () => {
	await browser?.close();
	server?.stop();
});

const draft = () => page.getByLabel('Reply draft').inputValue();

test('without its one-time link the desk is closed, and a used link is used up', async () => {
	const answer = await page.goto(server.url);
	expect(answer?.status()).toBe(401);
	const link = server.deskLink();
	await page.goto(link);
	await page.getByRole('heading', {name: 'Try it'}).waitFor();
	await page.context().clearCookies();
	await page.goto(link);
	await page.getByText('This link was used before').waitFor();
	await page.goto(server.deskLink());
});

test('a pasted comment gets a draft about it, with what its sentences rest on', async () => {
	await page
		.getByRole('textbox', {name: 'Comment'})
		.fill('my parcel came crushed and nobody answers my mails');
	await page.getByLabel('What you know').fill('Crushed parcels are replaced free.');
	await page.getByRole('button', {name: 'Suggest reply'}).click();
	await page.getByText('The draft is complete.').waitFor({state: 'attached'});
	expect(await draft()).toContain('Crushed parcels are replaced free.');
	await page
		.getByRole('button', {name: /a fact/})
		.first()
		.click();
	await page
		.getByText(/rests on “?Crushed parcels|Crushed parcels are replaced free/)
		.first()
		.waitFor();
});

test('a tone is one click away, and a joke is not offered under a complaint', async () => {
	const before = await draft();
	await page.getByRole('button', {name: 'Warm'}).click();
	await expect.poll(draft).not.toBe(before);
	expect(await page.getByRole('button', {name: 'Playful'}).isDisabled()).toBe(true);
});

test('the arrows go through the drafts of one tone', async () => {
	await page.getByRole('button', {name: 'Plain'}).click();
	await page.getByRole('button', {name: 'Next draft'}).click();
	expect(await page.getByRole('button', {name: 'Plain'}).getAttribute('aria-pressed')).toBe('true');
	expect(await page.locator('#which').textContent()).toBe('2 of 2');
	expect(await page.getByRole('button', {name: 'Next draft'}).isDisabled()).toBe(true);
});

test('a promise without ground is found while one types; a fact for it clears it', async () => {
	await page.getByLabel('Reply draft').fill('We will refund you by Friday.');
	await page.getByText('Unsupported promise').waitFor();
	await page.getByLabel('What you know').fill('Crushed parcels are refunded within two days, by Friday.');
	await page.getByLabel('Reply draft').fill('We will refund you by Friday. ');
	await page.getByText('Unsupported promise').waitFor({state: 'detached'});
});

test('the draft is copied, and what was typed is there after a reload', async () => {
	await page.getByRole('button', {name: 'Copy'}).click();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('refund you by Friday');
	await page.reload();
	expect(await draft()).toContain('refund you by Friday');
	expect(await page.getByRole('textbox', {name: 'Comment'}).inputValue()).toContain('crushed');
});

test('a comment is text and never a part of the page', async () => {
	await page
		.getByRole('textbox', {name: 'Comment'})
		.fill('<img src=x onerror="window.harmed = true"> is my parcel lost?');
	await page.getByRole('button', {name: 'Suggest reply'}).click();
	await page.getByText('The draft is complete.').waitFor({state: 'attached'});
	expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
});

test('a comment for colleagues comes with a note; what is typed into it stays with another team, and is kept', async () => {
	await page
		.getByRole('textbox', {name: 'Comment'})
		.fill('I found glass in the carrot bag and my daughter cut her mouth.');
	await page.getByRole('button', {name: 'Suggest reply'}).click();
	await page.getByText('The draft is complete.').waitFor({state: 'attached'});
	const note = page.getByLabel('Note for the colleagues');
	expect(await note.inputValue()).toContain('I found glass in the carrot bag');
	await note.fill('Please look at once: glass in a carrot bag.');
	await page.getByRole('combobox', {name: /^Note for/}).selectOption('Legal');
	await page.getByText('Hand over to Legal').waitFor();
	expect(await note.inputValue()).toBe('Please look at once: glass in a carrot bag.');
	await page.reload();
	expect(await note.inputValue()).toBe('Please look at once: glass in a carrot bag.');
	await page.getByRole('button', {name: 'Put it on the desk'}).click();
	await page.getByRole('link', {name: 'Open the hand-offs'}).click();
	await page.getByText('For Legal').waitFor();
	await page.getByText('Please look at once: glass in a carrot bag.').waitFor();
	await page.goto(server.url);
});

test('the advice is overruled with two presses', async () => {
	await page.getByRole('textbox', {name: 'Comment'}).fill('The glass is lovely.');
	await page.getByRole('button', {name: 'Suggest reply'}).click();
	await page.getByText('The draft is complete.').waitFor({state: 'attached'});
	expect(await page.getByLabel('Note for the colleagues').isVisible()).toBe(false);
	await page.getByRole('button', {name: 'Change'}).click();
	await page.getByRole('button', {name: 'Hand over'}).click();
	await page.getByText('Hand over to Support').waitFor();
	expect(await page.getByLabel('Note for the colleagues').inputValue()).toContain('The glass is lovely.');
});

test('a pairing code is one click away', async () => {
	await page.getByRole('button', {name: 'Show a code'}).click();
	await page.getByText(/\w{4}-\w{4}, for two minutes/).waitFor();
});

test('axe-core finds nothing', () => expectAccessible(page));

test('a promise is kept with one key press, which can be undone', async () => {
	await page.goto(`${server.url}/promises`);
	await page.getByText('Nothing is open.').waitFor();
	await page.evaluate(async () => {
		const promise = {
			quote: 'We’ll send a lid by Friday',
			what: 'send a lid',
			due: '2020-01-03T12:00:00Z',
			platform: 'x',
			author: '<b>Ann</b>',
			url: 'https://x.com/1',
		};
		const headers = {'Content-Type': 'application/json'};
		await fetch('/v1/promises', {method: 'POST', headers, body: JSON.stringify(promise)});
	});
	await page.reload();
	await page.getByText(/days late/).waitFor();
	expect(await page.getByRole('link', {name: 'Open the thread'}).getAttribute('href')).toBe(
		'https://x.com/1',
	);
	await expectAccessible(page);
	await page.getByRole('button', {name: 'Done'}).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('button', {name: 'Undo'}).waitFor();
	await page.keyboard.press('Enter');
	await page.getByRole('button', {name: 'Broken'}).click();
	await page.getByRole('button', {name: 'Undo'}).waitFor();
	await page.reload();
	await page.getByText('Kept and broken (1)').click();
	await page.getByRole('button', {name: 'Open again'}).waitFor();
});

test('a snippet is added, changed and deleted, and the deletion undone', async () => {
	await page.goto(`${server.url}/snippets`);
	await page.getByText('No snippet yet').waitFor();
	await expectAccessible(page);
	await page.getByLabel('A fact that you stand by').fill('Crushed parcels are replaced free.');
	await page.getByRole('button', {name: 'Add it'}).click();
	await page.getByText('No source').waitFor();
	await page.getByText('Change or delete').click();
	await expectAccessible(page);
	const entry = page.getByRole('listitem');
	await entry.getByLabel('Where it is from').fill('Refund policy');
	await entry.getByRole('button', {name: 'Save'}).click();
	await entry.locator('p', {hasText: 'Refund policy'}).waitFor();
	await page.getByText('Change or delete').click();
	await page.getByRole('button', {name: 'Delete'}).click();
	await page.getByText('Deleted: Crushed parcels').waitFor();
	await page.keyboard.press('Enter');
	await entry.locator('p', {hasText: 'Refund policy'}).waitFor();
});

test('a brand voice is written down, does without a check, and is deleted', async () => {
	await page.goto(`${server.url}/voices`);
	await page.getByText('No brand voice yet').waitFor();
	await expectAccessible(page);
	await page.getByLabel('A new brand voice').fill('Hollow Farm');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', {name: 'Hollow Farm'}).waitFor();
	await expectAccessible(page);
	await page.getByLabel('Guidelines').fill('Say who does it.\n\nNever say cheap.');
	await page.getByLabel('Terms it prefers').fill('loaf');
	await page.getByRole('button', {name: 'Save'}).click();
	await page.getByText('Write each preferred term').waitFor();
	await page.getByLabel('Terms it prefers').fill('loaf: bread product,baked item');
	await page.getByRole('button', {name: 'Save'}).click();
	await page.getByRole('button', {name: 'Saved'}).waitFor();
	await page.getByRole('checkbox', {name: 'Blame'}).uncheck();
	await page.getByText('Off.').waitFor({state: 'attached'});
	await page.reload();
	expect(await page.getByRole('checkbox', {name: 'Blame'}).isChecked()).toBe(false);
	expect(await page.getByLabel('Guidelines').inputValue()).toBe('Say who does it.\nNever say cheap.\n');
	expect(await page.getByLabel('Terms it prefers').inputValue()).toBe('loaf: bread product, baked item\n');
	await page.getByRole('button', {name: 'Delete this brand voice'}).click();
	await page.getByRole('button', {name: 'Press again to delete'}).click();
	await page.getByText('No brand voice yet').waitFor();
});

test('a person is forgotten with a second press', async () => {
	await page.goto(`${server.url}/people?platform=x&author=${encodeURIComponent('<b>Ann</b>')}`);
	await page.getByRole('heading', {name: '<b>Ann</b>'}).waitFor();
	await expectAccessible(page);
	await page.getByRole('button', {name: 'Forget this person'}).click();
	await page.getByRole('button', {name: 'Press again to forget'}).click();
	await page.waitForURL('**/people');
	await page.goto(`${server.url}/promises`);
	await page.getByText('Nothing is open.').waitFor();
	expect(await page.getByText('Kept and broken').count()).toBe(0);
});
