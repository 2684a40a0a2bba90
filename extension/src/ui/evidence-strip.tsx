/** One mark for each sentence: what it rests on. The line below says it in words for the one that is pointed at. */
import type {Evidence} from '../api/shapes';
import {evidenceWords} from './words';

/** A sentence with all that it rests on, what weighs most first. */
export type Rested = {start: number; end: number; pieces: [Evidence, ...Evidence[]]};

type Props = {
	sentences: Rested[];
	/** The sentence that the line below is about. */
	pointed: Rested | undefined;
	isStale: boolean;
	/** Hover or focus, by the start of the sentence; undefined: it went. */
	onPoint: (start: number | undefined) => void;
	onChoose: (sentence: Rested) => void;
	onAddFact: () => void;
};

const markClass: Record<Evidence['kind'], string> = {
	comment: 'mark',
	thread: 'mark',
	opinion: 'mark soft',
	note: 'mark note',
	snippet: 'mark fact',
	nothing: 'mark none',
};

export function EvidenceStrip({sentences, pointed, isStale, onPoint, onChoose, onAddFact}: Props) {
	if (sentences.length === 0) return null;
	return (
		<div class={isStale ? 'rest stale' : 'rest'}>
			<ol class="strip" aria-label="What each sentence rests on">
				{sentences.map((sentence, index) => (
					<li key={sentence.start} style={{flexGrow: sentence.end - sentence.start}}>
						<button
							type="button"
							class={markClass[sentence.pieces[0].kind]}
							aria-label={`Sentence ${index + 1}: ${inWords(sentence)}`}
							aria-pressed={sentence === pointed}
							onMouseEnter={() => onPoint(sentence.start)}
							onMouseLeave={() => onPoint(undefined)}
							onFocus={() => onPoint(sentence.start)}
							onBlur={() => onPoint(undefined)}
							onClick={() => onChoose(sentence)}
						/>
					</li>
				))}
			</ol>
			{pointed && (
				<div class="rests">
					<span>Sentence {sentences.indexOf(pointed) + 1} rests on</span>{' '}
					{pointed.pieces.map((piece) => (
						<RestsOn key={`${piece.kind}${piece.ref}`} piece={piece} />
					))}
					{pointed.pieces[0].kind === 'nothing' && (
						<button type="button" class="small" onClick={onAddFact}>
							Add the fact
						</button>
					)}
				</div>
			)}
		</div>
	);
}

function RestsOn({piece: {kind, quote, source}}: {piece: Evidence}) {
	return (
		<span class={kind === 'nothing' ? 'amber' : quote ? 'ground' : undefined}>
			{quote && (
				<>
					<q dir="auto">{quote}</q> ·{' '}
				</>
			)}
			{evidenceWords[kind]}
			{source && ` (${source})`}{' '}
		</span>
	);
}

function inWords({pieces}: Rested): string {
	return pieces
		.map(({kind, quote, source}) =>
			[evidenceWords[kind], source, kind === 'snippet' ? quote : ''].filter(Boolean).join(', '),
		)
		.join('; ');
}

/** The pieces of evidence by sentence, in the order of the text. */
export function bySentence(evidence: Evidence[]): Rested[] {
	const sentences = new Map<number, Rested>();
	for (const piece of evidence) {
		const there = sentences.get(piece.start);
		if (there) there.pieces.push(piece);
		else sentences.set(piece.start, {start: piece.start, end: piece.end, pieces: [piece]});
	}
	return [...sentences.values()].sort((left, right) => left.start - right.start);
}

/** What needs a look first: a sentence that rests on nothing, then one on a fact. */
export function worthALook(sentences: Rested[]): Rested | undefined {
	const order = ['nothing', 'snippet', 'note', 'comment', 'thread', 'opinion'];
	return [...sentences].sort(
		(left, right) => order.indexOf(left.pieces[0].kind) - order.indexOf(right.pieces[0].kind),
	)[0];
}
