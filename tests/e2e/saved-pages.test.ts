/** Every saved page in a real browser: read as expected, and the reply goes where it should. */
import {type Browser, chromium, type Page} from 'playwright-core';
import {build} from 'vite';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {platformOf} from '../../extension/src/platforms/of-page.ts';
import {savedPages} from '../extension/saved-pages.ts';
import {findBrowser, root} from './places.ts';

declare global {
	/** What the bundle leaves in the page. */
	var readers: {platformOf: typeof platformOf};
}

let browser: Browser;
let page: Page;
let bundle: string;
let shown = '';

beforeAll(async () => {
	const entry = `${root}/extension/src/platforms/of-page.ts`;
	const lib = {entry, formats: ['iife' as const], name: 'readers', fileName: () => 'readers.js'};
	const built = await build({configFile: false, root, logLevel: 'error', build: {write: false, lib}});
	const [output] = [built].flat();
	if (!output || !('output' in output)) throw new Error('vite built nothing.');
	bundle = `${output.output[0].code}\nglobalThis.readers = readers;`;
	browser = await chromium.launch({executablePath: findBrowser(), args: ['--no-sandbox']});
	page = await browser.newPage();
	await page.route('**', (route) => {
		const saved = savedPages.find(({name}) => name === shown);
		if (saved?.expected.url !== route.request().url()) return route.abort();
		return route.fulfill({contentType: 'text/html; charset=utf-8', body: saved.html});
	});
});

afterAll(() => browser?.close());

/** Show a saved page at its site's address, its own script running; nothing else is reached. */
async function show({name, expected}: (typeof savedPages)[number]): Promise<void> {
	shown = name;
	await page.goto('about:blank');
	await page.goto(expected.url, {waitUntil: 'domcontentloaded'});
	await page.evaluate(bundle);
}

test.each(savedPages)('$name', async (saved) => {
	const {threads} = saved.expected;
	await show(saved);
	const read = await page.evaluate(() => {
		const platform = readers.platformOf(location.href);
		return [...document.querySelectorAll<HTMLElement>(platform.commentCss)]
			.filter((comment) => platform.findToolbar(comment))
			.map((comment) => platform.readThread(comment) ?? null);
	});
	expect(read).toHaveLength(threads.length);
	for (const [index, thread] of threads.entries()) {
		if (!thread) {
			expect(read[index]).toBeNull();
			continue;
		}
		const {reply, ...reading} = thread;
		expect(read[index]).toMatchObject(reading);
		if (reply) expect(await outcome(saved, index, reply.box)).toMatch(reply.says ?? 'the box');
	}
});

/** 'the box', what else was found, or the sentence that was said. */
async function outcome(saved: (typeof savedPages)[number], index: number, box = ''): Promise<string> {
	await show(saved);
	return page.evaluate(
		async ({at, css}) => {
			const platform = readers.platformOf(location.href);
			const comment = [...document.querySelectorAll<HTMLElement>(platform.commentCss)].filter((each) =>
				platform.findToolbar(each),
			)[at] as HTMLElement;
			try {
				const found = await platform.findReplyBox(comment);
				return css && found === document.querySelector(css) ? 'the box' : found.outerHTML;
			} catch (error) {
				return String(error);
			}
		},
		{at: index, css: box},
	);
}
