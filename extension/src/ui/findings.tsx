/** What the checks found in the text, each with its remedy. */
import {useState} from 'preact/hooks';
import type {Finding} from '../api/shapes';
import {useFocus} from './focus';
import {checkWords} from './words';

type Props = {
	findings: Finding[];
	text: string;
	/** The findings are of an older text: nothing can be applied until the next ones come. */
	isStale: boolean;
	onApply: (finding: Finding, replacement: string) => void;
	onShow: (start: number, end: number) => void;
	/** Add a fact that the words can rest on. */
	onAddFact: () => void;
	/** The brand voice that may do without a check; undefined where none is chosen. */
	voiceName: string | undefined;
	onSwitchOff: (check: string) => void;
};

/** What a fact can mend. */
const groundless = ['unsupported_fact', 'unsupported_promise'];

const severityWords: Record<Finding['severity'], string> = {
	error: 'Must be looked at',
	warning: 'Worth a look',
	info: 'A thought',
};
const rank: Record<Finding['severity'], number> = {error: 0, warning: 1, info: 2};

export function Findings({
	findings,
	text,
	isStale,
	onApply,
	onShow,
	onAddFact,
	voiceName,
	onSwitchOff,
}: Props) {
	const [open, setOpen] = useState(''); // the finding whose menu is open
	const sorted = [...findings].sort(
		(left, right) => rank[left.severity] - rank[right.severity] || left.start - right.start,
	);
	return sorted.map((finding) => (
		<section
			key={keyOf(finding)}
			class={isStale ? `finding ${finding.severity} stale` : `finding ${finding.severity}`}
			aria-label={`${severityWords[finding.severity]}: ${checkWords(finding.check)}`}
		>
			<b>{checkWords(finding.check)}</b>
			<div class="row">
				{finding.end > finding.start && (
					<button type="button" disabled={isStale} onClick={() => onShow(finding.start, finding.end)}>
						Show
					</button>
				)}
				{finding.replacements.slice(0, 3).map((replacement) => (
					<button
						key={replacement}
						type="button"
						disabled={isStale}
						title={`Replace “${text.slice(finding.start, finding.end)}”`}
						onClick={() => onApply(finding, replacement)}
					>
						{replacement.trim() ? replacement.trim() : 'Remove'}
					</button>
				))}
				{groundless.includes(finding.check) && (
					<button type="button" onClick={onAddFact}>
						Add a fact
					</button>
				)}
				{voiceName && (
					<button
						type="button"
						aria-label={`More on: ${checkWords(finding.check)}`}
						aria-expanded={open === keyOf(finding)}
						onClick={() => setOpen(open === keyOf(finding) ? '' : keyOf(finding))}
					>
						⋯
					</button>
				)}
			</div>
			<p>{finding.message}</p>
			{voiceName && open === keyOf(finding) && (
				<button type="button" onClick={() => onSwitchOff(finding.check)}>
					Don’t check this for {voiceName}
				</button>
			)}
		</section>
	));
}

const keyOf = ({check, start, message}: Finding) => `${check}:${start}:${message}`;

type CheckOffProps = {check: string; voiceName: string; onUndo: (check: string) => void};

/** Says that a check was switched off for the brand voice, and takes it back. */
export function CheckOff({check, voiceName, onUndo}: CheckOffProps) {
	const undo = useFocus<HTMLButtonElement>(); // the finding that was pressed is about to go
	return (
		<p class="outcome">
			<span id="check-off">
				{checkWords(check)} is no longer checked for <span dir="auto">{voiceName}</span>.
			</span>
			<button
				ref={undo}
				type="button"
				class="small"
				aria-describedby="check-off"
				onClick={() => onUndo(check)}
			>
				Undo
			</button>
		</p>
	);
}
