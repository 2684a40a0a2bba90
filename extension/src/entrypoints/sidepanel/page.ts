/** The panel's dealings with the page beside it: read what is selected there, insert, take back, copy. */
import type {RefObject} from 'preact';
import {useEffect, useRef, useState} from 'preact/hooks';
import {browser} from 'wxt/browser';
import {shownText} from '../../draft-state';
import type {Told} from '../../drafts';
import type {Placing} from '../../editors/insert';
import {type Answer, type Asked, askedKey, type Message, type MessageOf} from '../../messages';
import {insertInFrames, readSelected} from '../../reader';
import type {PageComment} from '../../thread';
import type {Outcome} from '../../ui/action-bar';
import type {Drafting, Place, View} from './drafting';
import {takeBack, tell} from './ledger';

const inForeignFrame = (host: string) =>
	`The reply box is in a frame of ${host}, which Candor may not write into, so the text is copied: paste it with Ctrl+V.`;
const copiedInstead = 'This editor did not take the text, so it is copied: paste it with Ctrl+V.';
const copiedToMend =
	'This editor made something else of the text, which is copied: clear the box there and paste it with Ctrl+V.';

/** The words selected in the tab beside the panel, or a sentence on why there are none. */
export async function readBeside(): Promise<{
	asked?: {comment: PageComment; place: Place};
	problem: string;
}> {
	const [tab] = await browser.tabs.query({active: true, currentWindow: true});
	if (tab?.id === undefined) return {problem: 'There is no page beside this panel.'};
	const {found, problem} = await readSelected(tab.id);
	if (!found) return {problem};
	return {asked: {comment: found.comment, place: {tabId: tab.id, frameId: found.frameId}}, problem: ''};
}

/** Ask for a reply as the button beside a comment does: whoever opens the panel anew finds the same comment in it. */
export async function askFor(comment: PageComment, place?: Place): Promise<void> {
	const {id} = await browser.windows.getCurrent();
	const asked: Asked = {comment, ...place, at: Date.now()};
	await browser.storage.session.set({[askedKey(id)]: asked});
}

/** What this browser is called in the server's list of devices. */
export function deviceName(): string {
	const {userAgent} = navigator;
	const name = /Firefox/.test(userAgent) ? 'Firefox' : /Edg\//.test(userAgent) ? 'Edge' : 'Chrome';
	const system = ['Windows', 'Mac OS', 'Android', 'CrOS', 'Linux'].find((word) => userAgent.includes(word));
	return system ? `${name} on ${system}` : name;
}

/** Inserting, copying and taking back, with what became of it. */
export function usePlacing(
	drafting: Drafting,
	{state, place}: View,
	field: RefObject<HTMLTextAreaElement | null>,
) {
	const [outcome, setOutcome] = useState<Outcome>(() => outcomeOf(state.told));
	const insertedIn = useRef(place); // the reply box may stand in another frame than the comment
	const text = shownText(state);
	const key = state.comment?.key ?? '';
	// biome-ignore lint/correctness/useExhaustiveDependencies: what was said of a text is over once it is another one
	useEffect(() => {
		setOutcome((now) => (now.kind === 'copied' || now.kind === 'undone' ? {kind: 'none'} : now));
	}, [text]);

	const copy = async (why: string) => {
		try {
			await navigator.clipboard.writeText(text);
			setOutcome({kind: 'copied', why});
			if (!why) await tell(drafting, 'copied');
		} catch (error) {
			console.debug('The clipboard was refused.', error);
			field.current?.select();
			setOutcome({
				kind: 'failed',
				message: 'The text is selected: copy it with Ctrl+C and paste it into the page.',
			});
		}
	};
	const insert = async (placing: Placing) => {
		if (!place) return;
		setOutcome({kind: 'busy'});
		let insertion: Answer<'insert'>;
		try {
			insertion = await insertInto(place, {name: 'insert', key, text, placing, where: 'box'});
		} catch (error) {
			console.debug('Nobody answers in the page.', error);
			return copy('The page was closed or reloaded, so the text is copied: paste it with Ctrl+V.');
		}
		if (insertion.outcome === 'inserted') {
			setOutcome({kind: 'inserted', sendKey: insertion.sendKey});
			await tell(drafting, 'posted', insertion.sendKey);
		} else if (insertion.outcome === 'occupied') setOutcome({kind: 'occupied', held: insertion.held});
		else if (insertion.outcome === 'refused') await copy(insertion.restored ? copiedInstead : copiedToMend);
		else if (insertion.frame?.host) await copy(inForeignFrame(insertion.frame.host));
		else setOutcome({kind: 'failed', message: insertion.message});
	};
	/** In the comment's frame, or in the one that the person was in. */
	const insertInto = async (own: Place, message: MessageOf<'insert'>): Promise<Answer<'insert'>> => {
		insertedIn.current = own;
		const insertion = await send<'insert'>(own, message);
		if (insertion.outcome !== 'no-box') return insertion;
		const elsewhere = await insertInFrames(own, message);
		if (elsewhere) {
			insertedIn.current = {tabId: own.tabId, frameId: elsewhere.frameId};
			return elsewhere.insertion;
		}
		// The person was in a frame without an editor: a video, say.
		return insertion.frame?.host === '' ? send<'insert'>(own, {...message, where: 'here'}) : insertion;
	};
	const undo = async () => {
		const isUndone = insertedIn.current !== undefined && (await undoIn(insertedIn.current, key));
		if (isUndone) await isTakenBack();
		else setOutcome({kind: 'not-undone'});
	};
	const isTakenBack = async () => {
		setOutcome({kind: 'undone'});
		await takeBack(drafting);
	};
	return {outcome, insert, copy, undo, isTakenBack, cancel: () => setOutcome({kind: 'none'})};
}

/** After a while at other comments, what was inserted can still be taken back. */
function outcomeOf(told: Told | undefined): Outcome {
	const {outcome, sendKey} = told ?? {};
	return outcome === 'posted' && sendKey ? {kind: 'inserted', sendKey} : {kind: 'none'};
}

async function undoIn(place: Place, key: string): Promise<boolean> {
	try {
		return (await send<'undoInsert'>(place, {name: 'undoInsert', key})).isUndone;
	} catch (error) {
		console.debug('Nobody answers in the page.', error);
		return false;
	}
}

async function send<Name extends Message['name']>(
	{tabId, frameId}: Place,
	message: Message,
): Promise<Answer<Name>> {
	return browser.tabs.sendMessage(tabId, message, {frameId});
}
