/** Promises found in a posted reply: one click keeps each, its day can be mended first. */
import {useState} from 'preact/hooks';
import type {Offer} from '../offers';

type Props = {
	offers: Offer[];
	/** The day by which a promise is due: yyyy-mm-dd, or '' for none. */
	dayOf: (offer: Offer) => string;
	onKeep: (offer: Offer, dueDay: string) => void;
	onDrop: (offer: Offer) => void;
};

export function PromiseOffers({offers, dayOf, onKeep, onDrop}: Props) {
	return offers.map((offer) => (
		<PromiseOffer
			key={`${offer.commentKey}:${offer.promise.start}:${offer.promise.quote}`}
			offer={offer}
			day={dayOf(offer)}
			onKeep={(day) => onKeep(offer, day)}
			onDrop={() => onDrop(offer)}
		/>
	));
}

type OneProps = {offer: Offer; day: string; onKeep: (dueDay: string) => void; onDrop: () => void};

function PromiseOffer({offer: {promise, author}, day: found, onKeep, onDrop}: OneProps) {
	const [day, setDay] = useState(found);
	return (
		<section class="card stack" aria-label="A promise in your reply">
			<p>
				<b>You promised {author || 'them'}</b> <q dir="auto">{promise.quote}</q>
			</p>
			<div class="row end">
				<label class="grow">
					Due
					<input type="date" value={day} onInput={(event) => setDay(event.currentTarget.value)} />
				</label>
				<button type="button" class="primary" onClick={() => onKeep(day)}>
					Keep it
				</button>
				<button type="button" onClick={onDrop}>
					No promise
				</button>
			</div>
		</section>
	);
}
