import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {newPlatform} from '../../extension/new-platform';

const root = join(import.meta.dirname, '../..');
let copy: string;

beforeEach(() => {
	mkdirSync(join(root, 'tests/.artifacts'), {recursive: true});
	copy = mkdtempSync(join(root, 'tests/.artifacts/new-platform-')); // inside, so that it is found when imported
	for (const part of ['extension/src', 'server/schemas/base.py', 'server/platform_names.py']) {
		mkdirSync(dirname(join(copy, part)), {recursive: true});
		cpSync(join(root, part), join(copy, part), {recursive: true});
	}
});

afterEach(() => {
	rmSync(copy, {recursive: true});
});

const text = (path: string) => readFileSync(join(copy, path), 'utf8');

test('a new platform reads its own saved page at once, and is registered wherever platforms are', async () => {
	newPlatform(copy, 'corner-shop');
	const {url, threads} = JSON.parse(text('tests/pages/corner-shop/thread.json'));
	const page = new DOMParser().parseFromString(text('tests/pages/corner-shop/thread.html'), 'text/html');
	document.body.replaceChildren(...page.body.childNodes);
	const {happyDOM} = window as unknown as {happyDOM: {setURL: (address: string) => void}};
	happyDOM.setURL(url);
	const {platformOf} = await import(join(copy, 'extension/src/platforms/of-page.ts'));
	const platform = platformOf(url, document);
	const comment = document.querySelector<HTMLElement>(platform.commentCss);
	const {reply, ...reading} = threads[0];
	expect(platform.readThread(comment)).toEqual(reading);
	expect(await platform.findReplyBox(comment)).toBe(document.querySelector(reply.box));
	expect(text('server/schemas/base.py')).toContain('    "corner_shop",\n]  # fmt: skip\nIntent');
	expect(text('server/platform_names.py')).toContain('"corner_shop": "Corner Shop",');
	expect(text('extension/src/ui/comment-card.tsx')).toContain("corner_shop: 'Corner Shop',");
});

test.each(['', 'Corner Shop', '../shop', 'x-'])('%j is no name', (name) => {
	expect(() => newPlatform(copy, name)).toThrow(/make new-platform NAME=/);
});

test('a platform that is there already is left alone', () => {
	const before = text('extension/src/platforms/x.ts');
	expect(() => newPlatform(copy, 'x')).toThrow(/EEXIST/);
	expect(text('extension/src/platforms/x.ts')).toBe(before);
});
