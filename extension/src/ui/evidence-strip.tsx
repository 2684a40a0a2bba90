/** One mark for each sentence: what it rests on. The line below says it in words for the sentence that is chosen. */
import {useState} from 'preact/hooks';
import type {Evidence} from '../api/shapes';
import {evidenceWords} from './words';

type Props = {evidence: Evidence[]; isStale: boolean; onShow: (start: number, end: number) => void};

const markClass: Record<Evidence['kind'], string> = {
	comment: 'mark',
	thread: 'mark',
	opinion: 'mark soft',
	note: 'mark note',
	snippet: 'mark fact',
	nothing: 'mark none',
};

export function EvidenceStrip({evidence, isStale, onShow}: Props) {
	const [chosen, setChosen] = useState<number>();
	const sentences = bySentence(evidence);
	if (sentences.length === 0) return null;
	// What needs a look comes first: a sentence that rests on nothing, then a fact.
	const worthIt = ['nothing', 'snippet', 'note', 'comment', 'thread', 'opinion'] as const;
	const first = worthIt
		.map((kind) => sentences.findIndex((sentence) => sentence.kind === kind))
		.find((index) => index !== -1);
	const spoken = sentences[chosen ?? first ?? 0] ?? sentences[0];
	return (
		<div class={isStale ? 'rest stale' : 'rest'}>
			<ol class="strip" aria-label="What each sentence rests on">
				{sentences.map((sentence, index) => (
					<li key={sentence.start} style={{flexGrow: sentence.end - sentence.start}}>
						<button
							type="button"
							class={markClass[sentence.kind]}
							aria-label={`Sentence ${index + 1}: ${evidenceWords[sentence.kind]}`}
							aria-pressed={sentence === spoken}
							onClick={() => {
								setChosen(index);
								onShow(sentence.start, sentence.end);
							}}
						/>
					</li>
				))}
			</ol>
			{spoken && (
				<p class="rests">
					<span>Sentence {sentences.indexOf(spoken) + 1} rests on</span>{' '}
					{spoken.quote && (
						<>
							<q dir="auto">{spoken.quote}</q> ·{' '}
						</>
					)}
					<span class={spoken.kind === 'nothing' ? 'amber' : undefined}>{evidenceWords[spoken.kind]}</span>
				</p>
			)}
		</div>
	);
}

/** One piece of evidence for each span: several pieces may hold one sentence, and the first named is shown. */
function bySentence(evidence: Evidence[]): Evidence[] {
	const first = new Map<number, Evidence>();
	for (const piece of evidence) if (!first.has(piece.start)) first.set(piece.start, piece);
	return [...first.values()].sort((left, right) => left.start - right.start);
}
