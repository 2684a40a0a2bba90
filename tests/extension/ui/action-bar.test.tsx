import {render, type VNode} from 'preact';
import {act} from 'preact/test-utils';
import {beforeEach, expect, test, vi} from 'vitest';
import {ActionBar} from '../../../extension/src/ui/action-bar';

let root: HTMLElement;
beforeEach(() => {
	root = document.createElement('main');
	document.body.replaceChildren(root);
});

const draw = async (node: VNode) => act(() => render(node, root));
const press = async (name: string) => {
	const found = [...root.querySelectorAll('button')].find(({textContent}) => textContent === name);
	if (!found) throw new Error(`no button “${name}” in ${root.textContent}`);
	await act(() => found.click());
};

test('a filled reply box asks before anything is replaced', async () => {
	const onInsert = vi.fn();
	const rest = {
		canInsert: true,
		hasText: true,
		onCopy: vi.fn(),
		onUndo: vi.fn(),
		onTakenBack: vi.fn(),
		onCancel: vi.fn(),
	};
	await draw(
		<ActionBar outcome={{kind: 'occupied', held: 'half a thought'}} onInsert={onInsert} {...rest} />,
	);
	expect(root.textContent).toContain('half a thought');
	await press('Add below');
	expect(onInsert).toHaveBeenCalledWith('below');
	await draw(<ActionBar outcome={{kind: 'inserted', sendKey: 'enter'}} onInsert={onInsert} {...rest} />);
	expect(document.body.textContent).toContain('Inserted. Read it once more. Enter posts it there');
	await press('Undo insert');
	expect(rest.onUndo).toHaveBeenCalled();
	await draw(<ActionBar outcome={{kind: 'not-undone'}} onInsert={onInsert} {...rest} />);
	await press('It is taken back');
	expect(rest.onTakenBack).toHaveBeenCalled();
});
