/** What is served at which address: the saved pages at their sites' own, and one with all editors. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {savedPages} from '../extension/saved-pages.ts';
import {pagesFolder, root} from './places.ts';

/** Where the page with all editors stands: on a site where the extension is at home. */
export const editorsAddress = 'https://www.reddit.com/editors';

const pages: [RegExp, () => string][] = [
	[/^https:\/\/www\.youtube\.com\/watch/, () => saved('youtube/watch.html')],
	[/^https:\/\/x\.com\/\w+\/status/, () => saved('x/status.html')],
	[/^https:\/\/www\.reddit\.com\/r\//, () => saved('reddit/post.html')],
	[/^https:\/\/old\.reddit\.com\/r\//, () => saved('reddit/old.html')],
	[/^https:\/\/www\.reddit\.com\/editors$/, editorsPage],
];

/** The HTML at an address; undefined where there is none, and nothing goes out. */
export function pageAt(url: string): string | undefined {
	const exact = savedPages.find(({expected}) => expected.url === url);
	return exact?.html ?? pages.find(([address]) => address.test(url))?.[1]();
}

const saved = (name: string) => readFileSync(join(root, 'tests/pages', name), 'utf8');

function editorsPage(): string {
	const html = readFileSync(join(import.meta.dirname, 'editors-page/index.html'), 'utf8');
	// The bundle is put into the page: no second address has to be served.
	const script = readFileSync(join(pagesFolder, 'editors.js'), 'utf8').replaceAll('</script', '<\\/script');
	return html.replace('<!-- script -->', () => `<script type="module">${script}</script>`);
}
