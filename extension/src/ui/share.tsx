/** How much of the text is the person's own, quietly; and a hint when it has been nothing for a while. */
import {useMemo} from 'preact/hooks';
import {humanShare} from './words';

const longRun = 3; // posted replies in a row that nobody changed

type Props = {suggested: string; text: string; untouched: number};

export function Share({suggested, text, untouched}: Props) {
	const share = useMemo(
		() => (suggested ? Math.round(humanShare(suggested, text) * 100) : 0),
		[suggested, text],
	);
	return (
		<div class="share">
			{untouched >= longRun && (
				<p>{untouched} replies in a row went out as drafted. A word of your own keeps them yours.</p>
			)}
			<p>{share > 0 && `You wrote ${share}% of this. `}You post it; Candor never does.</p>
		</div>
	);
}
