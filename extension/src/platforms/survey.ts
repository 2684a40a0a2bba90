/** How often each selector of a platform matches on a page. Counts alone: not a word of the page. */
import {findDeep} from './dom';
import type {Platform} from './platform';

/** One selector, and how many elements it matched. */
export type Count = {name: string; css: string; checked: string; count: number};

/** Count the matches of every selector of a platform. */
export function survey(platform: Platform, page: Document): Count[] {
	return Object.entries(platform.selectors).map(([name, {css, checked}]) => ({
		name,
		css,
		checked,
		count: countMatches(page, inComments(css, platform)),
	}));
}

/** Some are looked up from a comment: on a whole page they are meant inside of any comment. */
export function inComments(css: string, {commentCss}: Platform): string {
	return css.replaceAll(':scope', `:is(${commentCss})`);
}

function countMatches(page: Document, css: string): number {
	return page.querySelectorAll(css).length || (findDeep(page, css) ? 1 : 0);
}
