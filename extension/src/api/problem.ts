/** What can go wrong between the panel and the server, each with what to do. */
import type {Problem} from './shapes';

/** Why a call failed, as far as the panel acts on it. */
export type TroubleKind = 'down' | 'unpaired' | 'loading' | 'busy' | 'broken-off' | 'refused';

/** A call that failed. The message says, in one sentence, what to do. */
export class Trouble extends Error {
	override name = 'Trouble';
	readonly kind: TroubleKind;
	/** Seconds to wait, when the server said so. */
	readonly retryAfter: number | undefined;

	constructor(kind: TroubleKind, message: string, options: ErrorOptions & {retryAfter?: number} = {}) {
		super(message, options);
		this.kind = kind;
		this.retryAfter = options.retryAfter;
	}
}

/** Whether a value has the shape of a problem. */
export function isProblem(value: unknown): value is Problem {
	return (
		typeof value === 'object' && value !== null && 'detail' in value && 'status' in value && 'title' in value
	);
}

/** The trouble that a problem means. */
export function troubleOf(
	problem: Pick<Problem, 'status' | 'detail' | 'title'> & {type?: string},
	retryAfter?: number,
): Trouble {
	const message = problem.detail || problem.title;
	if (problem.status === 401) return new Trouble('unpaired', message);
	if (problem.status === 503) return new Trouble('loading', message, {retryAfter});
	if (problem.status === 429) return new Trouble('busy', message, {retryAfter});
	return new Trouble('refused', message);
}
