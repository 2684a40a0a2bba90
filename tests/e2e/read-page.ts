/** What the tests bring into a saved page: the platforms as they are built, asked as the extension asks them. */
import {platformOf} from '../../extension/src/platforms/of-page';

const platform = platformOf(location.href);

/** Every comment of the page, read. */
export const readPage = () => comments().map((comment) => platform.readThread(comment) ?? null);

/** Where the reply to a comment goes: 'the box', what else was found, or the sentence that was said. */
export async function findBox(index: number, css: string | undefined): Promise<string> {
	try {
		const found = await platform.findReplyBox(comments()[index] as HTMLElement);
		return css && found === document.querySelector(css) ? 'the box' : found.outerHTML;
	} catch (error) {
		return String(error);
	}
}

const comments = () =>
	[...document.querySelectorAll<HTMLElement>(platform.commentCss)].filter((comment) =>
		platform.findToolbar(comment),
	);
