import {expect, test} from 'vitest';
import {readSelection} from '../../../extension/src/platforms/generic';
import {toPageComment} from '../../../extension/src/platforms/platform';
import {load} from '../saved-pages';

function select(css: string): void {
	const range = document.createRange();
	range.selectNodeContents(document.querySelector(css) ?? document.body);
	document.getSelection()?.removeAllRanges();
	document.getSelection()?.addRange(range);
}

test('selected words are the comment, with the thread around them', () => {
	select('#nowhere');
	const page = load('generic/blog.html');
	select('#comment-12 [itemprop="text"]');
	const read = readSelection(page);
	expect(read?.thread.comments.map(({author, text}) => [author, text])).toEqual([
		['Ruth Pell', 'You could pickle them.\n\nOr not.'],
		['Box Blog', 'All nine?'],
	]);
	expect(read?.thread.post).toBe('Nine kohlrabi');
});

test('words outside of any comment are taken as they are', () => {
	const page = load('generic/blog.html');
	select('#plain');
	const read = readSelection(page);
	expect(read?.thread.comments).toEqual([
		{
			id: '',
			author: '',
			text: 'A line that is no comment, but somebody may select it.',
			is_own: false,
			posted_at: null,
		},
	]);
	expect(read?.key).toMatch(/^generic:[0-9a-z]+$/);
});

test('nothing selected is no comment', () => {
	const page = load('generic/blog.html');
	document.getSelection()?.removeAllRanges();
	expect(readSelection(page)).toBeUndefined();
});

test('a reading keeps within what the API takes', () => {
	const turn = (text: string) => ({id: '', author: 'a'.repeat(300), text, is_own: false, posted_at: null});
	const {thread} = toPageComment({
		platform: 'generic',
		url: 'https://box.example/',
		post: 'p'.repeat(20_000),
		comments: [
			...Array.from({length: 150}, (_, index) => turn(`turn ${index}`)),
			turn(`${'x'.repeat(9999)}👋 a\0b`),
		],
		others: Array.from({length: 80}, () => 'other'),
	});
	expect(thread.post).toHaveLength(10_000);
	expect(thread.comments.length).toBeLessThanOrEqual(100);
	expect(thread.others.length).toBeLessThanOrEqual(50);
	const last = thread.comments.at(-1);
	expect(last?.author).toHaveLength(200);
	expect(last?.text).toBe('x'.repeat(9999)); // not half of a surrogate pair
});
