/** Says that the thread on the page moved on since the draft was asked for. The draft stays as it is. */
import type {ThreadChange} from '../thread-change';

type Props = {change: ThreadChange; onDraftAnew: () => void};

export function ThreadNotice({change, onDraftAnew}: Props) {
	if (change.kind === 'none') return null;
	return (
		<section class="notice" role="alert" aria-label="The thread moved on">
			<p>{sentence(change)}</p>
			{change.comment && (
				<button type="button" class="small" onClick={onDraftAnew}>
					Draft anew with it
				</button>
			)}
		</section>
	);
}

function sentence({kind, authors}: ThreadChange): string {
	if (kind === 'gone')
		return 'The comment is no longer where it stood. See on the page whether it was deleted before you post.';
	if (kind === 'edited')
		return 'The comment was changed since this draft was asked for. Read it on the page before you post.';
	const who = authors.slice(0, 3).join(', ') || 'Somebody';
	return `${who} answered there since this draft was asked for. Read it on the page before you post.`;
}
