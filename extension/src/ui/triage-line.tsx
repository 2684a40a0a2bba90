/** What to do with the comment and why; a person can overrule it. */
import {useRef, useState} from 'preact/hooks';
import type {Triage} from '../api/shapes';
import {actionWords, teamWords} from './words';

type Props = {
	triage: Triage;
	onOverrule: (action: Triage['action']) => void;
};

const actions = Object.keys(actionWords) as Triage['action'][];

const riskWords: Record<Triage['risk'], string> = {none: 'no risk', low: 'some risk', high: 'high risk'};

/** An intent's name as words: `mistake_report` → "Mistake report". */
function wordsOf(intent: string): string {
	const words = intent.replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

export function TriageLine({triage, onOverrule}: Props) {
	const [isOpen, setOpen] = useState(false);
	const change = useRef<HTMLButtonElement>(null);
	const {action, advised, intent, feeling, risk, hand_over_to, why} = triage;
	const team = action === 'hand_over' && hand_over_to ? ` to ${teamWords[hand_over_to]}` : '';
	return (
		<section class={risk === 'high' ? 'triage grave' : 'triage'} aria-label="Advice">
			<span class="act">
				{actionWords[action]}
				{team}
			</span>{' '}
			<span class="why">
				{advised ? `You chose this; the advice was: ${actionWords[advised].toLowerCase()}.` : why}
			</span>{' '}
			<button
				ref={change}
				type="button"
				class="quiet small"
				aria-expanded={isOpen}
				onClick={() => setOpen(!isOpen)}
			>
				Change
			</button>
			<span class="kind">
				{wordsOf(intent)} · {feeling} · {riskWords[risk]}
			</span>
			{isOpen && (
				// biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in the grid
				<div class="chips" role="group" aria-label="What to do instead">
					{actions.map((other) => (
						<button
							key={other}
							type="button"
							aria-pressed={other === action}
							onClick={() => {
								setOpen(false);
								change.current?.focus();
								if (other !== action) onOverrule(other);
							}}
						>
							{actionWords[other]}
						</button>
					))}
				</div>
			)}
		</section>
	);
}
