import {expect, test} from 'vitest';
import {askedKey, isMessage} from '../../extension/src/messages';
import {commentKey} from '../../extension/src/thread';
import {pageComment} from './samples';

test.each([
	[{name: 'isOn'}, true],
	[{name: 3}, false],
	[null, false],
	['isOn', false],
	[undefined, false],
	[{type: 'isOn'}, false],
])('%j is a message: %s', (value, expected) => {
	expect(isMessage(value)).toBe(expected);
});

test('each window has its own comment', () => {
	expect(askedKey(1)).not.toBe(askedKey(2));
});

test('a comment without an id is named by its words and its page', () => {
	const {thread} = pageComment('');
	const other = {
		...thread,
		comments: thread.comments.map((comment) => ({...comment, text: 'Ten kohlrabi!'})),
	};
	expect(commentKey(thread)).toBe(commentKey({...thread, url: `${thread.url}#top`}));
	expect(commentKey(thread)).not.toBe(commentKey(other));
});

test.each([
	['wordpress', 'https://box.example/?p=1', 'https://table.example/?p=1'],
	['generic', 'https://box.example/a', 'https://table.example/a'],
] as const)('two pages of %s may have the same id for another comment', (platform, url, other) => {
	const thread = {...pageComment('comment-1').thread, platform, url};
	expect(commentKey(thread)).not.toBe(commentKey({...thread, url: other}));
});
