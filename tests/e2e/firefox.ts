/** Firefox with the extension, pages at their sites' addresses, and the real sidebar. */
import {type ChildProcess, spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pageAt} from './addresses.ts';
import {askToInsert} from './ask-to-insert.ts';
import {type Prepared, servedSites} from './browser.ts';
import type {Driven} from './driven.ts';
import {Marionette} from './marionette.ts';
import {findFirefox, firefoxExtensionFolder} from './places.ts';
import {portIn} from './port-file.ts';

const addOn = 'candor@candor.local';
const origin = 'moz-extension://11111111-2222-4333-8444-555555555555';
const preferences = {
	'marionette.port': 0, // any that is free
	'extensions.webextensions.uuids': JSON.stringify({[addOn]: new URL(origin).host}),
};

type Point = {x: number; y: number};
type Tabs = {page: string; extension: string};

/** Firefox, and what stands in its sidebar. */
export type Firefox = Driven & {
	/** The sidebar's words, and the draft in it. */
	readPanel(): Promise<{text: string; draft: string}>;
	/** Put words into the draft field of the sidebar. */
	write(draft: string): Promise<void>;
	/** A real click on the button in the sidebar that has these words. */
	press(button: string): Promise<void>;
};

/** Start Firefox with the sidebar open beside a page. */
export async function launchFirefox(
	settings: Prepared = {serverUrl: 'http://127.0.0.1:9'},
): Promise<Firefox> {
	const profile = mkdtempSync(join(tmpdir(), 'candor-firefox-'));
	const lines = Object.entries(preferences).map(
		([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
	);
	writeFileSync(join(profile, 'user.js'), lines.join('\n'));
	const own = ['--headless', '--no-remote', '--width', '1400', '--height', '1000', '--profile', profile];
	const remote = ['--marionette', '--remote-allow-system-access'];
	const firefox = findFirefox();
	if (!firefox) throw new Error('Found no Firefox. Install it, or set CANDOR_FIREFOX to its path.');
	const browserProcess = spawn(firefox, [...own, ...remote], {stdio: 'ignore'});
	try {
		return await drive(profile, browserProcess, settings);
	} catch (error) {
		browserProcess.kill();
		throw error;
	}
}

async function drive(profile: string, browserProcess: ChildProcess, settings: Prepared): Promise<Firefox> {
	const marionette = await Marionette.connect(await portIn(join(profile, 'MarionetteActivePort')));
	await marionette.send('Addon:Install', {path: firefoxExtensionFolder, temporary: true});
	await serveOnlyOurs(marionette);
	const tabs = await openExtensionTab(marionette);
	await allowSites(marionette, tabs, settings);
	const panel = await openSidebar(marionette);
	const pressKeys = (keys: object[]) =>
		marionette.send('WebDriver:PerformActions', {actions: [{type: 'key', id: 'keys', actions: keys}]});
	return {
		async open(url, html = pageAt(url)) {
			if (html === undefined) throw new Error(`No page of ours is at ${url}.`);
			await marionette.chrome(
				'(address, body) => void window.candorPages.set(address, body)',
				url,
				Buffer.from(html).toString('base64'),
			);
			await marionette.send('WebDriver:Navigate', {url});
		},
		page: (run, ...args) => marionette.page(run, ...args),
		isolated: (source) => marionette.isolated(source),
		click: (point) => clickAt(marionette, point),
		type: async (text) =>
			void (await pressKeys(
				[...text.replaceAll('\n', '\ue007')].flatMap((value) => [
					{type: 'keyDown', value},
					{type: 'keyUp', value},
				]),
			)),
		async pressUndo() {
			const control = process.platform === 'darwin' ? '\ue03d' : '\ue009';
			await pressKeys([
				{type: 'keyDown', value: control},
				{type: 'keyDown', value: 'z'},
				{type: 'keyUp', value: 'z'},
				{type: 'keyUp', value: control},
			]);
		},
		focusPanel: () =>
			marionette.inChrome(() =>
				clickAt(marionette, {x: panel.x + panel.width / 2, y: panel.y + panel.height / 2}),
			),
		readPanel: () =>
			inSidebar(
				marionette,
				`({body}) => ({text: body.innerText, draft: body.querySelector('textarea')?.value ?? ''})`,
			),
		write: (draft) =>
			inSidebar(
				marionette,
				`(page) => {
					const field = page.querySelector('textarea');
					field.value = ${JSON.stringify(draft)};
					field.dispatchEvent(new page.defaultView.InputEvent('input', {bubbles: true}));
				}`,
			),
		async press(button) {
			const {x, y} = await atRest(() => inSidebar<Point>(marionette, pointOf(button)));
			await marionette.inChrome(() => clickAt(marionette, {x: panel.x + x, y: panel.y + y}));
		},
		focusPage: () => marionette.chrome('() => gBrowser.selectedBrowser.focus()'),
		insert: (text, placing) => inExtension(marionette, tabs, askToInsert, {text, placing}),
		async close() {
			const gone = new Promise((resolve) => browserProcess.once('exit', resolve));
			marionette.close();
			browserProcess.kill();
			await gone;
			rmSync(profile, {recursive: true, force: true, maxRetries: 10, retryDelay: 100});
		},
	};
}

/** Answer each address that `open` names from here; nothing goes out. */
async function serveOnlyOurs(marionette: Marionette): Promise<void> {
	await marionette.chrome(`() => {
		window.candorPages = new Map();
		window.candorServing = {observe(subject) {
			const channel = subject.QueryInterface(Ci.nsIHttpChannel);
			const page = window.candorPages.get(channel.URI.spec);
			if (page === undefined) {
				if (channel.URI.host !== '127.0.0.1') channel.cancel(Cr.NS_ERROR_OFFLINE);
				return;
			}
			const made = Cc['@mozilla.org/network/replaced-http-response;1'];
			const response = made.createInstance(Ci.nsIReplacedHttpResponse);
			response.responseStatus = 200;
			response.responseStatusText = 'OK';
			response.setResponseHeader('Content-Type', 'text/html; charset=utf-8', false);
			response.responseBody = atob(page);
			channel.QueryInterface(Ci.nsIHttpChannelInternal).setResponseOverride(response);
		}};
		Services.obs.addObserver(window.candorServing, 'http-on-before-connect');
	}`);
}

/** A page of the extension in a tab behind: it speaks to the content scripts as the panel does. */
async function openExtensionTab(marionette: Marionette): Promise<Tabs> {
	const {value: page} = await marionette.send<{value: string}>('WebDriver:GetWindowHandle');
	const {handle: extension} = await marionette.send<{handle: string}>('WebDriver:NewWindow', {
		type: 'tab',
		focus: false,
	});
	await marionette.send('WebDriver:SwitchToWindow', {handle: extension, focus: false});
	await marionette.send('WebDriver:Navigate', {url: `${origin}/options.html`});
	await marionette.send('WebDriver:SwitchToWindow', {handle: page, focus: false});
	return {page, extension};
}

/** Run a function in the extension's own page, while the other stays in front. */
async function inExtension<Given, Result>(
	marionette: Marionette,
	tabs: Tabs,
	run: (given: Given) => Result,
	given: Given,
): Promise<Awaited<Result>> {
	await marionette.send('WebDriver:SwitchToWindow', {handle: tabs.extension, focus: false});
	try {
		return await marionette.page(run, given);
	} finally {
		await marionette.send('WebDriver:SwitchToWindow', {handle: tabs.page, focus: false});
	}
}

/** Give leave on the sites that are served, as the person does in a dialog of the browser's that no program can press. */
async function allowSites(marionette: Marionette, tabs: Tabs, settings: Prepared): Promise<void> {
	await marionette.chrome(
		`async (id, origins) => {
			const module = 'resource://gre/modules/ExtensionPermissions.sys.mjs';
			const {ExtensionPermissions} = ChromeUtils.importESModule(module);
			const {extension} = WebExtensionPolicy.getByID(id);
			await ExtensionPermissions.add(id, {permissions: [], origins}, extension);
		}`,
		addOn,
		servedSites,
	);
	await inExtension(
		marionette,
		tabs,
		async (stored) => {
			await chrome.storage.local.set({settings: stored});
			while ((await chrome.scripting.getRegisteredContentScripts()).length !== stored.sites.length)
				await new Promise((resolve) => setTimeout(resolve, 20));
		},
		{...settings, sites: servedSites},
	);
}

/** Open the sidebar; gives its place in the window. */
function openSidebar(marionette: Marionette): Promise<Point & {width: number; height: number}> {
	return marionette.chrome(`async () => {
		const ours = [...SidebarController.sidebars.keys()].find((name) => name.startsWith('candor'));
		await SidebarController.show(ours);
		const panel = () => SidebarController.browser.contentDocument.getElementById('webext-panels-browser');
		while (!panel()?.currentURI.spec.endsWith('/sidepanel.html')) await new Promise(requestAnimationFrame);
		const {x, y, width, height} = SidebarController.browser.getBoundingClientRect();
		return {x, y, width, height};
	}`);
}

/** Ask the sidebar's document, which belongs to another process: a function of it, given as its source. */
function inSidebar<Result>(marionette: Marionette, source: string): Promise<Result> {
	return marionette.chrome<Result>(
		`(script) => new Promise((resolve) => {
			const sidebar = SidebarController.browser.contentDocument;
			const {messageManager} = sidebar.getElementById('webext-panels-browser');
			const hear = ({data}) => {
				messageManager.removeMessageListener('candor', hear);
				resolve(data);
			};
			messageManager.addMessageListener('candor', hear);
			messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
		})`,
		`sendAsyncMessage('candor', (${source})(content.document))`,
	);
}

/** Source of a function of a document that gives the middle of the button with these words. */
const pointOf = (button: string) => `(page) => {
	const found = [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === ${JSON.stringify(button)});
	const {x, y, width, height} = found.getBoundingClientRect();
	return {x: x + width / 2, y: y + height / 2};
}`;

/** Read a place until it is the same twice in a row: findings that come move what stands below them. */
async function atRest(read: () => Promise<Point>): Promise<Point> {
	for (let last = await read(); ; ) {
		await new Promise((resolve) => setTimeout(resolve, 150));
		const now = await read();
		if (now.x === last.x && now.y === last.y) return now;
		last = now;
	}
}

async function clickAt(marionette: Marionette, {x, y}: Point): Promise<void> {
	const actions = [
		{type: 'pointerMove', x: Math.round(x), y: Math.round(y)},
		{type: 'pointerDown', button: 0},
		{type: 'pointerUp', button: 0},
	];
	const mouse = {type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions};
	await marionette.send('WebDriver:PerformActions', {actions: [mouse]});
}
