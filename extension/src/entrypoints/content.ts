/** In the page: a quiet button beside each comment, and the reply box at the panel's word. Reads nothing before the person acts. */
import {browser} from 'wxt/browser';
import {defineContentScript} from 'wxt/utils/define-content-script';
import {watchComments} from '../comment-buttons';
import {focusedFrame, foreignHost, isInFocus} from '../frames';
import {type Answer, isMessage, type Message} from '../messages';
import {selectedElement} from '../platforms/dom';
import {generic, readSelection} from '../platforms/generic';
import {platformOf} from '../platforms/of-page';
import {survey} from '../platforms/survey';
import {insertFor, noteSuggested, threadChangeOf, undoFor, watchFocus} from '../reply-boxes';
import {siteOf} from '../sites';

declare global {
	/** Set once the script runs in a frame, so that it is not brought in twice. */
	var candorIsHere: boolean | undefined;
}

export default defineContentScript({
	registration: 'runtime', // on the sites that the person allowed, see site-scripts.ts
	noScriptStartedPostMessage: true, // the page need not know
	async main(context) {
		globalThis.candorIsHere = true;
		watchFocus(document, context.signal);
		const buttons = new Buttons(context.signal);
		const listen = (message: unknown, sender: {id?: string}, reply: (answer: unknown) => void) => {
			if (sender.id !== browser.runtime.id || !isMessage(message)) return false;
			if (message.name === 'sitesChanged') void buttons.followSite();
			const answer = hear(message);
			if (!answer) return false;
			void answer.then(reply);
			return true;
		};
		browser.runtime.onMessage.addListener(listen);
		// After an update another one takes its place.
		context.onInvalidated(() => browser.runtime.onMessage.removeListener(listen));
		await buttons.followSite();
	},
});

/** The buttons of this page: there while its site is allowed. */
class Buttons {
	readonly #page: AbortSignal;
	#watch: AbortController | undefined;

	constructor(page: AbortSignal) {
		this.#page = page;
	}

	/** Ask whether the site is allowed, and put the buttons there or take them away. */
	async followSite(): Promise<void> {
		const {isOn}: Answer<'isOn'> = await browser.runtime.sendMessage({name: 'isOn'} satisfies Message);
		if (isOn === (this.#watch !== undefined)) return;
		this.#watch?.abort();
		this.#watch = undefined;
		if (!isOn) return;
		this.#watch = new AbortController();
		watchComments({
			platformNow: () => platformOf(location.href),
			signal: AbortSignal.any([this.#watch.signal, this.#page]),
			async suggest(platform, element, comment) {
				noteSuggested(platform, element, comment, true);
				const answer: Answer<'suggest'> = await browser.runtime.sendMessage({
					name: 'suggest',
					comment,
				} satisfies Message);
				return answer.isPanelOpen;
			},
		});
	}
}

function hear(message: Message): Promise<unknown> | undefined {
	switch (message.name) {
		case 'readSelection':
			return Promise.resolve({
				comment: readSelected(),
				isInFocus: isInFocus(document),
				foreignHost: foreignFrame(),
			} satisfies Answer<'readSelection'>);
		case 'threadChange':
			return Promise.resolve(threadChangeOf(message.key, message.isTaken));
		case 'survey':
			return Promise.resolve(surveyHere());
		case 'insert':
			return insertFor(message.key, message.text, message.placing, message.where);
		case 'undoInsert':
			return undoFor(message.key);
		default:
			return undefined;
	}
}

function readSelected() {
	const comment = readSelection(document);
	if (!comment) return undefined;
	noteSuggested(generic, selectedElement(document) ?? document.body, comment, false);
	return comment;
}

function surveyHere(): Answer<'survey'> {
	const platform = platformOf(location.href);
	// A page of the person's own stays unnamed.
	const host = siteOf(location.href)?.isKnown ? location.host : '';
	return {platform: platform.name, host, counts: survey(platform, document)};
}

function foreignFrame(): string {
	const frame = focusedFrame(document);
	return frame ? foreignHost(frame) : '';
}
