import {afterEach, expect, test, vi} from 'vitest';
import {platformOf} from '../../extension/src/platforms/of-page';
import {insertFor, noteSuggested, watchFocus} from '../../extension/src/reply-boxes';
import {load} from './saved-pages';

afterEach(() => {
	vi.useRealTimers();
});

/** Note a comment as its button does; gives its key. */
function suggest(comment: HTMLElement): string {
	const platform = platformOf(location.href);
	const read = platform.readThread(comment);
	if (!read) throw new Error('not a comment');
	noteSuggested(platform, comment, read, true);
	return read.key;
}

test.each([
	{name: 'x/status.html', reply: '[data-testid="reply"]', box: '[data-testid="tweetTextarea_0"]'},
	{name: 'bluesky/thread.html', reply: '[data-testid="replyBtn"]', box: '[role="dialog"] .ProseMirror'},
])(
	'$name: a draft never goes into the composer of another post, though the person was there last',
	async ({name, reply, box}) => {
		vi.useFakeTimers();
		const page = load(name, {isAlive: true});
		watchFocus(page, new AbortController().signal);
		const [, other, comment] = page.querySelectorAll<HTMLElement>(platformOf(location.href).commentCss);
		if (!other || !comment) throw new Error('the saved page has fewer comments');
		other.querySelector<HTMLElement>(reply)?.click();
		await vi.advanceTimersByTimeAsync(200);
		const composer = page.querySelector<HTMLElement>(box);
		composer?.dispatchEvent(new FocusEvent('focusin', {bubbles: true, composed: true}));
		const inserting = insertFor(suggest(comment), 'Roast it longer.', 'ask', 'box');
		await vi.advanceTimersByTimeAsync(4000);
		expect(await inserting).toMatchObject({
			outcome: 'no-box',
			message: expect.stringContaining('the open composer answers another post'),
		});
		expect(composer?.textContent).toBe('');
	},
);
