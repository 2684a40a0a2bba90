/** Keeps the browser's list of content scripts at what the person allowed. */
import {browser} from 'wxt/browser';
import type {Message} from './messages';
import {bringReader, contentScript} from './reader';
import {changeSettings, readSettings} from './settings';
import {isInFrames, originOf, storedSite} from './sites';

let last: Promise<void> = Promise.resolve();

/** Register the content script on the allowed sites and on no other. One after another, however often it is called. */
export function registerSites(): Promise<void> {
	last = last.then(register);
	return last;
}

async function register(): Promise<void> {
	const sites = await allowedSites();
	await browser.scripting.unregisterContentScripts();
	await browser.scripting.registerContentScripts(
		sites.map(storedSite).map((site) => ({
			id: site.pattern,
			matches: [site.pattern],
			js: [contentScript],
			runAt: 'document_idle',
			allFrames: isInFrames(site),
			matchOriginAsFallback: !site.isKnown, // a page of the person's own may write its frames itself
			persistAcrossSessions: true,
		})),
	);
}

/** The stored sites, less those whose permission was taken back in the browser's own settings. */
async function allowedSites(): Promise<string[]> {
	const {sites} = await readSettings();
	const isAllowed = await Promise.all(
		sites.map((pattern) => browser.permissions.contains({origins: [originOf(pattern)]})),
	);
	const allowed = sites.filter((_, index) => isAllowed[index]);
	if (allowed.length < sites.length) await changeSettings({sites: allowed});
	return allowed;
}

/** Pages that are open hear of changed sites at once; those of a new site get the content script first. */
export async function tellOpenPages(added: string[]): Promise<void> {
	await Promise.all((await openTabs(added)).map((tabId) => attempt(() => bringReader(tabId))));
	const tell = (tabId: number) => browser.tabs.sendMessage(tabId, {name: 'sitesChanged'} satisfies Message);
	await Promise.all((await openTabs()).map((tabId) => attempt(() => tell(tabId))));
}

/** After an update the scripts in open pages are cut off; new ones take their places. */
export async function renewOpenPages(): Promise<void> {
	const renew = (tabId: number) =>
		browser.scripting.executeScript({target: {tabId, allFrames: true}, files: [contentScript]});
	await Promise.all((await openTabs(await allowedSites())).map((tabId) => attempt(() => renew(tabId))));
}

/** The open tabs, or only those of some sites. */
async function openTabs(sites?: string[]): Promise<number[]> {
	if (sites?.length === 0) return [];
	const tabs = await browser.tabs.query({url: sites?.map(originOf)});
	return tabs.flatMap(({id}) => id ?? []);
}

/** Most pages have no script of ours, and some cannot be touched at all. */
async function attempt(act: () => Promise<unknown>): Promise<void> {
	try {
		await act();
	} catch (error) {
		console.debug('A page that Candor is not on.', error);
	}
}
