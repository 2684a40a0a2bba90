/** Brings the content script into a page at the person's word, and asks it for what is selected there. */
import {browser} from 'wxt/browser';
import type {Answer, Message} from './messages';
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

/** The comment whose words are selected in a tab, and the frame it stands in; undefined when nothing is selected. */
export async function readSelected(
	tabId: number,
): Promise<{comment: PageComment; frameId: number} | undefined> {
	const frames = await bringReader(tabId);
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
	// What was selected before in another frame stays marked there; the person means where the focus is.
	const {comment, frameId} =
		read.find(({comment, isInFocus}) => comment && isInFocus) ?? read.find(({comment}) => comment) ?? {};
	return comment && frameId !== undefined ? {comment, frameId} : undefined;
}
