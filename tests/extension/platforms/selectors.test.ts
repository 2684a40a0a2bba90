import {join} from 'node:path';
import {expect, test} from 'vitest';
import {platformOf, platforms} from '../../../extension/src/platforms/of-page';
import {inComments, survey} from '../../../extension/src/platforms/survey';
import {load, savedPages} from '../saved-pages';

const file = join(import.meta.dirname, '../../../server/selectors.json');

/** Every platform's selectors, and which of them match on which saved page: what `candor doctor` goes by. */
function everySelector() {
	const pages = savedPages.map(({name, expected}) => {
		const platform = platformOf(expected.url, load(name));
		const matching = survey(platform, document).filter(({count}) => count > 0);
		return {platform, name, matching: matching.map((count) => count.name)};
	});
	return platforms.map((platform) => ({
		platform: platform.name,
		hosts: platform.hosts,
		selectors: Object.entries(platform.selectors).map(([name, {css, checked}]) => ({
			name,
			css: inComments(css, platform),
			checked,
		})),
		pages: Object.fromEntries(
			pages.filter((page) => page.platform === platform).map(({name, matching}) => [name, matching]),
		),
	}));
}

test('server/selectors.json is fresh; else run `npm run selectors`', async () => {
	await expect(`${JSON.stringify(everySelector(), null, '\t')}\n`).toMatchFileSnapshot(file);
});

test('every platform has a saved page on which its comments are found', () => {
	for (const {platform, pages} of everySelector()) {
		const found = Object.values(pages).flat();
		expect(found.length, platform).toBeGreaterThan(0);
	}
});
