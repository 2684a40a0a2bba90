import {describe, expect, test} from 'vitest';
import {platformOf} from '../../../extension/src/platforms/of-page';
import {PageChanged, type Platform} from '../../../extension/src/platforms/platform';
import {load, savedPages, withButton} from '../saved-pages';

const pages = savedPages.filter(({site}) => site !== 'generic').map(({name, expected}) => ({name, expected}));

/** What a redesign takes away: the marks that words and names were found by, while the words stay. */
function rename(comment: HTMLElement): void {
	for (const part of comment.querySelectorAll('*')) {
		for (const {name} of [...part.attributes]) {
			const isKept =
				name === 'datetime' || (name === 'href' && /[?&](comment_id|lc)=|\/c\//.test(part.outerHTML));
			if (!isKept) part.removeAttribute(name);
		}
	}
}

function read(platform: Platform, comment: HTMLElement): string {
	try {
		return platform.readThread(comment) === undefined ? 'nothing' : 'a thread';
	} catch (error) {
		if (error instanceof PageChanged) return error.message;
		throw error;
	}
}

describe.each(pages)('$name', ({name, expected}) => {
	test('with all marks renamed: no wrong thread, but nothing or a sentence that tells what to do', () => {
		const page = load(name);
		const platform = platformOf(expected.url);
		for (const comment of page.querySelectorAll<HTMLElement>(platform.commentCss)) rename(comment);
		for (const comment of page.querySelectorAll<HTMLElement>(platform.commentCss)) {
			expect(read(platform, comment)).toMatch(
				/^nothing$|^[a-z ]+: found .+ Select the words, then press Alt\+Shift\+S\.$/,
			);
		}
	});

	test('half-loaded, with empty comments: no thread, no button that throws', () => {
		const page = load(name);
		const platform = platformOf(expected.url);
		const [comment] = withButton(page, platform);
		for (const part of comment?.querySelectorAll('*') ?? []) {
			if (part.childElementCount === 0 && part.localName !== 'time') part.replaceChildren();
		}
		if (!comment) throw new Error('no comment');
		expect(() => platform.findToolbar(comment)).not.toThrow();
		expect(() => platform.readAuthor(comment)).not.toThrow();
	});
});
