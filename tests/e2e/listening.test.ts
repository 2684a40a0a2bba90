/** What the desk tells of comments, drafts and snippets: listening, the history, files, chosen facts. */
import {readFileSync} from 'node:fs';
import {type Browser, chromium, type Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {expectAccessible} from './accessible.ts';
import {findBrowser} from './places.ts';
import {Server} from './server.ts';

const evil = '<img src=x onerror="window.harmed = true"> do you ship kettles to Norway?';

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	server = await Server.start('embedded');
	browser = await chromium.launch({executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu']});
	page = await browser.newPage();
	await page.goto(server.deskLink());
});

afterAll(async () => {
	await browser?.close();
	server?.stop();
});

async function draftFor(author: string, text: string): Promise<void> {
	const status = await page.evaluate(
		async ({author, text}) => {
			const thread = {platform: 'youtube', url: 'https://youtube.com/watch?v=1', comments: [{author, text}]};
			const headers = {'Content-Type': 'application/json', Accept: 'application/json'};
			const body = JSON.stringify({thread});
			const answer = await fetch('/v1/suggestions', {method: 'POST', headers, body});
			const {id} = await answer.json();
			const feedback = JSON.stringify({outcome: 'posted', text: `I'll find out, ${author}.`});
			return (await fetch(`/v1/suggestions/${id}/feedback`, {method: 'POST', headers, body: feedback}))
				.status;
		},
		{author, text},
	);
	expect(status).toBe(200);
}

/** Nothing stands beside the window, however narrow it is. */
async function expectToFit(): Promise<void> {
	await page.setViewportSize({width: 360, height: 800});
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	await page.setViewportSize({width: 1000, height: 800});
}

async function saved(button: string): Promise<string> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', {name: button}).click(),
	]);
	return readFileSync(await download.path(), 'utf8');
}

test('where nothing was read, the page says what will stand there', async () => {
	await page.goto(`${server.url}/listening`);
	await page.getByText('Nothing was read in these days.').waitFor();
	await expectAccessible(page);
});

test('what people wrote stands there as text, counted by person', async () => {
	await draftFor('Ann', evil);
	await draftFor('Ann', evil);
	await draftFor('Bob', evil);
	await page.goto(`${server.url}/listening`);
	await page.getByRole('heading', {name: 'Questions that no snippet answered'}).waitFor();
	await page.locator('b', {hasText: '2 people'}).first().waitFor();
	expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
	const thread = page.getByRole('link', {name: 'Open the thread'}).first();
	expect(await thread.getAttribute('href')).toBe('https://youtube.com/watch?v=1');
	await expectAccessible(page);
	await expectToFit();
});

test('a team has its own view, which a key opens', async () => {
	await page.getByRole('link', {name: 'PR', exact: true}).focus();
	await page.keyboard.press('Enter');
	await page.getByText('Nothing was read in these days that is for PR.').waitFor();
	await page.getByRole('link', {name: 'Support'}).click();
	await page.getByRole('heading', {name: 'Questions that no snippet answered'}).waitFor();
	expect(await page.getByRole('link', {name: 'Support'}).getAttribute('aria-current')).toBe('page');
});

test('it is passed on without names unless they are asked for', async () => {
	const text = await saved('Text (Markdown)');
	expect(text).toContain('do you ship kettles to Norway?');
	expect(text).not.toContain('Ann');
	await page.getByLabel('With names and links').check();
	const table = await saved('Table (CSV)');
	expect(table).toContain('Bob');
	expect(table).toContain('https://youtube.com/watch?v=1');
});

test('a question leads to a new snippet, and is answered from then on', async () => {
	await page.getByRole('link', {name: 'Write a snippet for it'}).click();
	await page.getByText('What is true, so that this is answered').waitFor();
	await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('text');
	await page.keyboard.type('We ship kettles to Norway for 12 pounds.');
	await page.getByRole('button', {name: 'Add it'}).click();
	await page.waitForURL('**/listening?team=support#questions');
	await page.getByRole('heading', {name: 'Listening'}).waitFor();
	expect(await page.getByText('Questions that no snippet answered').count()).toBe(0);
});

test('days that cannot be meant are said on the page', async () => {
	await page.goto(`${server.url}/listening?from=2026-05-20&to=2026-05-11`);
	await page.getByRole('alert').getByText('The last day is before the first day').waitFor();
	await expectAccessible(page);
});

test('the history is searched by words and person, and a draft forgotten with a second press', async () => {
	await page.goto(`${server.url}/history`);
	await page.getByRole('listitem').first().waitFor();
	await expectAccessible(page);
	await expectToFit();
	await page.getByLabel('Words of the comment').fill('kettles norway');
	await page.getByLabel('Who wrote it').fill('bob');
	await page.keyboard.press('Enter');
	await page.waitForURL(/query=kettles/);
	expect(await page.getByRole('listitem').count()).toBe(1);
	await page.getByText("I'll find out, Bob.").waitFor();
	await page.getByRole('button', {name: 'Forget'}).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('button', {name: 'Press again to forget'}).waitFor();
	await page.keyboard.press('Enter');
	await page.getByText(/^Forgotten: /).waitFor();
	await page.reload();
	await page.getByText('No draft fits.').waitFor();
});

const file = (name: string, ...lines: string[]) => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(lines.join('\n')),
});

test('a file of snippets is looked at before anything changes', async () => {
	await page.goto(`${server.url}/snippets`);
	await page.getByText('Take in a file, or save one').click();
	const lines = ['We ship kettles to Norway for 12 pounds.,Post', 'We open at 9.,', ',Nothing'];
	await page.getByLabel('The file').setInputFiles(file('facts.csv', 'text,source', ...lines));
	await page.locator('#counts').getByText('1 new, 1 changed, 1 refused.').waitFor();
	await page.getByText('text: write 1 to 1,000 characters').waitFor();
	await expectAccessible(page);
	await expectToFit();
	await page.getByRole('button', {name: 'Leave it'}).click();
	await page.reload();
	expect(await page.getByText('We open at 9.').count()).toBe(0);
	await page.getByText('Take in a file, or save one').click();
	await page.getByLabel('The file').setInputFiles(file('facts.csv', 'text,source', ...lines));
	await page.getByRole('button', {name: 'Take it in'}).click();
	await page.locator('#counts').getByText('Taken in: 1 new, 1 changed, 1 refused.').waitFor();
	await page.keyboard.press('Enter');
	await page.locator('[data-entry] p', {hasText: /^We open at 9\.$/}).waitFor();
	await page.getByText('Take in a file, or save one').click();
	const table = await saved('Save all as a table (CSV)');
	expect(table).toContain('We ship kettles to Norway for 12 pounds.,,Post,');
	await page.getByLabel('The file').setInputFiles(file('facts.csv', 'a,b'));
	await page.getByText('The first line must name the columns').waitFor();
});

test('snippets are left out of a draft and put in by hand', async () => {
	await page.goto(server.url);
	await page.getByRole('textbox', {name: 'Comment'}).fill('Do you ship kettles to Norway?');
	await page.getByRole('button', {name: 'Suggest reply'}).click();
	await page.getByText('The draft is complete.').waitFor({state: 'attached'});
	await page.getByText('Facts: 1 snippet').click();
	const draft = () => page.getByLabel('Reply draft').inputValue();
	expect(await draft()).toContain('12 pounds');
	await page.getByRole('button', {name: 'Leave out'}).focus();
	await page.keyboard.press('Enter');
	await page.getByText('Facts: 0 snippets, 1 left out').waitFor();
	await expect.poll(draft).not.toContain('12 pounds');
	await page.getByLabel('Put in a snippet').fill('open');
	await page.getByText('1 found.').waitFor();
	await page.getByRole('button', {name: 'Put in'}).click();
	await page.getByText('Facts: 1 snippet, 1 left out').waitFor();
	await expectAccessible(page);
	await expectToFit();
	await page.getByText('The draft is complete.').waitFor({state: 'attached'});
	await page.getByLabel('Reply draft').fill('My own words.');
	await page.getByRole('button', {name: 'Put back'}).click();
	await page.getByText('You changed the draft, so it stays as it is.').waitFor();
	expect(await draft()).toBe('My own words.');
});
