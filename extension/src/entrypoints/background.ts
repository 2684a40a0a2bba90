/** Opens the panel and tells it what was asked for. Calls no server and keeps nothing of its own. */
import {type Browser, browser} from 'wxt/browser';
import {defineBackground} from 'wxt/utils/define-background';
import {
	type Answer,
	type Asked,
	askedKey,
	type Called,
	calledKey,
	isMessage,
	type Message,
} from '../messages';
import {readSelected, wordsAlone} from '../reader';
import {onSettingsChanged, readSettings} from '../settings';
import {registerSites, renewOpenPages, tellOpenPages} from '../site-scripts';
import {isWithin} from '../sites';

const menuId = 'suggest-reply';

export default defineBackground(() => {
	browser.runtime.onInstalled.addListener(() => {
		browser.contextMenus.create({id: menuId, title: 'Suggest reply', contexts: ['selection']});
		void registerSites().then(renewOpenPages); // an update drops what was registered
	});
	browser.runtime.onStartup.addListener(() => void registerSites());
	browser.permissions.onRemoved.addListener(() => void registerSites());
	onSettingsChanged((settings, before) => void followSites(settings.sites, before.sites));
	// Chromium: content scripts run inside of pages, so settings, token and drafts are out of their reach.
	void browser.storage.local.setAccessLevel?.({accessLevel: 'TRUSTED_CONTEXTS'});

	browser.action.onClicked.addListener((tab) => {
		void openPanel(tab.windowId);
		void tellCalled(tab.windowId);
	});
	browser.contextMenus.onClicked.addListener((info, tab) => {
		if (info.menuItemId === menuId && tab) void suggestSelected(tab, info.selectionText);
	});
	browser.commands.onCommand.addListener((command, tab) => {
		if (command === 'suggest-reply' && tab) void suggestSelected(tab);
	});
	browser.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: unknown) => void) => {
		// Only our own content scripts and pages speak here; there is no externally_connectable.
		if (sender.id !== browser.runtime.id || !isMessage(message)) return false;
		const answer = hear(message, sender);
		if (!answer) return false;
		void answer.then(reply);
		return true;
	});
});

async function followSites(sites: string[], before: string[]): Promise<void> {
	if (sites.join() === before.join()) return;
	await registerSites();
	await tellOpenPages(sites.filter((pattern) => !before.includes(pattern)));
}

/** Tell the panel that the person called Candor on the tab in front: now its address may be known. */
function tellCalled(windowId: number, problem = ''): Promise<void> {
	return browser.storage.session.set({[calledKey(windowId)]: {problem, at: Date.now()} satisfies Called});
}

function hear(message: Message, sender: Browser.runtime.MessageSender): Promise<unknown> | undefined {
	const {tab, frameId} = sender;
	if (message.name === 'isOn') return isOn(addressOf(sender));
	if (message.name !== 'suggest' || tab?.id === undefined) return undefined;
	const opened = openPanel(tab.windowId); // first: opening must happen in the person's click
	return suggest(opened, tab.windowId, {comment: message.comment, tabId: tab.id, frameId, at: Date.now()});
}

async function suggest(opened: Promise<boolean>, windowId: number, asked: Asked): Promise<Answer<'suggest'>> {
	await browser.storage.session.set({[askedKey(windowId)]: asked});
	return {isPanelOpen: await opened};
}

/** A frame that its page wrote itself has no address of its own, but the page's origin. */
function addressOf({url = '', origin = ''}: Browser.runtime.MessageSender): string {
	return url.startsWith('http') ? url : origin;
}

async function isOn(address: string): Promise<Answer<'isOn'>> {
	const {sites} = await readSettings();
	return {isOn: URL.canParse(address) && isWithin(sites, address)};
}

/**
 * Read the selected words of a tab and hand them to the panel. Needs activeTab, which the menu and the shortcut give.
 * The menu knows the words alone too, where they stand in a frame that nobody may enter.
 */
async function suggestSelected({id: tabId, windowId}: Browser.tabs.Tab, words = ''): Promise<void> {
	const opened = openPanel(windowId);
	if (tabId === undefined) return;
	const {found, problem} = await readSelected(tabId);
	const comment = found?.comment ?? (words.trim() ? wordsAlone(words.trim()) : undefined);
	await tellCalled(windowId, comment ? '' : problem);
	if (comment)
		await suggest(opened, windowId, {comment, tabId, frameId: found?.frameId ?? 0, at: Date.now()});
}

/** Open the panel beside a window's pages. false: it is closed, and the browser wants the person to open it. */
async function openPanel(windowId: number): Promise<boolean> {
	try {
		if (import.meta.env.FIREFOX) await sidebar().open();
		else await browser.sidePanel.open({windowId});
		return true;
	} catch (error) {
		console.debug('The browser did not let the panel open.', error);
		// Firefox opens it for its own buttons and keys only, not for a button in a page; it may be open already.
		return import.meta.env.FIREFOX ? sidebar().isOpen({windowId}) : false;
	}
}

/** Firefox's own API for the panel, which the types of Chromium lack. */
type Sidebar = {open: () => Promise<void>; isOpen: (window: {windowId: number}) => Promise<boolean>};

const sidebar = () => (browser as unknown as {sidebarAction: Sidebar}).sidebarAction;
