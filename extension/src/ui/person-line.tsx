/** What is known of the comment's author: earlier exchanges, what we promised, what others look into. */
import type {Person} from '../api/shapes';
import {teamWords} from './words';

type Props = {person: Person; onFinish: (promiseId: string) => void};

export function PersonLine({person: {exchange_count, exchanges, promises, hand_offs}, onFinish}: Props) {
	return (
		<div class="people">
			{exchange_count > 0 && (
				<details class="earlier">
					<summary>
						Wrote before: {exchange_count} {exchange_count === 1 ? 'exchange' : 'exchanges'}
					</summary>
					{exchanges.map(({suggestion_id, comment, reply, at}) => (
						<div key={suggestion_id}>
							<p dir="auto">
								<b>{dayWords(at)}</b> {comment}
							</p>
							{reply && (
								<p dir="auto">
									<b>You</b> {reply}
								</p>
							)}
						</div>
					))}
				</details>
			)}
			{promises.map(({id, due, quote}) => (
				<p key={id} class="promised">
					<span>
						<b>We promised{due ? ` by ${dayWords(due)}` : ''}</b> <q dir="auto">{quote}</q>
					</span>
					<button type="button" class="small" onClick={() => onFinish(id)}>
						Done
					</button>
				</p>
			))}
			{hand_offs.map(({id, to}) => (
				<p key={id}>Passed on to {teamWords[to]}, still open there.</p>
			))}
		</div>
	);
}

function dayWords(moment: string): string {
	return new Date(moment).toLocaleDateString(undefined, {weekday: 'long', day: 'numeric', month: 'short'});
}
