import {expect, test} from 'vitest';
import {readLines} from '../../../extension/src/editors/read';

/** An element as an editor draws it. */
function drawn(html: string): HTMLElement {
	const parsed = new DOMParser().parseFromString(`<div>${html}</div>`, 'text/html');
	return parsed.body.firstElementChild as HTMLElement;
}

test.each([
	['an empty Lexical', '<p><br></p>', ''],
	['an empty Slate', '<div><span>\ufeff<br></span></div>', ''],
	['paragraphs with a blank one', '<p>a</p><p><br></p><p>b</p>', 'a\n\nb'],
	['breaks in a paragraph', '<p>a<br><br>b</p>', 'a\n\nb'],
	[
		'Draft.js',
		'<div><div data-block="true"><div><span>a</span></div></div><div><div>b</div></div></div>',
		'a\nb',
	],
	['loose text before the lines that Enter made', 'a<div>b</div><div><br></div><div>c</div>', 'a\nb\n\nc'],
	[
		'a list, a heading and a quote',
		'<h2>a</h2><ul><li>b</li><li>c</li></ul><blockquote>d</blockquote>',
		'a\nb\nc\nd',
	],
	['a mention’s chip', '<p>\ufeff<span contenteditable="false">@ana</span>\ufeff\u00a0hi</p>', '@ana hi'],
	['emoji drawn as an image', '<p>a <img alt="💚"></p>', 'a 💚'],
	['a placeholder', '<p><span data-slate-placeholder="true">Message</span>\ufeff</p>', ''],
	['an emoji of several code points', '<p>👩\u200d👩\u200d👧 stays</p>', '👩\u200d👩\u200d👧 stays'],
])('%s is read as a person sees it', (_, html, text) => {
	expect(readLines(drawn(html))).toBe(text);
});
