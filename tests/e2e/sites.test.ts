/** On each site: the button, the thread in the panel, and the draft in the site's own reply box. */
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {Candor} from './browser.ts';
import {Server} from './server.ts';

let server: Server;
let candor: Candor;

beforeAll(async () => {
	server = await Server.start();
	candor = await Candor.launch({settings: {serverUrl: server.url, token: server.token()}});
});

afterAll(async () => {
	await candor?.close();
	server?.stop();
});

const sites = [
	{
		url: 'https://x.com/HollowFarm/status/1003',
		author: '@ana_m',
		words: 'keep going',
		box: '[data-testid="tweetTextarea_0"]',
	},
	{
		url: 'https://www.reddit.com/r/vegboxes/comments/box1/',
		author: 'leek_week',
		words: 'Cancel the box.',
		box: 'shreddit-composer [role="textbox"]',
	},
	{
		url: 'https://old.reddit.com/r/vegboxes/comments/box1/',
		author: 'mash_man',
		words: 'Remoulade & mash.',
		box: '.usertext-edit textarea',
	},
	{
		url: 'https://studio.youtube.com/channel/UC1/comments/inbox',
		author: '@imogenf',
		words: 'Thursdays.',
		box: 'ytcp-commentbox textarea',
		mention: '@imogenf ',
	},
	{
		url: 'https://m.youtube.com/watch?v=box1',
		author: '@imogenf',
		words: 'Thursdays.',
		box: 'dialog textarea',
		mention: '@imogenf ',
	},
	{
		url: 'https://www.facebook.com/hollowfarm/posts/pfbid100',
		author: 'Ann Ray',
		words: 'no leeks',
		box: '.xbox [role="textbox"]',
		mention: 'Ann Ray ',
	},
	{
		url: 'https://www.instagram.com/p/Box1/',
		author: '@ann_ray',
		words: 'Thursday.',
		box: 'form textarea',
		mention: '@ann_ray ',
	},
	{
		url: 'https://www.tiktok.com/@hollow.farm/video/73001',
		author: '@imogen.f',
		words: 'it is April',
		box: '.DivReplyInput [contenteditable]',
	},
	{
		url: 'https://greens.example/@nina@soup.example/1102',
		author: '@omar@bayt.example',
		words: 'هل توصلون',
		box: '.compose-form textarea',
		mention: '@omar@bayt.example ',
	},
	{
		url: 'https://table.example/t/nine-kohlrabi/42',
		author: 'lou',
		words: 'Cancel the box.',
		box: '#reply-control textarea',
	},
	{
		url: 'https://box.example/wp-admin/edit-comments.php',
		author: 'Hollow Farm',
		words: 'All nine?',
		box: '#comment-12 + #replyrow textarea',
	},
	{
		url: 'https://github.com/hollowfarm/boxes/pull/8',
		author: 'imogenf',
		words: 'crush the leeks',
		box: '.js-inline-comment-form-container.open textarea',
	},
	{
		url: 'https://business.google.com/local/business/1/customers/reviews',
		author: 'Imogen F',
		words: 'Third box with no potatoes',
		box: '[role="dialog"] textarea',
	},
	{
		url: 'https://news.ycombinator.com/reply?id=4203&goto=item%3Fid%3D4200',
		author: 'mash_man',
		words: 'Ten, if you deliver',
		box: 'textarea[name="text"]',
	},
];

test.each(sites)('$url', async ({url, author, words, box, mention = ''}) => {
	const page = await candor.open(url);
	const button = page.getByRole('button', {name: `Suggest a reply to ${author}'s comment`}).last();
	await button.focus(); // reachable by the keyboard, and shown then
	await page.keyboard.press('Enter');
	const panel = await candor.panel();
	await panel.getByLabel('Comment', {exact: true}).getByText(words).first().waitFor();
	await panel.getByText(/^(Draft ready|No reply is advised)/).waitFor({state: 'attached'});
	const text = 'First line 🥬\n\nSecond line';
	await panel.getByLabel('Reply draft').fill(text);
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
	await panel.getByText('Inserted. Read it once more').waitFor();
	expect(await written(page, box)).toBe(mention + text);
	expect(await page.evaluate(() => Reflect.get(globalThis, 'sent') ?? 0)).toBe(0);
});

test('words selected in the page are read at “Use the selected text”, and the draft goes where the person was', async () => {
	const page = await candor.open('https://www.reddit.com/editors');
	await page.waitForFunction(() => globalThis.areReady);
	const panel = await candor.panel();
	await panel.getByRole('button', {name: 'Another comment'}).click();
	await panel.getByRole('button', {name: 'Use the selected text'}).click();
	await panel.getByText('Nothing is selected there').waitFor();
	await page.locator('#words').selectText();
	await panel.getByRole('button', {name: 'Use the selected text'}).click();
	await panel.getByLabel('Comment', {exact: true}).getByText('The kettle leaks since Tuesday').waitFor();
	await panel.getByText('Draft ready').waitFor({state: 'attached'});
	await page.locator('#slate [data-slate-editor]').click();
	await panel.getByLabel('Reply draft').fill('Which kettle is it?');
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
	await panel.getByText('Inserted. Read it once more').waitFor();
	expect(await page.evaluate(() => globalThis.models.slate?.())).toBe('Which kettle is it?');
});

test('a button that the person does not press, but the page’s script does, does nothing', async () => {
	const page = await candor.open('https://x.com/HollowFarm/status/1001');
	await page.locator('candor-button').first().waitFor({state: 'attached'});
	const before = await candor.worker.evaluate(() => chrome.storage.session.get(null));
	await page.evaluate(() =>
		document.querySelector('candor-button')?.shadowRoot?.querySelector('button')?.click(),
	);
	await page.waitForTimeout(300);
	expect(await candor.worker.evaluate(() => chrome.storage.session.get(null))).toEqual(before);
});

test('settings, token and drafts are out of reach for the script inside of pages', async () => {
	const page = await candor.open('https://x.com/HollowFarm/status/1001');
	await page.locator('candor-button').first().waitFor({state: 'attached'});
	const talk = await candor.context.newCDPSession(page);
	const worlds: {id: number; origin: string}[] = [];
	talk.on('Runtime.executionContextCreated', ({context}) => worlds.push(context));
	await talk.send('Runtime.enable');
	const ours = worlds.find(({origin}) => origin.startsWith('chrome-extension://'));
	const {result} = await talk.send('Runtime.evaluate', {
		contextId: ours?.id,
		expression: `chrome.storage.local.get(null).then(() => 'read', (error) => 'refused: ' + error.message)`,
		awaitPromise: true,
	});
	expect(result.value).toMatch(/^refused/);
});

function written(page: Page, box: string): Promise<string> {
	return page
		.locator(box)
		.first()
		.evaluate((element) =>
			(element instanceof HTMLTextAreaElement ? element.value : (element as HTMLElement).innerText).replace(
				/\n$/,
				'',
			),
		);
}
