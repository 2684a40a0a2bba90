/** The box of another comment is never taken, however the page stands when the draft is inserted. */
import {afterEach, expect, test, vi} from 'vitest';
import {platformOf} from '../../../extension/src/platforms/of-page';
import {load} from '../saved-pages';

afterEach(() => {
	vi.useRealTimers();
});

/** The comments of a saved page with its script running. */
function comments(name: string): {page: Document; all: HTMLElement[]} {
	const page = load(name, {isAlive: true});
	return {page, all: [...page.querySelectorAll<HTMLElement>(platformOf(page.location.href).commentCss)]};
}

async function findBox(comment: HTMLElement | undefined): Promise<HTMLElement | string> {
	if (!comment) throw new Error('the saved page has fewer comments');
	const looking = platformOf(comment.ownerDocument.location.href)
		.findReplyBox(comment)
		.catch((error: unknown) => String(error));
	await vi.advanceTimersByTimeAsync(4000);
	return looking;
}

test.each([
	{name: 'mastodon/thread.html', button: 'button:has(.icon-reply, .icon-reply-all)'},
	{name: 'discourse/topic.html', button: 'button.reply'},
	{name: 'wordpress/edit-comments.html', button: '[data-action="replyto"]'},
])('$name: a form that answers another comment is not taken', async ({name, button}) => {
	vi.useFakeTimers();
	const {all} = comments(name);
	expect(await findBox(all[0])).toBeInstanceOf(HTMLTextAreaElement);
	for (const gone of all[1]?.querySelectorAll(button) ?? []) gone.remove();
	expect(await findBox(all[1])).toMatch(/found no reply button .* insert again\.$/);
});

test('reddit: the box that answers a reply inside of a comment is not the comment’s', async () => {
	vi.useFakeTimers();
	const {all} = comments('reddit/post.html');
	const [comment, reply] = all;
	const replysBox = await findBox(reply);
	const box = await findBox(comment);
	expect(box).toBeInstanceOf(HTMLElement);
	expect(box).not.toBe(replysBox);
	expect(await findBox(reply)).toBe(replysBox);
});

test('bluesky: a composer that answers another post is left alone', async () => {
	vi.useFakeTimers();
	const {page, all} = comments('bluesky/thread.html');
	const box = await findBox(all[1]);
	expect(await findBox(all[2])).toMatch(
		/the open composer answers another post\. Close it and insert again\.$/,
	);
	expect(page.querySelector('[role="dialog"] .ProseMirror')).toBe(box);
});

test('x: a composer that answers another post is left alone', async () => {
	vi.useFakeTimers();
	const {page, all} = comments('x/status.html');
	const box = await findBox(all[3]);
	expect(box).toBeInstanceOf(HTMLElement);
	expect(await findBox(all[3])).toBe(box);
	expect(await findBox(all[1])).toMatch(
		/the open composer answers another post\. Close it and insert again\.$/,
	);
	page.querySelector('[role="dialog"]')?.remove();
	expect(await findBox(all[1])).toBeInstanceOf(HTMLElement);
});

test('google: a window with another review is not taken', async () => {
	vi.useFakeTimers();
	const {all} = comments('google-business/list.html');
	expect(await findBox(all[0])).toBeInstanceOf(HTMLTextAreaElement);
	expect(await findBox(all[1])).toMatch(/insert again\.$/); // has a reply: only "Edit" and "Delete"
});

test('discord: the message box is not taken while it answers somebody else', async () => {
	vi.useFakeTimers();
	const {all} = comments('discord/channel.html');
	all[2]?.querySelector<HTMLElement>('[aria-label="Reply"]')?.click();
	expect(await findBox(all[2])).toBeInstanceOf(HTMLElement);
	expect(await findBox(all[4])).toMatch(/answers somebody else\. Close that reply and insert again\.$/);
});

test('generic: of several text boxes the person chooses', async () => {
	const page = load('generic/markup.html');
	page.querySelector('form.comment-form')?.remove();
	page.querySelector('main')?.append(page.createElement('textarea'));
	const {findReplyBox, commentCss} = platformOf(page.location.href);
	const comment = page.querySelector<HTMLElement>(commentCss) as HTMLElement;
	await expect(findReplyBox(comment)).rejects.toThrow(
		/several text boxes\. Click into yours, and insert again\./,
	);
});
