import {beforeEach, expect, test, vi} from 'vitest';
import {changeSettings, onSettingsChanged, parseServerUrl, readSettings} from '../../extension/src/settings';
import {fakeBrowser} from './stored';

beforeEach(() => fakeBrowser.reset());

test('what was never stored has its default', async () => {
	expect(await readSettings()).toMatchObject({
		serverUrl: 'http://127.0.0.1:8765',
		token: '',
		tone: 'plain',
		sites: [],
		sitesDeclined: [],
	});
	await changeSettings({tone: 'warm'});
	expect(await readSettings()).toMatchObject({tone: 'warm', token: ''});
});

test('changes are heard until one stops listening', async () => {
	const listen = vi.fn();
	const stop = onSettingsChanged(listen);
	await changeSettings({token: 'a'});
	stop();
	await changeSettings({token: 'b'});
	expect(listen).toHaveBeenCalledTimes(1);
	expect(listen.mock.calls[0]?.[0]).toMatchObject({token: 'a', tone: 'plain'});
});

test.each([
	['http://127.0.0.1:8765/', 'http://127.0.0.1:8765'],
	[' https://candor.example/api/ ', 'https://candor.example/api'],
	[' 127.0.0.1:8765', 'http://127.0.0.1:8765'],
	['localhost:8765/', 'http://localhost:8765'],
	['127.0.0.1', undefined],
	['javascript:alert(1)', undefined],
])('the address “%s” is taken as %s', (typed, url) => {
	expect(parseServerUrl(typed)).toBe(url);
});
