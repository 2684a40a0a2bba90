/**
 * What the content script costs a page, measured by hand (`npm run cost`, or with the number of runs after --): Chromium's own counters on a page of 5,000
 * comments at an allowed site, less those of the same page where the extension is not. Medians of several runs.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import type {CDPSession, Page} from 'playwright-core';
import {Candor} from './browser.ts';
import {contentScriptFile, root} from './places.ts';

const runs = Number(process.argv[2] ?? 5);
const count = 5000;

/** Each page at an address where the button stands, and at one where it does not; a part with comments is repeated to fill it. */
const pages = [
	{
		name: 'YouTube',
		on: 'https://www.youtube.com/watch?v=box1',
		off: 'https://www.youtube-off.test/watch?v=box1',
		saved: 'youtube/watch.html',
		part: /<ytd-comment-thread-renderer[\s\S]*?<\/ytd-comment-thread-renderer>/,
		comment: /<ytd-comment-(view-model|renderer)\b/g,
	},
	{
		name: 'X',
		on: 'https://x.com/HollowFarm/status/1003',
		off: 'https://x-off.test/HollowFarm/status/1003',
		saved: 'x/status.html',
		part: /<article(?![^>]*tabindex="-1")[\s\S]*?<\/article>/,
		comment: /<article\b/g,
	},
];

type Cost = {load: number; task: number; added: number; heap: number; hosts: number};

/** A saved page without its scripts, with so many comments; and 100 more of them. */
function filled(
	{saved, part, comment}: (typeof pages)[number],
	comments: number,
): {html: string; more: string} {
	const page = readFileSync(join(root, 'tests/pages', saved), 'utf8').replace(
		/<script[\s\S]*?<\/script>|<img[^>]*>/g,
		'',
	);
	const one = part.exec(page)?.[0];
	const each = one?.match(comment)?.length;
	if (!one || !each) throw new Error(`${saved} has no comment to repeat.`);
	const many = (number: number) => one.repeat(Math.round(number / each));
	const bare = page.replace(new RegExp(part, 'g'), '');
	return {html: bare.replace('</body>', () => `<main>${many(comments)}</main></body>`), more: many(100)};
}

async function counters(talk: CDPSession): Promise<Record<string, number>> {
	const {metrics} = await talk.send('Performance.getMetrics');
	return Object.fromEntries(metrics.map(({name, value}) => [name, value]));
}

async function heapOf(talk: CDPSession): Promise<number> {
	for (let round = 0; round < 2; round++) await talk.send('HeapProfiler.collectGarbage');
	return (await counters(talk)).JSHeapUsedSize ?? 0;
}

async function measure(page: Page, url: string, more: string): Promise<Cost> {
	const talk = await page.context().newCDPSession(page);
	await page.goto('about:blank');
	await talk.send('Performance.enable', {timeDomain: 'threadTicks'}); // a busy machine does not count
	await page.goto(url);
	await page.waitForTimeout(1500);
	const loaded = await counters(talk);
	const heap = await heapOf(talk);
	const before = await counters(talk);
	for (let round = 0; round < 5; round++) {
		await page.evaluate((html) => {
			const range = document.createRange();
			document.querySelector('main')?.append(range.createContextualFragment(html));
		}, more);
		await page.waitForTimeout(200);
	}
	const after = await counters(talk);
	const hosts = await page.locator('candor-button').count();
	await talk.detach();
	const ms = (name: string, now: Record<string, number>, then: Record<string, number> = {}) =>
		((now[name] ?? 0) - (then[name] ?? 0)) * 1000;
	return {
		load: ms('ScriptDuration', loaded),
		task: ms('TaskDuration', loaded),
		added: ms('ScriptDuration', after, before) / 5,
		heap: heap / 1e6,
		hosts,
	};
}

function median(values: number[]): number {
	const sorted = [...values].sort((left, right) => left - right);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

const candor = await Candor.launch({settings: {serverUrl: 'http://127.0.0.1:1'}});
try {
	const script = readFileSync(contentScriptFile);
	say(`content script: ${(gzipSync(script).length / 1000).toFixed(1)} kB gzip`);
	say(`medians of ${runs} runs, with Candor less without`);
	for (const kind of pages) {
		for (const comments of [count, 0]) {
			const {html, more} = filled(kind, comments);
			const page = await candor.context.newPage();
			page.setDefaultTimeout(180_000);
			await page.route(/^https:/, (route) =>
				route.request().resourceType() === 'document'
					? route.fulfill({contentType: 'text/html; charset=utf-8', body: html})
					: route.abort(),
			);
			// Without comments, what is added is none either.
			const fresh = comments > 0 ? more : '<p><b>words</b> <i>of the page</i></p>'.repeat(100);
			const on: Cost[] = [];
			const off: Cost[] = [];
			for (let run = 0; run < runs; run++) {
				off.push(await measure(page, kind.off, fresh));
				on.push(await measure(page, kind.on, fresh));
			}
			await page.close();
			const less = (name: keyof Cost) =>
				median(on.map((cost) => cost[name])) - median(off.map((cost) => cost[name]));
			say(
				`${kind.name}, ${comments} comments: scripting at load ${less('load').toFixed(1)} ms (all tasks ` +
					`${less('task').toFixed(0)} ms), per 100 added ${less('added').toFixed(2)} ms, JS heap ` +
					`${less('heap').toFixed(2)} MB, buttons in the page ${median(on.map(({hosts}) => hosts))}`,
			);
		}
	}
} finally {
	await candor.close();
}
