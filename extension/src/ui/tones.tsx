/** The tone presets as toggles. One that does not fit the comment is off, with its reason. */
import type {Tone, Triage} from '../api/shapes';

type Props = {
	tones: Tone[];
	chosen: string;
	triage: Triage | undefined;
	/** The brand voice that is spoken in, where it could be another. */
	voiceName: string | undefined;
	onChoose: (toneId: string) => void;
};

export function Tones({tones, chosen, triage, voiceName, onChoose}: Props) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would break the row
		<div class="chips tones" role="group" aria-label="Tone">
			{tones.map(({id, name, description}) => {
				const why = triage?.unfit_tones?.find(({tone}) => tone === id)?.why ?? '';
				return (
					<button
						key={id}
						type="button"
						aria-pressed={id === chosen}
						aria-disabled={why !== ''}
						title={why || description}
						onClick={() => why === '' && onChoose(id)}
					>
						{name}
					</button>
				);
			})}
			{voiceName && (
				<span class="voice">
					as <span dir="auto">{voiceName}</span>
				</span>
			)}
		</div>
	);
}
