/** The insertion matrix in both browsers: every editor holds the text exactly or refuses it cleanly, and nothing is sent. */
import {expect, test} from 'vitest';
import {editorsAddress} from './addresses.ts';
import {type Cell, cellsOf, editorNames, look, nameOf, stubbornCellsOf, stubbornNames} from './cells.ts';
import {browsers, type Driven} from './driven.ts';

/** What a browser itself cannot do: in Firefox nothing replaces a selection over several nodes in a shadow root. */
const refusals: Record<string, string[]> = {Firefox: ['inShadowRoot, filled, replaced']};

test.concurrent.each(browsers)(
	'the insertion matrix in $name',
	{timeout: 900_000},
	async ({name, launch}) => {
		const browser = await launch();
		try {
			await browser.open(editorsAddress);
			await browser.page(async () => {
				while (!globalThis.areReady) await new Promise((resolve) => setTimeout(resolve, 20));
			});
			const mayRefuse = (cell: Cell) =>
				stubbornNames.includes(cell.editor) ||
				(refusals[name] ?? []).some((refusal) => nameOf(cell).startsWith(refusal));
			const rows: string[] = [];
			const wrong: string[] = [];
			for (const cells of [...editorNames.map(cellsOf), ...stubbornNames.map(stubbornCellsOf)]) {
				const row = {exact: 0, refused: 0, failed: 0};
				for (const cell of cells) {
					const {verdict, why} = await look(browser, cell);
					row[verdict]++;
					if (verdict !== (mayRefuse(cell) ? 'refused' : 'exact'))
						wrong.push(`${nameOf(cell)}: ${verdict} ${why}`);
				}
				rows.push(toRow(cells[0]?.editor ?? '', row.exact, row.refused, row.failed));
			}
			process.stdout.write([toRow(name, 'exact', 'refused', 'failed'), ...rows, ''].join('\n'));
			expect(wrong).toEqual([]);
			expect(await browser.page(() => sent)).toEqual([]);
			await expectSendsToCount(browser);
		} finally {
			await browser.close();
		}
	},
);

/** That nothing was sent says something only where a real Enter is counted. */
async function expectSendsToCount(browser: Driven): Promise<void> {
	for (const name of ['textarea', 'input', 'lexical', 'inFrame', 'inShadowRoot']) {
		await browser.click(
			await browser.page((editor, start) => remake(editor, start), name, {mention: '', lines: ['']}),
		);
		await browser.type('\n');
		const counted = await browser.page(() => sent.splice(0));
		expect(counted).toContain(`${name}: keydown`);
		if (name === 'input') expect(counted).toContain(`${name}: submit`);
		if (name === 'inFrame') expect(counted).toContain(`${name}: beforeinput`);
	}
}

const toRow = (name: string, ...counts: (string | number)[]) =>
	name.padEnd(16) + counts.map((count) => String(count).padStart(8)).join('');
