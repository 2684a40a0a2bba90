/** Two devices of a team at the same comment: each is told of the other, in its panel. */
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {Candor} from './browser.ts';
import {Server} from './server.ts';

/** The comment as Ann sees it: in Studio, where its address is another. */
const thread = {
	platform: 'youtube',
	url: 'https://studio.youtube.com/video/box1/comments?lc=UgxKohlrabi1',
	comments: [{id: 'UgxKohlrabi1', author: '@imogenf', text: 'Third box running with no potatoes.'}],
};

let server: Server;
let candor: Candor;
let panel: Page;
let ann: (path: string, body: object) => Promise<{id: string; teammates: {name: string; doing: string}[]}>;

beforeAll(async () => {
	server = await Server.start();
	candor = await Candor.launch({settings: {serverUrl: server.url, token: server.token()}});
	const call = async (path: string, body: object, token = '') => {
		const headers = {
			'Content-Type': 'application/json',
			Accept: 'application/json',
			Connection: 'close', // one that is kept may be closed just as the next request takes it
			...(token && {Authorization: `Bearer ${token}`}),
		};
		const answer = await fetch(server.url + path, {method: 'POST', headers, body: JSON.stringify(body)});
		if (!answer.ok) throw new Error(await answer.text());
		return answer.json();
	};
	const {token} = await call('/v1/devices', {code: server.pairingCode(), name: 'Ann’s Firefox'});
	ann = (path, body) => call(path, body, token);
});

afterAll(async () => {
	await candor?.close();
	server?.stop();
});

test('who drafts a reply to a comment that a teammate drafts one to is told so, and so is the teammate', async () => {
	const {id} = await ann('/v1/suggestions', {thread});
	const page = await candor.open('https://www.youtube.com/watch?v=box1');
	await page.locator('#content-text').first().hover();
	await page.getByRole('button', {name: "Suggest a reply to @imogenf's comment"}).first().click();
	panel = await candor.panel();
	await panel.getByText('Draft ready').waitFor({state: 'attached'});
	await panel.getByText(/^Ann’s Firefox drafts a reply too, since \d/).waitFor();
	const {teammates} = await ann('/v1/checks', {text: 'Nine!', suggestion_id: id});
	expect(teammates.map(({name}) => name)).toEqual(['e2e']);
	await ann(`/v1/suggestions/${id}/feedback`, {outcome: 'posted', text: 'Nine!'});
});

test('a reply that the teammate put there meanwhile is told at the next look', async () => {
	await panel.getByLabel('Reply draft').fill('Nine is past reason.');
	await panel.getByText(/^Ann’s Firefox put a reply there, \d/).waitFor();
});

test('a reply that is taken back on one device is told on the other', async () => {
	const {id} = await ann('/v1/suggestions', {thread});
	const told = async () => (await ann('/v1/checks', {text: 'Nine!', suggestion_id: id})).teammates;
	await panel.getByRole('button', {name: 'Insert into the page'}).click();
	await expect.poll(told).toMatchObject([{name: 'e2e', doing: 'posted'}]);
	await panel.getByRole('button', {name: 'Undo insert'}).click();
	await expect.poll(told).toMatchObject([{name: 'e2e', doing: 'taken_back'}]);
});

test('another comment has no teammates', async () => {
	const [page] = candor.context.pages();
	await page?.locator('#content-text').nth(3).hover();
	await page?.getByRole('button', {name: "Suggest a reply to @omar.k's comment"}).click();
	await panel.getByText('Draft ready').waitFor({state: 'attached'});
	await expect.poll(() => panel.getByText('Ann’s Firefox').count()).toBe(0);
});
