/** Drafts are kept in `storage.local`, per comment: they outlive the panel, the browser and the server. */
import {browser} from 'wxt/browser';
import type {Feedback, HandOffOffer, OfferedSnippet, Person, Triage} from './api/shapes';
import type {Begun} from './begun';
import type {FactChoice} from './fact-choice';
import type {SendKey} from './platforms/platform';
import type {PageComment} from './thread';

/** One text of a comment's drafts: as it was suggested, and as it now stands with the person's edits. */
export type Version = {
	suggested: string;
	text: string;
	tone: string;
	suggestionId: string;
	/** More of the suggested text is expected. */
	isStreaming?: boolean;
};

/** What came with a suggestion beside its texts. */
export type Beside = {
	suggestionId: string;
	/** The note for the colleagues; null where nobody is to take over. */
	handOff: HandOffOffer | null;
	/** null: nothing is known of the author. */
	person: Person | null;
	/** The line that the brand adds to its replies here; '' where it adds none. */
	disclosure: string;
	/** The snippets that it was offered. */
	snippets: OfferedSnippet[];
};

/** What became of a reply, as the server was told last; `sendKey`: what would post it where it was inserted. */
export type Told = {suggestionId: string; outcome: Feedback['outcome']; sendKey?: SendKey | undefined};

/** All that is kept about one comment. */
export type KeptDraft = {
	comment: PageComment;
	versions: Version[];
	shown: number;
	tone: string;
	note: string;
	triage: Triage | undefined;
	/** Drafts kept by an older version have less. */
	beside?: Partial<Beside>;
	facts?: FactChoice;
	begun?: Begun;
	told?: Told | undefined;
	savedAt: number;
};

const prefix = 'draft:';
/** How many drafts are kept; beyond it the oldest go. */
export const keptLimit = 200;

/** The draft kept for a comment. */
export async function readDraft(key: string): Promise<KeptDraft | undefined> {
	const stored = await browser.storage.local.get(prefix + key);
	return stored[prefix + key] as KeptDraft | undefined;
}

/** Keep a draft; a new one may push out the oldest. */
export async function keepDraft(draft: KeptDraft): Promise<void> {
	const key = prefix + draft.comment.key;
	const isNew = !(await browser.storage.local.get(key))[key];
	await browser.storage.local.set({[key]: draft, [lastKey]: draft.comment.key});
	if (isNew) await dropOldest();
}

/** Keep a draft at once, for when the page is about to go: nothing is waited for. */
export function keepDraftNow(draft: KeptDraft): void {
	void browser.storage.local.set({[prefix + draft.comment.key]: draft, [lastKey]: draft.comment.key});
}

const lastKey = 'last-draft';

/** The draft that was worked on last. */
export async function readLastDraft(): Promise<KeptDraft | undefined> {
	const stored = await browser.storage.local.get(lastKey);
	return typeof stored[lastKey] === 'string' ? readDraft(stored[lastKey]) : undefined;
}

const pastedKey = 'pasted';

/** The comment that was typed by hand and not asked about yet. */
export async function readPasted(): Promise<string> {
	const stored = await browser.storage.local.get(pastedKey);
	return typeof stored[pastedKey] === 'string' ? stored[pastedKey] : '';
}

/** Keep a comment that is typed by hand; '': it was asked about. */
export async function keepPasted(text: string): Promise<void> {
	await browser.storage.local.set({[pastedKey]: text});
}

/** Forget every kept draft. */
export async function forgetDrafts(): Promise<void> {
	const drafts = await allDrafts();
	await browser.storage.local.remove([...drafts.map(([key]) => key), lastKey, pastedKey]);
}

async function dropOldest(): Promise<void> {
	const drafts = await allDrafts();
	if (drafts.length <= keptLimit) return;
	const oldest = drafts
		.sort(([, left], [, right]) => left.savedAt - right.savedAt)
		.slice(0, drafts.length - keptLimit);
	await browser.storage.local.remove(oldest.map(([key]) => key));
}

async function allDrafts(): Promise<[string, KeptDraft][]> {
	const stored = await browser.storage.local.get(null);
	return Object.entries(stored).filter(([key]) => key.startsWith(prefix)) as [string, KeptDraft][];
}
