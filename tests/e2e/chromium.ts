/** Chromium whose page loses the focus when the panel gets it: where Playwright launches, every page thinks it has it. */
import {type ChildProcess, spawn} from 'node:child_process';
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {type Browser, chromium, type Page} from 'playwright-core';
import {pageAt} from './addresses.ts';
import {askToInsert} from './ask-to-insert.ts';
import {flags, freshProfile, prepare, servedSites} from './browser.ts';
import type {Driven} from './driven.ts';
import {findBrowser} from './places.ts';
import {portIn} from './port-file.ts';

/** Start Chromium with the panel open beside a page. */
export async function launchChromium(): Promise<Driven> {
	const profile = freshProfile();
	const own = ['--headless', '--window-size=1400,1000', `--user-data-dir=${profile}`, 'about:blank'];
	const browserProcess = spawn(findBrowser(), [...flags, ...own], {stdio: 'ignore'});
	try {
		return await drive(profile, browserProcess);
	} catch (error) {
		browserProcess.kill();
		throw error;
	}
}

async function drive(profile: string, browserProcess: ChildProcess): Promise<Driven> {
	const port = await portIn(join(profile, 'DevToolsActivePort'));
	const connect = () => chromium.connectOverCDP(`http://127.0.0.1:${port}`, {noDefaults: true});
	const first = await connect();
	const shown = new Map<string, string>();
	const page = await openPage(first, shown);
	const {second, panel} = await openPanel(page, connect);

	return {
		async open(url, html) {
			if (html !== undefined) shown.set(url, html);
			await page.goto(url, {waitUntil: 'domcontentloaded'});
		},
		page: (run, ...args) => page.evaluate(`(${run})(...${JSON.stringify(args)})`),
		isolated: (source) => runIsolated(page, source),
		click: ({x, y}) => page.mouse.click(x, y),
		type: (text) => page.keyboard.type(text),
		pressUndo: () => page.keyboard.press('ControlOrMeta+z'),
		async focusPanel() {
			await panel.mouse.click(180, 400);
			await panel.bringToFront(); // a click over this protocol gives the focus and takes it from nobody
		},
		focusPage: () => page.bringToFront(),
		insert: (text, placing) => panel.evaluate(askToInsert, {text, placing}),
		async close() {
			const gone = new Promise((resolve) => browserProcess.once('exit', resolve));
			await (await first.newBrowserCDPSession()).send('Browser.close');
			await Promise.all([gone, second.close(), first.close()]);
			rmSync(profile, {recursive: true, force: true, maxRetries: 10, retryDelay: 100});
		},
	};
}

async function openPage(browser: Browser, shown: Map<string, string>): Promise<Page> {
	const [context] = browser.contexts();
	if (!context) throw new Error('Chromium has no window.');
	await context.route(/^https?:/, async (route) => {
		const url = route.request().url();
		const body = shown.get(url) ?? pageAt(url);
		if (body) await route.fulfill({contentType: 'text/html; charset=utf-8', body});
		else await route.abort();
	});
	const page = context.pages()[0] ?? (await context.newPage());
	const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
	await prepare(context, worker, {serverUrl: 'http://127.0.0.1:9', sites: servedSites});
	return page;
}

/** A click beside a comment opens the panel; a connection made after that lists it. */
async function openPanel(page: Page, connect: () => Promise<Browser>) {
	await page.goto('https://www.youtube.com/watch?v=box1');
	await page.locator('#content-text').first().hover();
	await page.locator('candor-button button').first().click();
	for (let tries = 0; tries < 50; tries++) {
		const second = await connect();
		const pages = second.contexts().flatMap((context) => context.pages());
		const panel = pages.find((one) => one.url().endsWith('/sidepanel.html'));
		if (panel) return {second, panel};
		await second.close();
		await sleep(100);
	}
	throw new Error('The side panel did not open.');
}

async function runIsolated<Result>(page: Page, expression: string): Promise<Result> {
	const talk = await page.context().newCDPSession(page);
	const {frameTree} = await talk.send('Page.getFrameTree');
	const {executionContextId: contextId} = await talk.send('Page.createIsolatedWorld', {
		frameId: frameTree.frame.id,
	});
	const {result, exceptionDetails} = await talk.send('Runtime.evaluate', {
		contextId,
		expression,
		returnByValue: true,
		awaitPromise: true,
	});
	await talk.detach();
	if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
	return result.value;
}
