/** Follows, whenever the panel is looked at, whether the comment's thread on the page moved on. */
import {useCallback, useEffect, useState} from 'preact/hooks';
import {browser} from 'wxt/browser';
import type {Answer, Message} from '../../messages';
import type {ThreadChange} from '../../thread-change';
import type {Drafting, Place} from './drafting';

/** The change of the thread, and the ways to look again and to draft for what stands there now. */
export function useThreadChange(drafting: Drafting, place: Place | undefined, key: string) {
	const [change, setChange] = useState(unchanged);
	const {tabId, frameId} = place ?? {};
	const look = useCallback(
		async (isTaken: boolean) => {
			if (tabId === undefined || frameId === undefined) return;
			setChange(await ask({tabId, frameId}, {name: 'threadChange', key, isTaken}));
		},
		[tabId, frameId, key],
	);
	useEffect(() => {
		const lookNow = () => void look(false);
		lookNow();
		window.addEventListener('focus', lookNow);
		document.addEventListener('visibilitychange', lookNow);
		return () => {
			window.removeEventListener('focus', lookNow);
			document.removeEventListener('visibilitychange', lookNow);
		};
	}, [look]);
	const draftAnew = async () => {
		if (!change.comment) return;
		await look(true);
		setChange(unchanged);
		drafting.readAnew(change.comment);
	};
	return {change, look: () => look(false), draftAnew};
}

const unchanged: ThreadChange = {kind: 'none', authors: []};

/** A page that was closed or loaded anew knows of no earlier reading, so it tells of no change. */
async function ask({tabId, frameId}: Place, message: Message): Promise<Answer<'threadChange'>> {
	try {
		return await browser.tabs.sendMessage(tabId, message, {frameId});
	} catch (error) {
		console.debug('Nobody answers in the page.', error);
		return unchanged;
	}
}
