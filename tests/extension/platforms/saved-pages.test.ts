import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {platformOf} from '../../../extension/src/platforms/of-page';
import {PageChanged} from '../../../extension/src/platforms/platform';
import {load, savedPages, withButton} from '../saved-pages';

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
});

describe.each(savedPages)('$name', ({name, expected}) => {
	test('every comment is read as expected', () => {
		const page = load(name);
		const platform = platformOf(expected.url);
		const read = withButton(page, platform).map((comment) => platform.readThread(comment) ?? null);
		expect(read).toHaveLength(expected.threads.length);
		for (const [index, thread] of expected.threads.entries()) {
			if (thread === null) expect(read[index]).toBeNull();
			else {
				const {reply, ...reading} = thread;
				expect(read[index]).toMatchObject(reading);
			}
		}
	});

	test('every button has the name of its comment’s author on it', () => {
		const page = load(name);
		const platform = platformOf(expected.url);
		for (const comment of withButton(page, platform)) {
			const read = platform.readThread(comment);
			if (read) expect(platform.readAuthor(comment)).toBe(read.thread.comments.at(-1)?.author);
		}
	});

	const answers = expected.threads.flatMap((thread, index) =>
		thread?.reply ? [{index, ...thread.reply}] : [],
	);

	test.runIf(answers.length > 0).each(answers)(
		'comment $index: its own reply box is found, or a sentence says what to do',
		async ({index, box, says}) => {
			const page = load(name, {isAlive: true});
			const platform = platformOf(expected.url);
			const comment = withButton(page, platform)[index] as HTMLElement;
			const looking = outcomeOf(() => platform.findReplyBox(comment));
			await vi.advanceTimersByTimeAsync(4000); // the site's own time, and ours to wait for it
			const found = await looking;
			if (box) expect(found).toBe(page.querySelector(box));
			else {
				expect(found).toBeInstanceOf(PageChanged);
				expect((found as PageChanged).message).toContain(says);
				expect((found as PageChanged).message).toMatch(/insert again\.$/);
			}
		},
	);

	/** Never an error of another kind, and never a wait for what does not come. */
	test('whatever a redesign renames, the page is read, or a sentence says what to do', async () => {
		let now = 0;
		vi.spyOn(performance, 'now').mockImplementation(() => (now += 4000));
		const {selectors} = platformOf(expected.url, load(name));
		for (const {css} of Object.values(selectors)) {
			const page = load(name);
			const platform = platformOf(expected.url);
			const comments = [...page.querySelectorAll<HTMLElement>(platform.commentCss)];
			for (const element of page.body.querySelectorAll(css)) rename(element);
			for (const comment of comments) {
				const read = await outcomeOf(async () => platform.readThread(comment));
				if (read && !(read instanceof Error)) expect(read.thread.comments.at(-1)?.text).toBeTruthy();
			}
			const found = comments[0] && (await outcomeOf(() => platform.findReplyBox(comments[0] as HTMLElement)));
			if (found instanceof Error) expect(found.message).toMatch(/(insert again|Alt\+Shift\+S)\.$/);
		}
	});
});

/** Take the names off an element, as a redesign does; the element stays where it is. */
function rename(element: Element): void {
	for (const {name} of [...element.attributes])
		if (name !== 'href' && name !== 'contenteditable') element.removeAttribute(name);
}

/** What came, or the sentence; any other error is thrown. */
async function outcomeOf<Found>(look: () => Promise<Found>): Promise<Found | PageChanged> {
	try {
		return await look();
	} catch (error) {
		if (error instanceof PageChanged) return error;
		throw error;
	}
}
