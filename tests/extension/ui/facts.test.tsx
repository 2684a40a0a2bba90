import {type ComponentProps, render, type VNode} from 'preact';
import {useState} from 'preact/hooks';
import {act} from 'preact/test-utils';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {type ListedFactForm, newFact} from '../../../extension/src/begun';
import {noChoice} from '../../../extension/src/fact-choice';
import {AddFact} from '../../../extension/src/ui/add-fact';
import {Facts} from '../../../extension/src/ui/facts';

let root: HTMLElement;
beforeEach(() => {
	root = document.createElement('main');
	document.body.replaceChildren(root);
});
afterEach(() => vi.useRealTimers());

const draw = async (node: VNode) => act(() => render(node, root));
const button = (name: string) => {
	const found = [...root.querySelectorAll('button')].find(({textContent}) => textContent === name);
	if (!found) throw new Error(`no button “${name}” in ${root.textContent}`);
	return found;
};
const press = async (name: string) => act(() => button(name).click());
const type = async (css: string, value: string) =>
	act(() => {
		const field = root.querySelector<HTMLInputElement>(css);
		if (!field) throw new Error(`no ${css}`);
		field.value = value;
		field.dispatchEvent(new InputEvent('input', {bubbles: true}));
	});

/** The list of facts, and the form alone, which somebody keeps the words for. */
function List(props: Omit<ComponentProps<typeof Facts>, 'written' | 'onWrite'>) {
	const [written, setWritten] = useState<ListedFactForm>();
	return <Facts {...props} written={written} onWrite={setWritten} />;
}
function Form(props: Omit<ComponentProps<typeof AddFact>, 'form' | 'onChange'>) {
	const [form, setForm] = useState(newFact);
	return <AddFact {...props} form={form} onChange={setForm} />;
}

const lid = {id: 'snip_1', text: 'Lids come in June.', source: 'Diary, 1 March 2026'};
const handlers = () => ({
	onFind: vi.fn(async () => [lid]),
	onPutIn: vi.fn(),
	onLeaveOut: vi.fn(),
	onDrop: vi.fn(),
	onUse: vi.fn(),
	onKeep: vi.fn(async () => true),
});

test('the snippets that were offered can be left out and put back, where they stand', async () => {
	const on = handlers();
	const other = {id: 'snip_2', text: 'We open at 9.', source: ''};
	const fitting = [lid, other];
	await draw(<List choice={noChoice} fitting={fitting} isOwnText={false} {...on} />);
	expect(root.querySelector('summary')?.textContent).toBe('Facts: 2 snippets');
	await press('Leave out');
	expect(on.onLeaveOut).toHaveBeenCalledWith(lid);
	await draw(<List choice={{...noChoice, leftOut: [lid]}} fitting={[other]} isOwnText={false} {...on} />);
	expect(root.querySelector('summary')?.textContent).toBe('Facts: 1 snippet, 1 left out');
	expect(root.querySelector('li')?.textContent).toContain('Lids come in June.Left out here');
	await press('Put back');
	expect(on.onPutIn).toHaveBeenCalledWith(lid);
});

test('a fact for this reply can be removed, or kept as a snippet', async () => {
	const on = handlers();
	const choice = {...noChoice, own: ['Back on Tuesday.']};
	await draw(<List choice={choice} fitting={[]} isOwnText {...on} />);
	expect(root.textContent).toContain('You changed the draft, so it stays as it is.');
	await press('Remove');
	expect(on.onDrop).toHaveBeenCalledWith('Back on Tuesday.');
	expect(document.activeElement).toBe(button('Write a fact'));
	await press('Write a fact');
	expect(button('Keep as a snippet').disabled).toBe(true); // it would take the place of what is written
	await press('Cancel');
	await press('Keep as a snippet');
	await type('form input', 'the shop');
	await act(async () => root.querySelector('form')?.requestSubmit());
	expect(on.onKeep).toHaveBeenCalledWith('Back on Tuesday.', 'the shop', false);
	expect(root.querySelector('form')).toBeNull();
});

test('a fact that was begun is to be seen at once', async () => {
	const written = {...newFact, known: '', text: 'Back on Tue'};
	const props = {choice: noChoice, fitting: [], isOwnText: false, ...handlers(), onWrite: vi.fn()};
	await draw(<Facts {...props} written={written} />);
	expect(root.querySelector('details')?.open).toBe(true);
	expect(root.querySelector<HTMLTextAreaElement>('form textarea')?.value).toBe('Back on Tue');
	await draw(<Facts {...props} written={undefined} />);
	expect(root.querySelector('details')?.open).toBe(true);
});

test('a snippet is found by its words and put in', async () => {
	vi.useFakeTimers();
	const on = handlers();
	await draw(<List choice={noChoice} fitting={[]} isOwnText={false} {...on} />);
	await type('input[type=search]', 'lids');
	await act(async () => void (await vi.advanceTimersByTimeAsync(200)));
	expect(on.onFind).toHaveBeenCalledWith('lids', expect.any(AbortSignal));
	expect(root.querySelector('search [role=status]')?.textContent).toBe('1 found.');
	await press('Put in');
	expect(on.onPutIn).toHaveBeenCalledWith(lid);
	await draw(<List choice={{...noChoice, putIn: [lid]}} fitting={[]} isOwnText={false} {...on} />);
	expect(root.querySelector('search [role=status]')?.textContent).toBe('What was found is there already.');
});

test('a new fact is for this reply alone, unless it is to be kept', async () => {
	const onUse = vi.fn();
	const onKeep = vi.fn(async () => false);
	const onClose = vi.fn();
	await draw(<Form onUse={onUse} onKeep={onKeep} onClose={onClose} />);
	await type('textarea', ' Back on Tuesday. ');
	await act(() => root.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
	await act(async () => root.querySelector('form')?.requestSubmit());
	expect(onKeep).toHaveBeenCalledWith('Back on Tuesday.', '');
	expect(onClose).not.toHaveBeenCalled(); // it was not kept, and what was typed stands there still
	await act(() => root.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
	await act(async () => root.querySelector('form')?.requestSubmit());
	expect(onUse).toHaveBeenCalledWith('Back on Tuesday.');
	expect(onClose).toHaveBeenCalled();
});
