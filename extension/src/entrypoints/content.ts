/** In the page: a quiet button beside each comment, and the reply box at the panel's word. Reads nothing before the person acts. */
import {browser} from 'wxt/browser';
import {defineContentScript} from 'wxt/utils/define-content-script';
import {watchComments} from '../comment-buttons';
import {type Answer, isMessage, type Message} from '../messages';
import {generic, readSelection} from '../platforms/generic';
import {platformOf} from '../platforms/of-page';
import {insertFor, noteSuggested, undoFor, watchFocus} from '../reply-boxes';

declare global {
	/** Set once the script runs in a page, so that bringing it in twice does nothing. */
	var candorIsHere: boolean | undefined;
}

export default defineContentScript({
	matches: [
		'https://www.youtube.com/*',
		'https://x.com/*',
		'https://twitter.com/*',
		'https://www.reddit.com/*',
		'https://old.reddit.com/*',
	],
	runAt: 'document_idle',
	async main(context) {
		if (globalThis.candorIsHere) return;
		globalThis.candorIsHere = true;
		const platform = platformOf(location.href);
		watchFocus(document, context.signal);
		browser.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: unknown) => void) => {
			if (sender.id !== browser.runtime.id || !isMessage(message)) return false;
			const answer = hear(message);
			if (!answer) return false;
			void answer.then(reply);
			return true;
		});
		if (platform === generic) return; // brought in for a selection: no buttons
		const {isOn}: Answer<'isOn'> = await browser.runtime.sendMessage({
			name: 'isOn',
			host: location.hostname,
		} satisfies Message);
		if (!isOn) return;
		watchComments(platform, {
			signal: context.signal,
			async suggest(commentElement, comment) {
				noteSuggested(comment.key, platform, commentElement);
				const answer: Answer<'suggest'> = await browser.runtime.sendMessage({
					name: 'suggest',
					comment,
				} satisfies Message);
				return answer.isPanelOpen;
			},
		});
	},
});

function hear(message: Message): Promise<unknown> | undefined {
	switch (message.name) {
		case 'ping':
			return Promise.resolve({isThere: true} satisfies Answer<'ping'>);
		case 'readSelection':
			return Promise.resolve({comment: readSelected()} satisfies Answer<'readSelection'>);
		case 'insert':
			return insertFor(message.key, message.text, message.placing);
		case 'undoInsert':
			return undoFor(message.key);
		default:
			return undefined;
	}
}

function readSelected() {
	const comment = readSelection(document);
	if (!comment) return undefined;
	const node = document.getSelection()?.anchorNode;
	const element = node instanceof HTMLElement ? node : node?.parentElement;
	noteSuggested(comment.key, generic, element ?? document.body);
	return comment;
}
