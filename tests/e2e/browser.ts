/** Chromium with the extension, the saved pages at their sites' addresses, and the real side panel. */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {type Browser, type BrowserContext, chromium, type Page, type Worker} from 'playwright-core';
import {editorsFolder, extensionFolder, findBrowser, root} from './places.ts';

const flags = [
	`--disable-extensions-except=${extensionFolder}`,
	`--load-extension=${extensionFolder}`,
	'--remote-debugging-port=0', // for the second connection
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** What is served at which address: the saved pages, and one with all editors. */
const pages: [RegExp, () => string][] = [
	[/^https:\/\/www\.youtube\.com\/watch/, () => saved('youtube/watch.html')],
	[/^https:\/\/x\.com\/\w+\/status/, () => saved('x/status.html')],
	[/^https:\/\/www\.reddit\.com\/r\//, () => saved('reddit/post.html')],
	[/^https:\/\/old\.reddit\.com\/r\//, () => saved('reddit/old.html')],
	[/^https:\/\/www\.reddit\.com\/editors$/, editorsPage],
];

const saved = (name: string) => readFileSync(join(root, 'tests/pages', name), 'utf8');

function editorsPage(): string {
	const html = readFileSync(join(import.meta.dirname, 'editors-page/index.html'), 'utf8');
	// The bundle is put into the page: no second address has to be served.
	const script = readFileSync(join(editorsFolder, 'editors.js'), 'utf8').replaceAll('</script', '<\\/script');
	return html.replace('<!-- script -->', () => `<script type="module">${script}</script>`);
}

/** What the panel is told before it opens. */
export type Prepared = {serverUrl: string; token?: string};

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
		profile = mkdtempSync(join(tmpdir(), 'candor-profile-')),
		settings,
		headless = true,
	}: {
		profile?: string;
		settings?: Prepared;
		headless?: boolean;
	} = {}): Promise<Candor> {
		const context = await chromium.launchPersistentContext(profile, {
			executablePath: findBrowser(),
			headless,
			args: flags,
			viewport: headless ? {width: 1000, height: 900} : null,
		});
		await context.route(/^https:/, async (route) => {
			const page = pages.find(([address]) => address.test(route.request().url()));
			if (page) await route.fulfill({contentType: 'text/html; charset=utf-8', body: page[1]()});
			else await route.abort();
		});
		const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
		if (settings)
			await worker.evaluate(
				async (stored) => void (await chrome.storage.local.set({settings: stored})),
				settings,
			);
		return new Candor(context, worker, profile);
	}

	/** Open an address in the first tab. */
	async open(url: string): Promise<Page> {
		const page = this.context.pages()[0] ?? (await this.context.newPage());
		await page.goto(url);
		return page;
	}

	/** The real side panel, once it is open. Playwright's own connection never lists it; a second one does. */
	async panel(): Promise<Page> {
		const [port] = readFileSync(join(this.#profile, 'DevToolsActivePort'), 'utf8').split('\n');
		const end = Date.now() + 10_000;
		while (Date.now() < end) {
			const second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
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
		const [port] = readFileSync(join(this.#profile, 'DevToolsActivePort'), 'utf8').split('\n');
		const second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
		const talk = await second.newBrowserCDPSession();
		const {processInfo} = await talk.send('SystemInfo.getProcessInfo');
		await second.close();
		const browser = processInfo.find(({type}) => type === 'browser');
		if (!browser) throw new Error('The browser names no process of its own.');
		return browser.id;
	}
}
