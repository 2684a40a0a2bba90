import {describe, expect, test} from 'vitest';
import {platformOf} from '../../../extension/src/platforms/of-page';
import {load, savedPages, withButton} from '../saved-pages';

describe.each(savedPages)('$name', ({name, expected}) => {
	test('every comment is read as expected', () => {
		const page = load(name);
		const platform = platformOf(expected.url);
		const read = withButton(page, platform).map((comment) => platform.readThread(comment) ?? null);
		expect(read).toHaveLength(expected.threads.length);
		for (const [index, thread] of expected.threads.entries()) {
			if (thread === null) expect(read[index]).toBeNull();
			else expect(read[index]).toMatchObject(thread);
		}
	});

	test('every button has the name of its comment’s author on it', () => {
		const page = load(name);
		const platform = platformOf(expected.url);
		for (const comment of withButton(page, platform)) {
			const read = platform.readThread(comment);
			if (read) expect(platform.readAuthor(comment)).toBe(read.thread.comments.at(-1)?.author);
		}
	});
});
