import {expect, test} from 'vitest';
import {PageChanged} from '../../../extension/src/platforms/platform';
import {reddit} from '../../../extension/src/platforms/reddit';
import {x} from '../../../extension/src/platforms/x';
import {youtube} from '../../../extension/src/platforms/youtube';
import {load} from '../saved-pages';

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
