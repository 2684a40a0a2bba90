import {render} from 'preact';
import {act} from 'preact/test-utils';
import {beforeEach, expect, test, vi} from 'vitest';
import type {Correction} from '../../../extension/src/begun';
import {CommentCard} from '../../../extension/src/ui/comment-card';
import {pageComment} from '../samples';

let root: HTMLElement;
beforeEach(() => {
	root = document.createElement('main');
	document.body.replaceChildren(root);
});

/** Draw it without waiting for what follows the paint. */
const draw = (correction: Correction | undefined) =>
	render(
		<CommentCard
			comment={pageComment()}
			grounds={[]}
			correction={correction}
			onCorrecting={vi.fn()}
			onCorrect={vi.fn()}
		/>,
		root,
	);

test('a form has the focus as soon as it is there, so that nothing takes it from who types already', async () => {
	draw({author: '', text: 'Still no potatoes.'});
	expect(document.activeElement).toBe(root.querySelector('textarea'));
	root.querySelector('input')?.focus();
	await act(() => undefined); // the paint, and what follows it
	expect(document.activeElement).toBe(root.querySelector('input'));
	draw(undefined);
	expect(document.activeElement?.textContent).toBe('Correct');
});
