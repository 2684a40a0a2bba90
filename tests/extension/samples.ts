/** Samples of the API's shapes for the tests. */
import type {Suggestion, Thread, Triage} from '../../extension/src/api/shapes';
import {toPageComment} from '../../extension/src/platforms/platform';
import type {PageComment} from '../../extension/src/thread';

export const triage: Triage = {
	intent: 'complaint',
	feeling: 'frustrated',
	risk: 'low',
	action: 'reply',
	hand_over_to: '',
	why: 'Complaint, our fault',
	advised: null,
	unfit_tones: [{tone: 'playful', why: 'Not under a complaint or grief'}],
	kinds: {},
};

/** A suggestion, completed unless said otherwise. */
export function suggestion(change: Partial<Suggestion> = {}): Suggestion {
	return {
		id: 'sug_1',
		status: 'completed',
		text: 'Nine is past reason.',
		tone: 'plain',
		written: 'free',
		alternatives: [],
		triage,
		evidence: [],
		findings: [],
		owning: [],
		door: null,
		finish_reason: 'stop',
		hand_off: null,
		person: null,
		teammates: [],
		disclosure: '',
		snippets: [],
		model: 'echo',
		prompt_version: '1',
		usage: {input_tokens: 0, cached_tokens: 0, output_tokens: 0, prefill_ms: 0, decode_ms: 0},
		created_at: '2026-11-20T10:00:00Z',
		...change,
	};
}

/** A comment as a page gave it. */
export function pageComment(id = '1', platform: Thread['platform'] = 'youtube'): PageComment {
	return toPageComment({
		platform,
		url: 'https://www.youtube.com/watch?v=box1',
		post: 'Spring boxes',
		comments: [{id, author: '@imogenf', text: 'Nine kohlrabi!', is_own: false, posted_at: null}],
	});
}
