/** Which reply box belongs to which comment of this page, and what was inserted there. */
import {editorElement, type Insertion, insertDraft, type Placing, undoInsertion} from './editors/insert';
import {activeElement, focusedFrame, foreignHost, isInFocus} from './frames';
import type {Answer, MessageOf} from './messages';
import {findAll} from './platforms/dom';
import {generic} from './platforms/generic';
import {platformOf} from './platforms/of-page';
import {AnswersAnother, PageChanged, type Platform, type SendKey} from './platforms/platform';
import type {PageComment} from './thread';
import {changeSince, type Noted, note, readNow, type ThreadChange} from './thread-change';

/** `isWhole`: read by its platform; of selected words it is not known what they are a part of. */
const places = new Map<string, Noted & {isWhole: boolean}>();
const insertions = new Map<string, {element: HTMLElement; before: string; text: string}>();
let lastFocused: HTMLElement | undefined;

const readLimit = 1000; // comments among which one is sought again

/** Remember where and how a comment stands, for when its draft is inserted. */
export function noteSuggested(
	platform: Platform,
	comment: HTMLElement,
	read: PageComment,
	isWhole: boolean,
): void {
	places.set(read.key, {...note(platform, comment, read), isWhole});
}

/** Where a comment stands: where it was noted, or where it stands again on a page that was loaded or drawn anew. */
function placeOf(key: string): Noted | undefined {
	const before = places.get(key);
	if (before?.comment.isConnected) return before;
	const platform = before?.platform ?? platformOf(location.href);
	for (const comment of findAll(document, platform.commentCss).slice(0, readLimit)) {
		const read = readNow(platform, comment);
		if (read?.key !== key) continue;
		noteSuggested(platform, comment, read, before?.isWhole ?? true);
		return places.get(key);
	}
	return before;
}

/** How the thread of a comment changed since it was noted; a change that is taken is noted in its turn. */
export function threadChangeOf(key: string, isTaken: boolean): ThreadChange {
	const noted = places.get(key);
	if (!noted?.isWhole) return {kind: 'none', authors: []};
	const change = changeSince(noted);
	if (isTaken && change.comment)
		places.set(key, {...note(noted.platform, noted.comment, change.comment), isWhole: true});
	return change;
}

/** Remember the editor that the person was in last; where no reply box is known, it is the one meant. */
export function watchFocus(page: Document, signal: AbortSignal): void {
	const hear = (event: Event) => {
		const node = event.composedPath()[0];
		const element = node instanceof Element ? editorElement(node) : undefined;
		if (element) lastFocused = element;
	};
	lastFocused = editorElement(activeElement(page)); // brought in later than the person
	page.addEventListener('focusin', hear, {capture: true, signal});
}

/** Insert a comment's draft into its reply box. */
export async function insertFor(
	key: string,
	text: string,
	placing: Placing,
	where: MessageOf<'insert'>['where'],
): Promise<Insertion & {sendKey: SendKey}> {
	const place = placeOf(key);
	const sendKey = place?.platform.sendKey ?? 'button';
	const frame = focusedFrame(document);
	const isElsewhere = frame !== undefined && (!place?.comment.isConnected || place.platform === generic);
	try {
		if (where === 'focused' ? !isInFocus(document) : where === 'box' && isElsewhere)
			throw new PageChanged('Click into the reply box and insert again.');
		const find = () => (where === 'focused' ? findFocused() : findBox(place));
		let element = await find();
		let insertion = await insertDraft(element, text, placing, mentionIn(place));
		if (insertion.outcome === 'refused' && !element.isConnected) {
			element = await find(); // the site made the box anew when it got the focus
			insertion = await insertDraft(element, text, placing, mentionIn(place));
		}
		if (insertion.outcome === 'inserted')
			insertions.set(key, {element, before: insertion.before, text: insertion.text});
		return {...insertion, sendKey};
	} catch (error) {
		if (!(error instanceof PageChanged)) throw error;
		const inFrame = frame && {frame: {host: foreignHost(frame)}};
		return {outcome: 'no-box', message: error.message, ...inFrame, sendKey};
	}
}

/** Take the last insertion of a comment's draft back. */
export async function undoFor(key: string): Promise<Answer<'undoInsert'>> {
	const insertion = insertions.get(key);
	if (!insertion?.element.isConnected) return {isUndone: false};
	const isUndone = await undoInsertion(insertion.element, insertion);
	if (isUndone) insertions.delete(key);
	return {isUndone};
}

function mentionIn(place: Noted | undefined): string {
	return place?.platform.mention === 'name' ? place.platform.readAuthor(place.comment) : '';
}

function findFocused(): HTMLElement {
	if (!lastFocused?.isConnected) throw new PageChanged('Click into the reply box and insert again.');
	return lastFocused;
}

async function findBox(place: Noted | undefined): Promise<HTMLElement> {
	const focused = lastFocused?.isConnected ? lastFocused : undefined;
	if (!place?.comment.isConnected) {
		if (focused) return focused;
		throw new PageChanged(
			'The comment is not on this page as it now stands. Click into the reply box and insert again.',
		);
	}
	if (place.platform === generic && focused) return focused; // nothing better is known than where the person was
	try {
		return await place.platform.findReplyBox(place.comment);
	} catch (error) {
		const mayBeFocused = error instanceof PageChanged && !(error instanceof AnswersAnother);
		if (focused && mayBeFocused) return focused;
		throw error;
	}
}
