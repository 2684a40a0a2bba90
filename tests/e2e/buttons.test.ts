/** The buttons in the page: few however many comments there are, moving nothing, there for what loads later. */
import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {Candor} from './browser.ts';
import {contentScriptFile} from './places.ts';

const site = 'https://forum.example/*';
const comment = (number: number, toolbar = 'row') =>
	`<li class="comment" id="comment-${number}"><b class="comment-author">Ann ${number}</b>
	<div class="comment-content"><p>Words of comment ${number}</p></div>
	${toolbar ? `<div class="comment-actions ${toolbar}"><a href="#a">Like</a><a href="#b">Reply</a></div>` : ''}</li>`;
const page5000 = Array.from({length: 5000}, (_, index) => comment(index)).join('');
const layouts = ['row', 'spread', 'text', 'grid', '']
	.map((toolbar, index) => comment(index, toolbar))
	.join('');
const style = `<style>body { font: 16px serif; color: #ddd; background: #111 } li { margin: 12px; max-width: 500px }
	.row, .spread { display: flex; gap: 8px } .grid { display: grid; grid-auto-flow: column } .spread { justify-content: end }</style>`;

let candor: Candor;
let page: Page;

beforeAll(async () => {
	candor = await Candor.launch({settings: {serverUrl: 'http://127.0.0.1:9'}, sites: []});
	await candor.context.route(/^https:\/\/forum\.example\//, (route) => {
		const {pathname} = new URL(route.request().url());
		const list = {'/many': page5000, '/layouts': layouts}[pathname] ?? '';
		return route.fulfill({
			contentType: 'text/html; charset=utf-8',
			body: `<!doctype html><title>Forum</title>${style}<h1>Boxes</h1><ol>${list}</ol><p id="end">The end</p>`,
		});
	});
});

afterAll(async () => {
	await candor?.close();
});

const buttons = () => page.locator('candor-button');

test('nothing on the page moves when the buttons come', async () => {
	page = await candor.open('https://forum.example/layouts');
	const places = () =>
		page.evaluate(() =>
			[...document.querySelectorAll('body *:not(candor-button)')].map((element) => {
				const {x, y, width, height} = element.getBoundingClientRect();
				return [element.localName, x, y, width, height];
			}),
		);
	const before = await places();
	await candor.allow([site]);
	await expect.poll(() => buttons().count()).toBe(5);
	expect(await places()).toEqual(before);
});

test('a button has the site’s own colour, and stays unseen until its comment is pointed at or it has the focus', async () => {
	const first = buttons().first();
	expect(await first.evaluate((host) => getComputedStyle(host).opacity)).toBe('0');
	await page.locator('.comment').first().hover();
	await expect.poll(() => first.evaluate((host) => getComputedStyle(host).opacity)).toBe('1');
	const color = await first.locator('button').evaluate((button) => getComputedStyle(button).color);
	expect(color).toBe('rgb(221, 221, 221)');
	await page.locator('h1').hover();
	await expect.poll(() => first.evaluate((host) => getComputedStyle(host).opacity)).toBe('0');
	await page.locator('.comment-actions a').nth(1).focus();
	await page.keyboard.press('Tab');
	await expect.poll(() => first.evaluate((host) => getComputedStyle(host).opacity)).toBe('1');
	expect(await page.evaluate(() => document.activeElement?.localName)).toBe('candor-button');
});

test('a button that comes under a pointer which rests on its comment is seen at once', async () => {
	await page.locator('.comment').first().hover();
	await buttons()
		.first()
		.evaluate((host) => {
			const row = host.parentElement;
			host.remove();
			host.removeAttribute('data-shown');
			row?.append(document.createElement('i')); // the site draws its toolbar anew
		});
	await expect
		.poll(() =>
			buttons()
				.first()
				.evaluate((host) => getComputedStyle(host).opacity),
		)
		.toBe('1');
});

test('of 5,000 comments those near the window have a button, wherever the person scrolls to', async () => {
	await page.goto('https://forum.example/many');
	await buttons().first().waitFor({state: 'attached'});
	expect(await buttons().count()).toBeLessThan(40);
	await page.locator('#end').scrollIntoViewIfNeeded();
	await page.locator('#comment-4999 candor-button').waitFor({state: 'attached'});
	await expect.poll(() => page.locator('#comment-0 candor-button').count()).toBe(0);
	expect(await buttons().count()).toBeLessThan(40);
});

test('it listens once for all comments, and makes no element but the buttons', async () => {
	const talk = await candor.context.newCDPSession(page);
	const count = async (path: string) => {
		await page.goto(`https://forum.example${path}`);
		await page.waitForTimeout(500);
		await talk.send('HeapProfiler.collectGarbage');
		return talk.send('Memory.getDOMCounters');
	};
	const none = await count('/none');
	const many = await count('/many');
	expect(many.jsEventListeners - none.jsEventListeners).toBeLessThan(5);
});

test('comments that load later have theirs, also after the page was changed for another without loading', async () => {
	await page.goto('https://forum.example/none');
	await page.waitForTimeout(300);
	expect(await buttons().count()).toBe(0);
	const add = (html: string) =>
		page.evaluate((text) => {
			history.pushState({}, '', `/t/${Math.random()}`);
			const list = document.createElement('ol');
			list.setHTMLUnsafe(text);
			document.querySelector('ol')?.replaceWith(list);
		}, html);
	await add(comment(1) + comment(2));
	await page.locator('#comment-2 candor-button').waitFor({state: 'attached'});
	await add(comment(3));
	await page.locator('#comment-3 candor-button').waitFor({state: 'attached'});
	expect(await buttons().count()).toBe(1);
	await page.evaluate(() => document.querySelector('.comment-actions')?.replaceChildren());
	await page.evaluate(() => document.querySelector('.comment-actions')?.append(document.createElement('a')));
	await expect.poll(() => page.locator('#comment-3 candor-button').count()).toBe(1);
});

test('the content script is small', () => {
	expect(gzipSync(readFileSync(contentScriptFile)).length).toBeLessThan(60_000);
});
