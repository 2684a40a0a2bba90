/**
 * What the content script costs a page, measured by hand: `npm run cost`, or with a platform's name and the number of runs,
 * `npm run cost -- instagram 5`. Chromium's own counters on a page of 5,000 comments at an allowed site, less those of the
 * same page where the extension is not; the page's own script and pictures are left out. Medians of several runs.
 */
import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import type {CDPSession, Page} from 'playwright-core';
import {siteOf} from '../../extension/src/sites.ts';
import {savedPages} from '../extension/saved-pages.ts';
import {Candor} from './browser.ts';
import {contentScriptFile} from './places.ts';

const words = process.argv.slice(2);
const runs = Number(words.find((word) => /^\d+$/.test(word)) ?? 5);
const chosen = words.filter((word) => !/^\d+$/.test(word));
const count = 5000;

/** The saved pages; what is repeated in each, a thread or a row of a list without threads; and what is a comment in it. */
const parts: Record<string, [part: string, comment: string]> = {
	'youtube/watch': ['ytd-comment-thread-renderer', 'ytd-comment-view-model, ytd-comment-renderer'],
	'youtube/studio': ['ytcp-comment-thread', 'ytcp-comment'],
	'youtube/mobile': ['ytm-comment-thread-renderer', 'ytm-comment-renderer'],
	'x/status': ['[data-testid="cellInnerDiv"]:not(:has([tabindex="-1"]))', 'article'],
	'facebook/page': ['.xthread', '[role="article"]'],
	'facebook/group': ['[aria-posinset] > div > [aria-label^="Comment by"]', '[role="article"]'],
	'instagram/post': ['.x1 > .x78zum5', 'a[href*="/c/"] time'],
	'linkedin/classic': ['.comments-thread-entity', 'article'],
	'linkedin/current': ['[data-testid="9a-commentList"] > *', '[data-testid="expandable-text-box"]'],
	'reddit/post': ['shreddit-comment-tree > shreddit-comment', 'shreddit-comment'],
	'reddit/old': ['.commentarea > .sitetable > .comment', '.comment'],
	'tiktok/video': ['[class*="DivCommentObjectWrapper"]', '[class*="DivCommentItemWrapper"]'],
	'mastodon/thread': ['.status__wrapper:not(.status__quote *)', '.status__action-bar'],
	'bluesky/thread': [
		'[data-testid="postThreadScreen"] > div:has(> [role="link"])',
		'[data-testid="replyBtn"]',
	],
	'discourse/topic': ['.topic-post:not([data-post-number="1"])', 'article'],
	'github/issue': ['[data-wrapper-timeline-id^="IC"]', '.react-issue-comment'],
	'github/pull': ['.js-comment-container:has(.review-comment)', '.review-comment'],
	'hacker-news/item': ['tr.comtr', 'tr.comtr'],
	'wordpress/post': ['.comment-list > li.comment', 'li.comment'],
	'trustpilot/company': [':has(> [data-service-review-card-paper])', '[data-service-review-card-paper]'],
	'google-business/list': ['#list > :has(article)', 'article'],
	'disqus/embed': ['#post-list > li.post', 'li.post'],
	'discord/channel': ['ol > li', 'li'],
	'generic/markup': ['[role="comment"]:not([role="comment"] *)', '[role="comment"]'],
};

type Cost = {load: number; task: number; added: number; heap: number; hosts: number};

/** A saved page with so many comments, and 100 more of them. Filled in a browser, where selectors find its parts. */
function fill(
	page: Page,
	asked: Pick<Kind, 'html' | 'part' | 'comment'> & {comments: number},
): Promise<{html: string; more: string}> {
	return page.evaluate(({html, part, comment, comments}) => {
		const parsed = new DOMParser().parseFromString(html, 'text/html');
		for (const left of parsed.querySelectorAll('script, iframe')) left.remove();
		for (const image of parsed.querySelectorAll('img')) image.removeAttribute('src');
		const all = [...parsed.querySelectorAll(part)];
		const [first] = all;
		const place = first?.parentElement;
		const each = first ? first.querySelectorAll(comment).length + Number(first.matches(comment)) : 0;
		if (!first || !place || !each) throw new Error(`${part} has no comment to repeat.`);
		for (const other of all) other.remove();
		const repeated = (number: number) => first.outerHTML.repeat(Math.round(number / each));
		place.dataset.place = '';
		place.append('@comments@');
		return {
			html: `<!doctype html>${parsed.documentElement.outerHTML.replace('@comments@', () => repeated(comments))}`,
			more: repeated(100),
		};
	}, asked);
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
			const place = document.querySelector('[data-place]') ?? document.body;
			const range = document.createRange();
			range.selectNodeContents(place); // rows of a table are parsed as such
			place.append(range.createContextualFragment(html));
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

/** One saved page, ready to be measured. */
type Kind = {name: string; html: string; part: string; comment: string; on: string; off: string};

async function measurePage({name, html, part, comment, on, off}: Kind, comments: number): Promise<void> {
	const page = await candor.context.newPage();
	page.setDefaultTimeout(180_000);
	const filled = await fill(page, {html, part, comment, comments});
	await page.route(/^https:/, (route) =>
		route.request().resourceType() === 'document'
			? route.fulfill({contentType: 'text/html; charset=utf-8', body: filled.html})
			: route.abort(),
	);
	// Without comments, what is added is none either.
	const more = comments > 0 ? filled.more : '<p><b>words</b> <i>of the page</i></p>'.repeat(100);
	const withCandor: Cost[] = [];
	const without: Cost[] = [];
	for (let run = 0; run < runs; run++) {
		without.push(await measure(page, off, more));
		withCandor.push(await measure(page, on, more));
	}
	await page.close();
	const less = (what: keyof Cost) =>
		median(withCandor.map((cost) => cost[what])) - median(without.map((cost) => cost[what]));
	say(
		`${name}, ${comments} comments: scripting at load ${less('load').toFixed(1)} ms (all tasks ` +
			`${less('task').toFixed(0)} ms), per 100 added ${less('added').toFixed(2)} ms, JS heap ` +
			`${less('heap').toFixed(2)} MB, buttons in the page ${median(withCandor.map(({hosts}) => hosts))}`,
	);
}

const kinds = Object.entries(parts)
	.filter(([name]) => chosen.length === 0 || chosen.some((word) => name.startsWith(word)))
	.map(([name, [part, comment]]) => {
		const saved = savedPages.find((page) => page.name === `${name}.html`);
		const site = saved && siteOf(saved.expected.url);
		if (!saved || !site) throw new Error(`tests/pages has no ${name}.html.`);
		const on = saved.expected.url;
		return {
			name,
			part,
			comment,
			html: saved.html,
			on,
			off: on.replace('://', '://off-'),
			pattern: site.pattern,
		};
	});
const sites = [...new Set(kinds.map(({pattern}) => pattern))];
const candor = await Candor.launch({settings: {serverUrl: 'http://127.0.0.1:1'}, sites});
try {
	const script = readFileSync(contentScriptFile);
	say(`content script: ${(gzipSync(script).length / 1000).toFixed(1)} kB gzip`);
	say(`medians of ${runs} runs, with Candor less without`);
	for (const kind of kinds) {
		await measurePage(kind, count);
		if (kind.name === 'youtube/watch') await measurePage(kind, 0);
	}
} finally {
	await candor.close();
}
