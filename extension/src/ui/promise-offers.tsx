/** Promises found in a posted reply: one click keeps each, its day can be mended first. */
import {useState} from 'preact/hooks';
import type {Offer} from '../offers';

type Props = {
	offers: Offer[];
	/** The comment in work; '': none. Promises to others wait folded up. */
	commentKey: string;
	/** The day by which a promise is due: yyyy-mm-dd, or '' for none. */
	dayOf: (offer: Offer) => string;
	onKeep: (offer: Offer, dueDay: string) => void;
	onDrop: (offer: Offer) => void;
};

export function PromiseOffers({offers, commentKey, dayOf, onKeep, onDrop}: Props) {
	const draw = (some: Offer[]) =>
		some.map((offer) => (
			<PromiseOffer
				key={`${offer.commentKey}:${offer.promise.start}:${offer.promise.quote}`}
				offer={offer}
				day={dayOf(offer)}
				onKeep={(day) => onKeep(offer, day)}
				onDrop={() => onDrop(offer)}
			/>
		));
	const others = offers.filter((offer) => commentKey && offer.commentKey !== commentKey);
	return (
		<>
			{draw(offers.filter((offer) => !others.includes(offer)))}
			{others.length > 0 && (
				<details class="facts">
					<summary>
						{others.length === 1 ? '1 promise waits' : `${others.length} promises wait`}: keep or drop
					</summary>
					<div class="stack">{draw(others)}</div>
				</details>
			)}
		</>
	);
}

type OneProps = {offer: Offer; day: string; onKeep: (dueDay: string) => void; onDrop: () => void};

function PromiseOffer({offer: {promise, author}, day: found, onKeep, onDrop}: OneProps) {
	const [day, setDay] = useState(found);
	return (
		<section class="card stack" aria-label="A promise in your reply">
			<p>
				<b>You promised {author || 'them'}</b> <q dir="auto">{promise.quote}</q>
			</p>
			<label>
				Due
				<input type="date" value={day} onInput={(event) => setDay(event.currentTarget.value)} />
			</label>
			<div class="row">
				<button
					type="button"
					class="primary"
					title="It stands on the desk until it is done"
					onClick={() => onKeep(day)}
				>
					Keep it
				</button>
				<button type="button" onClick={onDrop}>
					No promise
				</button>
			</div>
		</section>
	);
}
