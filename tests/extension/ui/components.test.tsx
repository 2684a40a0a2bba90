import {type ComponentProps, createRef, render, type VNode} from 'preact';
import {useState} from 'preact/hooks';
import {act} from 'preact/test-utils';
import {beforeEach, expect, test, vi} from 'vitest';
import type {Finding, Light, Tone} from '../../../extension/src/api/shapes';
import type {Correction} from '../../../extension/src/begun';
import type {Offer} from '../../../extension/src/offers';
import {CommentCard} from '../../../extension/src/ui/comment-card';
import {Disclosure} from '../../../extension/src/ui/disclosure';
import {DoorLine} from '../../../extension/src/ui/door-line';
import {DraftField, type FieldMark, segments} from '../../../extension/src/ui/draft-field';
import {bySentence, EvidenceStrip, type Rested, worthALook} from '../../../extension/src/ui/evidence-strip';
import {Findings} from '../../../extension/src/ui/findings';
import {Owning} from '../../../extension/src/ui/owning';
import {PromiseOffers} from '../../../extension/src/ui/promise-offers';
import {PairingForm, ServerNotice} from '../../../extension/src/ui/server-state';
import {Share} from '../../../extension/src/ui/share';
import {Teammates} from '../../../extension/src/ui/teammates';
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

/** The comment's card, which somebody keeps the correction for. */
function Card(props: Omit<ComponentProps<typeof CommentCard>, 'correction' | 'onCorrecting'>) {
	const [correction, setCorrection] = useState<Correction>();
	return <CommentCard {...props} correction={correction} onCorrecting={setCorrection} />;
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
	await draw(<Tones tones={tones} chosen="plain" triage={triage} voiceName="Ember" onChoose={onChoose} />);
	expect(button('plain').getAttribute('aria-pressed')).toBe('true');
	expect(button('playful').getAttribute('aria-disabled')).toBe('true');
	await press('playful');
	expect(onChoose).not.toHaveBeenCalled();
	expect(button('playful').title).toBe('Not under a complaint or grief');
	expect(root.querySelector('.voice')?.textContent).toBe('as Ember');
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
	const onSwitchOff = vi.fn();
	await draw(
		<Findings
			findings={[finding]}
			text="by Friday"
			isStale={false}
			onApply={onApply}
			onShow={onShow}
			onAddFact={vi.fn()}
			voiceName="Ember"
			onSwitchOff={onSwitchOff}
		/>,
	);
	expect(root.textContent).toContain('Unsupported number');
	await press('Show');
	expect(onShow).toHaveBeenCalledWith(3, 6);
	await press('Remove');
	expect(onApply).toHaveBeenCalledWith(finding, '');
	await press('soon');
	expect(onApply).toHaveBeenLastCalledWith(finding, 'soon');
	await press('More on: Unsupported number');
	await press('Don’t check this for Ember');
	expect(onSwitchOff).toHaveBeenCalledWith('unsupported_number');
	await draw(
		<Findings
			findings={[finding]}
			text="by Friday"
			isStale
			onApply={onApply}
			onShow={onShow}
			onAddFact={vi.fn()}
			voiceName={undefined}
			onSwitchOff={onSwitchOff}
		/>,
	);
	expect(button('Remove').disabled).toBe(true);
	expect(root.textContent).not.toContain('Don’t check this');
});

test('a hostile comment is text and nothing else', async () => {
	const comment = pageComment();
	const last = comment.thread.comments[0];
	if (!last) throw new Error('no comment');
	last.text = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
	await draw(<Card comment={comment} grounds={[]} onCorrect={vi.fn()} />);
	expect(root.querySelector('img, script')).toBeNull();
	expect(root.querySelector('.comment')?.textContent).toBe(last.text);
});

test('a comment that was read wrongly can be corrected', async () => {
	const onCorrect = vi.fn();
	await draw(<Card comment={pageComment()} grounds={[]} onCorrect={onCorrect} />);
	await press('Correct');
	expect(document.activeElement).toBe(root.querySelector('textarea'));
	await type('textarea', 'Ten kohlrabi!');
	root.querySelector('input')?.focus();
	await type('input', '@imogen');
	expect(document.activeElement).toBe(root.querySelector('input'));
	await act(() => root.querySelector('form')?.requestSubmit());
	expect(onCorrect).toHaveBeenCalledWith({author: '@imogen', text: 'Ten kohlrabi!'});
	await press('Cancel');
	expect(document.activeElement).toBe(button('Correct'));
});

test('the advice can be overruled', async () => {
	const onOverrule = vi.fn();
	await draw(<TriageLine triage={triage} onOverrule={onOverrule} />);
	expect(root.textContent).toContain('Complaint, our fault');
	await press('Change');
	await press('Ask');
	expect(onOverrule).toHaveBeenCalledWith('ask');
});

test('the strip names what each sentence rests on, with source and date, and asks for what is missing', async () => {
	const source = 'Farm diary, 12 February 2026';
	const sentences = bySentence([
		{start: 6, end: 9, kind: 'nothing', ref: '', quote: '', source: ''},
		{start: 0, end: 5, kind: 'snippet', ref: 'snip_1', quote: 'first earlies 5 June', source},
		{start: 0, end: 5, kind: 'comment', ref: '1', quote: 'Nine kohlrabi!', source: ''},
	]);
	const handlers = {onPoint: vi.fn(), onChoose: vi.fn(), onAddFact: vi.fn()};
	const strip = (pointed: Rested | undefined) => (
		<EvidenceStrip sentences={sentences} pointed={pointed} isStale={false} {...handlers} />
	);
	await draw(strip(worthALook(sentences)));
	expect(root.querySelector('.rests')?.textContent).toContain('Sentence 2 rests on nothing we know');
	await press('Add the fact');
	expect(handlers.onAddFact).toHaveBeenCalled();
	const first = button(`Sentence 1: a snippet, ${source}, first earlies 5 June; the comment`);
	await act(() => first.focus());
	expect(handlers.onPoint).toHaveBeenCalledWith(0);
	await draw(strip(sentences[0]));
	expect(root.querySelector('.rests')?.textContent).toContain(`first earlies 5 June · a snippet (${source})`);
	await act(() => first.click());
	expect(handlers.onChoose).toHaveBeenCalledWith(sentences[0]);
});

test('what a sentence rests on is marked in the comment and in the thread', async () => {
	const comment = pageComment();
	const before = {id: '', author: 'You', text: 'Fewer leeks next week.', is_own: true, posted_at: null};
	comment.thread.comments.unshift(before);
	const grounds = [
		{start: 0, end: 5, kind: 'comment', ref: 'comment', quote: 'Nine', source: ''},
		{start: 0, end: 5, kind: 'thread', ref: 'comment_1', quote: 'Fewer leeks', source: ''},
	] as const;
	await draw(<Card comment={comment} grounds={[...grounds]} onCorrect={vi.fn()} />);
	expect(root.querySelector('.comment mark')?.textContent).toBe('Nine');
	expect(root.querySelector('.earlier p.ground')?.textContent).toContain('Fewer leeks');
	expect(root.querySelector('details')?.open).toBe(true);
});

test('a light that is out offers a sentence; one that is lit says so', async () => {
	const lights: Light[] = [
		{name: 'names_the_fault', is_lit: true, start: 0, end: 9, offer: ''},
		{name: 'says_what_next', is_lit: false, start: 9, end: 9, offer: " I'll find out."},
	];
	const onTake = vi.fn();
	await draw(<Owning lights={lights} isStale={false} onTake={onTake} />);
	expect(root.textContent).toContain('Names the fault: yes');
	await press("Add “I'll find out.”");
	expect(onTake).toHaveBeenCalledWith(lights[1]);
});

test('the door says why it is shut, and the sentence that sells goes with one click', async () => {
	const onRemove = vi.fn();
	const door = {is_open: false, why: 'This is a complaint.', sales: [{start: 5, end: 20}]};
	await draw(
		<DoorLine door={door} sales={door.sales} isStale={false} onShow={vi.fn()} onRemove={onRemove} />,
	);
	expect(root.textContent).toContain('No offer here. This is a complaint.');
	await press('Take it out');
	expect(onRemove).toHaveBeenCalledWith(5, 20);
});

test('a promise is kept with its day, mended or not', async () => {
	const promise = {start: 0, end: 4, quote: 'call', what: 'call', who: 'we', due: null, due_said: ''};
	const offer: Offer = {
		promise,
		suggestionId: 'sug_1',
		commentKey: 'youtube:1',
		platform: 'youtube',
		author: 'Imogen',
		url: '',
		timeZone: 'UTC',
	};
	const onKeep = vi.fn();
	const onDrop = vi.fn();
	const rest = {offers: [offer], dayOf: () => '2026-11-26', onKeep, onDrop};
	await draw(<PromiseOffers {...rest} commentKey="youtube:2" />);
	expect(root.querySelector('details summary')?.textContent).toBe('1 promise waits: keep or drop');
	await draw(<PromiseOffers {...rest} commentKey="youtube:1" />);
	expect(root.querySelector('details')).toBeNull();
	expect(root.textContent).toContain('You promised Imogen call');
	await press('Keep it');
	expect(onKeep).toHaveBeenCalledWith(offer, '2026-11-26');
	await type('input', '2026-11-27');
	await press('Keep it');
	expect(onKeep).toHaveBeenLastCalledWith(offer, '2026-11-27');
	await press('No promise');
	expect(onDrop).toHaveBeenCalledWith(offer);
});

test('the disclosure line comes and goes with one switch', async () => {
	const onChange = vi.fn();
	const line = 'Drafted with help.';
	await draw(<Disclosure text={`Hello.\n\n${line}`} line={line} onChange={onChange} />);
	await act(() => root.querySelector('input')?.click());
	expect(onChange).toHaveBeenLastCalledWith('Hello.');
	await draw(<Disclosure text="Hello." line={line} onChange={onChange} />);
	await act(() => root.querySelector('input')?.click());
	expect(onChange).toHaveBeenLastCalledWith(`Hello.\n\n${line}`);
});

test('three untouched replies in a row bring a hint', async () => {
	await draw(<Share suggested="a b" text="a c" untouched={2} />);
	expect(root.textContent).toBe('You wrote 50% of this. You post it; Candor never does.');
	await draw(<Share suggested="a b" text="a b" untouched={3} />);
	expect(root.textContent).toContain('3 replies in a row went out as drafted');
});

test('marks cut the text where they begin and end', () => {
	const marks: FieldMark[] = [
		{start: 0, end: 6, look: 'pointed'},
		{start: 4, end: 8, look: 'error'},
	];
	expect(segments('We owe it.', marks)).toEqual([
		{start: 0, words: 'We o', looks: 'pointed'},
		{start: 4, words: 'we', looks: 'pointed error'},
		{start: 6, words: ' i', looks: 'error'},
		{start: 8, words: 't.', looks: ''},
	]);
});

test('each draft has a field of its own, which takes the focus over', async () => {
	const field = createRef<HTMLTextAreaElement>();
	const show = async (name: string, text: string) => {
		await draw(
			<DraftField name={name} text={text} marks={[]} placeholder="" field={field} onEdit={vi.fn()} />,
		);
		return root.querySelector('textarea');
	};
	const first = await show('0', 'one');
	first?.focus();
	expect(await show('0', 'one, edited')).toBe(first);
	const second = await show('1', 'two');
	expect(second).not.toBe(first);
	expect(document.activeElement).toBe(second);
	second?.blur();
	await show('0', 'one, edited');
	expect(document.activeElement).toBe(document.body);
});

test('pairing says what is wrong with a code', async () => {
	const onPair = vi.fn(async () => 'This code is too old.');
	await draw(
		<PairingForm
			deviceName="Chrome on Linux"
			isTeam={false}
			deskUrl="http://127.0.0.1:8765"
			onPair={onPair}
		/>,
	);
	await type('#code', ' 123 ');
	await act(async () => root.querySelector('form')?.requestSubmit());
	expect(onPair).toHaveBeenCalledWith('123', 'Chrome on Linux');
	expect(root.querySelector('[role="alert"]')?.textContent).toBe('This code is too old.');
});

test('a browser that shares a server is called as its person likes', async () => {
	const onPair = vi.fn(async () => '');
	await draw(
		<PairingForm
			deviceName="Chrome on Linux"
			isTeam={true}
			deskUrl="http://127.0.0.1:8765"
			onPair={onPair}
		/>,
	);
	await type('#code', '123');
	await type('label input', 'Ann');
	await act(async () => root.querySelector('form')?.requestSubmit());
	expect(onPair).toHaveBeenCalledWith('123', 'Ann');
});

test('teammates who draft a reply too, or put one there, are named', async () => {
	const at = new Date(2026, 10, 3, 10, 32).toISOString();
	await draw(<Teammates teammates={[]} />);
	expect(root.querySelector<HTMLElement>('[role="status"]')?.hidden).toBe(true);
	const teammates = [
		{name: 'Ann', doing: 'drafting', at: new Date().toISOString()},
		{name: '<b>Ben</b>', doing: 'posted', at},
		{name: 'Cy', doing: 'taken_back', at},
	] as const;
	await draw(<Teammates teammates={[...teammates]} />);
	const [ann, ben, cy] = [...root.querySelectorAll('p')].map((line) => line.textContent);
	expect(ann).toMatch(/^Ann drafts a reply too, since \d+:\d\d/);
	expect(ben).toMatch(/^<b>Ben<\/b> put a reply there, .*Nov/);
	expect(cy).toMatch(/^Cy took their reply back, .*Nov/);
});

test('a server that is not running comes with what to do', async () => {
	const onRetry = vi.fn();
	await draw(
		<ServerNotice
			server={{kind: 'down'}}
			deviceName=""
			isTeam={false}
			deskUrl=""
			onPair={vi.fn()}
			onRetry={onRetry}
		/>,
	);
	expect(root.textContent).toContain('make run');
	await press('Look again');
	expect(onRetry).toHaveBeenCalled();
	const team = {isTeam: true, deskUrl: 'https://candor.example', deviceName: '', onPair: vi.fn()};
	await draw(<ServerNotice server={{kind: 'down'}} {...team} onRetry={onRetry} />);
	expect(root.textContent).toContain('The server at https://candor.example does not answer.');
	expect(root.textContent).not.toContain('make run');
});

test.each([
	['a b c d', 'a b c d', 0],
	['a b c d', 'a x c d', 0.25],
	['', 'all mine', 1],
	['gone', '', 0],
])('of “%s” → “%s” the person wrote %d', (suggested, text, share) => {
	expect(humanShare(suggested, text)).toBeCloseTo(share);
});
