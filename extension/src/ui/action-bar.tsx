/** Insert, Copy, and what else can be done with a draft. */
import {useFocus} from './focus';

/** What became of the last press: nothing yet, on its way, in the page, in the clipboard, or a question. */
export type Outcome =
	| {kind: 'none'}
	| {kind: 'busy'}
	| {kind: 'inserted'; sendKey: keyof typeof postingWords}
	| {kind: 'undone'}
	| {kind: 'not-undone'}
	| {kind: 'copied'; why: string}
	| {kind: 'occupied'; held: string}
	| {kind: 'failed'; message: string};

/** What to do next, by what posts the words on that site. */
const postingWords = {
	button: 'Read it once more, then post it yourself.',
	enter: 'Read it once more. Enter posts it there; Shift+Enter makes a new line.',
	'ctrl+enter': 'Read it once more, then post it yourself (Ctrl or Cmd and Enter).',
};

type Props = {
	outcome: Outcome;
	/** The comment's page is known; a pasted comment has none. */
	canInsert: boolean;
	hasText: boolean;
	onInsert: (placing: 'ask' | 'replace' | 'below') => void;
	onCopy: () => void;
	onUndo: () => void;
	/** The person took it back in the page. */
	onTakenBack: () => void;
	onCancel: () => void;
};

export function ActionBar({outcome, canInsert, hasText, onCopy, ...asked}: Props) {
	const {onInsert} = asked;
	return (
		<div class="go">
			<div role="status">
				<OutcomeLine outcome={outcome} {...asked} />
			</div>
			<div class="row">
				{canInsert && (
					<button
						type="button"
						id="insert"
						class="primary wide"
						aria-keyshortcuts="Alt+I"
						title="Alt+I"
						disabled={!hasText || outcome.kind === 'busy'}
						onClick={() => onInsert('ask')}
					>
						Insert into the page
					</button>
				)}
				<button
					type="button"
					class={canInsert ? undefined : 'primary wide'}
					disabled={!hasText}
					onClick={onCopy}
				>
					Copy
				</button>
			</div>
		</div>
	);
}

function OutcomeLine({
	outcome,
	onInsert,
	onUndo,
	onTakenBack,
	onCancel,
}: Pick<Props, 'outcome' | 'onInsert' | 'onUndo' | 'onTakenBack' | 'onCancel'>) {
	if (outcome.kind === 'occupied')
		return <Occupied held={outcome.held} onInsert={onInsert} onCancel={onCancel} />;
	if (outcome.kind === 'inserted') {
		return (
			<p class="outcome">
				Inserted. {postingWords[outcome.sendKey]}
				<button type="button" class="small" onClick={onUndo}>
					Undo insert
				</button>
			</p>
		);
	}
	if (outcome.kind === 'not-undone') {
		return (
			<p class="outcome">
				The box has changed since. Take it back there with Ctrl+Z.
				<button type="button" class="small" onClick={onTakenBack}>
					It is taken back
				</button>
			</p>
		);
	}
	if (outcome.kind === 'undone') return <p class="outcome">Taken back. The box is as it was.</p>;
	if (outcome.kind === 'copied') return <p class="outcome">{outcome.why || 'Copied.'}</p>;
	if (outcome.kind === 'failed') return <p class="outcome bad">{outcome.message}</p>;
	return null;
}

function Occupied({held, onInsert, onCancel}: {held: string} & Pick<Props, 'onInsert' | 'onCancel'>) {
	const first = useFocus<HTMLButtonElement>();
	return (
		<section class="finding" aria-label="The reply box is not empty">
			<b>The reply box holds your words</b>
			<p>
				<q dir="auto">{held.length > 120 ? `${held.slice(0, 120)}…` : held}</q>
			</p>
			<div class="row wide">
				<button ref={first} type="button" onClick={() => onInsert('below')}>
					Add below
				</button>
				<button type="button" onClick={() => onInsert('replace')}>
					Replace
				</button>
				<button type="button" onClick={onCancel}>
					Cancel
				</button>
			</div>
		</section>
	);
}
