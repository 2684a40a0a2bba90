/**
 * How quickly the panel follows the typing, measured by hand (`npm run jank`): each key of a 60-word draft is pressed in the real panel,
 * and Chromium's own trace tells the tasks of its main thread. Keystroke to findings is taken where a pause lets them come.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Candor} from './browser.ts';
import {artifacts} from './places.ts';
import {Server} from './server.ts';

const longTask = 50; // ms
const draft =
	'Nine kohlrabi is past reason, and nobody told you why. The stored potatoes were lost in January when the shed leaked, and we never said so in the box. You can put a crop on the never-send list in your account. We will refund the last three boxes by Friday, and I will answer you here myself as soon as the first earlies are up.';

type TraceEvent = {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	dur?: number;
	tdur?: number;
	args: {name?: string};
};

const say = (line: string) => process.stdout.write(`${line}\n`);
const at = (sorted: number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
const spread = (values: number[]) => {
	const sorted = [...values].sort((left, right) => left - right);
	return `p50 ${at(sorted, 0.5).toFixed(0)}, p95 ${at(sorted, 0.95).toFixed(0)}, most ${at(sorted, 1).toFixed(0)} ms`;
};

const server = await Server.start(process.argv[2] === 'embedded' ? 'embedded' : 'echo');
const candor = await Candor.launch({settings: {serverUrl: server.url, token: server.token()}});
try {
	const page = await candor.context.newPage();
	await page.setViewportSize({width: 380, height: 900});
	await page.goto(`chrome-extension://${new URL(candor.worker.url()).host}/sidepanel.html`);
	await page.getByText('On this computer').waitFor();
	await page.getByLabel('Or paste one').fill('Third box running with no potatoes. I have nine kohlrabi.');
	await page.getByRole('button', {name: 'Suggest reply'}).click();
	await page.getByText('Draft ready').waitFor({state: 'attached'});
	const field = page.getByLabel('Reply draft');
	await field.fill('You will recieve it.');
	await page.getByRole('region', {name: 'Language'}).waitFor(); // the grammar is loaded
	await field.fill('');

	const trace = join(artifacts, 'jank.json');
	const browser = candor.context.browser();
	if (!browser) throw new Error('The browser gives no trace.');
	await browser.startTracing(page, {
		path: trace,
		categories: ['toplevel', 'devtools.timeline', '__metadata'],
	});
	for (const letter of draft) await field.press(letter === ' ' ? 'Space' : letter, {delay: 20});
	await page.waitForTimeout(1000);
	await browser.stopTracing();
	const {traceEvents} = JSON.parse(readFileSync(trace, 'utf8')) as {traceEvents: TraceEvent[]};
	const mains = new Set(
		traceEvents
			.filter(({name, args}) => name === 'thread_name' && args.name === 'CrRendererMain')
			.map(({pid, tid}) => `${pid}:${tid}`),
	);
	const tasks = traceEvents.filter(
		({name, ph, pid, tid}) => ph === 'X' && name.endsWith('RunTask') && mains.has(`${pid}:${tid}`),
	);
	const durations = tasks.map(({dur = 0}) => dur / 1000);
	const worked = tasks.map(({tdur = 0}) => tdur / 1000);
	say(`${[...draft].length} keys, ${tasks.length} tasks of the panel's main thread`);
	say(
		`the longest by the clock ${Math.max(...durations).toFixed(1)} ms, of work alone ${Math.max(...worked).toFixed(1)} ms`,
	);
	say(
		`over ${longTask} ms: ${durations.filter((ms) => ms > longTask).length} by the clock, ${worked.filter((ms) => ms > longTask).length} of work`,
	);

	const waits: number[] = [];
	for (let round = 0; round < 30; round++) {
		await field.fill(`${draft} `);
		await page.waitForTimeout(400);
		waits.push(
			await page.evaluate(async () => {
				const box = document.querySelector<HTMLTextAreaElement>('[aria-label="Reply draft"]');
				box?.focus();
				box?.setSelectionRange(box.value.length, box.value.length);
				const start = performance.now();
				document.execCommand('insertText', false, 'x');
				const isStale = () => document.querySelector('.rest.stale') !== null;
				do await new Promise(requestAnimationFrame);
				while (isStale() && performance.now() - start < 5000);
				return performance.now() - start;
			}),
		);
	}
	say(`keystroke to findings, 30 times: ${spread(waits)}`);
} finally {
	await candor.close();
	server.stop();
}
