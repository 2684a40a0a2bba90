/** Ties the state of a draft to the server and to what is kept: asks, listens, checks, saves. No DOM. */
import * as api from '../../api/client';
import {Trouble} from '../../api/problem';
import type {BrandVoice, SuggestionRequest, Tone, Triage} from '../../api/shapes';
import type {Correction} from '../../begun';
import * as states from '../../draft-state';
import {type KeptDraft, keepDraft, keepDraftNow} from '../../drafts';
import {asked, toldBy} from '../../fact-choice';
import type {Offer} from '../../offers';
import {changeSettings, isOnThisComputer, type Settings} from '../../settings';
import type {PageComment} from '../../thread';
import type {ServerState} from '../../ui/server-state';
import {Looking} from './looking';

/** Where on which page a comment stands. */
export type Place = {tabId: number; frameId: number};

/** What the panel draws. */
export type View = {
	state: states.DraftState;
	server: ServerState;
	tones: Tone[];
	place: Place | undefined;
	/** Promises in posted replies, of which the person has not said yet what they are. */
	offers: Offer[];
	/** How many posted replies in a row, the last one first, nobody changed. */
	untouched: number;
	/** The note for the colleagues was passed on. */
	isHandedOver: boolean;
	/** The brand voice that drafts are written in, where one is chosen. */
	voice: BrandVoice | undefined;
	/** There are other brand voices that could be meant. */
	hasOtherVoices: boolean;
	/** The check that was switched off for the brand voice just now. */
	checkOff: string | undefined;
};

/** What is asked for beside the tone. */
type Wish = Partial<Pick<SuggestionRequest, 'tone' | 'instruction' | 'draft' | 'action' | 'hand_over_to'>>;

const typingPause = 60; // ms until a text is looked at
const keepingPause = 150; // ms until it is kept
const lookAgain = 3000; // ms between looks at a server that is not there

/** What a trouble says of the server. */
const troubleStates = {
	down: 'down',
	'broken-off': 'down',
	loading: 'loading',
	busy: 'loading',
	unpaired: 'unpaired',
} as const;

/** The five presets, until the server has said which there are. */
const presets: Tone[] = ['Plain', 'Warm', 'Playful', 'Professional', 'Apologetic'].map((name, position) => ({
	id: name.toLowerCase(),
	name,
	description: '',
	emoji: 0,
	enabled: true,
	position,
	is_preset: true,
}));

/** The panel's store. One stream and one check at a time; the newer one ends the older. */
export class Drafting {
	view: View;
	#settings: Settings;
	#listeners = new Set<(view: View) => void>();
	#stream: AbortController | undefined;
	readonly #looking = new Looking({
		settings: () => this.#settings,
		request: () => this.#textToLookAt(),
		facts: () => toldBy(this.view.state.beside.snippets, this.view.state.facts),
		onLooked: (text, {teammates, ...looked}) =>
			this.change((state) => ({...states.takeLooked(state, text, looked), teammates})),
		onLanguage: (text, findings) => this.change((state) => ({...state, language: {text, findings}})),
		onFailed: (error) => this.#serverFailed(error),
	});
	#keepTimer: ReturnType<typeof setTimeout> | undefined;
	#lookTimer: ReturnType<typeof setTimeout> | undefined;
	#lastWish: Wish = {};

	constructor(settings: Settings) {
		this.#settings = settings;
		this.view = {
			state: states.emptyState(settings.tone),
			server: {kind: 'asking'},
			tones: presets,
			place: undefined,
			offers: [],
			untouched: 0,
			isHandedOver: false,
			voice: undefined,
			hasOtherVoices: false,
			checkOff: undefined,
		};
	}

	get settings(): Settings {
		return this.#settings;
	}

	/** Hear of every change; gives back the way to stop. */
	listen(listener: (view: View) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	useSettings(settings: Settings): void {
		const isOther = (['serverUrl', 'token', 'brandVoiceId'] as const).some(
			(name) => settings[name] !== this.#settings[name],
		);
		this.#settings = settings;
		if (isOther) void this.lookAtServer();
	}

	/** Work on a comment: what was kept of it comes back, else a draft is asked for. */
	open(comment: PageComment, place: Place | undefined, kept: KeptDraft | undefined): void {
		if (this.view.state.comment?.key === comment.key) {
			this.set({place}); // what stands here is newer than what is kept
			if (this.view.server.kind === 'ready') this.#goOn();
			return;
		}
		this.keepNow();
		this.#stream?.abort();
		this.#lastWish = {};
		const state = states.openComment(comment, kept, this.#settings.tone);
		this.set({state, place, isHandedOver: false, untouched: 0, checkOff: undefined});
		if (kept?.versions.some(({text}) => text)) this.#looking.plan(0);
		else if (this.view.server.kind === 'ready') void this.ask();
	}

	/** Put the comment away; its draft is kept. */
	close(): void {
		this.keepNow();
		this.#stream?.abort();
		this.#looking.stop();
		this.set({state: states.emptyState(this.#settings.tone), place: undefined});
	}

	/** Ask how the server is; go on with what waited for it. */
	async lookAtServer(): Promise<void> {
		clearTimeout(this.#lookTimer);
		try {
			const {model, model_host: modelHost} = await api.getHealth(this.#settings);
			const isLocal = !modelHost && isOnThisComputer(this.#settings);
			const tones = await api.listTones(this.#settings);
			const {brandVoiceId} = this.#settings;
			const voices = brandVoiceId ? await api.listBrandVoices(this.#settings) : [];
			this.set({
				server: {kind: 'ready', model, isLocal},
				tones: tones.length > 0 ? tones : presets,
				voice: voices.find(({id}) => id === brandVoiceId),
				hasOtherVoices: voices.length > 1,
			});
			this.change(states.serverCame);
			this.#goOn();
		} catch (error) {
			this.#serverFailed(error);
		}
	}

	/** Let this browser in. Gives '' or a sentence on why not. */
	async pair(code: string, deviceName: string): Promise<string> {
		try {
			const token = await api.pair(this.#settings, code, deviceName);
			this.#settings = await changeSettings({token});
		} catch (error) {
			if (error instanceof Trouble) return error.message;
			throw error;
		}
		await this.lookAtServer();
		return '';
	}

	/** Ask for a suggestion and take it in as it arrives. */
	async ask(wish: Wish = {}): Promise<void> {
		const {comment} = this.view.state;
		if (!comment) return;
		this.#stream?.abort();
		this.#looking.stop();
		const stream = new AbortController();
		this.#stream = stream;
		this.#lastWish = wish;
		this.change((state) => states.begin(state, wish.tone ?? state.tone));
		try {
			const request = this.#request(comment, wish);
			for await (const event of api.createSuggestion(this.#settings, request, {signal: stream.signal})) {
				this.change((state) => states.take(state, event));
			}
			this.#looking.plan(0); // for the grammar, and for what the person typed meanwhile
		} catch (error) {
			if (stream.signal.aborted) return;
			if (!(error instanceof Trouble)) throw error;
			this.change((state) => states.fail(state, {kind: error.kind, message: error.message}));
			this.#serverFailed(error);
		}
	}

	/** End the stream; what came is kept. */
	stop(): void {
		this.#stream?.abort();
		this.change(states.stop);
	}

	/** Another draft in the same manner. */
	again(): void {
		void this.ask({...this.#lastWish, tone: this.view.state.tone});
	}

	/** The same draft, shorter. */
	shorter(): void {
		void this.ask({instruction: 'Make it shorter.', draft: states.shownText(this.view.state)});
	}

	/** Show a text in this tone at once where one was delivered, else ask for it. */
	chooseTone(tone: string): void {
		const index = states.findTone(this.view.state, tone);
		if (index === -1) {
			void this.ask({...this.#lastWish, tone});
			return;
		}
		this.change((before) => states.show(before, index));
		this.#looking.plan(0);
	}

	showVersion(index: number): void {
		this.change((state) => states.show(state, index));
		this.#looking.plan(0);
	}

	edit(text: string): void {
		this.change((state) => states.edit(state, text));
		this.#looking.plan(typingPause);
	}

	changeNote(note: string): void {
		this.change((state) => ({...state, note}));
	}

	/** The person knows better what to do with the comment; the server keeps it for this comment. */
	async overrule(action: Triage['action'], hand_over_to: Triage['hand_over_to'] = ''): Promise<void> {
		const {suggestionId, handOff} = this.view.state.beside;
		const isOtherTeam = action === 'hand_over' && handOff !== null;
		if (!suggestionId || (action !== 'ignore' && !isOtherTeam)) {
			await this.ask({action, hand_over_to});
			return;
		}
		this.stop();
		const choice = {action, hand_over_to};
		const made = await this.attempt((server) => api.overrule(server, suggestionId, choice));
		if (made) this.change((state) => states.takeAdvice(state, made));
	}

	/** The person wrote in the note for the colleagues. */
	changeHandOff(handOffNote: string): void {
		this.change((state) => ({...state, begun: {...state.begun, handOffNote}}));
		this.set({isHandedOver: false});
	}

	/** What a draft may rest on has changed: an untouched one is written anew, the person's own words are looked at. */
	reconsider(): void {
		if (states.shownText(this.view.state) && !states.isOwn(this.view.state)) void this.ask();
		else this.lookAgain();
	}

	/** Look at the text anew: what it may rest on has changed. */
	lookAgain(): void {
		this.#looking.plan(0);
	}

	/** Call the server; undefined when that failed, and the panel says so by itself. */
	async attempt<Given>(call: (server: Settings) => Promise<Given>): Promise<Given | undefined> {
		try {
			return await call(this.#settings);
		} catch (error) {
			this.#serverFailed(error);
			return undefined;
		}
	}

	/** The person corrected what was read; a draft for the right words is asked for. */
	correct({author, text}: Correction): void {
		this.change((state) => {
			if (!state.comment) return state;
			const {thread} = state.comment;
			const comments = thread.comments.map((turn, index) =>
				index === thread.comments.length - 1 ? {...turn, author, text} : turn,
			);
			const begun = {...state.begun, correction: undefined};
			return {...state, begun, comment: {...state.comment, thread: {...thread, comments}}};
		});
		void this.ask();
	}

	/** The thread on the page moved on: a draft is asked for what stands there now, the others stay beside it. */
	readAnew(comment: PageComment): void {
		this.change((state) =>
			state.comment ? {...state, comment: {...comment, key: state.comment.key}} : state,
		);
		void this.ask();
	}

	/** Keep the draft at once: the page is about to go. */
	keepNow(): void {
		if (this.#keepTimer === undefined) return;
		clearTimeout(this.#keepTimer);
		this.#keepTimer = undefined;
		const kept = states.toKept(this.view.state, Date.now());
		if (kept) keepDraftNow(kept);
	}

	#request(comment: PageComment, wish: Wish): SuggestionRequest {
		const {state} = this.view;
		return {
			thread: comment.thread,
			brand_voice_id: this.#settings.brandVoiceId || null,
			tone: state.tone,
			note: state.note.trim(),
			...asked(state.facts),
			draft: '',
			instruction: '',
			action: null,
			hand_over_to: '',
			...wish,
			// The same question again must give another draft.
			seed: state.versions.length > 0 ? Math.floor(Math.random() * 2 ** 31) : null,
		};
	}

	#textToLookAt() {
		const {state, server} = this.view;
		const text = states.shownText(state);
		if (!state.comment || state.phase !== 'idle' || server.kind !== 'ready') return undefined;
		if (!text.trim()) {
			this.change((now) => states.takeLooked(now, text, states.unlooked));
			return undefined;
		}
		return {
			text,
			suggestion_id: state.beside.suggestionId || null,
			thread: state.comment.thread,
			brand_voice_id: this.#settings.brandVoiceId || null,
			tone: state.tone,
			note: state.note.trim(),
			...asked(state.facts),
		};
	}

	#serverFailed(error: unknown): void {
		if (!(error instanceof Trouble)) throw error;
		clearTimeout(this.#lookTimer);
		const {kind, message, retryAfter} = error;
		const isAnswer = kind === 'busy' || kind === 'refused'; // it is there, and said no to this one thing
		if (isAnswer && this.view.server.kind === 'ready') return;
		this.set({server: kind === 'refused' ? {kind: 'strange', message} : {kind: troubleStates[kind]}});
		if (kind === 'unpaired' || kind === 'refused') return;
		const pause = retryAfter === undefined ? lookAgain : retryAfter * 1000;
		this.#lookTimer = setTimeout(() => void this.lookAtServer(), pause);
	}

	/** The server is there: what waited for it goes on. */
	#goOn(): void {
		const {state} = this.view;
		const isWaiting = state.comment && state.phase === 'idle' && state.versions.length === 0;
		if (isWaiting) void this.ask();
		else if (states.shownText(state) !== state.checkedText) this.#looking.plan(0);
	}

	/** Change the state of the draft; it is kept soon after. */
	change(change: (state: states.DraftState) => states.DraftState): void {
		const state = change(this.view.state);
		if (state === this.view.state) return;
		this.set({state});
		// While words stream in, the timer runs on: they are kept every so often, not only at the end.
		if (state.comment && this.#keepTimer === undefined)
			this.#keepTimer = setTimeout(() => void this.#keep(), keepingPause);
	}

	async #keep(): Promise<void> {
		this.#keepTimer = undefined;
		const kept = states.toKept(this.view.state, Date.now());
		if (kept) await keepDraft(kept);
	}

	/** Change what the panel draws. */
	set(change: Partial<View>): void {
		this.view = {...this.view, ...change};
		for (const listener of this.#listeners) listener(this.view);
	}
}
