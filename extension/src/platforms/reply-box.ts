/** Opening a reply box: the one that is open already, or the one that the site's own button opens. */
import {waitFor} from './dom';
import {PageChanged} from './platform';

/** Find a reply box; where there is none, press the site's button and wait. Throws PageChanged when none opens. */
export async function openReplyBox(
	site: string,
	find: () => HTMLElement | undefined,
	findButton: () => HTMLElement | undefined,
): Promise<HTMLElement> {
	return find() ?? (await pressReply(site, findButton(), find));
}

/** Press the site's reply button and wait for the box. Throws PageChanged when there is no button or no box comes. */
export async function pressReply(
	site: string,
	button: HTMLElement | undefined,
	find: () => HTMLElement | undefined,
): Promise<HTMLElement> {
	if (!button)
		throw new PageChanged(
			`${site}: found no reply button under the comment. Open the reply box yourself and insert again.`,
		);
	button.click();
	const box = await waitFor(find);
	if (!box) throw new PageChanged(`${site}: the reply box did not open. Open it yourself and insert again.`);
	return box;
}
