/** What runs in a page of the extension to ask for an insertion as the panel does. */
import type {Insertion, Placing} from '../../extension/src/editors/insert';
import type {Message} from '../../extension/src/messages';

/** Ask the page in front, then the frame in it that the person was in last. It uses nothing from around it. */
export async function askToInsert(draft: {text: string; placing: Placing}): Promise<Insertion> {
	const [tab] = await chrome.tabs.query({active: true});
	const tabId = tab?.id ?? 0;
	const ask = (where: 'box' | 'focused', frameId: number): Promise<Insertion> =>
		chrome.tabs.sendMessage<Message>(tabId, {name: 'insert', key: 'none', where, ...draft}, {frameId});
	const insertion = await ask('box', 0);
	if (insertion.outcome !== 'no-box') return insertion;
	const frames = await chrome.scripting.executeScript({
		target: {tabId, allFrames: true},
		func: () => globalThis.candorIsHere === true,
	});
	for (const {frameId, result} of frames) {
		if (frameId === 0) continue;
		const files = ['/content-scripts/content.js'];
		if (!result) await chrome.scripting.executeScript({target: {tabId, frameIds: [frameId]}, files});
		const inFrame = await ask('focused', frameId);
		if (inFrame.outcome !== 'no-box') return inFrame;
	}
	return insertion;
}
