/** Copies a report on the page beside the panel, for when Candor no longer reads it well. */
import {useState} from 'preact/hooks';

type Props = {
	/** Copy the report; gives what to say about it. */
	onReport: () => Promise<string>;
};

export function ReportButton({onReport}: Props) {
	const [said, setSaid] = useState('');
	return (
		<p class="soft">
			Something missing on this page?{' '}
			<button type="button" class="small" onClick={() => void onReport().then(setSaid)}>
				Report this page
			</button>{' '}
			<span role="status">{said}</span>
		</p>
	);
}
