import {beforeEach, expect, test} from 'vitest';
import {
	forgetDrafts,
	type KeptDraft,
	keepDraft,
	keepDraftNow,
	keepPasted,
	keptLimit,
	readDraft,
	readLastDraft,
	readPasted,
} from '../../extension/src/drafts';
import {pageComment, triage} from './samples';
import {fakeBrowser} from './stored';

beforeEach(() => fakeBrowser.reset());

function draft(id: string, text: string, savedAt: number): KeptDraft {
	const versions = [{suggested: '', text, tone: 'plain', suggestionId: ''}];
	return {comment: pageComment(id), versions, shown: 0, tone: 'plain', note: '', triage, savedAt};
}

test('a draft is found again by its comment', async () => {
	await keepDraft(draft('1', 'first', 1));
	await keepDraft(draft('2', 'second', 2));
	expect((await readDraft('youtube:1'))?.versions[0]?.text).toBe('first');
	expect((await readLastDraft())?.versions[0]?.text).toBe('second');
	expect(await readDraft('youtube:3')).toBeUndefined();
});

test('a draft kept at the last moment is there', async () => {
	keepDraftNow(draft('1', 'last words', 1));
	expect((await readDraft('youtube:1'))?.versions[0]?.text).toBe('last words');
});

test('beyond the limit the oldest go', async () => {
	for (let index = 0; index < keptLimit + 2; index++)
		await keepDraft(draft(String(index), `text ${index}`, index));
	expect(await readDraft('youtube:0')).toBeUndefined();
	expect(await readDraft('youtube:1')).toBeUndefined();
	expect((await readDraft('youtube:2'))?.versions[0]?.text).toBe('text 2');
});

test('a comment that is typed by hand is there until it is asked about', async () => {
	expect(await readPasted()).toBe('');
	await keepPasted('When is it ba');
	expect(await readPasted()).toBe('When is it ba');
	await keepPasted('');
	expect(await readPasted()).toBe('');
});

test('forgetting leaves the settings', async () => {
	await fakeBrowser.storage.local.set({settings: {token: 'x'}});
	await keepDraft(draft('1', 'first', 1));
	await keepPasted('When is it back?');
	await forgetDrafts();
	expect(await readLastDraft()).toBeUndefined();
	expect(await fakeBrowser.storage.local.get(null)).toEqual({settings: {token: 'x'}});
});
