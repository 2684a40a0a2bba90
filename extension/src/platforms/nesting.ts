/** Comments that lie inside of comments: the first part of one, and what lies around it. */
import {ownParts} from './dom';

/** The first part that belongs to this comment itself and not to a comment inside of it. */
export function ownPart(comment: HTMLElement, css: string, commentCss: string): HTMLElement | undefined {
	return ownParts(comment, css, commentCss)[0];
}

/** The comments around this one, the outermost first. */
export function parentsOf(comment: HTMLElement, commentCss: string): HTMLElement[] {
	const parent = comment.parentElement?.closest<HTMLElement>(commentCss);
	return parent ? [...parentsOf(parent, commentCss), parent] : [];
}
