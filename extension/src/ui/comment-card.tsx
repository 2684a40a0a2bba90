/** The comment as it was read; a person can correct it. */
import type {ComponentChildren} from 'preact';
import {useState} from 'preact/hooks';
import type {Comment, Evidence} from '../api/shapes';
import type {Correction} from '../begun';
import type {PageComment} from '../thread';
import {useFocus, useFocusBack} from './focus';
import {Marked} from './marked';

type Props = {
	comment: PageComment;
	/** What the sentence that is pointed at rests on. */
	grounds: Evidence[];
	/** What the person has corrected so far; undefined: nothing is corrected. */
	correction: Correction | undefined;
	/** undefined: it was given up. */
	onCorrecting: (correction: Correction | undefined) => void;
	onCorrect: (correction: Correction) => void;
	/** What is known of the author. */
	children?: ComponentChildren;
};

const longText = 320;

export function CommentCard({comment, grounds, correction, onCorrecting, onCorrect, children}: Props) {
	const [isWhole, setWhole] = useState(false);
	const correct = useFocusBack(correction !== undefined);
	const last = comment.thread.comments.at(-1);
	if (!last) return null;
	if (correction) {
		return (
			<CorrectionForm
				correction={correction}
				onChange={onCorrecting}
				onSave={onCorrect}
				onCancel={() => onCorrecting(undefined)}
			/>
		);
	}
	const earlier = comment.thread.comments.slice(0, -1);
	const isLong = last.text.length > longText;
	const theirs = grounds.filter(({kind}) => kind === 'comment').map(({quote}) => quote);
	const isGround = (turn: Comment, index: number) =>
		grounds.some(({kind, ref}) => kind === 'thread' && ref === (turn.id || `comment_${index + 1}`));
	const isBefore = earlier.some(isGround);
	return (
		<section class="card" aria-label="Comment">
			<div class="who">
				<b dir="auto">{last.author || 'A comment'}</b>
				<Source comment={comment} last={last} />
				<button
					ref={correct}
					type="button"
					class="quiet small"
					title="Correct what was read from the page"
					onClick={() => onCorrecting({author: last.author, text: last.text})}
				>
					Correct
				</button>
			</div>
			{earlier.length > 0 && (
				<details class="earlier" open={isBefore || undefined}>
					<summary>
						{earlier.length === 1 ? '1 earlier comment' : `${earlier.length} earlier comments`}
					</summary>
					{earlier.map((turn, index) => (
						<p key={turn.id || index} dir="auto" class={isGround(turn, index) ? 'ground' : undefined}>
							<b>{turn.is_own ? 'You' : turn.author || 'Somebody'}</b>{' '}
							<Marked text={turn.text} quotes={theirs} />
						</p>
					))}
				</details>
			)}
			<p class={isLong && !isWhole ? 'comment clipped' : 'comment'} dir="auto">
				<Marked text={last.text} quotes={theirs} />
			</p>
			{isLong && (
				<button type="button" class="quiet small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
					{isWhole ? 'Less' : 'All of it'}
				</button>
			)}
			{children}
		</section>
	);
}

type FormProps = {
	correction: Correction;
	onChange: (correction: Correction) => void;
	onSave: (correction: Correction) => void;
	onCancel: () => void;
};

function CorrectionForm({correction: {author, text}, onChange, onSave, onCancel}: FormProps) {
	const words = useFocus<HTMLTextAreaElement>();
	return (
		<form
			class="card stack"
			aria-label="Correct the comment"
			onSubmit={(event) => {
				event.preventDefault();
				if (text.trim()) onSave({author: author.trim(), text: text.trim()});
			}}
		>
			<label>
				Who wrote it
				<input
					value={author}
					maxLength={200}
					dir="auto"
					onInput={(event) => onChange({author: event.currentTarget.value, text})}
				/>
			</label>
			<label>
				What they wrote
				<textarea
					value={text}
					maxLength={10_000}
					rows={4}
					dir="auto"
					ref={words}
					onInput={(event) => onChange({author, text: event.currentTarget.value})}
				/>
			</label>
			<div class="row">
				<button type="submit" class="primary" disabled={!text.trim()}>
					Use this
				</button>
				<button type="button" onClick={onCancel}>
					Cancel
				</button>
			</div>
		</form>
	);
}

/** Where and when it was written; a link where the page is known. */
function Source({comment: {thread, when}, last}: {comment: PageComment; last: Comment}) {
	const words = [platformWords[thread.platform], timeWords(last, when)].filter(Boolean).join(' · ');
	if (!/^https?:/.test(thread.url)) return <span>{words}</span>;
	return (
		<a href={thread.url} target="_blank" rel="noreferrer">
			{words || 'the page'}
		</a>
	);
}

const platformWords: Partial<Record<PageComment['thread']['platform'], string>> = {
	youtube: 'YouTube',
	x: 'X',
	facebook: 'Facebook',
	instagram: 'Instagram',
	linkedin: 'LinkedIn',
	reddit: 'Reddit',
	tiktok: 'TikTok',
	mastodon: 'Mastodon',
	bluesky: 'Bluesky',
	discourse: 'Discourse',
	github: 'GitHub',
	hacker_news: 'Hacker News',
	wordpress: 'WordPress',
	trustpilot: 'Trustpilot',
	google_business: 'Google',
	disqus: 'Disqus',
	discord: 'Discord',
};

function timeWords(last: Comment, when: string): string {
	if (when) return when;
	return last.posted_at
		? new Date(last.posted_at).toLocaleDateString(undefined, {day: 'numeric', month: 'short'})
		: '';
}
