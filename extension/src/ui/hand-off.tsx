/** The note for the colleagues who take over: what was said, what we promised, what is needed. */
import {useState} from 'preact/hooks';
import type {HandOffOffer} from '../api/shapes';
import {teamWords} from './words';

type Props = {
	handOff: HandOffOffer;
	isHandedOver: boolean;
	/** Where the desk is. */
	deskUrl: string;
	onTeam: (team: HandOffOffer['to']) => void;
	onChange: (note: string) => void;
	onHandOver: () => void;
};

const teams = Object.keys(teamWords) as HandOffOffer['to'][];

export function HandOff({handOff: {to, note}, isHandedOver, deskUrl, onTeam, onChange, onHandOver}: Props) {
	const [isCopied, setCopied] = useState(false);
	const copy = async () => {
		await navigator.clipboard.writeText(note);
		setCopied(true);
	};
	return (
		<section class="card stack" aria-label="Hand-off">
			<label>
				Note for
				<select value={to} onChange={(event) => onTeam(event.currentTarget.value as HandOffOffer['to'])}>
					{teams.map((team) => (
						<option key={team} value={team}>
							{teamWords[team]}
						</option>
					))}
				</select>
			</label>
			<textarea
				aria-label="Note for the colleagues"
				rows={6}
				dir="auto"
				maxLength={20_000}
				value={note}
				onInput={(event) => {
					setCopied(false);
					onChange(event.currentTarget.value);
				}}
			/>
			<div class="row">
				<button type="button" class="primary" disabled={isHandedOver || !note.trim()} onClick={onHandOver}>
					{isHandedOver ? 'On the desk' : 'Put it on the desk'}
				</button>
				<button type="button" onClick={() => void copy()}>
					{isCopied ? 'Copied' : 'Copy the note'}
				</button>
			</div>
			{isHandedOver && (
				<p class="soft">
					Candor tells nobody: copy the note to where your colleague reads.{' '}
					<a href={`${deskUrl}/hand-offs`} target="_blank" rel="noreferrer">
						Open the hand-offs
					</a>
				</p>
			)}
			<p class="unseen" role="status">
				{isHandedOver ? 'The note is on the desk.' : isCopied ? 'Copied.' : ''}
			</p>
		</section>
	);
}
