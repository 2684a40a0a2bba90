/** Loads the saved pages of tests/pages and what is expected of them. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Window} from 'happy-dom';
import type {Platform} from '../../extension/src/platforms/platform';
import type {PageComment} from '../../extension/src/thread';

const folder = join(import.meta.dirname, '../pages');

/** Where the reply to a comment goes once its button was pressed, or what is said where it can go nowhere. */
type Reply = {box?: string; says?: string};

/** What a saved page is expected to be read as; null for a comment that has no words. */
export type Expected = {
	page: string;
	url: string;
	threads: ((Partial<PageComment> & {reply?: Reply}) | null)[];
};

/** Every saved page with its expectations. */
export const savedPages = readdirSync(folder).flatMap((site) =>
	readdirSync(join(folder, site))
		.filter((name) => name.endsWith('.json'))
		.map((name) => {
			const expected: Expected = JSON.parse(readFileSync(join(folder, site, name), 'utf8'));
			return {
				site,
				name: `${site}/${expected.page}`,
				expected,
				html: readFileSync(join(folder, site, expected.page), 'utf8'),
			};
		}),
);

let listening = new AbortController();

/** Put a saved page into the test's document, at its address. Its script runs only where asked for: what the site does. */
export function load(name: string, {isAlive = false} = {}): Document {
	listening.abort(); // what the page before listened to
	listening = new AbortController();
	const page = savedPages.find((saved) => saved.name === name);
	if (!page) throw new Error(`tests/pages has no ${name}.`);
	// happy-dom's own name for the window of a test
	const {happyDOM} = window as unknown as Window;
	happyDOM.setURL(page.expected.url);
	const parsed = new DOMParser().parseFromString(
		page.html.replace(/<script>[\s\S]*?<\/script>/g, ''),
		'text/html',
	);
	document.title = parsed.title;
	for (const old of document.head.querySelectorAll('meta, link')) old.remove();
	document.head.append(...parsed.head.querySelectorAll('meta, link'));
	document.body.className = parsed.body.className;
	document.body.replaceChildren(...parsed.body.childNodes);
	const script = /<script>([\s\S]*?)<\/script>/.exec(page.html)?.[1];
	if (isAlive && script) new Function('document', script)(listened(listening.signal));
	return document;
}

/** The document, for a page's script: it listens no longer than the page stays. */
function listened(signal: AbortSignal): Document {
	return new Proxy(document, {
		get(page, key) {
			if (key === 'addEventListener')
				return (name: string, heard: EventListener) => page.addEventListener(name, heard, {signal});
			const value = Reflect.get(page, key);
			return typeof value === 'function' ? value.bind(page) : value;
		},
	});
}

/** The comments that get a button; what matches and has no place for one is a larger part of the page. */
export function withButton(page: Document, platform: Platform): HTMLElement[] {
	return [...page.querySelectorAll<HTMLElement>(platform.commentCss)].filter((comment) =>
		platform.findToolbar(comment),
	);
}
