import {beforeEach, expect, test} from 'vitest';
import {reddit} from '../../extension/src/platforms/reddit';
import {changeSince, type Noted, note} from '../../extension/src/thread-change';
import {load} from './saved-pages';

let comment: HTMLElement;
let noted: Noted;

beforeEach(() => {
	load('reddit/old.html');
	const found = document.querySelector<HTMLElement>('[data-fullname="t1_aaa"]');
	const read = found && reddit.readThread(found);
	if (!found || !read) throw new Error('the saved page has no such comment');
	comment = found;
	noted = note(reddit, comment, read);
});

/** A comment like the one that is there already, by another author, with an id of its own. */
function another(id: string, author: string): HTMLElement {
	const copy = document.querySelector('[data-fullname="t1_bbb"]')?.cloneNode(true) as HTMLElement;
	copy.setAttribute('data-fullname', id);
	copy.id = `thing_${id}`;
	for (const name of copy.querySelectorAll('.tagline .author')) name.textContent = author;
	return copy;
}

test('a thread that stands as it stood is unchanged', () => {
	expect(changeSince(noted).kind).toBe('none');
});

test('a new answer is told with its author; once it is taken, it is known', () => {
	comment.querySelector('.child')?.append(another('t1_new', 'new_one'));
	const change = changeSince(noted);
	expect(change).toMatchObject({kind: 'answered', authors: ['new_one']});
	if (!change.comment) throw new Error('the comment is there');
	expect(changeSince(note(reddit, comment, change.comment)).kind).toBe('none');
});

test('a new comment elsewhere on the page is none in this thread', () => {
	comment.after(another('t1_else', 'elsewhere'));
	expect(changeSince(noted).kind).toBe('none');
});

test('an edited comment is told, as it now reads', () => {
	const words = comment.querySelector('.entry .md');
	words?.replaceChildren('Nine is a lot. EDIT: ten.');
	const change = changeSince(noted);
	expect(change.kind).toBe('edited');
	expect(change.comment?.thread.comments.at(-1)?.text).toBe('Nine is a lot. EDIT: ten.');
});

test('a deleted comment is gone, whether its element went or only its words', () => {
	comment.querySelector('.entry .md')?.replaceChildren();
	expect(changeSince(noted)).toEqual({kind: 'gone', authors: []});
	comment.remove();
	expect(changeSince(noted)).toEqual({kind: 'gone', authors: []});
});
