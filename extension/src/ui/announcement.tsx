/** What a screen reader hears by itself: once that a draft is there, and once what was found when the typing rests. */
import {useEffect, useRef, useState} from 'preact/hooks';
import {type DraftState, findingsIn, shownText} from '../draft-state';
import {checkWords} from './words';

const restingTime = 1200; // ms without a change, until the findings are said

export function Announcement({state}: {state: DraftState}) {
	const [said, setSaid] = useState('');
	const wasBusy = useRef(false);
	const isBusy = state.phase !== 'idle';
	const findings = findingWords(state);
	const hasText = shownText(state) !== '';
	const isFresh = shownText(state) === state.checkedText;
	const known = useRef(findings);
	useEffect(() => {
		if (isBusy) {
			wasBusy.current = true;
			setSaid('');
			return;
		}
		if (state.trouble || !isFresh) return;
		if (wasBusy.current) {
			wasBusy.current = false;
			known.current = findings;
			setSaid(hasText ? `Draft ready. ${findings}` : 'No reply is advised.');
			return;
		}
		const timer = setTimeout(() => {
			if (known.current === findings) return;
			known.current = findings;
			setSaid(findings || 'No findings.');
		}, restingTime);
		return () => clearTimeout(timer);
	}, [isBusy, isFresh, state.trouble, findings, hasText]);
	return (
		<p class="unseen" role="status">
			{said}
		</p>
	);
}

function findingWords(state: DraftState): string {
	const findings = findingsIn(state);
	if (findings.length === 0) return '';
	const names = [...new Set(findings.map(({check}) => checkWords(check)))].join(', ');
	return `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}: ${names}.`;
}
