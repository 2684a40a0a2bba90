/** Every stored setting: its default and, from that, its type. */
import {browser} from 'wxt/browser';

const defaults = {
	/** Where the server is. */
	serverUrl: 'http://127.0.0.1:8765',
	/** This browser's token, given when it was paired; '' before. */
	token: '',
	/** The tone a new draft is asked in. */
	tone: 'plain',
	/** The brand voice drafts are written in; '' is none. */
	brandVoiceId: '',
	/** The sites where the button stands beside comments, as match patterns: those the person allowed. */
	sites: [] as string[],
	/** The sites where the person did not want it: not asked about again. */
	sitesDeclined: [] as string[],
};

/** The stored settings. */
export type Settings = typeof defaults;

const key = 'settings';

/** Read the settings; what was never stored has its default. */
export async function readSettings(): Promise<Settings> {
	const stored = await browser.storage.local.get(key);
	return {...defaults, ...(stored[key] as Partial<Settings> | undefined)};
}

/** Store some settings and give back all of them. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
	const settings = {...(await readSettings()), ...change};
	await browser.storage.local.set({[key]: settings});
	return settings;
}

/** Hear of changed settings, from whatever page; gives back the way to stop. */
export function onSettingsChanged(listen: (settings: Settings, before: Settings) => void): () => void {
	const whole = (stored: unknown): Settings => ({...defaults, ...(stored as Partial<Settings> | undefined)});
	const hear = (changes: Record<string, {newValue?: unknown; oldValue?: unknown}>, area: string) => {
		const change = changes[key];
		if (area === 'local' && change) listen(whole(change.newValue), whole(change.oldValue));
	};
	browser.storage.onChanged.addListener(hear);
	return () => browser.storage.onChanged.removeListener(hear);
}

/** Whether the server runs on this computer; else a team may share it. */
export function isOnThisComputer({serverUrl}: Pick<Settings, 'serverUrl'>): boolean {
	return /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|$)/.test(serverUrl);
}

/** The address of a server as typed, `host:port` at the least, without its trailing slash; undefined when it is none. */
export function parseServerUrl(typed: string): string | undefined {
	try {
		const url = new URL(typed.trim().replace(/^(?=[\w.-]+:\d+\/?$)/, 'http://'));
		return /^https?:$/.test(url.protocol) ? url.href.replace(/\/+$/, '') : undefined;
	} catch (error) {
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}
