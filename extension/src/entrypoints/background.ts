/** Opens the panel and tells it what was asked for. Calls no server and keeps nothing of its own. */
import {type Browser, browser} from 'wxt/browser';
import {defineBackground} from 'wxt/utils/define-background';
import {type Answer, type Asked, askedKey, isMessage, type Message} from '../messages';
import {readSettings} from '../settings';
import type {PageComment} from '../thread';

const menuId = 'suggest-reply';

export default defineBackground(() => {
	browser.runtime.onInstalled.addListener(() => {
		browser.contextMenus.create({id: menuId, title: 'Suggest reply', contexts: ['selection']});
	});
	// Chromium: content scripts run inside of pages, so settings, token and drafts are out of their reach.
	void browser.storage.local.setAccessLevel?.({accessLevel: 'TRUSTED_CONTEXTS'});

	browser.action.onClicked.addListener((tab) => {
		void openPanel(tab.windowId);
	});
	browser.contextMenus.onClicked.addListener((info, tab) => {
		if (info.menuItemId === menuId && tab) void suggestSelected(tab);
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

function hear(message: Message, {tab, frameId}: Browser.runtime.MessageSender): Promise<unknown> | undefined {
	if (message.name === 'isOn') return isOn(message.host);
	if (message.name !== 'suggest' || tab?.id === undefined) return undefined;
	const opened = openPanel(tab.windowId); // first: opening must happen in the person's click
	return suggest(opened, tab.windowId, {comment: message.comment, tabId: tab.id, frameId, at: Date.now()});
}

async function suggest(opened: Promise<boolean>, windowId: number, asked: Asked): Promise<Answer<'suggest'>> {
	await browser.storage.session.set({[askedKey(windowId)]: asked});
	return {isPanelOpen: await opened};
}

async function isOn(host: string): Promise<Answer<'isOn'>> {
	const {sitesOff} = await readSettings();
	return {isOn: !sitesOff.includes(host)};
}

/** Read the selected words of a tab and hand them to the panel. Needs activeTab, which the menu and the shortcut give. */
async function suggestSelected(tab: Browser.tabs.Tab): Promise<void> {
	const opened = openPanel(tab.windowId);
	const tabId = tab.id;
	if (tabId === undefined) return;
	const comment = await readSelection(tabId);
	if (comment) await suggest(opened, tab.windowId, {comment, tabId, frameId: 0, at: Date.now()});
}

async function readSelection(tabId: number): Promise<PageComment | undefined> {
	try {
		await browser.tabs.sendMessage(tabId, {name: 'ping'} satisfies Message);
	} catch (error) {
		// Nobody is there yet: bring the reader in. A page that no extension may touch throws again, and the panel says so.
		console.debug('Bringing the reader into the page.', error);
		await browser.scripting.executeScript({target: {tabId}, files: ['/content-scripts/content.js']});
	}
	const answer: Answer<'readSelection'> = await browser.tabs.sendMessage(tabId, {
		name: 'readSelection',
	} satisfies Message);
	return answer.comment;
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
