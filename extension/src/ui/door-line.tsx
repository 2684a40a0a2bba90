/** Whether the comment opens the door to an offer, and why; the sentence that sells goes with one click. */
import type {Door} from '../api/shapes';

type Props = {
	door: Door;
	/** The sentences that sell. */
	sales: Door['sales'];
	isStale: boolean;
	onShow: (start: number, end: number) => void;
	onRemove: (start: number, end: number) => void;
};

export function DoorLine({door: {is_open, why}, sales, isStale, onShow, onRemove}: Props) {
	return (
		<div class={isStale ? 'door stale' : 'door'}>
			<span>
				{is_open ? 'An offer may be made. ' : 'No offer here. '}
				{why}
			</span>
			{sales.map(({start, end}) => (
				<span key={start} class="sale">
					<span class={is_open ? undefined : 'amber'}>One sentence sells.</span>
					<button type="button" class="small" disabled={isStale} onClick={() => onShow(start, end)}>
						Show it
					</button>
					<button type="button" class="small" disabled={isStale} onClick={() => onRemove(start, end)}>
						Take it out
					</button>
				</span>
			))}
		</div>
	);
}
