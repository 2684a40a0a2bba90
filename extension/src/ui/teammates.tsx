/** Says, quietly, who else drafts a reply to the comment or has answered it. */
import type {Teammate} from '../api/shapes';

const doingWords: Record<Teammate['doing'], string> = {
	drafting: 'drafts a reply too, since',
	posted: 'put a reply there,',
	taken_back: 'took their reply back,',
};

export function Teammates({teammates}: {teammates: Teammate[]}) {
	return (
		<div class="people" role="status" hidden={teammates.length === 0}>
			{teammates.map(({name, doing, at}) => (
				<p key={name + at}>
					<b dir="auto">{name}</b> {doingWords[doing]} {timeWords(at)}.
				</p>
			))}
		</div>
	);
}

/** "10:32" today, else "3 Nov". */
function timeWords(moment: string): string {
	const date = new Date(moment);
	const isToday = date.toDateString() === new Date().toDateString();
	return isToday
		? date.toLocaleTimeString(undefined, {hour: 'numeric', minute: '2-digit'})
		: date.toLocaleDateString(undefined, {day: 'numeric', month: 'short'});
}
