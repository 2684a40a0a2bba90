/** Brings the content script into a page at the person's word, and asks it for what is selected there. */
import {browser} from 'wxt/browser';
import type {Answer, Message, MessageOf} from './messages';
import type {PageFacts} from './page-report';
import {toPageComment} from './platforms/platform';
import type {PageComment} from './thread';

/** The content script's file: brought into pages of allowed sites by the browser, into others from here. */
export const contentScript = '/content-scripts/content.js';

/**
 * Bring the content script into every frame of a tab that the browser lets us into and that has none yet. Gives the
 * numbers of these frames; throws where the page may not be touched at all.
 */
export async function bringReader(tabId: number): Promise<number[]> {
	const frames = await browser.scripting.executeScript({
		target: {tabId, allFrames: true},
		func: () => globalThis.candorIsHere === true,
	});
	const bare = frames.filter(({result}) => !result).map(({frameId}) => frameId);
	if (bare.length > 0)
		await browser.scripting.executeScript({target: {tabId, frameIds: bare}, files: [contentScript]});
	return frames.map(({frameId}) => frameId);
}

/** What is selected in a tab. */
export type Selected = {
	/** The comment and the frame it stands in; none when nothing is selected. */
	found?: {comment: PageComment; frameId: number};
	/** Why nothing was found, and what to do. */
	problem: string;
};

const notAllowed =
	'Candor may not read this page from here. Select the words there and press Alt+Shift+S; where that does not help, copy and paste them here.';

/** Read the words that are selected in a tab, in whichever frame. */
export async function readSelected(tabId: number): Promise<Selected> {
	const frames = await framesOf(tabId);
	if (frames.length === 0) return {problem: notAllowed};
	const read = await Promise.all(
		frames.map(async (frameId) => {
			const answer: Answer<'readSelection'> = await browser.tabs.sendMessage(
				tabId,
				{name: 'readSelection'} satisfies Message,
				{frameId},
			);
			return {...answer, frameId};
		}),
	);
	const host = read.find(({foreignHost}) => foreignHost)?.foreignHost;
	// What was selected before in another frame stays marked there; the person means where the focus is.
	const {comment, frameId} =
		read.find(({comment, isInFocus}) => comment && isInFocus) ??
		(host ? undefined : read.find(({comment}) => comment)) ??
		{};
	if (comment && frameId !== undefined) return {found: {comment, frameId}, problem: ''};
	if (host)
		return {
			problem: `That part of the page is a frame of ${host}, which Candor may not read. Select the words, right-click them and choose “Suggest reply”, or copy and paste them here.`,
		};
	return {problem: 'Nothing is selected there. Select the comment’s words first.'};
}

/** Survey the frame of a tab that Candor knows best. undefined: the page may not be touched. */
export async function surveyPage(tabId: number): Promise<PageFacts | undefined> {
	const frames = await framesOf(tabId);
	const facts: PageFacts[] = await Promise.all(
		frames.map((frameId) => browser.tabs.sendMessage(tabId, {name: 'survey'} satisfies Message, {frameId})),
	);
	const known = ({counts}: PageFacts) => counts.filter(({count}) => count > 0).length / counts.length;
	return facts.sort((left, right) => known(right) - known(left))[0];
}

/** Put a draft into the editor that the person was in last, in any frame but this one. undefined: there was none. */
export async function insertInFrames(
	{tabId, frameId: here}: {tabId: number; frameId: number},
	message: MessageOf<'insert'>,
): Promise<{insertion: Answer<'insert'>; frameId: number} | undefined> {
	for (const frameId of await framesOf(tabId)) {
		if (frameId === here) continue;
		const asked: Message = {...message, where: 'focused'};
		const insertion: Answer<'insert'> = await browser.tabs.sendMessage(tabId, asked, {frameId});
		if (insertion.outcome !== 'no-box') return {insertion, frameId};
	}
	return undefined;
}

/** The frames that can be reached; none where the browser lets us into none any more. */
async function framesOf(tabId: number): Promise<number[]> {
	try {
		return await bringReader(tabId);
	} catch (error) {
		console.debug('No frame may be entered.', error);
		return [];
	}
}

/** A comment of which the words alone are known. */
export function wordsAlone(text: string): PageComment {
	return toPageComment({
		platform: 'generic',
		url: '',
		post: '',
		comments: [{id: '', author: '', text, is_own: false, posted_at: null}],
	});
}
