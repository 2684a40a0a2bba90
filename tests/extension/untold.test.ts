import {beforeEach, expect, test} from 'vitest';
import {addUntold, dropUntold, type News, readUntold} from '../../extension/src/untold';
import {fakeBrowser} from './stored';

beforeEach(() => fakeBrowser.reset());

function news(suggestionId: string, text: string): News {
	const about = {platform: 'youtube' as const, author: '@ann', url: '', timeZone: 'UTC'};
	return {...about, suggestionId, commentKey: `youtube:${suggestionId}`, outcome: 'posted', text, at: ''};
}

test('what was told waits no more, and the rest still does', async () => {
	await addUntold(news('1', 'one'));
	await addUntold(news('2', 'two'));
	await dropUntold(news('1', 'one'));
	expect((await readUntold()).map(({text}) => text)).toEqual(['two']);
});

test('of one reply only the newest waits', async () => {
	await addUntold(news('1', 'first'));
	await addUntold(news('1', 'again'));
	expect((await readUntold()).map(({text}) => text)).toEqual(['again']);
});
