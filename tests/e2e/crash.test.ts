/** What the person typed and what had arrived outlives the server and the browser. */

import type {Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {Candor} from './browser.ts';
import {Server} from './server.ts';
import {slowProxy} from './slow-proxy.ts';

let server: Server;
let proxy: Awaited<ReturnType<typeof slowProxy>>;
let candor: Candor;

beforeAll(async () => {
	server = await Server.start();
	proxy = await slowProxy(server.url, 300);
	candor = await Candor.launch({settings: {serverUrl: proxy.url, token: server.token()}});
});

afterAll(async () => {
	await candor?.close();
	proxy?.close();
	server?.stop();
});

async function openPanel(): Promise<Page> {
	const page = await candor.open('https://www.youtube.com/watch?v=box1');
	await page.locator('#content-text').first().hover();
	await page.locator('candor-button button').first().click();
	return candor.panel();
}

const draftOf = (panel: Page) => panel.getByLabel('Reply draft').inputValue();

test('kill -9 of the server in the middle of a stream: the words stay, and the panel says what to do', async () => {
	const panel = await openPanel();
	await expect.poll(() => draftOf(panel).then((text) => text.length), {timeout: 10_000}).toBeGreaterThan(3);
	server.kill();
	await panel.getByText('Candor’s server is not running').waitFor();
	const came = await draftOf(panel);
	expect(came.length).toBeGreaterThan(3);
	await panel.getByLabel('Reply draft').fill(`${came} and mine`);
	await server.run();
	await panel.getByText(/On this computer/).waitFor(); // by itself
	await panel.getByText('The server stopped in the middle').waitFor();
	expect(await draftOf(panel)).toBe(`${came} and mine`);
});

test('kill -9 of the browser in the middle of an edit: every typed character is there after the restart', async () => {
	const panel = await candor.panel();
	await panel.getByLabel('Reply draft').fill('');
	await panel.getByLabel('Reply draft').pressSequentially('Every word of this is mine', {delay: 5});
	await panel.waitForTimeout(400); // a keystroke pause
	const profile = await candor.kill();
	candor = await Candor.launch({profile});
	const again = await openPanel();
	await again.getByLabel('Reply draft').waitFor();
	await expect.poll(() => draftOf(again)).toBe('Every word of this is mine');
});
