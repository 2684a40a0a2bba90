/** Four small lights on a reply to a complaint; each that is out offers a sentence. */
import type {Light} from '../api/shapes';

type Props = {lights: Light[]; isStale: boolean; onTake: (light: Light) => void};

const words: Record<Light['name'], string> = {
	names_the_fault: 'Names the fault',
	no_conditional_sorry: 'No “sorry if”',
	says_what_next: 'Says what happens next',
	says_who_or_where: 'Says who or where',
};

export function Owning({lights, isStale, onTake}: Props) {
	if (lights.length === 0) return null;
	return (
		<ul class={isStale ? 'lights stale' : 'lights'} aria-label="Owning the mistake">
			{lights.map((light) => (
				<li key={light.name} class={light.is_lit ? 'lit' : undefined}>
					<span class="lamp" aria-hidden="true" />
					<span>
						{words[light.name]}
						<span class="unseen">{light.is_lit ? ': yes' : ': not yet'}</span>
					</span>
					{!light.is_lit && (
						<button type="button" class="small" disabled={isStale} onClick={() => onTake(light)}>
							{light.start < light.end ? 'Say' : 'Add'} “{light.offer.trim()}”
						</button>
					)}
				</li>
			))}
		</ul>
	);
}
