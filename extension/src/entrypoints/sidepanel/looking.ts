/** Looks at the text while it is written: the server and the grammar, each at the newest text alone. */
import * as api from '../../api/client';
import type {ChecksAnswer, ChecksRequest, Finding} from '../../api/shapes';
import {checkLanguage} from '../../language/language';
import type {Settings} from '../../settings';

/** What to look at, and where to bring what was seen. */
export type Sight = {
	settings: () => Settings;
	/** undefined: there is nothing to look at just now. */
	request: () => ChecksRequest | undefined;
	/** The facts that the text may tell: words in them are spelt as there. */
	facts: () => string[];
	onLooked: (text: string, looked: ChecksAnswer) => void;
	onLanguage: (text: string, findings: Finding[]) => void;
	onFailed: (error: unknown) => void;
};

/** One look at a time: a newer one ends the older. */
export class Looking {
	readonly #sight: Sight;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#asking: AbortController | undefined;

	constructor(sight: Sight) {
		this.#sight = sight;
	}

	/** Look after a pause, in ms, unless something newer comes. */
	plan(pause: number): void {
		this.stop();
		this.#timer = setTimeout(() => void this.#look(), pause);
	}

	/** Look no more. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#asking?.abort();
	}

	async #look(): Promise<void> {
		const request = this.#sight.request();
		if (!request) return;
		const asking = new AbortController();
		this.#asking = asking;
		let language: ChecksAnswer['language'] = '';
		try {
			const looked = await api.check(this.#sight.settings(), request, {signal: asking.signal});
			this.#sight.onLooked(request.text, looked);
			language = looked.language;
		} catch (error) {
			if (asking.signal.aborted) return;
			this.#sight.onFailed(error);
		}
		await this.#lookAtLanguage(request, language, asking.signal); // without a server, too
	}

	async #lookAtLanguage(
		{text, thread, note}: ChecksRequest,
		language: ChecksAnswer['language'],
		signal: AbortSignal,
	): Promise<void> {
		const said = (thread?.comments ?? []).flatMap(({author, text: words}) => [author, words]);
		const known = [thread?.post ?? '', note, ...said, ...this.#sight.facts()].join('\n');
		const findings = language === null ? [] : await checkLanguage(text, known, language);
		if (!signal.aborted) this.#sight.onLanguage(text, findings);
	}
}
