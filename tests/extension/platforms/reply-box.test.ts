import {afterEach, expect, test, vi} from 'vitest';
import {platformOf} from '../../../extension/src/platforms/of-page';
import {PageChanged} from '../../../extension/src/platforms/platform';
import {reddit} from '../../../extension/src/platforms/reddit';
import {x} from '../../../extension/src/platforms/x';
import {youtube} from '../../../extension/src/platforms/youtube';
import {load, savedPages, withButton} from '../saved-pages';

afterEach(() => {
	vi.useRealTimers();
});

function first(page: Document, css: string): HTMLElement {
	const found = page.querySelector<HTMLElement>(css);
	if (!found) throw new Error(`no ${css}`);
	return found;
}

test('youtube: the reply box is opened by the reply button', async () => {
	const comment = first(load('youtube/watch.html'), youtube.commentCss);
	const button = first(document, '#reply-button-end button');
	button.addEventListener('click', () => {
		const box = document.createElement('div');
		box.id = 'contenteditable-root';
		box.setAttribute('contenteditable', 'true');
		comment.querySelector('#reply-dialog')?.append(box);
	});
	expect((await youtube.findReplyBox(comment)).id).toBe('contenteditable-root');
});

test('youtube: a missing reply button is said in a sentence that tells what to do', async () => {
	const comment = first(load('youtube/watch.html'), youtube.commentCss);
	comment.querySelector('#reply-button-end')?.remove();
	await expect(youtube.findReplyBox(comment)).rejects.toThrow(PageChanged);
	await expect(youtube.findReplyBox(comment)).rejects.toThrow(/Open the reply box yourself/);
});

test('x: a reply to another post than the focal one never goes into the inline box', async () => {
	const page = load('x/status.html');
	const inline = page.createElement('div');
	inline.setAttribute('data-testid', 'tweetTextarea_0');
	inline.setAttribute('contenteditable', 'true');
	page.body.append(inline);
	const [, , focal, other] = page.querySelectorAll<HTMLElement>(x.commentCss);
	if (!focal || !other) throw new Error('the saved page has fewer posts');
	expect(await x.findReplyBox(focal)).toBe(inline);
	other.querySelector('[data-testid="reply"]')?.addEventListener('click', () => {
		const dialog = page.createElement('div');
		dialog.setAttribute('role', 'dialog');
		const box = inline.cloneNode() as HTMLElement;
		box.id = 'in-dialog';
		dialog.append(box);
		page.body.append(dialog);
	});
	expect((await x.findReplyBox(other)).id).toBe('in-dialog');
});

test('reddit: a composer in a shadow root is found', async () => {
	const comment = first(load('reddit/post.html'), '[thingid="t1_eee"]');
	comment.querySelector('button')?.addEventListener('click', () => {
		const host = document.createElement('comment-composer-host');
		const composer = document.createElement('shreddit-composer');
		const box = document.createElement('div');
		box.setAttribute('contenteditable', 'true');
		box.setAttribute('role', 'textbox');
		composer.append(box);
		host.attachShadow({mode: 'open'}).append(composer);
		comment.append(host);
	});
	expect((await reddit.findReplyBox(comment)).getAttribute('role')).toBe('textbox');
});

test('old reddit: the box under a reply is not taken for its parent’s', async () => {
	const page = load('reddit/old.html');
	const inner = first(page, '[data-fullname="t1_bbb"]');
	const form = page.createElement('form');
	form.className = 'usertext-edit';
	form.append(page.createElement('textarea'));
	inner.querySelector('.child')?.append(form);
	expect(await reddit.findReplyBox(inner)).toBe(form.querySelector('textarea'));
	const outer = first(page, '[data-fullname="t1_aaa"]');
	outer.querySelector('.reply-button')?.remove();
	await expect(reddit.findReplyBox(outer)).rejects.toThrow(PageChanged);
});

/** The comment of a saved page with that many before it. */
function nth(name: string, index: number, options?: {isAlive: boolean}) {
	const page = load(name, options);
	const platform = platformOf(page.location.href);
	const comment = withButton(page, platform)[index];
	if (!comment) throw new Error(`${name} has fewer comments`);
	return {platform, comment};
}

function wordsIn(box: HTMLElement): string {
	return ((box instanceof HTMLTextAreaElement ? box.value : box.textContent) ?? '').replace(/\s+/g, ' ');
}

test.each([
	['youtube/studio.html', 0, ''],
	['youtube/studio.html', 2, '@imogenf '],
	['youtube/mobile.html', 0, ''],
	['youtube/mobile.html', 2, '@imogenf '],
	['facebook/page.html', 1, 'Ann Ray '],
	['facebook/page.html', 2, 'Hollow Farm '],
	['facebook/page.html', 3, 'Ann Ray '],
	['facebook/page.html', 4, 'سلمى حداد '],
	['instagram/post.html', 0, '@ann_ray '],
	['instagram/post.html', 3, '@salma.h '],
	['linkedin/classic.html', 2, 'Ann Ray '],
	['linkedin/classic.html', 3, 'سلمى حداد '],
	['linkedin/current.html', 0, 'Ann Ray '],
	['linkedin/current.html', 2, 'Ann Ray '],
	['linkedin/current.html', 3, 'سلمى حداد '],
	['tiktok/video.html', 2, ''],
] as const)('%s: Reply of comment %i opens its box, with “%s” in it', async (name, index, words) => {
	const {platform, comment} = nth(name, index, {isAlive: true});
	const box = await platform.findReplyBox(comment);
	expect(wordsIn(box)).toBe(words);
	expect(await platform.findReplyBox(comment)).toBe(box); // an open one is not opened again
	if (words && platform.mention === 'name') expect(words.trim()).toBe(platform.readAuthor(comment));
});

test.each([
	['facebook/page.html', 1, 4],
	['linkedin/classic.html', 0, 3],
	['linkedin/current.html', 0, 3],
	['tiktok/video.html', 0, 3],
] as const)('%s: a box that is open for another thread is not taken', async (name, other, index) => {
	const {platform, comment} = nth(name, index, {isAlive: true});
	const elsewhere = withButton(document, platform)[other];
	if (!elsewhere) throw new Error('no other comment');
	const taken = await platform.findReplyBox(elsewhere);
	expect(await platform.findReplyBox(comment)).not.toBe(taken);
});

test('instagram: words that the person typed are left as they are, another’s name is not', async () => {
	const {platform, comment} = nth('instagram/post.html', 3, {isAlive: true});
	const field = first(document, 'form textarea') as HTMLTextAreaElement;
	field.value = 'Half a thought';
	expect(await platform.findReplyBox(comment)).toBe(field);
	expect(field.value).toBe('Half a thought');
	field.value = '@ann_ray ';
	await platform.findReplyBox(comment);
	expect(field.value).toBe('@salma.h ');
});

const clickable = savedPages.filter(({site}) => site !== 'generic').map(({name}) => name);

test.each(clickable)(
	'%s: a reply box that does not open is said in a sentence that tells what to do',
	async (name) => {
		vi.useFakeTimers();
		const {platform, comment} = nth(name, 0);
		for (const box of document.querySelectorAll('form, textarea, [contenteditable]')) box.remove();
		const found = expect(platform.findReplyBox(comment)).rejects.toThrow(/^[a-z ]+: .+ insert again\.$/);
		await vi.advanceTimersByTimeAsync(3500);
		await found;
	},
);
