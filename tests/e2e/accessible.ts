/** What axe-core finds on a page. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Page} from 'playwright-core';
import {expect} from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

type Violation = {id: string; nodes: {html: string}[]};

/** The rules that a page breaks, each with where. */
export async function violationsOf(page: Page): Promise<{id: string; nodes: string[]}[]> {
	await page.evaluate(axe);
	return page.evaluate(async () => {
		const {axe: run} = window as unknown as {axe: {run: () => Promise<{violations: Violation[]}>}};
		return (await run.run()).violations.map(({id, nodes}) => ({id, nodes: nodes.map(({html}) => html)}));
	});
}

export async function expectAccessible(page: Page): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({colorScheme});
		expect(await violationsOf(page), colorScheme).toEqual([]);
	}
}
