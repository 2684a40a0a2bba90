import {render, type VNode} from 'preact';
import {act} from 'preact/test-utils';
import {beforeEach, expect, test, vi} from 'vitest';
import type {Finding, Tone} from '../../../extension/src/api/shapes';
import {ActionBar} from '../../../extension/src/ui/action-bar';
import {CommentCard} from '../../../extension/src/ui/comment-card';
import {EvidenceStrip} from '../../../extension/src/ui/evidence-strip';
import {Findings} from '../../../extension/src/ui/findings';
import {PairingForm, ServerNotice} from '../../../extension/src/ui/server-state';
import {Tones} from '../../../extension/src/ui/tones';
import {TriageLine} from '../../../extension/src/ui/triage-line';
import {humanShare} from '../../../extension/src/ui/words';
import {pageComment, triage} from '../samples';

let root: HTMLElement;
beforeEach(() => {
	root = document.createElement('main');
	document.body.replaceChildren(root);
});

async function draw(node: VNode): Promise<void> {
	await act(() => render(node, root));
}

function button(name: string): HTMLButtonElement {
	const found = [...root.querySelectorAll('button')].find(
		(one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
	);
	if (!found) throw new Error(`no button “${name}” in ${root.textContent}`);
	return found;
}

async function press(name: string): Promise<void> {
	await act(() => button(name).click());
}

async function type(css: string, value: string): Promise<void> {
	const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(css);
	if (!field) throw new Error(`no ${css}`);
	await act(() => {
		field.value = value;
		field.dispatchEvent(new InputEvent('input', {bubbles: true}));
	});
}

const tones: Tone[] = ['plain', 'playful', 'apologetic'].map((id, position) => ({
	id,
	name: id,
	description: '',
	emoji: 0,
	enabled: true,
	position,
	is_preset: true,
}));

test('tones are toggles; one that does not fit is off with its reason', async () => {
	const onChoose = vi.fn();
	await draw(<Tones tones={tones} chosen="plain" triage={triage} onChoose={onChoose} />);
	expect(button('plain').getAttribute('aria-pressed')).toBe('true');
	expect(button('playful').disabled).toBe(true);
	expect(button('playful').title).toBe('Not under a complaint or grief');
	await press('apologetic');
	expect(onChoose).toHaveBeenCalledWith('apologetic');
});

test('a finding shows its place and offers its replacements', async () => {
	const finding: Finding = {
		check: 'unsupported_number',
		severity: 'error',
		start: 3,
		end: 6,
		message: 'No snippet says so.',
		replacements: ['', 'soon'],
	};
	const onApply = vi.fn();
	const onShow = vi.fn();
	await draw(
		<Findings findings={[finding]} text="by Friday" isStale={false} onApply={onApply} onShow={onShow} />,
	);
	expect(root.textContent).toContain('Unsupported number');
	await press('Show');
	expect(onShow).toHaveBeenCalledWith(3, 6);
	await press('Remove');
	expect(onApply).toHaveBeenCalledWith(finding, '');
	await press('soon');
	expect(onApply).toHaveBeenLastCalledWith(finding, 'soon');
	await draw(<Findings findings={[finding]} text="by Friday" isStale onApply={onApply} onShow={onShow} />);
	expect(button('Remove').disabled).toBe(true);
});

test('a hostile comment is text and nothing else', async () => {
	const comment = pageComment();
	const last = comment.thread.comments[0];
	if (!last) throw new Error('no comment');
	last.text = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
	await draw(<CommentCard comment={comment} onCorrect={vi.fn()} />);
	expect(root.querySelector('img, script')).toBeNull();
	expect(root.querySelector('.comment')?.textContent).toBe(last.text);
});

test('a comment that was read wrongly can be corrected', async () => {
	const onCorrect = vi.fn();
	await draw(<CommentCard comment={pageComment()} onCorrect={onCorrect} />);
	await press('Correct');
	await type('textarea', 'Ten kohlrabi!');
	await act(() => root.querySelector('form')?.requestSubmit());
	expect(onCorrect).toHaveBeenCalledWith({author: '@imogenf', text: 'Ten kohlrabi!'});
	expect(root.querySelector('form')).toBeNull();
});

test('the advice can be overruled', async () => {
	const onOverrule = vi.fn();
	await draw(<TriageLine triage={triage} overruled={undefined} onOverrule={onOverrule} />);
	expect(root.textContent).toContain('Complaint, our fault');
	await press('Change');
	await press('Ask');
	expect(onOverrule).toHaveBeenCalledWith('ask');
});

test('the strip names what each sentence rests on and shows the doubtful one first', async () => {
	const onShow = vi.fn();
	const evidence = [
		{start: 0, end: 5, kind: 'snippet', ref: 'snip_1', quote: 'first earlies 5 June'},
		{start: 6, end: 9, kind: 'nothing', ref: '', quote: ''},
	] as const;
	await draw(<EvidenceStrip evidence={[...evidence]} isStale={false} onShow={onShow} />);
	expect(root.querySelector('.rests')?.textContent).toBe('Sentence 2 rests on nothing we know');
	await press('Sentence 1: a snippet');
	expect(onShow).toHaveBeenCalledWith(0, 5);
	expect(root.querySelector('.rests')?.textContent).toBe(
		'Sentence 1 rests on first earlies 5 June · a snippet',
	);
});

test('a filled reply box asks before anything is replaced', async () => {
	const onInsert = vi.fn();
	const rest = {canInsert: true, hasText: true, onCopy: vi.fn(), onUndo: vi.fn(), onCancel: vi.fn()};
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
});

test('pairing says what is wrong with a code', async () => {
	const onPair = vi.fn(async () => 'This code is too old.');
	await draw(<PairingForm onPair={onPair} />);
	await type('#code', ' 123 ');
	await act(async () => root.querySelector('form')?.requestSubmit());
	expect(onPair).toHaveBeenCalledWith('123');
	expect(root.querySelector('[role="alert"]')?.textContent).toBe('This code is too old.');
});

test('a server that is not running comes with what to do', async () => {
	const onRetry = vi.fn();
	await draw(<ServerNotice server={{kind: 'down'}} onPair={vi.fn()} onRetry={onRetry} />);
	expect(root.textContent).toContain('make run');
	await press('Look again');
	expect(onRetry).toHaveBeenCalled();
});

test.each([
	['a b c d', 'a b c d', 0],
	['a b c d', 'a x c d', 0.25],
	['', 'all mine', 1],
	['gone', '', 0],
])('of “%s” → “%s” the person wrote %d', (suggested, text, share) => {
	expect(humanShare(suggested, text)).toBeCloseTo(share);
});
