/** What to do with the comment and why; a person can overrule it. */
import {useState} from 'preact/hooks';
import type {Triage} from '../api/shapes';
import {actionWords} from './words';

type Props = {
	triage: Triage;
	overruled: Triage['action'] | undefined;
	onOverrule: (action: Triage['action']) => void;
};

const actions = Object.keys(actionWords) as Triage['action'][];

export function TriageLine({triage, overruled, onOverrule}: Props) {
	const [isOpen, setOpen] = useState(false);
	const action = overruled ?? triage.action;
	const team = action === 'hand_over' && triage.hand_over_to ? ` to ${triage.hand_over_to}` : '';
	return (
		<section class={triage.risk === 'high' ? 'triage grave' : 'triage'} aria-label="Advice">
			<span class="act">
				{actionWords[action]}
				{team}
			</span>{' '}
			<span class="why">{overruled ? 'You chose this' : triage.why}</span>{' '}
			<button type="button" class="quiet small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
				Change
			</button>
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
