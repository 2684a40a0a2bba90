/** axe-core finds nothing in the panel and the settings, light and dark, in every state; with pictures to look at. */
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {violationsOf} from './accessible.ts';
import {Candor} from './browser.ts';
import {artifacts} from './places.ts';
import {Server} from './server.ts';
import {slowProxy} from './slow-proxy.ts';

let server: Server;
let candor: Candor;
let page: Page;

beforeAll(async () => {
	mkdirSync(artifacts, {recursive: true});
	server = await Server.start();
	candor = await Candor.launch({settings: {serverUrl: server.url}});
	page = await candor.context.newPage();
});

afterAll(async () => {
	await candor?.close();
	server?.stop();
});

const extensionPage = (name: string) =>
	`chrome-extension://${new URL(candor.worker.url()).host}/${name}.html`;

async function look(name: string, width: number): Promise<void> {
	await page.setViewportSize({width, height: 780});
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({colorScheme});
		await page.waitForTimeout(200); // transitions
		await page.screenshot({path: join(artifacts, `${name}-${colorScheme}.png`)});
		expect(await violationsOf(page)).toEqual([]);
		const isWide = await page.evaluate(
			() => document.documentElement.scrollWidth > document.documentElement.clientWidth,
		);
		expect(isWide, 'nothing sticks out at the side').toBe(false);
	}
}

describe('the panel', () => {
	test('not paired', async () => {
		await page.goto(extensionPage('sidepanel'));
		await page.getByText('Pair this browser').waitFor();
		await look('unpaired', 380);
	});

	test('no comment', async () => {
		await store({serverUrl: server.url, token: server.token()});
		await page.goto(extensionPage('sidepanel'));
		await page.getByText('On this computer').waitFor();
		await look('start', 240);
	});

	test('waiting for the first word', async () => {
		const slow = await slowProxy(server.url, 4000);
		await store({serverUrl: slow.url, token: server.token()});
		await page.goto(extensionPage('sidepanel'));
		await page.getByLabel('Or paste one').fill('Is it open on Sundays?');
		await page.getByText('On this computer').waitFor();
		await page.getByRole('button', {name: 'Suggest reply'}).click();
		await page.getByRole('button', {name: 'Stop'}).waitFor();
		await look('waiting', 380);
		await page.getByRole('button', {name: 'Stop'}).click();
		await page.getByRole('button', {name: 'Another comment'}).click();
		await page.getByText('Which comment?').waitFor();
		slow.close();
		await store({serverUrl: server.url, token: server.token()});
	});

	test('a draft, with findings', async () => {
		await page
			.getByLabel('Or paste one')
			.fill('Third box running with no potatoes. I have nine kohlrabi, and nobody answers my mails.');
		await page.getByRole('button', {name: 'Suggest reply'}).click();
		await page.getByText('Draft ready').waitFor({state: 'attached'});
		await page
			.getByLabel('Reply draft')
			.fill(
				'We apologise for any inconvenience. Nine is past reason, and we will refund £40 by Friday. Which day is your box?',
			);
		await page.waitForTimeout(900);
		await look('draft', 380);
	});

	test('narrow', async () => {
		await page.getByRole('button', {name: 'Change'}).click();
		await look('narrow', 240);
	});

	test('by keyboard nothing that gets the focus lies under the bar', async () => {
		await page.setViewportSize({width: 360, height: 465});
		await page.evaluate(() => scrollTo(0, 0));
		for (let count = 0; count < 40; count++) {
			await page.keyboard.press('Tab');
			const covered = await page.evaluate(() => {
				const bar = document.querySelector('.go');
				const focused = document.activeElement;
				if (!bar || !focused || focused === document.body || bar.contains(focused)) return '';
				const {top, bottom} = focused.getBoundingClientRect();
				const isUnder = bottom > bar.getBoundingClientRect().top + 1 && top < innerHeight;
				return isUnder ? focused.outerHTML.slice(0, 80) : '';
			});
			expect(covered).toBe('');
		}
	});

	test('a reading to correct', async () => {
		await page.getByRole('button', {name: 'Correct'}).click();
		await look('correct', 240);
		await page.getByRole('button', {name: 'Cancel'}).click();
	});

	test('a promise in what was posted', async () => {
		await page.getByRole('button', {name: 'Copy', exact: true}).click();
		await page.getByText('You promised').waitFor();
		await look('promise', 240);
		await page.getByRole('button', {name: 'No promise'}).click();
	});

	test('a fact to add', async () => {
		await page.getByRole('button', {name: 'Add the fact'}).click();
		await page.getByText(/^Facts: /).click();
		await page.getByLabel('Put in a snippet').fill('potatoes');
		await page.getByText('No snippet has these words.').waitFor();
		await look('fact', 360);
		await page.getByRole('button', {name: 'Cancel'}).click();
	});

	test('a comment to hand over, with the note for the colleagues', async () => {
		await page.getByRole('button', {name: 'Another comment'}).click();
		await page
			.getByLabel('Or paste one')
			.fill('I found glass in the carrot bag and my daughter cut her mouth. My lawyer will hear of this.');
		await page.getByRole('button', {name: 'Suggest reply'}).click();
		await page.getByText('Draft ready').waitFor({state: 'attached'});
		await page.getByRole('button', {name: 'Put it on the desk'}).click();
		await page.getByRole('button', {name: 'On the desk'}).waitFor();
		await look('hand-off', 240);
	});

	test('a comment to leave alone', async () => {
		await page.getByRole('button', {name: 'Another comment'}).click();
		await page
			.getByLabel('Or paste one')
			.fill('EARN $5000 a week from home!!! click my profile http://bit.ly/xx');
		await page.getByRole('button', {name: 'Suggest reply'}).click();
		await page.getByRole('button', {name: 'Draft one all the same'}).waitFor();
		await look('left-alone', 360);
	});

	test('the settings', async () => {
		await page.goto(extensionPage('options'));
		await page.getByLabel('Tone').waitFor();
		await look('options', 700);
	});

	test('the server is not running', async () => {
		server.kill();
		await page.goto(extensionPage('sidepanel'));
		await page.getByText('Candor’s server is not running').waitFor();
		await look('down', 240);
	});
});

/** Store settings, as the settings page would. */
async function store(settings: object): Promise<void> {
	await candor.worker.evaluate(
		async (stored) => void (await chrome.storage.local.set({settings: stored})),
		settings,
	);
}
