/** The main job in Firefox: the button beside a comment, its real sidebar, the draft in the page's reply box. */
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type Firefox, launchFirefox} from './firefox.ts';
import {findFirefox} from './places.ts';
import {Server} from './server.ts';

let server: Server;
let firefox: Firefox;

const says = async (words: string) =>
	expect.poll(async () => (await firefox.readPanel()).text).toContain(words);
const box = () =>
	firefox.page(
		() => document.querySelector<HTMLElement>('#contenteditable-root')?.innerText.trim() ?? 'no box',
	);

describe.runIf(findFirefox())('Firefox', () => {
	beforeAll(async () => {
		server = await Server.start();
		firefox = await launchFirefox({serverUrl: server.url, token: server.token()});
		await firefox.open('https://www.youtube.com/watch?v=box1');
	});

	afterAll(async () => {
		await firefox?.close();
		server?.stop();
	});

	test('a click beside a comment shows it in the sidebar, and a draft comes', async () => {
		await firefox.click(
			await firefox.page(async () => {
				for (;;) {
					const button = document.querySelector('candor-button');
					button?.scrollIntoView({block: 'center'});
					const {x, y, width, height} = button?.getBoundingClientRect() ?? new DOMRect();
					if (width > 0) return {x: x + width / 2, y: y + height / 2};
					await new Promise((resolve) => setTimeout(resolve, 20));
				}
			}),
		);
		await says('Third box running');
		await expect.poll(async () => (await firefox.readPanel()).draft).toMatch(/\w+/);
		await says('Insert into the page');
	});

	test('a fault of spelling is found in the sidebar itself, by the grammar checker of the package', async () => {
		await firefox.write('We looked at teh list for your box.');
		const read = async () => (await firefox.readPanel()).text;
		await expect.poll(read, {timeout: 20_000}).toContain('Did you mean the definite article?');
	});

	test('“Insert into the page”, really clicked, fills the reply box; “Undo insert” empties it', async () => {
		await firefox.press('Insert into the page');
		await says('Inserted. Read it once more');
		const {draft} = await firefox.readPanel();
		expect(await box()).toBe(draft);
		await firefox.press('Undo insert');
		await says('Taken back');
		expect(await box()).toBe('');
		expect(await firefox.page(() => 'sent' in window)).toBe(false);
	});
});
