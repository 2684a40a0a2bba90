/** Every saved page in both real browsers: read as expected by the platforms as built, and the reply goes where it should. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'vitest';
import {savedPages} from '../extension/saved-pages.ts';
import {browsers, type Driven} from './driven.ts';
import {pagesFolder} from './places.ts';

type Saved = (typeof savedPages)[number];

test.concurrent.for(browsers)(
	'$name reads every saved page',
	{timeout: 600_000},
	async ({name, launch}, {expect}) => {
		const browser = await launch();
		try {
			for (const saved of savedPages) {
				const expected = saved.expected.threads.map((thread) => {
					if (!thread) return null;
					const {reply, ...reading} = thread;
					return reading;
				});
				expect.soft(await ask(browser, saved, 'readPage()'), saved.name).toMatchObject(expected);
				for (const [index, thread] of saved.expected.threads.entries()) {
					if (!thread?.reply) continue;
					const {box, says = 'the box'} = thread.reply;
					const outcome = await ask<string>(browser, saved, `findBox(${index}, ${JSON.stringify(box)})`);
					expect.soft(outcome, `${saved.name}, comment ${index}`).toMatch(says);
				}
			}
			process.stdout.write(`${name} looked at ${savedPages.length} saved pages.\n`);
		} finally {
			await browser.close();
		}
	},
);

const bundle = () => readFileSync(join(pagesFolder, 'read-page.js'), 'utf8');

/** Show a saved page anew, its own script running, and ask the platforms in it. */
async function ask<Answer>(browser: Driven, {expected, html}: Saved, question: string): Promise<Answer> {
	await browser.open(expected.url, html);
	return browser.isolated<Answer>(`${bundle()}; bundle.${question}`);
}
