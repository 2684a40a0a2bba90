/** Comments and reply boxes in frames and in shadow roots, on pages where nothing but the person's call gives leave. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {FrameLocator, Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {Candor} from './browser.ts';
import {root} from './places.ts';
import {Server} from './server.ts';

const address = 'https://blog.example/nine';
const blog = `<!doctype html><title>Nine boxes</title><h1>Nine boxes</h1>
	<form id="newsletter"><textarea aria-label="Your address"></textarea></form>
	<iframe id="comments" srcdoc="<article>The second box was late again.</article><p>Another.</p>"></iframe>
	<iframe id="editor" srcdoc="<body contenteditable='true'></body>"></iframe>
	<iframe id="disqus" src="https://disqus.com/embed/comments/?t_t=Nine" width="600" height="600"></iframe>
	<section></section>
	<script>
		const inside = document.querySelector('section').attachShadow({mode: 'open'});
		inside.append(document.createElement('article'), document.createElement('textarea'));
		inside.firstChild.textContent = 'Who packs these boxes?';
	</script>`;
const disqus = readFileSync(join(root, 'tests/pages/disqus/embed.html'), 'utf8');

let server: Server;
let candor: Candor;
let page: Page;
let panel: Page;

beforeAll(async () => {
	server = await Server.start();
	candor = await Candor.launch({settings: {serverUrl: server.url, token: server.token()}, sites: []});
	await candor.context.route(/^https:\/\/(blog\.example|disqus\.com)\//, (route) =>
		route.fulfill({
			contentType: 'text/html; charset=utf-8',
			body: route.request().url().startsWith(address) ? blog : disqus,
		}),
	);
	page = await candor.open(address);
	await candor.pressToolbarButton(page);
	panel = await candor.panel();
});

afterAll(async () => {
	await candor?.close();
	server?.stop();
});

const frame = (id: string): FrameLocator => page.frameLocator(`#${id}`);

/** Select some words as a person does, with the mouse. */
async function select(words: ReturnType<FrameLocator['locator']>): Promise<void> {
	await words.click({clickCount: 3});
}

async function useSelected(): Promise<void> {
	const another = panel.getByRole('button', {name: 'Another comment'});
	if (await another.isVisible()) await another.click();
	await panel.getByRole('button', {name: 'Use the selected text'}).click();
}

const draftText = () => panel.getByLabel('Reply draft').inputValue();

async function insert(text: string): Promise<void> {
	await expect.poll(draftText, {timeout: 30_000}).not.toBe('');
	await panel.locator('[aria-label="Draft"][aria-busy="false"]').waitFor();
	await panel.getByLabel('Reply draft').fill(text);
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
}

const comment = (words: string) => panel.getByLabel('Comment', {exact: true}).getByText(words).waitFor();

test('words in a frame of the page’s own are read, and the draft goes into the frame the person wrote in', async () => {
	await select(frame('comments').locator('article'));
	await useSelected();
	await comment('The second box was late again.');
	await frame('editor').locator('body').click();
	await insert('Late twice.\n\nWhich day was it?');
	await panel.getByText('Inserted. Read it once more').waitFor();
	expect(await frame('editor').locator('body').innerText()).toBe('Late twice.\n\nWhich day was it?');
	expect(await page.getByLabel('Your address').inputValue()).toBe('');
});

test('and is taken back there', async () => {
	await panel.getByRole('button', {name: 'Undo insert'}).click();
	await panel.getByText('Taken back').waitFor();
	expect((await frame('editor').locator('body').innerText()).trim()).toBe('');
});

test('words in an open shadow root are read, and its text box is written into', async () => {
	await select(page.locator('section article'));
	await useSelected();
	await comment('Who packs these boxes?');
	await page.locator('section textarea').click();
	await insert('Ann and Bo do.');
	await panel.getByText('Inserted. Read it once more').waitFor();
	expect(await page.locator('section textarea').inputValue()).toBe('Ann and Bo do.');
});

test('a frame of another site is said by name, with what to do', async () => {
	await select(frame('disqus').locator('[data-role="message"] p').first());
	await useSelected();
	await panel
		.getByText('That part of the page is a frame of disqus.com, which Candor may not read.')
		.waitFor();
});

test('a reply box in such a frame is left alone; the draft is in the clipboard', async () => {
	await candor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await select(page.locator('section article'));
	await useSelected();
	await comment('Who packs these boxes?');
	expect(await draftText()).toBe('Ann and Bo do.'); // what was written for these words is there again
	const box = frame('disqus').locator('[contenteditable="true"]').first();
	await box.click();
	await insert('Ann and Bo do, each Friday.');
	await panel.getByText('The reply box is in a frame of disqus.com').waitFor();
	expect(await box.innerText()).toBe('');
	expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe('Ann and Bo do, each Friday.');
	expect(await draftText()).toBe('Ann and Bo do, each Friday.');
});

test('once its site is allowed, the button stands beside the comments in the frame', async () => {
	await candor.allow(['https://disqus.com/*']);
	await page.reload();
	await frame('disqus').locator('[data-role="message"] p').first().hover();
	await frame('disqus').getByRole('button', {name: "Suggest a reply to Ruth Pell's comment"}).first().click();
	await comment('You could pickle them.');
	await insert('Pickled they are, Ruth.');
	await panel.getByText('Inserted. Read it once more').waitFor();
});
