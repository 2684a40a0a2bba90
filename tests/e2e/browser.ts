/** Chromium with the extension, the saved pages at their sites' addresses, and the real side panel. */
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {type Browser, type BrowserContext, chromium, type Page, type Worker} from 'playwright-core';
import {pageAt} from './addresses.ts';
import {extensionFolder, findBrowser} from './places.ts';

export const flags = [
	`--disable-extensions-except=${extensionFolder}`,
	`--load-extension=${extensionFolder}`,
	'--remote-debugging-port=0', // for the second connection
	'--enable-unsafe-extension-debugging', // lets it press the toolbar button
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** What the panel is told before it opens. */
export type Prepared = {serverUrl: string; token?: string};

/** The sites whose pages are served here; the button stands on them unless a test says otherwise. */
export const servedSites = [
	'https://www.youtube.com/*',
	'https://studio.youtube.com/*',
	'https://m.youtube.com/*',
	'https://x.com/*',
	'https://www.facebook.com/*',
	'https://www.instagram.com/*',
	'https://www.linkedin.com/*',
	'https://www.tiktok.com/*',
	'https://www.reddit.com/*',
	'https://old.reddit.com/*',
	'https://greens.example/*',
	'https://table.example/*',
	'https://box.example/*',
	'https://github.com/*',
	'https://business.google.com/*',
	'https://news.ycombinator.com/*',
];

/** The id that the key in the manifest gives. */
const extensionId = 'jpdolefhbapieiklgkbndhfjblbnapnd';

/**
 * A profile in which the person has once said yes to every site: asked again, the browser agrees without its dialog,
 * which no program can press. That the extension has to ask, and may be refused, stays as it is.
 */
export function freshProfile(): string {
	const profile = mkdtempSync(join(tmpdir(), 'candor-profile-'));
	const agreed = {api: [], explicit_host: ['https://*/*'], manifest_permissions: [], scriptable_host: []};
	const preferences = {extensions: {settings: {[extensionId]: {runtime_granted_permissions: agreed}}}};
	mkdirSync(join(profile, 'Default'));
	writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
	return profile;
}

/** A running browser. Its profile stays, so that it can be killed and started again. */
export class Candor {
	readonly context: BrowserContext;
	readonly worker: Worker;
	readonly #profile: string;
	readonly #seconds: Browser[] = [];

	private constructor(context: BrowserContext, worker: Worker, profile: string) {
		this.context = context;
		this.worker = worker;
		this.#profile = profile;
	}

	static async launch({
		profile = freshProfile(),
		settings,
		sites = servedSites,
		headless = true,
	}: {
		profile?: string;
		settings?: Prepared;
		/** Where the button stands; what a profile that was used before has stays as it is. */
		sites?: string[];
		headless?: boolean;
	} = {}): Promise<Candor> {
		const context = await chromium.launchPersistentContext(profile, {
			executablePath: findBrowser(),
			headless,
			args: flags,
			viewport: headless ? {width: 1000, height: 900} : null,
		});
		await context.route(/^https:/, async (route) => {
			const body = pageAt(route.request().url());
			if (body) await route.fulfill({contentType: 'text/html; charset=utf-8', body});
			else await route.abort();
		});
		const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
		if (settings) await prepare(context, worker, {...settings, sites});
		return new Candor(context, worker, profile);
	}

	/** Put the button on these sites and no other, as the settings page does. */
	async allow(sites: string[]): Promise<void> {
		await actAsPerson(
			this.context,
			async (origins) => {
				await chrome.permissions.request({origins});
				const {settings} = await chrome.storage.local.get<{settings: object}>('settings');
				await chrome.storage.local.set({settings: {...settings, sites: origins}});
			},
			sites,
		);
	}

	/** The sites that the extension may read now. */
	async leave(): Promise<string[] | undefined> {
		return this.worker.evaluate(async () => (await chrome.permissions.getAll()).origins);
	}

	/** Open an address in the first tab. */
	async open(url: string): Promise<Page> {
		const page = this.context.pages()[0] ?? (await this.context.newPage());
		await page.goto(url);
		return page;
	}

	/** Press Candor's button in the browser's toolbar, as the person does on the page in front: this gives activeTab. */
	async pressToolbarButton(page: Page): Promise<void> {
		const second = await this.#connect();
		const talk = await second.newBrowserCDPSession();
		const {targetInfos} = await talk.send('Target.getTargets', {filter: [{type: 'tab'}]});
		const tab = targetInfos.find(({url}) => url === page.url());
		// Playwright does not know this one yet.
		const send = talk.send as unknown as (method: string, params: object) => Promise<void>;
		await send.call(talk, 'Extensions.triggerAction', {id: extensionId, targetId: tab?.targetId});
		await second.close();
	}

	#connect(): Promise<Browser> {
		const [port] = readFileSync(join(this.#profile, 'DevToolsActivePort'), 'utf8').split('\n');
		return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
	}

	/** The real side panel, once it is open. Playwright's own connection never lists it; a second one does. */
	async panel(): Promise<Page> {
		const end = Date.now() + 10_000;
		while (Date.now() < end) {
			const second = await this.#connect();
			const panel = second
				.contexts()
				.flatMap((context) => context.pages())
				.find((page) => page.url().endsWith('/sidepanel.html'));
			if (panel) {
				this.#seconds.push(second);
				return panel;
			}
			await second.close();
			await sleep(200);
		}
		throw new Error('The side panel did not open.');
	}

	/** kill -9; gives the profile for the next start. */
	async kill(): Promise<string> {
		for (const second of this.#seconds) await second.close();
		const id = await this.#processId();
		process.kill(id, 'SIGKILL');
		await this.context.close().catch((error: unknown) => error); // it is gone already
		return this.#profile;
	}

	async close(): Promise<void> {
		for (const second of this.#seconds) await second.close();
		await this.context.close();
		rmSync(this.#profile, {recursive: true, force: true, maxRetries: 3});
	}

	async #processId(): Promise<number> {
		const second = await this.#connect();
		const talk = await second.newBrowserCDPSession();
		const {processInfo} = await talk.send('SystemInfo.getProcessInfo');
		await second.close();
		const browser = processInfo.find(({type}) => type === 'browser');
		if (!browser) throw new Error('The browser names no process of its own.');
		return browser.id;
	}
}

/** Give leave on sites, store settings, and wait until the content scripts are registered. */
export async function prepare(
	context: BrowserContext,
	worker: Worker,
	settings: Prepared & {sites: string[]},
): Promise<void> {
	if (settings.sites.length > 0)
		await actAsPerson(context, (origins) => chrome.permissions.request({origins}), settings.sites);
	await worker.evaluate(async (stored) => {
		await chrome.storage.local.set({settings: stored});
		while ((await chrome.scripting.getRegisteredContentScripts()).length !== stored.sites.length)
			await new Promise((resolve) => setTimeout(resolve, 20));
	}, settings);
}

/** Call a function of the extension's as in a click of the person's, on a page of the extension. */
async function actAsPerson<Given>(
	context: BrowserContext,
	act: (given: Given) => unknown,
	given: Given,
): Promise<void> {
	const page = await context.newPage();
	await page.goto(`chrome-extension://${extensionId}/options.html`);
	const talk = await context.newCDPSession(page);
	const {exceptionDetails} = await talk.send('Runtime.evaluate', {
		expression: `(${act})(${JSON.stringify(given)})`,
		awaitPromise: true,
		userGesture: true,
	});
	await page.close();
	if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}
